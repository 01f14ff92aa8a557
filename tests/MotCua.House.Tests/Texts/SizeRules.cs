using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Texts;

/// <summary>Rules on sizes: what does not fit a screen is not read.</summary>
internal static class SizeRules
{
    /// <summary>Most lines of a file.</summary>
    public const int File = 300;

    /// <summary>Most characters of a line.</summary>
    public const int Line = 160;

    /// <summary>Most lines of code of a method; empty lines and comments are free.</summary>
    public const int Method = 40;

    /// <summary>No file is too long.</summary>
    public static IEnumerable<Breach> Files(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Lines.Length > File).Select(f => new Breach(f.Path, $"has {f.Lines.Length} lines, more than {File}"));

    /// <summary>No line is too long.</summary>
    public static IEnumerable<Breach> Lines(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines.Select((text, i) => (text, i))
        where line.text.Length > Line
        select new Breach(file.Path, $"line {line.i + 1} has {line.text.Length} characters, more than {Line}");

    /// <summary>No method, accessor, constructor or local function is too long.</summary>
    public static IEnumerable<Breach> Methods(IEnumerable<SourceFile> files) =>
        from file in files
        from node in file.Tree.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
        let lines = LinesOfCode(node)
        where lines > Method
        select new Breach(file.Path, $"{NameOf(node)} has {lines} lines of code, more than {Method}");

    /// <summary>Lines on which something of the node's code stands, its attributes left out.</summary>
    private static int LinesOfCode(SyntaxNode node)
    {
        var lines = new HashSet<int>();
        foreach (var token in node.DescendantTokens().Where(t => !t.Parent!.AncestorsAndSelf().TakeWhile(n => n != node).OfType<AttributeListSyntax>().Any()))
        {
            var span = token.GetLocation().GetLineSpan();
            for (var line = span.StartLinePosition.Line; line <= span.EndLinePosition.Line; line++)
                lines.Add(line);
        }
        return lines.Count;
    }

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        _ => node.Kind().ToString(),
    };
}
