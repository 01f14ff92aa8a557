using MotCua.House.Tests.Guard;
using MotCua.Testing;
using Xunit;

namespace MotCua.House.Tests.Law;

/// <summary>The requirements of the law: each is listed with what it is for this project, and the proofs name only listed ones.</summary>
public sealed class RequirementTests
{
    private static readonly IReadOnlyList<Proof> Proofs = [.. Requirements.Proofs(Sources.CSharp.Where(f => f.IsIn("tests/")))];

    [Fact]
    public void Each_requirement_is_listed_with_its_kind_and_reason() => HouseRule.Holds(Requirements.Kept(Requirements.All));

    [Fact]
    public void A_test_proves_only_what_is_listed() => HouseRule.Holds(Requirements.Proven(Proofs, Requirements.All));

    [Fact]
    public void The_product_names_only_what_is_listed() =>
        HouseRule.Holds(Requirements.Named(Sources.All.Where(f => f.IsIn("src/") || f.IsIn("data/") || f.IsIn("docs/")), Requirements.All));

    [Fact]
    public void The_coverage_page_is_what_the_tests_say() =>
        Printed.IsFresh("docs/law/COVERAGE.md", CoveragePage.Print(Requirements.All, Proofs));

    [Fact]
    public void The_list_has_every_requirement_of_the_catalogue()
    {
        var catalogue = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "requirements", "law.md"));
        if (!File.Exists(catalogue))
            Assert.Skip("no ../shared: the catalogue of requirements is not beside the project");
        Assert.Equal(Requirements.Catalogue(File.ReadAllText(catalogue)), Requirements.All.Select(r => r.Id));
    }

    [Fact]
    public void Planted_faults_of_the_list_are_seen() => HouseRule.Reports(
        Requirements.Kept(
        [
            new("R-A-01", "software", "the system does it", "1"), new("R-A-01", "software", "the system does it", "1"),
            new("R-A-02", "perhaps", "nobody knows", ""), new("R-A-03", "organisation", "", ""),
            new("R-A-04", "software", "built by nobody", ""), new("R-A-05", "organisation", "a duty of people", "3"),
            new("R-A-06", "unknown text", "the article is unread", ""),
        ]),
        "R-A-01", "R-A-02", "R-A-03", "R-A-04", "R-A-05");

    [Fact]
    public void Planted_proofs_of_nothing_are_seen()
    {
        SourceFile[] files =
        [
            new("tests/MotCua.A.Tests/A.cs", "class A { [Fact] [Requirement(\"R-NONE-01\")] void M() { } }"),
            new("tests/MotCua.A.Tests/B.cs", "[Requirement(\"R-A-02\")] class B { }"),
            new("tests/MotCua.A.Tests/C.cs", "class C { [Fact, Requirement(\"R-A-01\")] void M() { } }"),
        ];
        Requirement[] list = [new("R-A-01", "software", "the system does it", "1"), new("R-A-02", "organisation", "a duty of people", "")];
        HouseRule.Reports(Requirements.Proven(Requirements.Proofs(files), list), "tests/MotCua.A.Tests/A.cs", "tests/MotCua.A.Tests/B.cs");
        HouseRule.Reports(
            Requirements.Named([new SourceFile("a.cs", "// R-A-01"), new SourceFile("b.cs", "// the notice (R-NONE-07)")], list), "b.cs");
        var page = CoveragePage.Print(list, [.. Requirements.Proofs(files)]);
        Assert.Contains("| R-A-01 | software | 1 | A/C |", page);
        Assert.Equal(["R-REC-05"], Requirements.Catalogue("text\n- **R-REC-05** Missing documents\n  - **R-REC-06** not at the margin"));
    }
}
