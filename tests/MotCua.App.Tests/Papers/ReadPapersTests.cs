using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;
using MotCua.Integrations.Ocr;
using MotCua.Testing;
using QRCoder;
using SkiaSharp;
using Xunit;

namespace MotCua.App.Tests.Papers;

/// <summary>Files through the whole line: pictures drawn here, and broken ones.</summary>
public sealed class ReadPapersTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-read").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, 0)]
    [InlineData(SKEncodedImageFormat.Jpeg, 2.5f)]
    public async Task A_drawn_letter_is_read_also_when_it_lies_aslant(SKEncodedImageFormat format, float degrees)
    {
        var reader = Reader();
        var file = Save("giay." + format, Draw(degrees, canvas =>
        {
            Write(canvas, 140, 200, "ỦY BAN NHÂN DÂN", 34);
            Write(canvas, 140, 250, "PHƯỜNG TÂN LẬP", 34);
            Write(canvas, 760, 200, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 34);
            Write(canvas, 900, 250, "Độc lập - Tự do - Hạnh phúc", 34);
            Write(canvas, 140, 340, "Số: 1990/QĐ-UBND", 34);
            Write(canvas, 880, 340, "Tân Lập, ngày 10 tháng 12 năm 2025", 34);
            Write(canvas, 640, 460, "QUYẾT ĐỊNH", 44);
            Write(canvas, 300, 530, "Về việc kiện toàn Tổ công tác cải cách thủ tục hành chính", 34);
            Write(canvas, 300, 640, "Căn cứ Luật Tổ chức chính quyền địa phương;", 34);
        }), format);

        var read = await new ReadPapers(reader).Do(file, _ => { }, TestContext.Current.CancellationToken);

        var fields = Assert.Single(read.Papers).Fields;
        Assert.Contains("cải cách thủ tục hành chính", read.Text, StringComparison.Ordinal);
        Assert.Equal(("quyet-dinh", "1990", "2025-12-10"), (fields.Type.Value, fields.Number.Value, fields.Date.Value));
    }

    [Theory]
    [InlineData(0, "MOTCUA-SEP:7")]
    [InlineData(3, "MOTCUA-SEP:1204")]
    [InlineData(90, "MOTCUA-SEP:3")]
    public async Task A_separator_sheet_and_a_blank_sheet_are_known(int degrees, string text)
    {
        var reader = Reader();
        using var code = new QRCodeGenerator().CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var sheet = Save("to.png", Draw(degrees, canvas =>
        {
            for (var y = 0; y < code.ModuleMatrix.Count; y++)
                for (var x = 0; x < code.ModuleMatrix.Count; x++)
                    if (code.ModuleMatrix[y][x])
                        canvas.DrawRect(600 + x * 11, 700 + y * 11, 11, 11, new SKPaint { Color = SKColors.Black });
        }), SKEncodedImageFormat.Png);
        var blank = Save("trang.png", Draw(0, _ => { }), SKEncodedImageFormat.Png);

        Assert.Equal(text, (await Pages(reader, sheet))[0].Separator);
        Assert.True((await Pages(reader, blank))[0].Blank);
    }

    [Theory]
    [InlineData("trống.pdf", new byte[] { })]
    [InlineData("hỏng.pdf", new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x34, 1, 2, 3 })]
    [InlineData("hỏng.jpg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1, 2 })]
    [InlineData("hỏng.tif", new byte[] { 0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0 })]
    [InlineData("chữ.txt", new byte[] { 65, 66, 67 })]
    public async Task A_broken_file_is_refused_with_a_sentence(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<UnreadablePaperException>(() => Pages(Reader(), file));

        Assert.Contains("hãy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_claims_a_billion_pixels_is_refused_before_they_are_allocated()
    {
        using var small = new SKBitmap(60, 60);
        var png = small.Encode(SKEncodedImageFormat.Png, 100).ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 40_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 40_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        var file = Path.Combine(folder, "lớn.png");
        await File.WriteAllBytesAsync(file, png, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<UnreadablePaperException>(() => Pages(Reader(), file));

        Assert.Contains("40000×40000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_beside_the_project_are_split_as_their_truth_says()
    {
        var batch = Path.Combine(Repository.Root, "..", "shared", "data", "scans", "batch-02.pdf");
        if (!File.Exists(batch))
            Assert.Skip("skipped: no ../shared");

        var read = await new ReadPapers(Reader()).Do(batch, _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(["1:", "3:blank", "5:blank"], read.Papers.Select(p => $"{string.Join(',', p.Pages)}:{p.Separator}"));
        Assert.Equal("giay-uy-quyen", read.Papers[0].Fields.Type.Value);
    }

    private static TesseractPages Reader()
    {
        var reader = new TesseractPages(new OcrLimits());
        if (reader.Missing is not null)
            Tool.Missing("tesseract");
        return reader;
    }

    private static async Task<List<ReadPage>> Pages(TesseractPages reader, string file)
    {
        var pages = new List<ReadPage>();
        await foreach (var page in reader.Pages(file, TestContext.Current.CancellationToken))
            pages.Add(page);
        return pages;
    }

    private string Save(string name, SKBitmap page, SKEncodedImageFormat format)
    {
        var file = Path.Combine(folder, name);
        using (page)
        using (var stream = File.Create(file))
            page.Encode(stream, format, 80);
        return file;
    }

    private static SKBitmap Draw(float degrees, Action<SKCanvas> draw)
    {
        var bitmap = new SKBitmap(1654, 2339);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(240, 238, 230));
        canvas.RotateDegrees(degrees, 827, 1000);
        draw(canvas);
        return bitmap;
    }

    private static void Write(SKCanvas canvas, float x, float y, string text, float size)
    {
        using var face = SKTypeface.FromFile(Fonts());
        using var font = new SKFont(face, size);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText(text, x, y, font, ink);
    }

    private static string Fonts()
    {
        var found = new[] { "/usr/share/fonts", "/usr/local/share/fonts" }.Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.ttf", SearchOption.AllDirectories))
            .FirstOrDefault(f => Path.GetFileName(f) is "Tinos-Regular.ttf" or "NotoSerif-Regular.ttf" or "DejaVuSerif.ttf");
        if (found is null)
            Tool.Missing("fonts-croscore");
        return found!;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
