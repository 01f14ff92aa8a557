using System.Text;

namespace MotCua.App;

/// <summary>Text that PostgreSQL can hold: without the null character and half surrogates.</summary>
public static class WholeText
{
    /// <summary>The text without what cannot be held.</summary>
    public static string Of(string text) =>
        IsWhole(text) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value != 0 && r != Rune.ReplacementChar));

    /// <summary>Whether all of it can be held.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !(char.IsSurrogatePair(text, i) && ++i > 0)))
                return false;
        return true;
    }
}
