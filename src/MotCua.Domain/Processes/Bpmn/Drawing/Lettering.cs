namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Breaks labels into lines. There is no font here: widths are estimated on the wide side.</summary>
internal static class Lettering
{
    /// <summary>Size of letters in units of the drawing.</summary>
    public const double Size = 12;

    /// <summary>Distance of lines.</summary>
    public const double Line = 15;

    /// <summary>The lines of a text; the last ends in … where not all fits.</summary>
    public static List<string> Wrap(string text, double width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width)))
        {
            if (line.Length > 0 && Width(line + " " + word) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
                line = line.Length > 0 ? line + " " + word : word;
        }
        if (line.Length > 0)
            lines.Add(line);
        if (lines.Count <= most)
            return lines;
        var last = lines[most - 1];
        while (last.Length > 1 && Width(last + "…") > width)
            last = last[..^1];
        return [.. lines.Take(most - 1), last.TrimEnd() + "…"];
    }

    /// <summary>Estimated width of a line.</summary>
    public static double Width(string text) => text.Sum(Width);

    private static IEnumerable<string> Pieces(string word, double width)
    {
        // The estimate is wide: a word that is a little too long is left whole.
        while (Width(word) > width * 1.1 && word.Length > 1)
        {
            var fits = Math.Max(1, Enumerable.Range(1, word.Length - 1).TakeWhile(n => Width(word[..n]) <= width).LastOrDefault());
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    private static double Width(char letter) => Size * (letter switch
    {
        'i' or 'í' or 'ì' or 'ỉ' or 'ĩ' or 'ị' or 'j' or 'l' or 't' or 'r' or 'f' or '.' or ',' or ':' or ';'
            or '\'' or '!' or '|' or '(' or ')' or ' ' => 0.33,
        'm' or 'w' => 0.86,
        'M' or 'W' => 0.92,
        _ when char.IsUpper(letter) => 0.67,
        _ => 0.55,
    });
}
