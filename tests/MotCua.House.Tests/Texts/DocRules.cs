using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Texts;

/// <summary>Rules on what the code says of itself.</summary>
internal static class DocRules
{
    /// <summary>What is public says what it is; what overrides says so.</summary>
    public static IEnumerable<Breach> Silent(IReadOnlyCollection<SourceFile> files)
    {
        var parts = files.SelectMany(f => f.Tree.DescendantNodes().OfType<TypeDeclarationSyntax>()).Where(Speaks).Select(t => t.Identifier.Text).ToHashSet();
        return from file in files
               from node in file.Tree.DescendantNodes().OfType<MemberDeclarationSyntax>()
               where IsPublic(node) && !Speaks(node) && !(IsPart(node) && parts.Contains(NameOf(node)))
               select new Breach(file.Path, $"line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {NameOf(node)} says nothing of itself");
    }

    private static bool IsPart(MemberDeclarationSyntax node) => node is TypeDeclarationSyntax && node.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsPublic(MemberDeclarationSyntax node) => node is not BaseNamespaceDeclarationSyntax
        && node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax
            or BaseFieldDeclarationSyntax
        && node.Ancestors().OfType<MemberDeclarationSyntax>().Where(a => a is not BaseNamespaceDeclarationSyntax).Prepend(node).All(Opens);

    private static bool Opens(MemberDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.PublicKeyword) || node.Parent is InterfaceDeclarationSyntax && !node.Modifiers.Any(SyntaxKind.PrivateKeyword);

    private static bool Speaks(MemberDeclarationSyntax node) => node.GetLeadingTrivia().Any(t => t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));

    private static string NameOf(MemberDeclarationSyntax node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
