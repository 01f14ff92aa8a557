using MotCua.Domain.Law;

namespace MotCua.Domain.Catalogue;

/// <summary>What became of a line from one version to the other.</summary>
[Term("kết quả so sánh")]
public enum LineChange
{
    /// <summary>Stands in both alike.</summary>
    [Term("giữ nguyên")] Same,
    /// <summary>Stands in both, in other words.</summary>
    [Term("thay đổi")] Changed,
    /// <summary>Only in the second.</summary>
    [Term("thêm mới")] Added,
    /// <summary>Only in the first.</summary>
    [Term("bỏ đi")] Removed,
}

/// <summary>A line of both versions, side by side; null where it does not stand.</summary>
[NoTerm("a part of a Comparison")]
public sealed record ComparedLine(string? Before, string? After)
{
    /// <summary>What became of it.</summary>
    public LineChange Change => this switch
    {
        { Before: null } => LineChange.Added,
        { After: null } => LineChange.Removed,
        _ => Before == After ? LineChange.Same : LineChange.Changed,
    };
}

/// <summary>One part of both versions.</summary>
[NoTerm("a part of a Comparison")]
public sealed record ComparedField(CatalogueField Field, IReadOnlyList<ComparedLine> Lines)
{
    /// <summary>Whether anything differs.</summary>
    public bool Changed => Lines.Any(l => l.Change != LineChange.Same);
}

/// <summary>Two versions of a procedure side by side, part by part, in lines that people read.</summary>
/// <param name="Fields">Every part, in the order of <see cref="CatalogueField"/>.</param>
[NoTerm("two versions side by side")]
public sealed record Comparison(IReadOnlyList<ComparedField> Fields)
{
    /// <summary>The parts that differ.</summary>
    public IReadOnlyList<CatalogueField> Changed => [.. Fields.Where(f => f.Changed).Select(f => f.Field)];

    /// <summary>Compares what two versions say; their numbers, days, source and whether somebody has checked them are no part of it.</summary>
    public static Comparison Of(ProcedureVersion before, ProcedureVersion after) => new(
        [.. Enum.GetValues<CatalogueField>().Select(f => new ComparedField(f, Pair(CatalogueLines.Of(before, f), CatalogueLines.Of(after, f))))]);

    /// <summary>Lines with the same key stand beside each other, in the order of the second; those that went stay where they stood.</summary>
    private static List<ComparedLine> Pair(IReadOnlyList<CatalogueLine> before, IReadOnlyList<CatalogueLine> after)
    {
        var old = before.ToDictionary(l => l.Key, l => l.Text);
        var kept = after.Select(l => l.Key).Where(old.ContainsKey).ToHashSet();
        var lines = new List<ComparedLine>();
        var at = 0;
        foreach (var line in after)
        {
            if (!kept.Contains(line.Key))
            {
                lines.Add(new ComparedLine(null, line.Text));
                continue;
            }
            Gone(Find(before, at, line.Key));
            lines.Add(new ComparedLine(old[line.Key], line.Text));
        }
        Gone(before.Count);
        if (Order(before, kept) is var one && Order(after, kept) is var other && one != other)
            lines.Add(new ComparedLine("Thứ tự: " + one, "Thứ tự: " + other));
        return lines;

        void Gone(int until)
        {
            for (; at < until; at++)
                if (!kept.Contains(before[at].Key))
                    lines.Add(new ComparedLine(before[at].Text, null));
        }
    }

    /// <summary>Where a key stands from a place on; the place itself if it stands before.</summary>
    private static int Find(IReadOnlyList<CatalogueLine> lines, int at, string key)
    {
        for (var i = at; i < lines.Count; i++)
            if (lines[i].Key == key)
                return i;
        return at;
    }

    private static string Order(IReadOnlyList<CatalogueLine> lines, HashSet<string> of) =>
        string.Join(" → ", lines.Where(l => of.Contains(l.Key)).Select(l => l.Name));
}
