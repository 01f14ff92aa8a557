using SkiaSharp;

namespace MotCua.Integrations.Ocr;

/// <summary>Takes seals and stamps off a page: what is printed in colour and stands higher than a line of text. Coloured lines of text
/// (a red title, blue handwriting) stay; black text under a seal stays, since only coloured pixels go.</summary>
internal static class ColouredInk
{
    private const int Cell = 8;
    // The least difference between the strongest and the weakest colour of a coloured pixel.
    private const int Coloured = 55;
    // A seal, a stamp with a frame; a line of text on a form is lower. In millimetres.
    private const double StampHeight = 13;
    // A4 on its long side, in millimetres.
    private const double PageHeight = 297;
    private const double LargestStamp = 0.3;

    /// <summary>The page in grey, without seals and stamps.</summary>
    /// <param name="page">Four bytes a pixel: red, green, blue, alpha.</param>
    public static GrayPage Without(SKBitmap page)
    {
        var (w, h) = (page.Width, page.Height);
        var bytes = page.GetPixelSpan();
        var gray = new byte[w * h];
        var (columns, rows) = ((w + Cell - 1) / Cell, (h + Cell - 1) / Cell);
        var coloured = new int[columns * rows];
        var any = 0;
        for (var y = 0; y < h; y++)
        {
            var row = bytes.Slice(y * page.RowBytes, w * 4);
            for (var x = 0; x < w; x++)
            {
                var (r, g, b) = (row[x * 4], row[x * 4 + 1], row[x * 4 + 2]);
                gray[y * w + x] = (byte)((r * 77 + g * 151 + b * 28) >> 8);
                if (IsColoured(r, g, b))
                {
                    coloured[y / Cell * columns + x / Cell]++;
                    any++;
                }
            }
        }
        if (any > 0)
            foreach (var stamp in Stamps(coloured, columns, rows, StampHeight / PageHeight * Math.Max(w, h) / Cell))
                Erase(bytes, page.RowBytes, gray, w, h, stamp);
        return new GrayPage(gray, w, h);
    }

    private static bool IsColoured(int r, int g, int b) => Math.Max(r, Math.Max(g, b)) - Math.Min(r, Math.Min(g, b)) >= Coloured;

    private static void Erase(ReadOnlySpan<byte> bytes, int rowBytes, byte[] gray, int w, int h, Stamp stamp)
    {
        foreach (var (left, top) in stamp.Cells)
            for (var y = top * Cell; y < Math.Min(h, (top + 1) * Cell); y++)
                for (var x = left * Cell; x < Math.Min(w, (left + 1) * Cell); x++)
                {
                    var at = y * rowBytes + x * 4;
                    // The rim of a stroke is paler than its middle.
                    if (IsColoured(bytes[at], bytes[at + 1], bytes[at + 2]) || Paler(bytes, at))
                        gray[y * w + x] = byte.MaxValue;
                }
    }

    private static bool Paler(ReadOnlySpan<byte> bytes, int at)
    {
        var (r, g, b) = (bytes[at], bytes[at + 1], bytes[at + 2]);
        var most = Math.Max(r, Math.Max(g, b));
        return most > 130 && most - Math.Min(r, Math.Min(g, b)) >= Coloured / 3;
    }

    private sealed record Stamp(List<(int Left, int Top)> Cells);

    private static IEnumerable<Stamp> Stamps(int[] coloured, int columns, int rows, double height)
    {
        var seen = new bool[coloured.Length];
        for (var start = 0; start < coloured.Length; start++)
        {
            if (seen[start] || coloured[start] == 0)
                continue;
            var cells = Together(start, coloured, columns, rows, seen);
            var (left, right) = (cells.Min(c => c.Left), cells.Max(c => c.Left));
            var (top, bottom) = (cells.Min(c => c.Top), cells.Max(c => c.Top));
            if (bottom - top + 1 < height)
                continue;
            // The words inside the frame of a stamp go with it; the frame of a whole page goes alone.
            if ((double)(right - left) * (bottom - top) < LargestStamp * columns * rows)
                cells = [.. from y in Enumerable.Range(top, bottom - top + 1) from x in Enumerable.Range(left, right - left + 1) select (x, y)];
            yield return new Stamp(cells);
        }
    }

    private static List<(int Left, int Top)> Together(int start, int[] coloured, int columns, int rows, bool[] seen)
    {
        var (cells, open) = (new List<(int Left, int Top)>(), new Stack<int>([start]));
        seen[start] = true;
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % columns, at / columns);
            cells.Add((x, y));
            for (var dy = -1; dy <= 1; dy++)
                for (var dx = -1; dx <= 1; dx++)
                {
                    var (nx, ny) = (x + dx, y + dy);
                    if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || seen[ny * columns + nx] || coloured[ny * columns + nx] == 0)
                        continue;
                    seen[ny * columns + nx] = true;
                    open.Push(ny * columns + nx);
                }
        }
        return cells;
    }
}
