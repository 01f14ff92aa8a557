namespace MotCua.Integrations.Ocr;

/// <summary>Makes paper white and ink black: divides by the paper's own brightness place by place, takes away what lies around the paper,
/// stretches the contrast and removes single specks.</summary>
internal static class EvenLight
{
    private const int Across = 64;
    // Darker than this share of the paper and reaching to the edge: the desk, the lid of the scanner.
    private const double Desk = 0.5;
    private const double Speck = 0.75;

    /// <summary>The page made even, in place.</summary>
    public static void On(GrayPage page)
    {
        var cell = Math.Max(8, page.Width / Across);
        var (columns, rows) = ((page.Width + cell - 1) / cell, (page.Height + cell - 1) / cell);
        var paper = Smooth(Widest(Brightness(page, cell, columns, rows), columns, rows), columns, rows);
        var outside = Outside(paper, columns, rows);
        Divide(page, cell, columns, rows, paper, outside);
        Stretch(page);
        RemoveSpecks(page);
    }

    private static float[] Brightness(GrayPage page, int cell, int columns, int rows)
    {
        var light = new float[columns * rows];
        Span<int> count = stackalloc int[256];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                count.Clear();
                var all = 0;
                for (var y = row * cell; y < Math.Min(page.Height, (row + 1) * cell); y++)
                    for (var x = column * cell; x < Math.Min(page.Width, (column + 1) * cell); x++, all++)
                        count[page.Pixels[y * page.Width + x]]++;
                light[row * columns + column] = Percentile(count, all, 0.85);
            }
        return light;
    }

    private static int Percentile(ReadOnlySpan<int> count, int all, double share)
    {
        var (left, shade) = ((int)(all * share), 0);
        for (; shade < 255 && left >= count[shade]; shade++)
            left -= count[shade];
        return shade;
    }

    private static float[] Widest(float[] light, int columns, int rows) =>
        Around(light, columns, rows, (most, next) => Math.Max(most, next), (most, _) => most);

    private static float[] Smooth(float[] light, int columns, int rows) => Around(light, columns, rows, (sum, next) => sum + next, (sum, n) => sum / n);

    private static float[] Around(float[] light, int columns, int rows, Func<float, float, float> add, Func<float, int, float> end)
    {
        var result = new float[light.Length];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var (sum, n) = (0f, 0);
                for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
                    for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++, n++)
                        sum = add(sum, light[y * columns + x]);
                result[row * columns + column] = end(sum, n);
            }
        return result;
    }

    private static bool[] Outside(float[] paper, int columns, int rows)
    {
        var bright = paper.Order().ElementAt((int)(paper.Length * 0.8));
        var outside = new bool[paper.Length];
        var open = new Stack<int>();
        for (var at = 0; at < paper.Length; at++)
            if (at % columns == 0 || at % columns == columns - 1 || at < columns || at >= paper.Length - columns)
                Mark(at);
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % columns, at / columns);
            if (x > 0) Mark(at - 1);
            if (x < columns - 1) Mark(at + 1);
            if (y > 0) Mark(at - columns);
            if (y < rows - 1) Mark(at + columns);
        }
        // A page that is dark for its greater part is not a page on a desk.
        return outside.Count(o => o) > paper.Length * 0.6 ? new bool[paper.Length] : outside;

        void Mark(int at)
        {
            if (outside[at] || paper[at] >= bright * Desk)
                return;
            outside[at] = true;
            open.Push(at);
        }
    }

    private static void Divide(GrayPage page, int cell, int columns, int rows, float[] paper, bool[] outside)
    {
        for (var y = 0; y < page.Height; y++)
        {
            var fy = Math.Clamp((y - cell / 2f) / cell, 0, rows - 1);
            var (top, below) = ((int)fy, fy - (int)fy);
            var next = Math.Min(rows - 1, top + 1);
            for (var x = 0; x < page.Width; x++)
            {
                var at = y * page.Width + x;
                if (outside[Math.Min(rows - 1, y / cell) * columns + Math.Min(columns - 1, x / cell)])
                {
                    page.Pixels[at] = byte.MaxValue;
                    continue;
                }
                var fx = Math.Clamp((x - cell / 2f) / cell, 0, columns - 1);
                var (left, right) = ((int)fx, fx - (int)fx);
                var beside = Math.Min(columns - 1, left + 1);
                var light = (paper[top * columns + left] * (1 - right) + paper[top * columns + beside] * right) * (1 - below)
                    + (paper[next * columns + left] * (1 - right) + paper[next * columns + beside] * right) * below;
                page.Pixels[at] = (byte)Math.Min(255, page.Pixels[at] * 255f / Math.Max(light, 40));
            }
        }
    }

    private static void Stretch(GrayPage page)
    {
        var count = new int[256];
        foreach (var shade in page.Pixels)
            count[shade]++;
        // Ink covers some hundredths of a written page; a blank page has none to stretch.
        var ink = Percentile(count, page.Pixels.Length, 0.01);
        if (ink is < 12 or > 190)
            return;
        var table = new byte[256];
        for (var shade = 0; shade < 256; shade++)
            table[shade] = (byte)Math.Clamp((shade - ink) * 255 / (243 - ink), 0, 255);
        for (var at = 0; at < page.Pixels.Length; at++)
            page.Pixels[at] = table[page.Pixels[at]];
    }

    private static void RemoveSpecks(GrayPage page)
    {
        const int Dark = (int)(255 * Speck);
        for (var y = 1; y < page.Height - 1; y++)
            for (var x = 1; x < page.Width - 1; x++)
            {
                var at = y * page.Width + x;
                if (page.Pixels[at] >= Dark)
                    continue;
                var near = 0;
                for (var dy = -1; dy <= 1; dy++)
                    for (var dx = -1; dx <= 1; dx++)
                        if (page.Pixels[at + dy * page.Width + dx] < Dark)
                            near++;
                if (near == 1)
                    page.Pixels[at] = byte.MaxValue;
            }
    }
}
