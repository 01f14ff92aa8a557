using System.Buffers.Binary;
using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;
using SkiaSharp;

namespace MotCua.Integrations.Ocr;

/// <summary>Takes the pictures of pages out of files, in colour: a page that is one JPEG stays that JPEG, every other becomes one.</summary>
public sealed class ColourPages(OcrLimits limits) : IPagePictures
{
    private const int Quality = 88;
    private const int ShownQuality = 80;
    private const double LongInches = 297 / 25.4;
    private const int LeastDpi = 200;
    // Shades between paper and ink, below which letters are lost.
    private const int LeastContrast = 60;

    /// <inheritdoc/>
    public async IAsyncEnumerable<PagePicture> Of(string file, int after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var kind = Kind(file);
        if (kind == FileKind.Pdf)
            await foreach (var page in new PdfPages(limits, OutsideProgram.Find("pdftoppm")).InColour(file, after, stop))
                yield return page;
        else if (kind == FileKind.Tiff)
            foreach (var page in TiffPages.InColour(file, after, limits))
                yield return page;
        else if (after < 1)
            yield return One(await File.ReadAllBytesAsync(file, stop), kind);
    }

    private FileKind Kind(string file)
    {
        using var opened = File.OpenRead(file);
        if (opened.Length > limits.FileMb * 1024L * 1024)
            throw new UnreadablePaperException($"Tệp lớn hơn {limits.FileMb} MB; hãy tách thành nhiều tệp.");
        return FileKinds.Of(opened) ?? throw new UnreadablePaperException("Tệp không phải PDF, JPEG, PNG hay TIFF; hãy quét hoặc xuất lại.");
    }

    private PagePicture One(byte[] bytes, FileKind kind)
    {
        if (kind == FileKind.Jpeg)
            return OfJpeg(1, bytes, limits, JpegDpi(bytes), 0, 0, 0);
        var (bitmap, quarters) = Pictures.InColour(new MemoryStream(bytes), limits);
        using (bitmap)
            return new PagePicture(1, Encode(bitmap), bitmap.Width, bitmap.Height, DpiOf(PngDpi(bytes), bitmap.Width, bitmap.Height), quarters, null);
    }

    /// <summary>A page that is one JPEG. What a camera says of its orientation is put into the pixels, since readers differ in heeding it.</summary>
    /// <param name="said">Pixels in an inch, as the file says; null or 0 where it does not.</param>
    /// <param name="quarters">By how many quarters the page around it is turned.</param>
    /// <param name="width">Of the page around it, points; 0 for none.</param>
    /// <param name="height">Of the page around it, points.</param>
    internal static PagePicture OfJpeg(int number, byte[] jpeg, OcrLimits limits, double? said, int quarters, double width, double height)
    {
        using var codec = SKCodec.Create(new MemoryStream(jpeg)) ?? throw Pictures.Damaged();
        var (w, h) = (codec.Info.Width, codec.Info.Height);
        Pictures.Check(w, h, limits);
        if (codec.EncodedOrigin is not (SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default))
        {
            var (bitmap, turn) = Pictures.InColour(new MemoryStream(jpeg), limits);
            using (bitmap)
            using (var upright = Turned(bitmap, turn))
                return new PagePicture(number, Encode(upright), upright.Width, upright.Height, DpiOf(said, w, h), quarters, null);
        }
        var dpi = width > 0 ? Math.Max(w, h) / (Math.Max(width, height) / 72) : said;
        return new PagePicture(number, jpeg, w, h, DpiOf(dpi, w, h), quarters & 3, null);
    }

    /// <summary>A picture as JPEG.</summary>
    internal static byte[] Encode(SKBitmap bitmap, int quality = Quality)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    /// <summary>Pixels in an inch: as the file says where that can be, else as if the page were A4.</summary>
    internal static int DpiOf(double? said, int width, int height) =>
        said is >= 100 and <= 1200 ? (int)Math.Round(said.Value) : Math.Clamp((int)Math.Round(Math.Max(width, height) / LongInches), 50, 1200);

    /// <inheritdoc/>
    public byte[] Show(byte[] jpeg, int quarters, int longSide, PageBox? part = null)
    {
        var (bitmap, _) = Pictures.InColour(new MemoryStream(jpeg), limits);
        using (bitmap)
        using (var turned = Turned(bitmap, quarters & 3))
        using (var cut = part is { } box ? Cut(turned, box) : null)
        {
            var source = cut ?? turned;
            var scale = Math.Min(1f, longSide / (float)Math.Max(source.Width, source.Height));
            if (scale >= 1)
                return Encode(source, ShownQuality);
            using var small = source.Resize(
                new SKImageInfo(Math.Max(1, (int)(source.Width * scale)), Math.Max(1, (int)(source.Height * scale)), source.ColorType, source.AlphaType),
                new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
            return Encode(small, ShownQuality);
        }
    }

    /// <inheritdoc/>
    public string? Fault(PagePicture page)
    {
        if (Math.Max(page.Width, page.Height) < LeastDpi * LongInches * 0.6 && page.Dpi < LeastDpi)
            return $"Trang {page.Number} chỉ có khoảng {page.Dpi} điểm trên inch; hãy quét lại ở {LeastDpi} dpi trở lên.";
        using var bitmap = SKBitmap.Decode(Show(page.Jpeg, 0, 400));
        var shades = Enumerable.Range(0, bitmap.Width * bitmap.Height)
            .Select(i => bitmap.GetPixel(i % bitmap.Width, i / bitmap.Width)).Select(c => (c.Red + c.Green + c.Blue) / 3).Order().ToList();
        return shades[shades.Count * 9 / 10] - shades[shades.Count / 100] < LeastContrast
            ? $"Trang {page.Number} quá mờ hoặc quá tối nên khó đọc; hãy chỉnh độ tương phản rồi quét lại." : null;
    }

    private static SKBitmap Cut(SKBitmap from, PageBox box)
    {
        var area = SKRectI.Intersect(SKRectI.Create(box.Left, box.Top, box.Width, box.Height), SKRectI.Create(from.Width, from.Height));
        var cut = Pictures.Bitmap(Math.Max(1, area.Width), Math.Max(1, area.Height));
        using var canvas = new SKCanvas(cut);
        canvas.DrawBitmap(from, -area.Left, -area.Top);
        return cut;
    }

    private static SKBitmap Turned(SKBitmap from, int quarters)
    {
        var (w, h) = quarters % 2 == 0 ? (from.Width, from.Height) : (from.Height, from.Width);
        var turned = Pictures.Bitmap(w, h);
        using var canvas = new SKCanvas(turned);
        canvas.Translate(quarters is 1 or 2 ? w : 0, quarters is 2 or 3 ? h : 0);
        canvas.RotateDegrees(quarters * 90);
        canvas.DrawBitmap(from, 0, 0);
        return turned;
    }

    // JFIF: unit 1 is the inch, 2 the centimetre.
    private static double? JpegDpi(byte[] jpeg)
    {
        if (jpeg.Length < 20 || jpeg[3] != 0xE0 || !jpeg.AsSpan(6).StartsWith("JFIF"u8))
            return null;
        var across = BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(14));
        return jpeg[13] switch { 1 => across, 2 => across * 2.54, _ => null };
    }

    // pHYs: pixels in a metre.
    private static double? PngDpi(byte[] png)
    {
        var at = png.AsSpan(0, Math.Min(png.Length, 4096)).IndexOf("pHYs"u8);
        return at > 0 && at + 13 <= png.Length && png[at + 12] == 1 ? BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 4)) * 0.0254 : null;
    }
}
