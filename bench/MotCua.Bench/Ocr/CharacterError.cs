using System.Text;

namespace MotCua.Bench.Ocr;

/// <summary>How far a text that was read is from the printed one.</summary>
internal static class CharacterError
{
    /// <summary>The share of letters, digits and signs that were lost, changed or added: edit distance by printed characters. Of the two orders in which
    /// the lines can stand (the reader's, and from top to bottom) the better one counts; white space counts as one space.</summary>
    public static (int Errors, int Characters) Of(string printed, IEnumerable<string> orders)
    {
        var right = Flat(printed);
        return (orders.Min(o => Distance(right, Flat(o))), right.Length);
    }

    private static string Flat(string text)
    {
        var flat = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
            if (!char.IsWhiteSpace(c))
                flat.Append(c);
            else if (flat.Length > 0 && flat[^1] != ' ')
                flat.Append(' ');
        return flat.ToString().Trim();
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }
}
