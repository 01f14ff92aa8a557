using MotCua.Domain.Words;

namespace MotCua.App.Dossiers;

/// <summary>Words of several lines as they are kept: each line clean, no empty lines around, at most one between.</summary>
public static class Paragraphs
{
    /// <summary>The clean words; null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => VietnameseText.Clean(l) ?? "").ToList();
        var kept = lines.Where((l, i) => l.Length > 0 || (i > 0 && lines[i - 1].Length > 0));
        var joined = string.Join('\n', kept).Trim('\n');
        return joined.Length == 0 ? null : joined;
    }
}
