using System.Text.RegularExpressions;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>A paragraph, or an item of a list.</summary>
/// <param name="Depth">0 for a paragraph, 1 for "-", 2 for "+" and the like.</param>
public sealed record ProseLine(string Text, int Depth);

/// <summary>Texts of the national database as paragraphs and lists. Nothing is left out but the bullets; the page encodes what it shows.</summary>
internal static partial class Prose
{
    /// <summary>The lines of a text.</summary>
    public static IReadOnlyList<ProseLine> Lines(string? text)
    {
        var lines = new List<ProseLine>();
        foreach (var line in (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var depth = line[0] switch
            {
                '-' or '–' or '•' or '*' or '·' or '●' => 1,
                '+' => 2,
                'o' when line.StartsWith("o ", StringComparison.Ordinal) => 2,
                _ => 0,
            };
            var bare = depth == 0 ? line : line[1..].TrimStart('*', '-', ' ', '\t');
            if (bare.Length > 0)
                lines.Add(new ProseLine(bare, depth));
        }
        return lines;
    }

    /// <summary>A name without the bullet before it and the sign after it: "- Giấy chứng sinh;" is "Giấy chứng sinh".</summary>
    public static string Bare(string name)
    {
        var bare = Bullets().Replace(name.Trim(), "").TrimEnd(';', ' ', ',', '.');
        return bare.Length == 0 ? name.Trim() : char.ToUpperInvariant(bare[0]) + bare[1..];
    }

    [GeneratedRegex(@"^([-–•*+·●]\s*)+")]
    private static partial Regex Bullets();
}
