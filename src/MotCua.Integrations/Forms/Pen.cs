using SkiaSharp;

namespace MotCua.Integrations.Forms;

/// <summary>Draws on one page of the PDF, in points from its top left corner.</summary>
/// <param name="typefaces">The cut fonts by style.</param>
internal sealed class Pen(SKCanvas canvas, IReadOnlyList<SKTypeface?> typefaces, float left)
{
    /// <summary>Draws a line of text with its baseline at <paramref name="y"/>.</summary>
    /// <param name="x">From the left margin.</param>
    public void Text(Line line, float x, float y)
    {
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var piece in line.Pieces)
        {
            using var font = new SKFont(typefaces[(int)piece.Style]!, piece.Size)
            {
                Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true,
            };
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(piece.Glyphs, font, piece.Points);
            using var blob = builder.Build();
            canvas.DrawText(blob, left + x, y, paint);
            x += piece.Width;
        }
    }

    /// <summary>Draws a line of text stretched to a width, with its baseline at <paramref name="y"/>.</summary>
    public void Stretched(Line line, float x, float y, float width)
    {
        canvas.Save();
        canvas.Translate(left + x, y);
        canvas.Scale(width / line.Width, 1);
        Text(line, -left, 0);
        canvas.Restore();
    }

    /// <summary>Fills the page with a picture that is turned clockwise by quarters.</summary>
    /// <param name="width">Of the page, points.</param>
    /// <param name="height">Of the page, points.</param>
    public void WholePage(SKImage picture, int quarters, float width, float height)
    {
        canvas.Save();
        canvas.Translate(quarters is 1 or 2 ? width : 0, quarters is 2 or 3 ? height : 0);
        canvas.RotateDegrees(quarters * 90);
        var (w, h) = quarters % 2 == 0 ? (width, height) : (height, width);
        canvas.DrawImage(picture, SKRect.Create(0, 0, w, h), new SKSamplingOptions(SKFilterMode.Linear));
        canvas.Restore();
    }

    /// <summary>Draws a picture as large as it fits into a box at the page's top left corner, in its middle.</summary>
    public void Picture(SKImage picture, float width, float height)
    {
        var scale = Math.Min(width / picture.Width, height / picture.Height);
        var (w, h) = (picture.Width * scale, picture.Height * scale);
        canvas.DrawImage(picture, SKRect.Create((width - w) / 2, (height - h) / 2, w, h), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    /// <summary>Draws a straight rule.</summary>
    public void Rule(float x1, float y1, float x2, float y2, float width = 0.6f)
    {
        using var paint = new SKPaint { Color = SKColors.Black, StrokeWidth = width, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(left + x1, y1, left + x2, y2, paint);
    }

    /// <summary>Fills rectangles as one shape, so that no seam shows between neighbours.</summary>
    public void Fill(IEnumerable<SKRect> rectangles)
    {
        using var path = new SKPath();
        foreach (var r in rectangles)
            path.AddRect(new(left + r.Left, r.Top, left + r.Right, r.Bottom));
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }
}
