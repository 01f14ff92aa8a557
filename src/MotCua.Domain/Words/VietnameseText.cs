using System.Globalization;
using System.Text;
using MotCua.Domain.Law;

namespace MotCua.Domain.Words;

/// <summary>What the house does with typed text: one spelling, one form to search by, one key to sort by.</summary>
[NoTerm("handling of text")]
public static partial class VietnameseText
{
    /// <summary>Composes letters and combining marks (Unicode NFC for the letters in use here). Marks may come in any order:
    /// e + sắc + mũ is ế as well. Ê Đê and M'Nông letters that have no single character (ê̆, ơ̆) keep their last mark.</summary>
    public static string Nfc(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
            return text;
        var result = new StringBuilder(text.Length);
        var marks = new List<char>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i++];
            if (Letters.IsMark(c) || i == text.Length || !Letters.IsMark(text[i]))
            {
                result.Append(c);
                continue;
            }
            marks.Clear();
            var letter = Letters.Split(c, marks);
            while (i < text.Length && Letters.IsMark(text[i]))
                marks.Add(text[i++]);
            Letters.Join(letter, marks, result);
        }
        return result.ToString();
    }

    /// <summary>The text as it is kept: NFC, one space between words, none around, no control or invisible characters, no half surrogates,
    /// and the look-alikes of Đ (U+00D0, U+0189) made Đ. Null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
                Space(kept);
            else if (char.IsSurrogatePair(text, i))
                kept.Append(c).Append(text[++i]);
            else if (!IsInvisible(c))
                kept.Append(c switch { '\u00D0' or '\u0189' => 'Đ', '\u00F0' or '\u0256' => 'đ', _ => c });
        }
        var clean = Nfc(kept.ToString().TrimEnd(' '));
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>The text as it is searched: lower case, without tones and marks, đ as d, without apostrophes (H'Ngát = H’ Ngát = HNgát),
    /// one space between words.
    /// Folding twice changes nothing.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var particle = false;
        foreach (var c in text)
        {
            if (Letters.IsMark(c) || IsControl(c) && !char.IsWhiteSpace(c))
                continue;
            if (IsApostrophe(c))
                particle = EndsInParticle(folded);
            else if (!char.IsWhiteSpace(c))
                Append(folded, Letters.Plain(char.ToLowerInvariant(c)));
            else if (!particle)
                Space(folded);
            particle &= IsApostrophe(c) || char.IsWhiteSpace(c);
        }
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Whether the text can be a person's name: letters of any script, with spaces, apostrophes, dots and hyphens between them; no digits.</summary>
    public static bool IsName(string? text)
    {
        if (Clean(text) is not { } name)
            return false;
        var letters = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
                letters++;
            else if (letters == 0 || !MayStandInName(rune))
                return false;
        }
        return letters > 0;
    }

    /// <summary>Whether the character is one of those that people type for the apostrophe of H'Ngát.</summary>
    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '\u2032' or '`' or '\u00B4' or '\uFF07';

    private static bool MayStandInName(Rune rune) =>
        rune.Value is ' ' or '.' or '-' || (rune.IsBmp && IsApostrophe((char)rune.Value))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInvisible(char c) => IsControl(c) || char.IsSurrogate(c);

    private static bool IsControl(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    // The Ê Đê particle H', which some write apart from the name that follows.
    private static bool EndsInParticle(StringBuilder text) => text.Length > 0 && text[^1] == 'h' && (text.Length == 1 || text[^2] == ' ');

    private static void Space(StringBuilder to)
    {
        if (to.Length > 0 && to[^1] != ' ')
            to.Append(' ');
    }

    private static void Append(StringBuilder to, char c)
    {
        switch (c)
        {
            case 'ð' or 'ɖ': to.Append('d'); break;
            case 'ø': to.Append('o'); break;
            case 'ł': to.Append('l'); break;
            case 'ı': to.Append('i'); break;
            case 'ß': to.Append("ss"); break;
            case 'æ': to.Append("ae"); break;
            case 'œ': to.Append("oe"); break;
            case 'þ': to.Append("th"); break;
            case '\u2010' or '\u2011' or '\u2013': to.Append('-'); break;
            default: to.Append(c); break;
        }
    }
}
