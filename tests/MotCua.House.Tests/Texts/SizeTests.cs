using MotCua.House.Tests.Guard;
using Xunit;

namespace MotCua.House.Tests.Texts;

/// <summary>Sizes of files, lines and methods.</summary>
public sealed class SizeTests
{
    private static readonly IReadOnlyList<SourceFile> Written =
        [.. Sources.CSharp, .. Sources.All.Where(f => f.Ends(".cshtml", ".js", ".css") && (f.IsIn("src/") || f.IsIn("tests/")))];

    [Fact]
    public void No_file_is_too_long() => HouseRule.Holds(SizeRules.Files(Written));

    // In a page a line break inside a sentence or a link is a space that people see, so its lines may be longer.
    [Fact]
    public void No_line_is_too_long() => HouseRule.Holds(SizeRules.Lines(Written.Where(f => !f.Ends(".cshtml"))));

    [Fact]
    public void No_method_is_too_long() => HouseRule.Holds(SizeRules.Methods(Sources.CSharp));

    [Fact]
    public void A_planted_long_file_is_seen()
    {
        HouseRule.Reports(SizeRules.Files([new SourceFile("a.cs", Repeat("x\n", 301)), new SourceFile("b.cs", Repeat("x\n", 300))]), "a.cs");
        HouseRule.Reports(SizeRules.Lines([new SourceFile("a.cs", Repeat("ộ", 161)), new SourceFile("b.cs", Repeat("ộ", 160) + "\n")]), "a.cs");
    }

    [Theory]
    [InlineData("void Long() {\n", "}")]
    [InlineData("int Long { get {\n", "} }")]
    [InlineData("void Outer() { void Long() {\n", "} }")]
    [InlineData("public C() {\n", "}")]
    public void A_planted_long_method_is_seen(string begin, string end)
    {
        var tooLong = $"class C {{ {begin}{Repeat("F();\n", 39)}{end} }}";
        HouseRule.Reports(SizeRules.Methods([new SourceFile("a.cs", tooLong)]), "a.cs");
        var commented = $"class C {{ {begin}{Repeat("// why\n\n", 60)}{Repeat("F();\n", 38)}{end} }}";
        HouseRule.Reports(SizeRules.Methods([new SourceFile("a.cs", commented)]));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
