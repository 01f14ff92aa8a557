using System.Globalization;
using System.Text;

namespace MotCua.Integrations.Signing.Pdf;

/// <summary>Writes values as a PDF says them.</summary>
internal static class PdfText
{
    /// <summary>A value, in bytes of Latin letters.</summary>
    public static void Write(StringBuilder to, PdfValue value)
    {
        switch (value)
        {
            case PdfWord word:
                to.Append(word.Text);
                break;
            case PdfNumber number:
                to.Append(number.Text ?? number.Value.ToString("0.####", CultureInfo.InvariantCulture));
                break;
            case PdfName name:
                Name(to, name.Text);
                break;
            case PdfString text:
                to.Append('<').Append(Convert.ToHexString(text.Bytes)).Append('>');
                break;
            case PdfReference reference:
                to.Append(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} R");
                break;
            case PdfArray array:
                Array(to, array);
                break;
            case PdfDictionary dictionary:
                Dictionary(to, dictionary);
                break;
            default:
                throw new InvalidOperationException("A stream stands alone in a PDF.");
        }
    }

    /// <summary>A text string that every reader shows with its tones (ISO 32000-1, 7.9.2.2).</summary>
    public static PdfString Text(string text) => new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    /// <summary>What a text string says: UTF-16, UTF-8 or, as an approximation of PDFDocEncoding, Latin letters.</summary>
    public static string Text(PdfString text) => text.Bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(text.Bytes, 2, text.Bytes.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(text.Bytes, 3, text.Bytes.Length - 3),
        _ => Encoding.Latin1.GetString(text.Bytes),
    };

    /// <summary>A moment: D:20261124150405+07'00'.</summary>
    public static PdfString Date(DateTimeOffset moment) =>
        new(Encoding.ASCII.GetBytes(moment.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture)
            + (moment.Offset < TimeSpan.Zero ? "-" : "+") + moment.Offset.ToString("hh\\'mm\\'", CultureInfo.InvariantCulture)));

    /// <summary>The moment that a date string names; null where it names none.</summary>
    public static DateTimeOffset? Date(PdfString text)
    {
        var digits = Text(text).Replace("D:", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        if (digits.Length < 14
            || !DateTime.TryParseExact(digits[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        var zone = digits[14..].Replace("Z", "+", StringComparison.Ordinal);
        if (zone is "" or "+")
            return new(local, TimeSpan.Zero);
        return TimeSpan.TryParseExact(zone[1..].PadRight(4, '0'), "hhmm", CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14) && local.Year is > 1 and < 9999
            ? new(local, zone[0] == '-' ? -offset : offset) : null;
    }

    private static void Name(StringBuilder to, string text)
    {
        to.Append('/');
        foreach (var c in text)
            if (c is > ' ' and < (char)127 && !"()<>[]{}/%#".Contains(c))
                to.Append(c);
            else
                to.Append('#').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
    }

    private static void Array(StringBuilder to, PdfArray array)
    {
        to.Append('[');
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0)
                to.Append(' ');
            Write(to, array.Items[i]);
        }
        to.Append(']');
    }

    private static void Dictionary(StringBuilder to, PdfDictionary dictionary)
    {
        to.Append("<<");
        foreach (var key in dictionary.Keys)
        {
            Name(to, key);
            to.Append(' ');
            Write(to, dictionary[key]!);
        }
        to.Append(">>");
    }
}
