namespace MotCua.Integrations.Scanning;

/// <summary>How light and dark a page is, from the counts of its grey levels.</summary>
internal sealed class Ink
{
    private const double Paper = 0.95, Darkest = 0.004, FewestDark = 0.0004;
    private const int Stands = 24;
    private readonly long[] levels = new long[256];
    private long all;

    /// <summary>Counts a row of grey levels.</summary>
    public void Add(ReadOnlySpan<byte> grey)
    {
        foreach (var level in grey)
            levels[level]++;
        all += grey.Length;
    }

    /// <summary>Counts a row of pixels of four bytes, red first.</summary>
    public void AddColour(ReadOnlySpan<byte> pixels)
    {
        for (var i = 0; i + 3 < pixels.Length; i += 4)
            levels[((pixels[i] * 77) + (pixels[i + 1] * 151) + (pixels[i + 2] * 28)) >> 8]++;
        all += pixels.Length / 4;
    }

    /// <summary>Grey levels between paper and ink, and whether nothing stands on the page; null where nothing was counted.</summary>
    public (int Contrast, bool Blank)? Seen()
    {
        if (all == 0)
            return null;
        // The paper is as light as the pixels in the middle of the lighter half; a page of a dark photo has its own.
        var paper = Level(Paper);
        long dark = 0;
        for (var i = 0; i < paper - Stands; i++)
            dark += levels[i];
        var blank = dark < all * FewestDark;
        return (paper - Level(Darkest), blank);
    }

    private int Level(double share)
    {
        long sum = 0;
        for (var i = 0; i < levels.Length; i++)
        {
            sum += levels[i];
            if (sum > all * share)
                return i;
        }
        return levels.Length - 1;
    }
}
