using MotCua.App.Papers.Digitizing;
using MotCua.App.Tests.Signing;
using MotCua.Domain.Papers.Reading;
using MotCua.Integrations.Digitizing;
using MotCua.Integrations.Ocr;
using MotCua.Testing;
using SkiaSharp;
using Xunit;

namespace MotCua.App.Tests.Digitizing;

/// <summary>Searchable copies and separator sheets, asked of programs from outside.</summary>
public class CopyTests
{
    private static readonly ReadPage Read = new(1, 1654, 2339, [new ReadWord("Đắk", 160, 210, 60, 34, 0.9, 1), new ReadWord("Lắk", 230, 210, 60, 34, 0.9, 1)])
    {
        Place = PagePlace.Same(1654, 2339),
    };

    [Fact]
    [Requirement("R-DIG-21")]
    public void A_copy_is_whole_says_that_it_is_an_archive_copy_and_its_words_are_found_under_the_picture()
    {
        using var room = new SigningRoom();
        var copy = new SearchableCopy().Write([new CopyPage(() => Bench.Page("Đắk Lắk"), 0, 200, Read)], "Tờ khai", "UBND", SigningRoom.Now);
        room.Sound(copy);
        var path = room.Save(copy);
        Assert.Contains("Đắk Lắk", SigningRoom.Outside("pdftotext", path, "-").Text);
        var (info, _) = SigningRoom.Outside("pdfinfo", path);
        Assert.Contains("PDF version:     1.", info);
        Assert.Contains("595", info.Split('\n').First(l => l.StartsWith("Page size", StringComparison.Ordinal)));
        var raw = System.Text.Encoding.Latin1.GetString(copy);
        Assert.Contains("pdfaid:part>2", raw);
        Assert.Contains("/OutputIntents", raw);
        Assert.DoesNotContain("/Encrypt", raw);
        Assert.DoesNotContain("/JavaScript", raw);
        Assert.All(SigningRoom.Outside("pdffonts", path).Text.Split('\n').Skip(2).Where(l => l.Length > 0), l => Assert.Contains(" yes yes ", l));
    }

    [Fact]
    public void The_same_pages_and_time_give_the_same_bytes()
    {
        using var room = new SigningRoom();
        byte[] Copy() => new SearchableCopy().Write([new CopyPage(() => Bench.Page("Đắk Lắk"), 0, 200, Read)], "Tờ khai", "UBND", SigningRoom.Now);
        Assert.Equal(Copy(), Copy());
    }

    [Fact]
    public void A_scan_of_the_feeder_stays_the_JPEG_that_it_is_and_a_turned_page_lies_upright()
    {
        using var room = new SigningRoom();
        var jpeg = Bench.Page("Đắk Lắk");
        var copy = new SearchableCopy().Write([new CopyPage(() => jpeg, 1, 200, null)], "Tờ khai", "UBND", SigningRoom.Now);
        Assert.True(copy.AsSpan().IndexOf(jpeg) > 0);
        var size = SigningRoom.Outside("pdfinfo", room.Save(copy)).Text.Split('\n').First(l => l.StartsWith("Page size", StringComparison.Ordinal));
        Assert.Contains("842", size.Split('x')[0]);
    }

    [Fact]
    public void A_page_of_six_hundred_dpi_is_brought_down_and_keeps_two_hundred_and_more()
    {
        using var room = new SigningRoom();
        using var large = new SKBitmap(2480, 3508);
        new Random(5).NextBytes(large.GetPixelSpan());
        using var image = SKImage.FromBitmap(large);
        var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
        var copy = new SearchableCopy().Write([new CopyPage(() => jpeg, 0, 600, null)], "Tờ khai", "UBND", SigningRoom.Now);
        Assert.True(copy.Length < jpeg.Length / 2);
        Assert.Contains(" 300 ", SigningRoom.Outside("pdfimages", "-list", room.Save(copy)).Text);
    }

    [Fact]
    public async Task A_separator_sheet_that_was_printed_is_known_in_the_feeder()
    {
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        var read = new TesseractPages(new OcrLimits()).Sheet(bench.Separator(3), 1);
        Assert.Equal(3, BatchSplit.ComponentOf(read?.Separator));
    }

    [Fact]
    public async Task Where_a_word_was_read_it_stands_on_the_picture_also_on_a_page_that_lay_on_its_side()
    {
        Tool.Require("tesseract");
        await using var house = await TestHouse.Open();
        using var bench = new Bench(house);
        using var upright = SKBitmap.Decode(Bench.Page("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "GIẤY XÁC NHẬN", "Kính gửi: Ủy ban nhân dân"));
        var jpeg = bench.Pictures.Show(ColourPagesOf(upright), 3, 4000);
        var read = await bench.Reader.Picture(jpeg, 1, 0, true, TestContext.Current.CancellationToken);
        Assert.Equal(1, read.Place!.Quarters);
        var word = read.Words.First(w => w.Text.Contains("XÁC", StringComparison.Ordinal));
        var box = read.Place.Of(word);
        // The third line stands at 360 pixels from the upper edge.
        Assert.InRange(box.Bottom, 345, 385);
        Assert.InRange(box.Left, 200, 420);
    }

    private static byte[] ColourPagesOf(SKBitmap bitmap)
    {
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Jpeg, 92).ToArray();
    }
}
