using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Forms;
using MotCua.Domain.Papers.Reading;
using MotCua.Integrations.Forms;
using SkiaSharp;

namespace MotCua.Integrations.Digitizing;

/// <summary>Writes searchable copies: PDF/A-2b, one picture a page, its words under the picture, where readers find them and nobody sees them.</summary>
/// <param name="fontFolders">As for <see cref="SkiaFormPrinter"/>.</param>
public sealed class SearchableCopy(IReadOnlyList<string>? fontFolders = null) : ICopyWriter
{
    // Copies keep 200 dpi and more (NĐ 30/2020/NĐ-CP, Phụ lục I); what a feeder gives beyond this is brought down.
    private const int MostDpi = 330, KeptDpi = 300, Quality = 80;
    private const int MostBytes = 1_500_000;
    // A word's box goes from its ascenders to its descenders.
    private const float SizeOfBox = 0.9f, Descent = 0.2f;

    private readonly Lazy<SerifFamily> family = new(() => SerifFamily.Find(fontFolders ?? SerifFamily.Folders()), LazyThreadSafetyMode.PublicationOnly);

    private sealed record Word(Line Line, float X, float Y, float Width);

    private sealed record Sheet(CopyPage Page, float Width, float Height, IReadOnlyList<Word> Words);

    /// <inheritdoc/>
    public byte[] Write(IReadOnlyList<CopyPage> pages, string title, string author, DateTimeOffset at)
    {
        var text = new TextSetter(family.Value);
        var sheets = pages.Select(p => Lay(p, text)).ToList();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = title, Author = author, Creator = "MotCua", Producer = "MotCua", Creation = at.UtcDateTime, Modified = at.UtcDateTime, PdfA = true,
            RasterDpi = KeptDpi, EncodingQuality = Quality,
        };
        return PdfFile.Write(family.Value, text.Used, n => new PageSetup(sheets[n - 1].Width, sheets[n - 1].Height, 0, 0, 0, 0), sheets.Count, metadata,
            (pen, n) => Draw(pen, sheets[n - 1]));
    }

    private Sheet Lay(CopyPage page, TextSetter text)
    {
        var (w, h) = SizeOf(page);
        var points = 72f / page.Dpi;
        var words = page.Read is not { Place: { } place } read || (place.Quarters & 3) != (page.Quarters & 3) ? []
            : read.Words.Select(word => Set(word, place, text, points)).OfType<Word>().ToList();
        return new Sheet(page, w * points, h * points, words);
    }

    private static (int Width, int Height) SizeOf(CopyPage page)
    {
        using var codec = SKCodec.Create(new MemoryStream(page.Jpeg())) ?? throw new InvalidOperationException("A picture that was stored cannot be read.");
        return page.Quarters % 2 == 0 ? (codec.Info.Width, codec.Info.Height) : (codec.Info.Height, codec.Info.Width);
    }

    private Word? Set(ReadWord word, PagePlace place, TextSetter text, float points)
    {
        // Letters that the font lacks cannot be embedded.
        var known = string.Concat(word.Text.EnumerateRunes().Where(r => r.Value is not 0xFFFD && family.Value[FontStyle.Regular].Has(r.Value)));
        var box = place.Of(word);
        if (known.Length == 0 || box.Width < 1 || box.Height < 1)
            return null;
        var line = text.One(known, FontStyle.Regular, Math.Max(1, box.Height * points * SizeOfBox));
        return line.Width <= 0 ? null : new Word(line, box.Left * points, (box.Bottom - (box.Height * Descent)) * points, box.Width * points);
    }

    private static void Draw(Pen pen, Sheet sheet)
    {
        foreach (var word in sheet.Words)
            pen.Stretched(word.Line, word.X, word.Y, word.Width);
        using var data = SKData.CreateCopy(Light(sheet.Page));
        using var picture = SKImage.FromEncodedData(data) ?? throw new InvalidOperationException("A picture that was stored cannot be read.");
        pen.WholePage(picture, sheet.Page.Quarters & 3, sheet.Width, sheet.Height);
    }

    private static byte[] Light(CopyPage page)
    {
        var jpeg = page.Jpeg();
        if (page.Dpi <= MostDpi && jpeg.Length <= MostBytes)
            return jpeg;
        using var bitmap = SKBitmap.Decode(jpeg);
        var scale = Math.Min(1f, KeptDpi / (float)page.Dpi);
        using var scaled = scale < 1 ? bitmap.Resize(
            new SKImageInfo((int)(bitmap.Width * scale), (int)(bitmap.Height * scale), bitmap.ColorType, bitmap.AlphaType),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)) : null;
        using var image = SKImage.FromBitmap(scaled ?? bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.Size < jpeg.Length ? data.ToArray() : jpeg;
    }
}
