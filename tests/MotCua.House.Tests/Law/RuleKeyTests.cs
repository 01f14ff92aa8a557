using System.Text.RegularExpressions;
using MotCua.House.Tests.Guard;
using Xunit;

namespace MotCua.House.Tests.Law;

/// <summary>The dated rows of the law are read by the code, and the code asks for none that is not there.</summary>
public sealed partial class RuleKeyTests
{
    private static readonly IReadOnlySet<string> Rows = CsvFile.Read("data/law/rules.csv").Select(r => r["key"]).ToHashSet();

    private static readonly IReadOnlyList<AskedKey> Asked =
        [.. RuleKeyRules.Asked([.. Sources.Product, .. Sources.All.Where(f => f.Ends(".cshtml")).Select(CodeOf)])];

    [Fact]
    public void Every_rule_asked_for_stands_among_the_rows() => HouseRule.Holds(RuleKeyRules.Missing(Asked, Rows));

    [Fact]
    public void Every_row_is_read_or_planned() => HouseRule.Holds(RuleKeyRules.Idle(
        Asked.Select(a => a.Key).ToHashSet(), Rows, CsvFile.Read("docs/law/later-rules.csv").ToDictionary(r => r["key"], r => r["issue"])));

    [Fact]
    public void A_planted_question_without_a_row_is_seen()
    {
        SourceFile[] files =
        [
            new("a.cs", "class A { void M() => now.Number(\"gone.days\", dossier); }"),
            new("b.cs", "class B { void M() => reference.Rules.Find(\"gone\", day); }"),
            new("c.cs", "class C { void M() => now.Rule(\"here\", dossier); }"),
            new("d.cs", "class D { void M() => list.Find(\"else\"); }"),
        ];
        HouseRule.Reports(RuleKeyRules.Missing(RuleKeyRules.Asked(files), new HashSet<string> { "here" }), "a.cs", "b.cs");
    }

    [Fact]
    public void Planted_idle_rows_are_seen() => HouseRule.Reports(
        RuleKeyRules.Idle(
            new HashSet<string> { "read", "twice" }, new HashSet<string> { "read", "idle", "twice", "nowhere", "planned" },
            new Dictionary<string, string> { ["twice"] = "5", ["nowhere"] = "", ["planned"] = "5", ["gone"] = "5" }),
        "gone", "idle", "nowhere", "twice");

    /// <summary>The C# of a page, as far as questions to the rows go.</summary>
    private static SourceFile CodeOf(SourceFile page) => new(
        page.Path, $"class P {{ void M() {{ {string.Join(' ', QuestionPattern().Matches(page.Text).Select(m => m.Value + ");"))} }} }}");

    [GeneratedRegex(@"[\w.]*[Rr]ules\.(Number|Text|Find|Rule)\(""[^""]+""")]
    private static partial Regex QuestionPattern();
}
