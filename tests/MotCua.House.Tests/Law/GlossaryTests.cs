using MotCua.App;
using MotCua.Domain.Dossiers;
using MotCua.House.Tests.Guard;
using MotCua.Planted.Terms;
using Xunit;

namespace MotCua.House.Tests.Law;

/// <summary>The words of the law stand on the types.</summary>
public sealed class GlossaryTests
{
    private static readonly IReadOnlyList<Type> Things =
        [.. GlossaryRules.Things(typeof(Dossier).Assembly), .. GlossaryRules.Rows(typeof(MotCuaDb).Assembly)];

    private static readonly IReadOnlyList<Type> Planted =
        [.. GlossaryRules.Things(typeof(Proper).Assembly).Where(t => t.Namespace == "MotCua.Planted.Terms")];

    [Fact]
    public void Every_thing_of_the_law_has_its_term_or_says_why_it_has_none() => HouseRule.Holds(GlossaryRules.Named(Things));

    [Fact]
    public void A_term_means_one_thing() => HouseRule.Holds(GlossaryRules.Single(Things));

    [Fact]
    public void A_term_is_written_as_the_law_writes_it() => HouseRule.Holds(GlossaryRules.Written(Things));

    [Fact]
    public void The_glossary_is_what_the_types_say() => Printed.IsFresh("GLOSSARY.md", GlossaryPage.Print(Things));

    [Fact]
    public void Planted_things_without_a_term_are_seen() => HouseRule.Reports(
        GlossaryRules.Named(Planted), [.. new[] { "Both", "HalfNamed", "Unreasoned", "Wordless" }.Select(n => $"MotCua.Planted.Terms.{n}")]);

    [Fact]
    public void Planted_terms_of_two_things_are_seen()
    {
        HouseRule.Reports(GlossaryRules.Single(Planted), [.. new[] { "OnePaper", "OtherPaper", "TwiceNamed" }.Select(n => $"MotCua.Planted.Terms.{n}")]);
        HouseRule.Reports(
            GlossaryRules.Single([typeof(Rooms.House), typeof(Names.NameRules), typeof(NameTwin.NameRules)]),
            typeof(Names.NameRules).FullName!, typeof(NameTwin.NameRules).FullName!);
    }

    [Fact]
    public void A_planted_decomposed_term_is_seen() => HouseRule.Reports(GlossaryRules.Written(Planted), "MotCua.Planted.Terms.Decomposed");

    [Fact]
    public void A_planted_stale_page_is_seen()
    {
        var page = GlossaryPage.Print([typeof(Proper), typeof(Technical)]);
        Assert.Contains("| giấy đúng | proper | NĐ 61/2018/NĐ-CP Đ.3 | Planted/Terms |", page);
        Assert.Contains("| technical | a technical thing | Planted/Terms |", page);
        Assert.Null(Printed.Stale("a.md", page, page));
        Assert.Contains("run ./test --write", Printed.Stale("a.md", page.Replace("giấy đúng", "giấy sai"), page));
    }

    private static class NameTwin
    {
        internal sealed class NameRules;
    }
}
