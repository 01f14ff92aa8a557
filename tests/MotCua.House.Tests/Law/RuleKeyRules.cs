using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Law;

/// <summary>A dated rule that the code asks for.</summary>
internal sealed record AskedKey(SourceFile File, string Key, int Line);

/// <summary>Rules on the dated rows of the law: none that nobody reads, none asked for that is not there.</summary>
internal static class RuleKeyRules
{
    private static readonly string[] Questions = ["Rule", "Number", "Text", "Find", "Bytes"];

    /// <summary>The keys that the code asks for: the first argument of a question to the rows.</summary>
    public static IEnumerable<AskedKey> Asked(IEnumerable<SourceFile> files) =>
        from file in files
        from call in file.Tree.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where Questions.Contains(NameOf(call)) && IsOfRules(call)
        let argument = call.ArgumentList.Arguments.FirstOrDefault()?.Expression
        where argument is LiteralExpressionSyntax && argument.IsKind(SyntaxKind.StringLiteralExpression)
        select new AskedKey(file, ((LiteralExpressionSyntax)argument).Token.ValueText, call.GetLocation().GetLineSpan().StartLinePosition.Line + 1);

    /// <summary>Every key asked for stands among the rows.</summary>
    public static IEnumerable<Breach> Missing(IEnumerable<AskedKey> asked, IReadOnlySet<string> rows) =>
        asked.Where(a => !rows.Contains(a.Key)).Select(a => new Breach(a.File.Path, $"line {a.Line} asks for the rule {a.Key}, of which there is no row"));

    /// <summary>Every row is read, or is listed with the issue that will read it; never both.</summary>
    public static IEnumerable<Breach> Idle(IReadOnlySet<string> asked, IReadOnlySet<string> rows, IReadOnlyDictionary<string, string> later)
    {
        foreach (var key in rows.Where(k => !asked.Contains(k) && !later.ContainsKey(k)))
            yield return new Breach(key, "is read by nothing and planned by no issue");
        foreach (var key in later.Keys.Where(k => !rows.Contains(k)))
            yield return new Breach(key, "is planned, but there is no such row");
        foreach (var key in later.Keys.Where(asked.Contains))
            yield return new Breach(key, "is read already: take it off the list of later rules");
        foreach (var (key, issue) in later.Where(l => l.Value.Trim().Length == 0))
            yield return new Breach(key, $"is planned without an issue '{issue}'");
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    /// <summary>Asked of the rows themselves, of the circumstances, or through a local question of that name.</summary>
    private static bool IsOfRules(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member
        ? member.Expression.ToString().EndsWith("rules", StringComparison.OrdinalIgnoreCase) || member.Expression.ToString() == "now"
        : NameOf(call) is "Rule" or "Bytes";
}
