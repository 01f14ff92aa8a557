namespace MotCua.Domain.Papers.Reading;

/// <summary>Words that stand together in a row.</summary>
internal sealed record RowPart(int Page, int Row, IReadOnlyList<ReadWord> Words)
{
    public TextRun Run { get; } = TextRun.Of(Words);

    public int Left => Words[0].Left;

    public int Right => Words[^1].Right;

    public int Top => Words.Min(w => w.Top);

    public int Height => Words.Select(w => w.Height).Order().ElementAt(Words.Count / 2);

    /// <summary>Whether it is printed in capitals.</summary>
    public bool Capitals
    {
        get
        {
            var letters = Run.Text.Where(char.IsLetter).ToList();
            return letters.Count > 1 && letters.Count(char.IsUpper) >= letters.Count * 0.8;
        }
    }
}

/// <summary>The rows of a paper from top to bottom, whatever order the reader went in; a row falls into parts where a wide gap is.</summary>
internal static class PageRows
{
    // In heights of the words beside it: justified text leaves less.
    private const double WideGap = 2.2;
    private const double Noise = 0.35;

    public static IReadOnlyList<RowPart> Of(IReadOnlyList<ReadPage> pages)
    {
        var (parts, row) = (new List<RowPart>(), 0);
        foreach (var page in pages)
            foreach (var line in Rows(page))
            {
                parts.AddRange(Parts(page.Number, row, line));
                row++;
            }
        return parts;
    }

    private static IEnumerable<List<ReadWord>> Rows(ReadPage page)
    {
        var words = page.Words.Where(w => w.Height > 0 && w.Width > 0 && (w.Sure >= Noise || w.Text.Count(char.IsLetterOrDigit) > 1)).ToList();
        if (words.Count == 0)
            return [];
        var usual = words.Select(w => w.Height).Order().ElementAt(words.Count / 2);
        words = [.. words.Where(w => w.Text is "-" or "–" || w.Height > usual * 0.3 && w.Height < usual * 4
            || w.Text.Any(char.IsLetterOrDigit) && w.Sure > 0.8)];
        var rows = new List<List<ReadWord>>();
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var fragment = line.OrderBy(w => w.Left).ToList();
            // The pieces of a broken row meet end to end; a row that leans a little is met at its near end.
            var same = rows.FirstOrDefault(r => Meet(r, fragment, usual));
            if (same is null)
                rows.Add(fragment);
            else
            {
                same.AddRange(fragment);
                same.Sort((a, b) => a.Left.CompareTo(b.Left));
            }
        }
        return rows.OrderBy(r => r.Average(Middle));
    }

    private static bool Meet(List<ReadWord> row, List<ReadWord> fragment, int usual)
    {
        var (first, last) = (fragment[0], fragment[^1]);
        if (row.Any(w => w.Left < last.Right - 2 && w.Right > first.Left + 2))
            return false;
        var before = row.LastOrDefault(w => w.Right <= first.Left + 2);
        var after = row.FirstOrDefault(w => w.Left >= last.Right - 2);
        return before is not null && Level(before, first, usual) || after is not null && Level(last, after, usual);
    }

    private static bool Level(ReadWord a, ReadWord b, int usual) => Math.Abs(Middle(a) - Middle(b)) < usual * 0.5;

    private static double Middle(ReadWord word) => word.Top + word.Height / 2.0;

    // The name of the state and its motto may stand close behind the agency at their left.
    private static bool BeginsHeading(List<ReadWord> words, int at) =>
        at + 3 < words.Count && TextRun.PlainOf(string.Join(' ', words.Skip(at).Take(4).Select(w => w.Text))) is var plain
            && (plain.StartsWith("cong hoa xa", StringComparison.Ordinal) || plain.StartsWith("doc lap -", StringComparison.Ordinal));

    private static IEnumerable<RowPart> Parts(int page, int row, List<ReadWord> words)
    {
        var start = 0;
        for (var i = 1; i <= words.Count; i++)
        {
            if (i < words.Count && !BeginsHeading(words, i)
                && words[i].Left - words[i - 1].Right < WideGap * Math.Max(24, Math.Min(words[i].Height, words[i - 1].Height)))
                continue;
            yield return new RowPart(page, row, words[start..i]);
            start = i;
        }
    }
}
