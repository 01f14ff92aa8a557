using System.Text;

namespace MotCua.App.Papers.Forms;

/// <summary>Texts of a template with placeholders: "Số: {number}/PBS-{unitShort}".</summary>
public static class FormText
{
    /// <summary>What stands where a value is left to be written by hand.</summary>
    public const string Dots = "……………………";

    private const string DotsInCell = "…………";

    /// <summary>The keys of the placeholders in order.</summary>
    /// <exception cref="FormatException">A brace is not closed or holds no key.</exception>
    public static IReadOnlyList<string> Keys(string text) => [.. Parts(text).Where(p => p.Key is not null).Select(p => p.Key!)];

    /// <summary>The text with its values; null where it is to be left out.</summary>
    /// <exception cref="FormContentException">A value is missing and <paramref name="whenEmpty"/> refuses.</exception>
    public static string? Fill(string text, IReadOnlyDictionary<string, string> values, WhenEmpty whenEmpty)
    {
        var filled = new StringBuilder();
        foreach (var (words, key) in Parts(text))
        {
            if (key is null)
                filled.Append(words);
            else if (values.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value))
                filled.Append(value.Trim());
            else if (whenEmpty == WhenEmpty.LeaveOut)
                return null;
            else if (whenEmpty == WhenEmpty.Dots)
                filled.Append(Dots);
            else
                throw new FormContentException(key, $"Chưa in được giấy vì thiếu nội dung “{key}”; hãy bổ sung rồi in lại.");
        }
        return filled.ToString();
    }

    /// <summary>The text of a table's cell: empty where its only placeholder is empty, dotted where other text stands beside it.</summary>
    public static string FillCell(string text, IReadOnlyDictionary<string, string> row)
    {
        var parts = Parts(text).ToList();
        return (Fill(text, row, parts.Count == 1 ? WhenEmpty.LeaveOut : WhenEmpty.Dots) ?? "").Replace(Dots, DotsInCell);
    }

    private static IEnumerable<(string Words, string? Key)> Parts(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOfAny(['{', '}'], at);
            if (open < 0)
                open = text.Length;
            if (open > at)
                yield return (text[at..open], null);
            if (open == text.Length)
                yield break;
            var close = text.IndexOf('}', open);
            var key = close > open + 1 ? text[(open + 1)..close] : "";
            if (text[open] == '}' || key.Length == 0 || !key.All(char.IsAsciiLetterOrDigit))
                throw new FormatException($"Brace at {open} holds no key.");
            yield return ("", key);
            at = close + 1;
        }
    }
}
