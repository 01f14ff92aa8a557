using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MotCua.Domain.Words;

namespace MotCua.Domain.Papers.Reading;

/// <summary>A text found, with how sure the reader is of its least sure word.</summary>
internal readonly record struct Found(string Text, double Sure, int At);

/// <summary>Words as one text that is searched without tones and case and told with them. A row ends with a line feed, a wide gap is a tab.</summary>
internal sealed class TextRun
{
    private readonly List<(int Start, ReadWord Word)> words = [];
    private readonly StringBuilder text = new();

    private string? whole, plain;

    /// <summary>As it was read.</summary>
    public string Text => whole ??= text.ToString();

    /// <summary>Without tones, in small letters, of the same length.</summary>
    public string Plain => plain ??= PlainOf(Text);

    /// <summary>Adds a word behind what was said to stand before it.</summary>
    public void Add(ReadWord word, string before)
    {
        if (text.Length > 0)
            text.Append(before);
        words.Add((text.Length, word));
        text.Append(word.Text);
    }

    /// <summary>The text of a run of words.</summary>
    public static TextRun Of(IEnumerable<ReadWord> words)
    {
        var run = new TextRun();
        foreach (var word in words)
            run.Add(word, " ");
        return run;
    }

    /// <summary>How sure the least sure word of a part is.</summary>
    public double Sure(int start, int length) =>
        words.Where(w => w.Start < start + length && w.Start + w.Word.Text.Length > start).Select(w => w.Word.Sure).DefaultIfEmpty(0).Min();

    /// <summary>A part.</summary>
    public Found Part(int start, int length)
    {
        while (length > 0 && char.IsWhiteSpace(Text[start]))
            (start, length) = (start + 1, length - 1);
        return new Found(Text.Substring(start, length).TrimEnd(), Sure(start, length), start);
    }

    /// <summary>The group "v" of the first match in the plain text.</summary>
    public Found? Find(Regex pattern, int from = 0) =>
        from <= Plain.Length && pattern.Match(Plain, from) is { Success: true } match ? Part(match.Groups["v"].Index, match.Groups["v"].Length) : null;

    /// <summary>Small letters without tones; one character stays one.</summary>
    public static string PlainOf(string text)
    {
        var plain = new StringBuilder(text.Length);
        var marks = new List<char>();
        foreach (var c in text)
        {
            marks.Clear();
            plain.Append(c is 'Đ' or 'đ' ? 'd' : c < 128 ? char.ToLowerInvariant(c) : char.ToLower(Letters.Split(c, marks), CultureInfo.InvariantCulture));
        }
        return plain.ToString();
    }
}
