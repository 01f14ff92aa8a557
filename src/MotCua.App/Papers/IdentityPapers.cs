using System.Text.RegularExpressions;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Papers;

/// <summary>Papers that show who a person is: identity cards, passports. Their pictures are given out with a mark, and the names of their files are
/// not shown (R-SEC-06). Which components are such papers is a dated row of words.</summary>
public static partial class IdentityPapers
{
    private static readonly char[] Between = [' ', ',', ';', '/', '(', ')', '.', ':', '-', '"'];

    /// <summary>Whether a paper is one by its name.</summary>
    public static bool Are(string paper, RuleBook rules, DateOnly day)
    {
        var name = $" {string.Join(' ', VietnameseText.Fold(paper).Split(Between, StringSplitOptions.RemoveEmptyEntries))} ";
        return rules.Text("paper.identity-words", day).Split('|').Any(w => name.Contains($" {VietnameseText.Fold(w)} ", StringComparison.Ordinal));
    }

    /// <summary>What is said of a file, without the name that its person gave it.</summary>
    /// <param name="sentences">They quote the file's name in “…”.</param>
    public static string Masked(string sentences, string name) => Quoted().Replace(sentences, $"“{name}”");

    [GeneratedRegex("“[^”]*”", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>What a file of one is called on pages: "Ảnh giấy tờ tùy thân 1 (JPG)".</summary>
    /// <param name="number">From 1.</param>
    public static string Name(string mediaType, int number)
    {
        var kind = Enum.GetValues<FileKind>().Where(k => FileKinds.MediaType(k) == mediaType).Select(FileKinds.Words).FirstOrDefault("tệp");
        return $"Ảnh giấy tờ tùy thân {number} ({kind})";
    }
}
