using MotCua.House.Tests.Guard;
using Xunit;

namespace MotCua.House.Tests.Texts;

/// <summary>What must not stand in the project's files.</summary>
public sealed class TextTests
{
    [Fact]
    public void Nothing_of_one_machine_stands_in_the_project() => HouseRule.Holds(TextRules.Foreign(Sources.All));

    [Fact]
    public void Nothing_is_left_for_later_in_the_code() => HouseRule.Holds(TextRules.Unfinished(Sources.CSharp));

    [Fact]
    public void A_skipped_test_says_why() => HouseRule.Holds(TextRules.Skips(Sources.CSharp));

    [Fact]
    public void A_page_holds_neither_style_nor_script() => HouseRule.Holds(TextRules.Inline(Sources.All.Where(f => f.Ends(".cshtml"))));

    [Fact]
    public void Text_is_composed() => HouseRule.Holds(TextRules.Encoding(Sources.All.Where(f => !Sources.IsGenerated(f.Path))));

    [Theory]
    [InlineData("see /wo" + "rk/notes")]
    [InlineData("cd /ho" + "me/nam")]
    [InlineData("https://api.nuget" + ".org/v3")]
    [InlineData("https://regis" + "try.example.com/x")]
    [InlineData("-----BEGIN PRIV" + "ATE KEY-----")]
    public void A_planted_word_of_a_machine_is_seen(string text) => HouseRule.Reports(
        TextRules.Foreign([new SourceFile("a.md", text), new SourceFile("b.md", "work is at home, in the registry of the agency")]), "a.md");

    [Theory]
    [InlineData("class C { // TO" + "DO: later\n }")]
    [InlineData("/* FIX" + "ME */ class C;")]
    [InlineData("/// <summary>HA" + "CK</summary>\nclass C;")]
    [InlineData("class C { void M() => throw new NotImplementedException(); }")]
    public void Planted_work_for_later_is_seen(string text) => HouseRule.Reports(
        TextRules.Unfinished([new SourceFile("a.cs", text), new SourceFile("b.cs", "class B { string s = \"TO" + "DO\"; } // what is to do")]), "a.cs");

    [Theory]
    [InlineData("class C { [Fact(Skip = \"\")] void M() { } }")]
    [InlineData("class C { [Theory(Skip = \"flaky\")] void M() { } }")]
    [InlineData("class C { [Fact(Skip = Later)] void M() { } }")]
    public void A_planted_skip_without_reason_is_seen(string text) => HouseRule.Reports(
        TextRules.Skips(
        [
            new SourceFile("a.cs", text), new SourceFile("b.cs", "class B { [Fact(Skip = \"needs the annex, which is unread\")] void M() { } }"),
        ]),
        "a.cs");

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<style>p { }</style>")]
    [InlineData("<script>go()</script>")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void Planted_inline_code_is_seen(string text) => HouseRule.Reports(
        TextRules.Inline(
        [
            new SourceFile("a.cshtml", text), new SourceFile("b.cshtml", "<script src=\"~/js/a.js\" defer></script><p class=\"style\">on</p>"),
        ]),
        "a.cshtml");

    [Fact]
    public void Planted_decomposed_text_is_seen() => HouseRule.Reports(
        TextRules.Encoding([new SourceFile("a.md", "ho\u0302\u0300"), new SourceFile("b.md", "hồ"), new SourceFile("c.md", "\uFEFFhồ")]), "a.md", "c.md");
}
