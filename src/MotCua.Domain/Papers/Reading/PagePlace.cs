using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Reading;

/// <summary>A box on the picture of a page, in its pixels.</summary>
[NoTerm("a place on a picture")]
public readonly record struct PageBox(int Left, int Top, int Width, int Height)
{
    /// <summary>Its right edge.</summary>
    public int Right => Left + Width;

    /// <summary>Its lower edge.</summary>
    public int Bottom => Top + Height;

    /// <summary>The smallest box around both.</summary>
    public PageBox With(PageBox other)
    {
        var (left, top) = (Math.Min(Left, other.Left), Math.Min(Top, other.Top));
        return new PageBox(left, top, Math.Max(Right, other.Right) - left, Math.Max(Bottom, other.Bottom) - top);
    }
}

/// <summary>How a page that was made level for reading lies on the picture it came from.</summary>
/// <param name="Quarters">By how many quarters the picture was turned clockwise.</param>
/// <param name="Width">Pixels of the turned picture.</param>
/// <param name="Height">Pixels of the turned picture.</param>
/// <param name="Scale">How many times larger the level page is.</param>
/// <param name="Rim">White pixels around the level page.</param>
/// <param name="Slope">Rise over run of its lines in the middle.</param>
/// <param name="Bend">By how much the slope grows from there to the lower edge.</param>
[NoTerm("a place on a picture")]
public sealed record PagePlace(int Quarters, int Width, int Height, double Scale, int Rim, double Slope, double Bend)
{
    /// <summary>A page read as it is.</summary>
    public static PagePlace Same(int width, int height, int quarters = 0) => new(quarters, width, height, 1, 0, 0, 0);

    /// <summary>Where a word of the level page stands on the turned picture.</summary>
    public PageBox Of(ReadWord word)
    {
        var (left, right) = (Column(word.Left), Column(word.Right));
        double[] rows = [Row(left, word.Top), Row(right, word.Top), Row(left, word.Bottom), Row(right, word.Bottom)];
        var (x, y) = (Math.Clamp((int)Math.Floor(left), 0, Width), Math.Clamp((int)Math.Floor(rows.Min()), 0, Height));
        return new PageBox(x, y, Math.Clamp((int)Math.Ceiling(right), x, Width) - x, Math.Clamp((int)Math.Ceiling(rows.Max()), y, Height) - y);
    }

    private double Column(double level) => (level - Rim) / Scale;

    private double Row(double column, double level)
    {
        var from = (level - Rim) / Scale;
        return from + ((column - (Width / 2.0)) * (Slope + (Bend * Math.Clamp((from / Height * 2) - 1, -1, 1))));
    }
}
