namespace MotCua.Domain.Papers.Reading;

/// <summary>The title of a paper, and with it its kind.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Words">The title; null where there is none.</param>
/// <param name="First">Its first row; the row of "V/v" of an official letter.</param>
/// <param name="Last">Its last row.</param>
internal sealed record PaperTitle(string Code, string? Words, double Sure, int First, int Last)
{
    private const int TopRows = 28;
    private const int MostLines = 3;

    private static readonly string[] Ends =
        ["ubnd", "uyban", "congty", "giamdoc", "chutich", "hieutruong", "kinhgui", "so", "canqu", "doanhnghieptunhan", "chinhanh", "cap", "bangoc"];

    /// <summary>Finds it among the rows of the first page.</summary>
    public static PaperTitle? Find(IReadOnlyList<RowPart> parts)
    {
        var head = parts.TakeWhile(p => p.Page == parts[0].Page && p.Row < TopRows).ToList();
        foreach (var part in head.Where(p => p.Capitals))
            if (At(part, Lines(head, part)) is { } title)
                return title;
        // An official letter has no title: "V/v" under its number, or only whom it is for.
        var about = head.FirstOrDefault(p => IsAbout(p.Run.Plain));
        var letter = about ?? head.FirstOrDefault(p => p.Run.Plain.StartsWith("kinh gui", StringComparison.Ordinal));
        return letter is null ? null : new PaperTitle(PaperKinds.Letter, null, about is null ? 0.75 : 0.97, letter.Row, letter.Row);
    }

    /// <summary>Whether a row begins the subject of an official letter.</summary>
    public static bool IsAbout(string plain) => plain.StartsWith("v/v", StringComparison.Ordinal) || plain.StartsWith("viv ", StringComparison.Ordinal);

    private static List<RowPart> Lines(List<RowPart> head, RowPart first)
    {
        var lines = new List<RowPart> { first };
        var middle = (first.Left + first.Right) / 2;
        for (var row = first.Row + 1; lines.Count < MostLines; row++)
        {
            var next = head.FirstOrDefault(p => p.Row == row && Math.Abs((p.Left + p.Right) / 2 - middle) < Math.Max(first.Right - first.Left, 400) * 0.25);
            if (next is null || !next.Capitals || next.Run.Text.StartsWith('(') || next.Top - lines[^1].Top > lines[^1].Height * 4)
                break;
            lines.Add(next);
        }
        return lines;
    }

    private static PaperTitle? At(RowPart part, List<RowPart> lines)
    {
        var squeezed = lines.Select(l => PaperKinds.Squeeze(l.Run.Plain)).ToList();
        var together = string.Concat(squeezed);
        var (kind, off) = PaperKinds.All.Select(k => (k, PaperKinds.Distance(together, k.Plain))).MinBy(k => k.Item2 / (double)k.k.Plain.Length);
        if (off > Math.Max(1, kind.Plain.Length / 8) || kind.Plain.Length < 10 && off > 0 || Follows(together, kind, off))
            return null;
        var (length, count) = (0, 0);
        while (count < lines.Count && length < kind.Plain.Length - off)
            length += squeezed[count++].Length;
        if (kind.Title is not null)
            return new PaperTitle(kind.Code, kind.Title, off == 0 ? 0.98 : 0.93, part.Row, lines[count - 1].Row);
        while (count < lines.Count && !Ends.Any(e => squeezed[count].StartsWith(e, StringComparison.Ordinal)))
            count++;
        var words = lines.Take(count).SelectMany(l => l.Words).ToList();
        var title = PaperCase.Sentence(PaperWords.Repair(string.Join(' ', words.Select(w => w.Text)), out var known));
        // A title that is not wholly of known words is proposed, never called sure.
        var all = !title.Where((c, i) => c != ' ' && !known[i]).Any();
        return new PaperTitle(kind.Code, title, all ? 0.95 : Math.Min(0.88, words.Min(w => w.Sure)), part.Row, lines[count - 1].Row);
    }

    // "QUYẾT ĐỊNH:" before the articles is not the title, and a heading that only begins alike is another paper.
    private static bool Follows(string together, PaperKind kind, int off) =>
        kind.Code == PaperKinds.Proposal && together.Length > kind.Plain.Length + off + 40;
}
