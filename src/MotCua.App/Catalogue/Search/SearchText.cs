using System.Text;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Search;

/// <summary>A word as it is searched.</summary>
/// <param name="Plain">Lower case without tones and marks: "cuoi".</param>
/// <param name="Toned">With its marks, the tone at the end, so that hòa and hoà are one: "cươi2"; null where it was written without any.</param>
/// <param name="Text">As it was written.</param>
[NoTerm("handling of text")]
public readonly record struct SearchWord(string Plain, string? Toned, string Text)
{
    /// <summary>Before a word with its tones, where both kinds stand together.</summary>
    public const char Mark = '=';
}

/// <summary>Takes texts apart into words, undoes what keyboards leave behind, and says which syllables sound alike.</summary>
[NoTerm("handling of text")]
public static class SearchText
{
    private static readonly Dictionary<char, (char Letter, char Tone)> Tones = Table("aăâeêioôơuưy",
        "àáảãạ" + "ằắẳẵặ" + "ầấẩẫậ" + "èéẻẽẹ" + "ềếểễệ" + "ìíỉĩị" + "òóỏõọ" + "ồốổỗộ" + "ờớởỡợ" + "ùúủũụ" + "ừứửữự" + "ỳýỷỹỵ");

    // Beginnings and endings that are heard alike somewhere in the country, the longer ones first.
    private static readonly (string Written, string Heard)[] Beginnings =
    [
        ("ngh", "ng"), ("gh", "g"), ("gi", "z"), ("tr", "ch"), ("qu", "w"), ("d", "z"), ("r", "z"), ("j", "z"), ("z", "z"), ("s", "x"), ("k", "c"), ("q", "c"),
        ("f", "ph"), ("l", "n"),
    ];

    /// <summary>The words of a text, in order.</summary>
    public static List<SearchWord> Words(string? text)
    {
        var words = new List<SearchWord>();
        if (string.IsNullOrEmpty(text))
            return words;
        var whole = VietnameseText.Nfc(text);
        for (var at = 0; at < whole.Length;)
        {
            var start = at;
            while (at < whole.Length && char.IsLetterOrDigit(whole[at]))
                at++;
            if (at > start)
                words.Add(Word(whole[start..at]));
            else
                at++;
        }
        return words;
    }

    /// <summary>The words without tones, with one space between them.</summary>
    public static string Plain(string? text) => string.Join(' ', Words(text).Select(w => w.Plain));

    /// <summary>How a syllable sounds, roughly: "tru" and "chu" are alike, "ki" and "ky", "gia" and "da".</summary>
    public static string Sound(string plain)
    {
        var text = plain;
        foreach (var (written, heard) in Beginnings)
            if (text.StartsWith(written, StringComparison.Ordinal))
            {
                text = heard + text[written.Length..];
                break;
            }
        text = text.Replace('y', 'i').Replace('w', 'u');
        return text.EndsWith("ng", StringComparison.Ordinal) ? text[..^1] : text;
    }

    /// <summary>What a word may have been when a keyboard left its keys in it: "ddawng" and "d9a8ng" are "dang".</summary>
    public static IEnumerable<string> Untyped(string plain)
    {
        var digits = plain.Any(char.IsAsciiDigit) && plain.Any(char.IsAsciiLetter);
        if (digits)
            yield return string.Concat(plain.Where(c => !char.IsAsciiDigit(c)));
        var text = plain.Replace("w", "").Replace("dd", "d").Replace("aa", "a").Replace("ee", "e").Replace("oo", "o");
        if (text != plain)
            yield return text;
        // The key of the tone stands behind the vowel: at the end, or before the last consonants.
        for (var i = text.Length - 1; i > 0; i--)
            if ("sfrxj".Contains(text[i]) && text[..i].Any(IsVowel))
                yield return text.Remove(i, 1);
    }

    /// <summary>Changes of one letter (another, one more, one less, two that changed places) between two words.</summary>
    /// <param name="most">More are not counted.</param>
    public static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most)
                return most + 1;
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[b.Length];
    }

    private static SearchWord Word(string text)
    {
        var lower = text.ToLowerInvariant();
        var plain = VietnameseText.Fold(lower);
        if (plain == lower)
            return new SearchWord(plain, null, text);
        var letters = new StringBuilder(lower.Length + 1);
        var tone = '0';
        foreach (var c in lower)
            if (Tones.TryGetValue(c, out var parts))
            {
                letters.Append(parts.Letter);
                tone = parts.Tone;
            }
            else
                letters.Append(c);
        return new SearchWord(plain, letters.Append(tone).ToString(), text);
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static Dictionary<char, (char Letter, char Tone)> Table(string letters, string toned) =>
        toned.Select((c, i) => (c, Letter: letters[i / 5], Tone: (char)('1' + i % 5))).ToDictionary(t => t.c, t => (t.Letter, t.Tone));
}
