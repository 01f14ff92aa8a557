namespace MotCua.Integrations.Ocr;

/// <summary>What a sheet is before anything on it is read.</summary>
internal static class Sheets
{
    private const int Cell = 16;
    private const int DarkInCell = 24;
    // A short line of print darkens more cells than that; dust and a fold do not.
    private const int DarkCells = 8;
    private const double Margin = 0.04;

    /// <summary>Whether nothing is on a page that was made even.</summary>
    public static bool IsBlank(GrayPage page)
    {
        var (mx, my, dark) = ((int)(page.Width * Margin), (int)(page.Height * Margin), 0);
        for (var top = my; top < page.Height - my - Cell; top += Cell)
            for (var left = mx; left < page.Width - mx - Cell; left += Cell)
            {
                var count = 0;
                for (var y = top; y < top + Cell; y++)
                    for (var x = left; x < left + Cell; x++)
                        if (page.Pixels[y * page.Width + x] < 110)
                            count++;
                if (count >= DarkInCell && ++dark > DarkCells)
                    return false;
            }
        return true;
    }
}
