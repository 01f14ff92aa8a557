namespace MotCua.Integrations.Ocr;

/// <summary>Makes lines of text level. Finds the slope at which lines fall into the fewest rows, also where the slope changes
/// from the top to the bottom (a photograph at an angle), and draws the page anew at the size that reading wants.</summary>
internal static class Straight
{
    private const int MostPoints = 150_000;
    private const double Steepest = 0.09;
    private const double Change = 0.05;
    /// <summary>White pixels around the level page: letters at the very edge are lost otherwise.</summary>
    public const int Rim = 30;

    /// <summary>A slope: at the middle, and by how much it grows from there to the lower edge. Rise over run.</summary>
    internal readonly record struct Slope(double Middle, double Change)
    {
        /// <summary>The slope at a height, -1 (upper edge) to 1 (lower edge).</summary>
        public double At(double height) => Middle + Change * height;
    }

    /// <summary>The page level, as many times larger as said, with a white rim.</summary>
    public static GrayPage Of(GrayPage page, Slope slope, float scale)
    {
        var (w, h) = ((int)(page.Width * scale) + 2 * Rim, (int)(page.Height * scale) + 2 * Rim);
        var drawn = GrayPage.White(w, h);
        for (var y = 0; y < h; y++)
        {
            var from = (y - Rim) / scale;
            var tangent = (float)slope.At(Math.Clamp(from / page.Height * 2 - 1, -1, 1));
            for (var x = 0; x < w; x++)
            {
                var column = (x - Rim) / scale;
                drawn.Pixels[y * w + x] = page.Between(column, from + (column - page.Width / 2f) * tangent);
            }
        }
        return drawn;
    }

    /// <summary>The slope of the lines of a page that was made even.</summary>
    public static Slope Find(GrayPage page)
    {
        var points = Points(page);
        if (points.Count < 500)
            return default;
        var rows = new int[page.Height + 2 * (int)(page.Width * (Steepest + Change)) + 4];
        var level = new Slope();
        var best = Best(level, Steps(Steepest, 0.006), (s, v) => s with { Middle = s.Middle + v });
        best = Best(best, Steps(0.006, 0.001), (s, v) => s with { Middle = s.Middle + v });
        var straight = Score(best);
        var bent = Best(best, Steps(Change, 0.005), (s, v) => s with { Change = s.Change + v });
        bent = Best(bent, Steps(0.008, 0.002), (s, v) => s with { Middle = s.Middle + v });
        bent = Best(bent, Steps(0.005, 0.001), (s, v) => s with { Change = s.Change + v });
        // A page that lies flat has one slope; a little gain is chance.
        return Score(bent) > straight * 1.04 ? bent : best;

        Slope Best(Slope from, IEnumerable<double> by, Func<Slope, double, Slope> move) => by.Select(v => move(from, v)).MaxBy(Score);

        double Score(Slope slope)
        {
            Array.Clear(rows);
            foreach (var (x, y) in points)
            {
                var row = y - x * slope.At(y * 2.0 / page.Height - 1) + rows.Length / 2.0 - page.Height / 2.0;
                if (row >= 0 && row < rows.Length)
                    rows[(int)row]++;
            }
            return rows.Sum(n => (double)n * n);
        }
    }

    private static IEnumerable<double> Steps(double most, double step)
    {
        var n = (int)Math.Round(most / step);
        return Enumerable.Range(-n, 2 * n + 1).OrderBy(Math.Abs).Select(i => i * step);
    }

    // The lower edges of ink: base lines say more than the bodies of letters.
    private static List<(int X, int Y)> Points(GrayPage page)
    {
        var points = new List<(int X, int Y)>();
        for (var y = 0; y < page.Height - 2; y++)
            for (var x = 0; x < page.Width; x++)
                if (page.Pixels[y * page.Width + x] < 120 && page.Pixels[(y + 1) * page.Width + x] >= 120)
                    points.Add((x - page.Width / 2, y));
        if (points.Count <= MostPoints)
            return points;
        var every = points.Count / (double)MostPoints;
        return [.. Enumerable.Range(0, MostPoints).Select(i => points[(int)(i * every)])];
    }
}
