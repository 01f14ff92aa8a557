using System.Globalization;
using BitMiracle.LibTiff.Classic;
using MotCua.App.Papers;
using MotCua.Integrations.Forms;
using MotCua.Integrations.Ocr;
using SkiaSharp;

namespace MotCua.Integrations.Scanning;

/// <summary>Draws papers with a mark by Skia; pages of a PDF are painted by pdftoppm first, where the system has it.</summary>
public sealed class MarkedPictures(OcrLimits limits) : IPaperPicture
{
    private const int LongSide = 1700, MostPages = 20, Dpi = 110, Quality = 82;
    private readonly Lazy<SKTypeface> face = new(() => SKTypeface.FromFile(SerifFamily.Find(SerifFamily.Folders())[FontStyle.Bold].Path));
    private readonly string? painter = OutsideProgram.Find("pdftoppm");

    /// <inheritdoc/>
    public async Task<(byte[] Bytes, string MediaType)?> Marked(Stream content, FileKind kind, string words, CancellationToken cancel)
    {
        if (content.Length > PaperLooks.MostBytes)
            return null;
        var bytes = new byte[content.Length];
        content.Position = 0;
        await content.ReadExactlyAsync(bytes, cancel);
        var pages = new List<SKBitmap>();
        try
        {
            if (!(kind switch
            {
                FileKind.Pdf => await Painted(bytes, pages, cancel),
                FileKind.Tiff => Frames(bytes, pages),
                _ => Decoded(bytes) is { } one && Added(pages, one),
            }))
                return null;
            foreach (var page in pages)
                Mark(page, words);
            return kind is FileKind.Jpeg or FileKind.Png ? (Jpeg(pages[0]), "image/jpeg") : (Pdf(pages), "application/pdf");
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return null;
        }
        finally
        {
            pages.ForEach(p => p.Dispose());
        }
    }

    private static bool Added(List<SKBitmap> pages, SKBitmap page)
    {
        pages.Add(page);
        return true;
    }

    private async Task<bool> Painted(byte[] pdf, List<SKBitmap> pages, CancellationToken cancel)
    {
        var looked = PdfLook.Of(pdf, cancel);
        if (painter is null || looked.Fault is not null || looked.Pages is 0 or > MostPages)
            return false;
        for (var number = 1; number <= looked.Pages; number++)
        {
            var n = number.ToString(CultureInfo.InvariantCulture);
            string[] asked = ["-q", "-jpeg", "-f", n, "-l", n, "-r", Dpi.ToString(CultureInfo.InvariantCulture), "-"];
            var painted = await OutsideProgram.Run(painter, asked, async (to, stop) => await to.WriteAsync(pdf, stop), limits, cancel);
            if (painted is null || Decoded(painted) is not { } page)
                return false;
            pages.Add(page);
        }
        return true;
    }

    private static SKBitmap? Decoded(byte[] picture)
    {
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > PdfScan.MostPixels)
            return null;
        var size = codec.GetScaledDimensions(Math.Min(1f, (float)LongSide / Math.Max(codec.Info.Width, codec.Info.Height)));
        using var whole = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        whole.Erase(SKColors.White);
        return codec.GetPixels(whole.Info, whole.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput
            ? Fitted(whole, Quarters(codec.EncodedOrigin)) : null;
    }

    // Cameras write the picture as it lay on the sensor, and which way is up.
    private static int Quarters(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.RightTop or SKEncodedOrigin.LeftTop => 1,
        SKEncodedOrigin.BottomRight or SKEncodedOrigin.BottomLeft => 2,
        SKEncodedOrigin.LeftBottom or SKEncodedOrigin.RightBottom => 3,
        _ => 0,
    };

    private static bool Frames(byte[] bytes, List<SKBitmap> pages)
    {
        TiffPages.Quiet();
        using var tiff = Tiff.ClientOpen("tiff", "r", new MemoryStream(bytes, writable: false), new TiffStream());
        do
        {
            var (width, height) = (tiff.GetField(TiffTag.IMAGEWIDTH)[0].ToInt(), tiff.GetField(TiffTag.IMAGELENGTH)[0].ToInt());
            if (pages.Count == MostPages || (long)width * height > PdfScan.MostPixels)
                return false;
            var raster = new int[width * height];
            if (!tiff.ReadRGBAImageOriented(width, height, raster, Orientation.TOPLEFT))
                return false;
            using var whole = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
            System.Runtime.InteropServices.Marshal.Copy(raster, 0, whole.GetPixels(), raster.Length);
            pages.Add(Fitted(whole, 0));
        }
        while (tiff.ReadDirectory());
        return pages.Count > 0;
    }

    private static SKBitmap Fitted(SKBitmap whole, int quarters)
    {
        var scale = Math.Min(1f, (float)LongSide / Math.Max(whole.Width, whole.Height));
        var (width, height) = (Math.Max(1, (int)(whole.Width * scale)), Math.Max(1, (int)(whole.Height * scale)));
        var turned = quarters % 2 == 1;
        var fitted = new SKBitmap(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(fitted);
        canvas.Clear(SKColors.White);
        canvas.Translate(fitted.Width / 2f, fitted.Height / 2f);
        canvas.RotateDegrees(90 * quarters);
        using var image = SKImage.FromBitmap(whole);
        var place = new SKRect(-width / 2f, -height / 2f, width / 2f, height / 2f);
        canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return fitted;
    }

    // Dark words with a light edge, so that they stand on a dark photo as on white paper; rows close enough that no face and no number is free of them.
    private void Mark(SKBitmap page, string words)
    {
        using var canvas = new SKCanvas(page);
        var size = Math.Max(12f, Math.Max(page.Width, page.Height) / 42f);
        using var font = new SKFont(face.Value, size);
        using var ink = new SKPaint { Color = new SKColor(150, 0, 0, 105), IsAntialias = true };
        using var edge = new SKPaint { Color = new SKColor(255, 255, 255, 110), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = size / 10 };
        var (wide, step, far) = (font.MeasureText(words) + (size * 2), size * 3.4f, page.Width + page.Height);
        canvas.Translate(page.Width / 2f, page.Height / 2f);
        canvas.RotateDegrees(-28);
        var row = 0;
        for (var y = -far; y < far; y += (int)step)
            for (var x = -far + (row++ % 2 * wide / 2); x < far; x += wide)
            {
                canvas.DrawText(words, x, y, font, edge);
                canvas.DrawText(words, x, y, font, ink);
            }
    }

    private static byte[] Jpeg(SKBitmap page)
    {
        using var image = SKImage.FromBitmap(page);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }

    private static byte[] Pdf(List<SKBitmap> pages)
    {
        using var made = new MemoryStream();
        using (var document = SKDocument.CreatePdf(made, new SKDocumentPdfMetadata { RasterDpi = Dpi, EncodingQuality = Quality }))
        {
            foreach (var page in pages)
            {
                var scale = 842f / Math.Max(page.Width, page.Height);
                using var jpeg = SKImage.FromEncodedData(Jpeg(page));
                var canvas = document.BeginPage(page.Width * scale, page.Height * scale);
                canvas.DrawImage(jpeg, new SKRect(0, 0, page.Width * scale, page.Height * scale), new SKSamplingOptions(SKFilterMode.Linear));
                document.EndPage();
            }
            document.Close();
        }
        return made.ToArray();
    }
}
