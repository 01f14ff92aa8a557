namespace MotCua.Integrations.Ocr;

/// <summary>Finds the QR code of a separator sheet on an even page: upright, turned by quarters or a little aslant; versions 1 to 4
/// (ISO/IEC 18004:2015).</summary>
internal static class QrSheet
{
    private const int Dark = 128;
    private const int LeastModule = 2;
    private const int Largest = 33;

    private sealed record Finder(double X, double Y, double Module, int Seen);

    /// <summary>Its text; null where there is none.</summary>
    public static string? Read(GrayPage page)
    {
        var finders = Finders(page);
        for (var a = 0; a < finders.Count; a++)
            for (var b = 0; b < finders.Count; b++)
                for (var c = b + 1; c < finders.Count; c++)
                    if (a != b && a != c && Grid(page, finders[a], finders[b], finders[c]) is { } modules && QrCode.Text(modules) is { } text)
                        return text;
        return null;
    }

    // Dark and light runs of 1, 1, 3, 1 and 1 modules, in the row and then in the column.
    private static List<Finder> Finders(GrayPage page)
    {
        var found = new List<Finder>();
        for (var y = 1; y < page.Height; y += 2)
        {
            var (runs, starts) = (new List<int>(), new List<int>());
            for (var x = 0; x < page.Width;)
            {
                var (start, dark) = (x, IsDark(page, x, y));
                while (x < page.Width && IsDark(page, x, y) == dark)
                    x++;
                runs.Add(x - start);
                starts.Add(start);
                var n = runs.Count;
                if (dark && n >= 5 && Module(runs[n - 5], runs[n - 4], runs[n - 3], runs[n - 2], runs[n - 1]) is { } module
                    && Across(page, starts[n - 3] + runs[n - 3] / 2.0, y, module) is { } centre)
                    Add(found, centre);
            }
        }
        return [.. found.Where(f => f.Seen > 1).OrderByDescending(f => f.Seen).Take(8)];
    }

    private static bool IsDark(GrayPage page, int x, int y) => page.At(x, y) < Dark;

    private static double? Module(int a, int b, int c, int d, int e)
    {
        var module = (a + b + c + d + e) / 7.0;
        var off = module * 0.6;
        return module >= LeastModule && Math.Abs(a - module) < off && Math.Abs(b - module) < off && Math.Abs(c - 3 * module) < 2 * off
            && Math.Abs(d - module) < off && Math.Abs(e - module) < off ? module : null;
    }

    private static Finder? Across(GrayPage page, double x, double y, double module)
    {
        var column = (int)x;
        Span<int> runs = stackalloc int[5];
        var (up, down) = ((int)y, (int)y + 1);
        for (var part = 0; part < 3; part++)
            for (; up >= 0 && IsDark(page, column, up) == (part != 1) && runs[2 - part] < module * 5; up--)
                runs[2 - part]++;
        for (var part = 0; part < 3; part++)
            for (; down < page.Height && IsDark(page, column, down) == (part != 1) && runs[2 + part] < module * 5; down++)
                runs[2 + part]++;
        return Module(runs[0], runs[1], runs[2], runs[3], runs[4]) is { } tall && Math.Abs(tall - module) < module * 0.4
            ? new Finder(x, up + 1 + runs[0] + runs[1] + runs[2] / 2.0, (tall + module) / 2, 1) : null;
    }

    private static void Add(List<Finder> found, Finder at)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var known = found[i];
            if (Math.Abs(known.X - at.X) > known.Module * 2 || Math.Abs(known.Y - at.Y) > known.Module * 2)
                continue;
            var n = known.Seen;
            found[i] = new Finder(
                (known.X * n + at.X) / (n + 1), (known.Y * n + at.Y) / (n + 1), (known.Module * n + at.Module) / (n + 1), n + 1);
            return;
        }
        found.Add(at);
    }

    // The corner, and the two others at equal distances and a right angle.
    private static bool[,]? Grid(GrayPage page, Finder corner, Finder one, Finder other)
    {
        var (ax, ay, bx, by) = (one.X - corner.X, one.Y - corner.Y, other.X - corner.X, other.Y - corner.Y);
        if (ax * by - ay * bx < 0)
            (ax, ay, bx, by) = (bx, by, ax, ay);
        var (la, lb) = (Math.Sqrt(ax * ax + ay * ay), Math.Sqrt(bx * bx + by * by));
        var module = (corner.Module + one.Module + other.Module) / 3;
        if (Math.Abs(la - lb) > 0.15 * la || Math.Abs(ax * bx + ay * by) > 0.15 * la * lb)
            return null;
        var size = 17 + 4 * (int)Math.Round(((la + lb) / 2 / module + 7 - 17) / 4);
        if (size is < 21 or > Largest)
            return null;
        var modules = new bool[size, size];
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
            {
                var (u, v) = ((column - 3.0) / (size - 7), (row - 3.0) / (size - 7));
                modules[row, column] = MostlyDark(page, corner.X + u * ax + v * bx, corner.Y + u * ay + v * by, module / 4);
            }
        return modules;
    }

    private static bool MostlyDark(GrayPage page, double x, double y, double step)
    {
        var sum = 0;
        for (var dy = -1; dy <= 1; dy++)
            for (var dx = -1; dx <= 1; dx++)
                sum += page.At((int)(x + dx * step), (int)(y + dy * step));
        return sum < 9 * Dark;
    }
}
