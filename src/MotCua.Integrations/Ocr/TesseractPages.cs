using System.Runtime.CompilerServices;
using MotCua.App.Papers;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;

namespace MotCua.Integrations.Ocr;

/// <summary>Reads pages with the system's Tesseract: even light, level lines, seals off, then the words. Blank sheets and separator sheets are known
/// without reading them. One page is in memory at a time.</summary>
public sealed class TesseractPages(OcrLimits limits) : IPageReader
{
    // A4 on its long side at 300 dpi.
    private const int LongSide = 3508;
    private const int Dpi = 300;
    private const float Largest = 2;
    private const double PoorlyRead = 0.6;
    private const int FewWords = 12;

    private readonly string? program = OutsideProgram.Find("tesseract");

    /// <inheritdoc/>
    public string? Missing => program is null ? "Máy chưa có chương trình Tesseract để đọc giấy tờ; hãy cài gói tesseract-ocr và tesseract-ocr-vie."
        : HasVietnamese(program) ? null : "Tesseract trên máy chưa có tiếng Việt; hãy cài gói tesseract-ocr-vie.";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadPage> Pages(string file, [EnumeratorCancellation] CancellationToken stop)
    {
        var number = 0;
        await foreach (var page in Opened(file, stop))
        {
            number++;
            yield return page.Letters is not null ? page.Letters with { Number = number } : await Read(page.Picture!, number, 0, true, stop);
        }
    }

    /// <inheritdoc/>
    public ReadPage? Sheet(byte[] picture, int number)
    {
        var page = Pictures.Decode(new MemoryStream(picture), limits);
        EvenLight.On(page);
        return Sheet(page, number);
    }

    /// <inheritdoc/>
    public Task<ReadPage> Picture(byte[] picture, int number, int quarters, bool turns, CancellationToken stop) => program is null
        ? throw new UnreadablePaperException(Missing!)
        : Read(Pictures.Decode(new MemoryStream(picture), limits).Turned(quarters), number, quarters & 3, turns, stop);

    private async IAsyncEnumerable<PdfPage> Opened(string file, [EnumeratorCancellation] CancellationToken stop)
    {
        var kind = KindOf(file);
        if (kind == FileKind.Pdf)
            await foreach (var page in new PdfPages(limits, OutsideProgram.Find("pdftoppm")).Of(file, stop))
                yield return page;
        else if (kind == FileKind.Tiff)
            foreach (var page in TiffPages.Of(file, limits))
                yield return new PdfPage(null, page);
        else
        {
            using var picture = File.OpenRead(file);
            yield return new PdfPage(null, Pictures.Decode(picture, limits));
        }
    }

    private FileKind KindOf(string file)
    {
        try
        {
            if (!File.Exists(file))
                throw new UnreadablePaperException("Không có tệp này; hãy kiểm tra lại đường dẫn.");
            if (new FileInfo(file).Length > limits.FileMb * 1024L * 1024)
                throw new UnreadablePaperException($"Tệp lớn hơn {limits.FileMb} MB; hãy tách thành nhiều tệp.");
            using var opened = File.OpenRead(file);
            return FileKinds.Of(opened) ?? throw new UnreadablePaperException("Tệp không phải PDF, JPEG, PNG hay TIFF; hãy quét hoặc xuất lại.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UnreadablePaperException("Không mở được tệp; hãy kiểm tra quyền đọc rồi thử lại.", e);
        }
    }

    private static ReadPage? Sheet(GrayPage page, int number)
    {
        if (Sheets.IsBlank(page))
            return new ReadPage(number, page.Width, page.Height, []) { Blank = true };
        return QrSheet.Read(page) is { } qr && BatchSplit.IsSeparator(qr) ? new ReadPage(number, page.Width, page.Height, []) { Separator = qr } : null;
    }

    private async Task<ReadPage> Read(GrayPage page, int number, int quarters, bool turns, CancellationToken stop)
    {
        EvenLight.On(page);
        if (Sheet(page, number) is { } sheet)
            return sheet;
        var (level, words, place) = await Level(page, quarters, stop);
        if (turns && (words.Count < FewWords || words.Average(w => w.Sure) < PoorlyRead))
        {
            // Upside down or on its side: read again if it then reads better.
            var tesseract = new Tesseract(program!, limits);
            if (await tesseract.Turn(level, stop) is > 0 and var more)
            {
                var (turned, again, there) = await Level(page.Turned(more), quarters + more & 3, stop);
                if (again.Sum(w => w.Sure) > words.Sum(w => w.Sure))
                    (level, words, place) = (turned, again, there);
            }
        }
        return new ReadPage(number, level.Width, level.Height, words) { Place = place };
    }

    private async Task<(GrayPage Level, IReadOnlyList<ReadWord> Words, PagePlace Place)> Level(GrayPage page, int quarters, CancellationToken stop)
    {
        var scale = Math.Clamp((float)LongSide / Math.Max(page.Width, page.Height), 0.5f, Largest);
        var slope = Straight.Find(page);
        var level = Straight.Of(page, slope, scale);
        var words = await new Tesseract(program!, limits).Read(level, Dpi, stop)
            ?? throw new UnreadablePaperException("Đọc trang này vượt quá thời gian hoặc bộ nhớ cho phép; hãy quét lại ở 300 dpi.");
        return (level, words, new PagePlace(quarters, page.Width, page.Height, scale, Straight.Rim, slope.Middle, slope.Change));
    }

    private static bool HasVietnamese(string program)
    {
        using var listed = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, ["--list-langs"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = listed.StandardOutput.ReadToEndAsync();
        var errors = listed.StandardError.ReadToEndAsync();
        listed.WaitForExit();
        return (said.Result + "\n" + errors.Result).Split('\n').Any(l => l.Trim() == "vie");
    }
}
