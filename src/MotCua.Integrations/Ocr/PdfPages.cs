using System.Globalization;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;
using MotCua.Domain.Words;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace MotCua.Integrations.Ocr;

/// <summary>What a page of a PDF gives: its own letters, or its picture.</summary>
/// <param name="Letters">Where the file holds the letters.</param>
/// <param name="Picture">Else.</param>
internal sealed record PdfPage(ReadPage? Letters, GrayPage? Picture);

/// <summary>The pages of a PDF. Letters that the file holds are taken as they are; a page that is one JPEG gives that JPEG;
/// every other page is drawn by pdftoppm, where the system has it.</summary>
internal sealed class PdfPages(OcrLimits limits, string? painter)
{
    private const int LeastLetters = 40;
    private const double WholePage = 0.5;
    private const int Dpi = 200;

    /// <summary>One page after the other.</summary>
    /// <exception cref="UnreadablePaperException">It is broken, encrypted or too large.</exception>
    public async IAsyncEnumerable<PdfPage> Of(string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        using var document = await Document(file, stop);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var (letters, jpeg) = Guarded(() => Open(document.GetPage(number)));
            yield return letters is not null ? new PdfPage(letters with { Number = number }, null)
                : new PdfPage(null, jpeg is { } held ? Pictures.Decode(new MemoryStream(held.Bytes), limits).Turned(held.Quarters)
                    : await Draw(file, Guarded(() => document.GetPage(number)), stop));
        }
    }

    /// <summary>The picture of one page after the other, in colour.</summary>
    /// <param name="after">Pages up to this number are left out.</param>
    /// <exception cref="UnreadablePaperException">It is broken, encrypted or too large.</exception>
    public async IAsyncEnumerable<PagePicture> InColour(
        string file, int after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        using var document = await Document(file, stop);
        for (var number = after + 1; number <= document.NumberOfPages; number++)
        {
            var page = Guarded(() => document.GetPage(number));
            var (letters, jpeg) = Guarded(() => Open(page));
            if (jpeg is { } held)
                yield return ColourPages.OfJpeg(number, held.Bytes, limits, 0, held.Quarters, page.Width, page.Height);
            else
            {
                using var drawn = Bitmap(await Paint(file, page, stop));
                yield return new PagePicture(number, ColourPages.Encode(drawn), drawn.Width, drawn.Height, Dpi, 0, letters is null ? null
                    : letters with { Number = number, Place = PagePlace.Same(letters.Width, letters.Height) });
            }
        }
    }

    private async Task<PdfDocument> Document(string file, CancellationToken stop)
    {
        var bytes = await File.ReadAllBytesAsync(file, stop);
        if (PdfBombs.In(bytes))
            throw new UnreadablePaperException("Tệp PDF có phần nén giãn ra lớn bất thường nên không mở; hãy xuất hoặc quét lại tệp.");
        var document = Guarded(() => PdfDocument.Open(bytes, new ParsingOptions { SkipMissingFonts = true, UseLenientParsing = true }));
        if (document.NumberOfPages <= limits.Pages)
            return document;
        document.Dispose();
        throw new UnreadablePaperException($"Tệp có hơn {limits.Pages} trang; hãy tách thành nhiều tệp.");
    }

    // A parser that meets a hostile file may throw anything.
    private static T Guarded<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadablePaperException("Tệp PDF có mật khẩu nên không đọc được; hãy gỡ mật khẩu rồi đọc lại.", e);
        }
        catch (Exception e) when (e is not (UnreadablePaperException or OutOfMemoryException))
        {
            throw Pictures.Damaged(e);
        }
    }

    private static (ReadPage? Letters, (byte[] Bytes, int Quarters)? Jpeg) Open(Page page)
    {
        var images = page.GetImages().ToList();
        var area = page.Width * page.Height;
        var covered = images.Any(i => Math.Abs(i.BoundingBox.Width * i.BoundingBox.Height) > WholePage * area);
        if (!covered && page.Letters.Count(l => !string.IsNullOrWhiteSpace(l.Value)) >= LeastLetters)
            return (Letters(page), null);
        if (images is [var one] && covered && IsJpeg(one))
            return (null, (one.RawMemory.ToArray(), page.Rotation.Value / 90));
        return (null, null);
    }

    private static bool IsJpeg(IPdfImage image) =>
        image.RawMemory.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        && image.ImageDictionary.TryGet(NameToken.Filter, out var filter)
        && (filter is NameToken { Data: "DCTDecode" or "DCT" } || filter is ArrayToken { Length: 1 });

    private static ReadPage Letters(Page page)
    {
        var scale = Dpi / 72.0;
        var words = new List<ReadWord>();
        var (line, last) = (0, double.NaN);
        foreach (var word in page.GetWords())
        {
            var box = word.BoundingBox;
            if (double.IsNaN(last) || Math.Abs(box.Bottom - last) > Math.Max(2, box.Height * 0.5))
                (line, last) = (line + 1, box.Bottom);
            if (VietnameseText.Clean(word.Text) is { } text)
                words.Add(new ReadWord(text, (int)(box.Left * scale), (int)((page.Height - box.Top) * scale), (int)(box.Width * scale),
                    (int)(box.Height * scale), 1, line));
        }
        return new ReadPage(page.Number, (int)(page.Width * scale), (int)(page.Height * scale), words);
    }

    private async Task<GrayPage> Draw(string file, Page page, CancellationToken stop)
    {
        using var bitmap = Bitmap(await Paint(file, page, stop));
        return ColouredInk.Without(bitmap);
    }

    private async Task<byte[]> Paint(string file, Page page, CancellationToken stop)
    {
        if (painter is null)
            throw new UnreadablePaperException("Trang PDF này không phải một ảnh quét và máy chưa có pdftoppm để vẽ; hãy cài gói poppler-utils.");
        Pictures.Check((long)(page.Width / 72 * Dpi), (long)(page.Height / 72 * Dpi), limits);
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        string[] words = ["-q", "-f", number, "-l", number, "-r", Dpi.ToString(CultureInfo.InvariantCulture), Path.GetFullPath(file)];
        var drawn = await OutsideProgram.Run(painter, words, null, limits, stop);
        return drawn ?? throw Pictures.Damaged();
    }

    // P6, width, height, 255, then three bytes a pixel.
    private SKBitmap Bitmap(byte[] ppm)
    {
        var (at, numbers) = (2, new List<int>());
        while (numbers.Count < 3 && at < Math.Min(ppm.Length, 100))
        {
            var start = ++at;
            while (at < ppm.Length && ppm[at] is >= (byte)'0' and <= (byte)'9')
                at++;
            if (at > start)
                numbers.Add(int.Parse(ppm.AsSpan(start, at - start), CultureInfo.InvariantCulture));
        }
        at++;
        if (!ppm.AsSpan().StartsWith("P6"u8) || numbers.Count < 3 || numbers[2] != 255 || ppm.Length - at < 3L * numbers[0] * numbers[1])
            throw Pictures.Damaged();
        Pictures.Check(numbers[0], numbers[1], limits);
        var bitmap = Pictures.Bitmap(numbers[0], numbers[1]);
        var pixels = new byte[numbers[0] * numbers[1] * 4];
        for (var i = 0; i < numbers[0] * numbers[1]; i++)
        {
            ppm.AsSpan(at + i * 3, 3).CopyTo(pixels.AsSpan(i * 4));
            pixels[i * 4 + 3] = byte.MaxValue;
        }
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        return bitmap;
    }
}
