namespace MotCua.Integrations.Forms;

/// <summary>What stands in the flow of the text and is never cut: a line, a row, a signature.</summary>
/// <param name="Height">In points, without the space before.</param>
/// <param name="Draw">Draws at the left margin and the given top; the flag says whether the box below belongs to the same table
/// and stands on the same page.</param>
internal sealed record Box(float Height, Action<Pen, float, bool> Draw)
{
    /// <summary>Space above, dropped at the top of a page.</summary>
    public float Before { get; init; }

    /// <summary>Whether the next box must stand on the same page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>The head of the table of which this is a part; repeated where the table goes on on a new page.</summary>
    public Box? Head { get; init; }
}

/// <summary>A box on its page.</summary>
internal sealed record Placed(Box Box, float Top, bool Continues);

/// <summary>Fills pages with boxes.</summary>
internal static class Pages
{
    /// <summary>The boxes of each page; tops from the top of the page's body.</summary>
    /// <param name="first">Height of the body on the first page.</param>
    /// <param name="next">Height of the body on the pages after.</param>
    public static IReadOnlyList<IReadOnlyList<Placed>> Fill(IReadOnlyList<Box> boxes, float first, float next)
    {
        var pages = new List<List<Placed>> { new() };
        var y = 0f;
        for (var i = 0; i < boxes.Count; i++)
        {
            var page = pages[^1];
            var limit = pages.Count == 1 ? first : next;
            var chain = Chain(boxes, i);
            if (page.Count > 0 && y + Math.Max(boxes[i].Before + boxes[i].Height, chain <= next ? chain : 0) > limit + 0.01f)
            {
                pages.Add(page = []);
                y = 0;
            }
            if (page.Count == 0 && boxes[i].Head is { } head && pages.Count > 1)
            {
                page.Add(new(head, 0, true));
                y = head.Height;
            }
            y += page.Count == 0 || (page.Count == 1 && page[0].Box == boxes[i].Head) ? 0 : boxes[i].Before;
            page.Add(new(boxes[i], y, false));
            y += boxes[i].Height;
        }
        return [.. pages.Select(Mark)];
    }

    /// <summary>Height of the boxes that must stay together, from the given one on.</summary>
    private static float Chain(IReadOnlyList<Box> boxes, int from)
    {
        var height = 0f;
        var i = from;
        do
            height += boxes[i].Before + boxes[i].Height;
        while (boxes[i].KeepWithNext && ++i < boxes.Count);
        return height;
    }

    private static IReadOnlyList<Placed> Mark(List<Placed> page) =>
        [.. page.Select((p, i) => p with { Continues = i + 1 < page.Count && page[i + 1].Box.Head is { } head && (p.Box.Head == head || p.Box == head) })];
}
