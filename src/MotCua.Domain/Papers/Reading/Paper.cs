namespace MotCua.Domain.Papers.Reading;

/// <summary>A paper laid out for reading: its rows, all its text, its title.</summary>
internal sealed class Paper
{
    /// <summary>Lays it out.</summary>
    public Paper(IReadOnlyList<ReadPage> pages)
    {
        Parts = PageRows.Of(pages);
        Title = Parts.Count == 0 ? null : PaperTitle.Find(Parts);
        Whole = Run(Parts);
        Body = Run(Parts.Where(p => Title is null || p.Row > Title.Last));
        Heading = Parts.FirstOrDefault(p => p.Row < 12 && PaperKinds.Distance(PaperKinds.Squeeze(p.Run.Plain), "conghoaxahoichunghiavietnam") <= 5);
    }

    /// <summary>Parts of rows, from top to bottom and left to right.</summary>
    public IReadOnlyList<RowPart> Parts { get; }

    /// <summary>Its title.</summary>
    public PaperTitle? Title { get; }

    /// <summary>Its kind; "" where it is not known.</summary>
    public string Kind => Title?.Code ?? "";

    /// <summary>All text: rows by line feeds, parts by tabs.</summary>
    public TextRun Whole { get; }

    /// <summary>The text below the title.</summary>
    public TextRun Body { get; }

    /// <summary>The name of the state at the top.</summary>
    public RowPart? Heading { get; }

    /// <summary>The parts at the left of the heading, from the top to the row of the title: agency and number (NĐ 30/2020, annex I).</summary>
    public IEnumerable<RowPart> LeftHead => Heading is null ? []
        : Parts.Where(p => p.Page == Heading.Page && p.Row >= Heading.Row - 2 && p.Row < (Title?.First ?? Heading.Row + 6)
            && (p.Left + p.Right) / 2 < Heading.Left
            && p.Top > Heading.Top - Heading.Height * 3);

    private static TextRun Run(IEnumerable<RowPart> parts)
    {
        var (run, row) = (new TextRun(), -1);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Words.Count; i++)
                run.Add(part.Words[i], i > 0 ? " " : part.Row != row ? "\n" : "\t");
            row = part.Row;
        }
        return run;
    }
}
