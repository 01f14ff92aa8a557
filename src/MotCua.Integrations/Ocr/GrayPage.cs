namespace MotCua.Integrations.Ocr;

/// <summary>A page as shades of grey, a byte each: 0 is black.</summary>
internal sealed class GrayPage(byte[] pixels, int width, int height)
{
    /// <summary>Row after row.</summary>
    public byte[] Pixels { get; } = pixels;

    /// <summary>Pixels in a row.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>A white page.</summary>
    public static GrayPage White(int width, int height)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        return new GrayPage(pixels, width, height);
    }

    /// <summary>The shade at a point; white outside.</summary>
    public byte At(int x, int y) => (uint)x < (uint)Width && (uint)y < (uint)Height ? Pixels[y * Width + x] : byte.MaxValue;

    /// <summary>The shade between four pixels; white outside.</summary>
    public byte Between(float x, float y)
    {
        var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (right, below) = (x - left, y - top);
        var upper = At(left, top) * (1 - right) + At(left + 1, top) * right;
        var lower = At(left, top + 1) * (1 - right) + At(left + 1, top + 1) * right;
        return (byte)(upper * (1 - below) + lower * below + 0.5f);
    }

    /// <summary>The page turned clockwise by so many quarters.</summary>
    public GrayPage Turned(int quarters)
    {
        quarters &= 3;
        if (quarters == 0)
            return this;
        var (w, h) = quarters == 2 ? (Width, Height) : (Height, Width);
        var turned = new byte[w * h];
        for (var y = 0; y < h; y++)
            for (var x = 0; x < w; x++)
                turned[y * w + x] = quarters switch
                {
                    1 => Pixels[(Height - 1 - x) * Width + y],
                    2 => Pixels[(Height - 1 - y) * Width + Width - 1 - x],
                    _ => Pixels[x * Width + Width - 1 - y],
                };
        return new GrayPage(turned, w, h);
    }
}
