using System.IO.Compression;
using System.Text;
using MotCua.App.Papers;
using MotCua.Domain.Law;
using MotCua.Integrations.Files;
using MotCua.Integrations.Scanning;
using MotCua.Testing;
using SkiaSharp;
using Xunit;

namespace MotCua.App.Tests.Papers;

public sealed class FileLookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-look-").FullName;
    private readonly PaperLooks looks = new(TimeSpan.FromSeconds(60));
    private readonly FileRules rules = new(50_000_000, 90_000_000, [FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Tiff])
    {
        Sharpness = new SharpnessRules(200, 48, 3),
    };

    public void Dispose()
    {
        looks.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("pdf", 1)]
    [InlineData("jpeg", 1)]
    [InlineData("png", 1)]
    [InlineData("tiff", 1)]
    public async Task A_whole_file_of_each_kind_opens_and_its_pages_are_counted(string kind, int pages)
    {
        var (file, no) = await Take(kind switch
        {
            "pdf" => SampleFiles.Pdf(), "jpeg" => SampleFiles.Jpeg(), "png" => SampleFiles.Png(), _ => SampleFiles.Tiff(),
        });
        Assert.Null(no);
        Assert.Equal((pages, null), (file!.Pages, file.Warning));
    }

    [Theory]
    [InlineData(200, 20, null)]
    [InlineData(100, 20, "chỉ có 100 dpi, dưới mức 200 dpi")]
    [InlineData(200, 225, "quá nhạt")]
    [InlineData(200, 255, "trang trắng")]
    [Requirement("R-DIG-07")]
    public async Task A_scan_that_is_hard_to_read_is_taken_with_a_warning_as_a_picture_and_inside_a_pdf(int dpi, int ink, string? warning)
    {
        foreach (var bytes in new[]
        {
            SampleFiles.Scan(dpi, (byte)ink), SampleFiles.Scan(dpi, (byte)ink, SKEncodedImageFormat.Png),
            SampleFiles.ScannedPdf(SampleFiles.Scan(dpi, (byte)ink)),
        })
        {
            var (file, no) = await Take(bytes);
            Assert.Null(no);
            if (warning is null)
                Assert.Null(file!.Warning);
            else
                Assert.Contains(warning, file!.Warning);
        }
    }

    [Fact]
    public async Task Pages_that_are_hard_to_read_are_named_and_a_blank_one_among_others_is_no_fault()
    {
        var (file, _) = await Take(SampleFiles.ScannedPdf(SampleFiles.Scan(), SampleFiles.Scan(90), SampleFiles.Scan(ink: 255)));
        Assert.Equal(3, file!.Pages);
        Assert.Contains("trang 2, chỉ có 90 dpi", file.Warning);
        Assert.DoesNotContain("trắng", file.Warning);
        Assert.Equal("file.pages.many",
            (await Take(SampleFiles.ScannedPdf(SampleFiles.Jpeg(), SampleFiles.Jpeg(), SampleFiles.Jpeg(), SampleFiles.Jpeg()))).No!.Code);
    }

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")]
    [InlineData("/OpenAction<</S/#4aavaScript/JS(x)>>")]
    [InlineData("/AA<</WC<</S/Launch/F(calc.exe)>>>>")]
    public async Task A_file_that_runs_something_is_refused(string catalog) =>
        Assert.Equal("file.active", (await Take(SampleFiles.Pdf("x", "", catalog))).No!.Code);

    [Fact]
    public async Task A_script_inside_packed_objects_is_found()
    {
        var objects = Deflated("9 0 <</S/JavaScript/JS(x)>>"u8.ToArray());
        var pdf = SampleFiles.Pdf(
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            SampleFiles.Content(objects, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode"),
        ]);
        Assert.Equal("file.active", (await Take(pdf)).No!.Code);
    }

    [Fact]
    public async Task A_locked_one_and_one_without_pages_are_refused_each_in_a_sentence()
    {
        Assert.Equal("file.locked", (await Take(SampleFiles.Pdf("x", "/Encrypt<</Filter/Standard/V 1/R 2/O()/U()/P -4>>"))).No!.Code);
        foreach (var catalog in new[] { "<</Type/Catalog>>", "<</Type/Catalog/Pages 1 0 R>>", "<</Type/Catalog/Pages 9 0 R>>" })
        {
            var no = (await Take(SampleFiles.Pdf([catalog]))).No!;
            Assert.Contains(no.Code, new[] { "file.pages.none", "file.damaged" });
            Assert.Contains("Hãy ", no.Sentence);
        }
    }

    [Theory]
    [InlineData("FlateDecode")]
    [InlineData("LZWDecode")]
    [InlineData("RunLengthDecode")]
    [InlineData("ASCII85Decode/LZWDecode")]
    [InlineData("FlateDecode/FlateDecode")]
    [InlineData("ASCIIHexDecode/RunLengthDecode/RunLengthDecode")]
    [InlineData("ASCII85Decode/ASCII85Decode/ASCII85Decode/ASCII85Decode/ASCII85Decode")]
    public async Task A_bomb_of_any_filter_is_a_sentence(string filters) =>
        Assert.Equal("file.bomb", (await Take(Bombs.Pdf(filters.Split('/')))).No!.Code);

    [Theory]
    [InlineData("CCITTFaxDecode", "/Width 2000000/Height 2000000/DecodeParms<</K -1/Columns 2000000/Rows 2000000>>")]
    [InlineData("CCITTFaxDecode", "/Width 10/Height 10/DecodeParms<</K -1/Columns 2000000/Rows 2000000>>")]
    [InlineData("JBIG2Decode", "/Width 99999999/Height 99999999")]
    [InlineData("JBIG2Decode", "/Width 99999999999999999999/Height 1")]
    [InlineData("DCTDecode", "/Width 60000/Height 60000")]
    public async Task A_picture_in_a_pdf_that_lies_about_its_size_is_a_sentence(string filter, string sides) => Assert.Equal("file.bomb",
        (await Take(SampleFiles.Pdf(
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</S 4 0 R>>>>>>",
            SampleFiles.Content([1, 2, 3], $"/Type/XObject/Subtype/Image{sides}/Filter/{filter}"),
        ]))).No!.Code);

    [Fact]
    public async Task Pictures_that_lie_about_their_size_are_sentences()
    {
        Assert.Equal("file.bomb", (await Take(Bombs.Png(60000, 60000))).No!.Code);
        Assert.Equal("file.bomb", (await Take(Bombs.Jpeg(65000, 65000))).No!.Code);
        Assert.Contains((await Take(Bombs.Tiff(60000, 60000))).No!.Code, new[] { "file.bomb", "file.damaged" });
    }

    [Fact]
    public async Task A_tree_of_pages_that_leads_in_a_circle_ends()
    {
        var pdf = SampleFiles.Pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>", "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"]);
        Assert.NotNull((await Take(pdf)).No);
    }

    [Fact]
    public async Task Brackets_within_brackets_do_not_exhaust_the_stack()
    {
        var deep = new string('[', 200_000) + new string(']', 200_000);
        Assert.Equal("file.bomb", (await Take(SampleFiles.Pdf("x", "", $"/Deep {deep}"))).No!.Code);
        deep = string.Concat(Enumerable.Repeat("<</A", 100_000)) + string.Concat(Enumerable.Repeat(">>", 100_000));
        Assert.Equal("file.bomb", (await Take(SampleFiles.Pdf("x", "", "/Deep" + deep))).No!.Code);
    }

    [Fact]
    public async Task A_mark_is_drawn_over_a_picture_and_the_pages_of_a_pdf_and_the_original_pixels_are_not_in_it()
    {
        var marks = new MarkedPictures(new Integrations.Ocr.OcrLimits());
        var files = new[]
        {
            (FileKind.Jpeg, SampleFiles.Scan(ink: 255)), (FileKind.Png, SampleFiles.Scan(100, 255, SKEncodedImageFormat.Png)),
            (FileKind.Tiff, SampleFiles.Tiff()),
        };
        foreach (var (kind, bytes) in files)
        {
            var (marked, type) = (await marks.Marked(new MemoryStream(bytes), kind, "Trần Thị Hạnh · 09:10 17/11/2026", default))!.Value;
            Assert.Equal(kind == FileKind.Tiff ? "application/pdf" : "image/jpeg", type);
            if (kind == FileKind.Tiff)
                continue;
            using var picture = SKBitmap.Decode(marked);
            // A white page is no longer white, in every quarter of it.
            foreach (var (x, y) in new[] { (0, 0), (1, 0), (0, 1), (1, 1) })
                Assert.True(Dark(picture, x, y) > 50, $"{kind} {x} {y}");
        }
        Tool.Require("pdftoppm");
        using var scans = new MemoryStream(SampleFiles.ScannedPdf(SampleFiles.Scan(), SampleFiles.Scan()));
        var pdf = (await marks.Marked(scans, FileKind.Pdf, "Ai đó", default))!.Value;
        Assert.Equal(2, (await looks.Look(new MemoryStream(pdf.Bytes), FileKind.Pdf, default)).Pages);
    }

    private static int Dark(SKBitmap picture, int right, int low)
    {
        var (wide, high, dark) = (picture.Width / 2, picture.Height / 2, 0);
        for (var y = 0; y < high; y += 2)
            for (var x = 0; x < wide; x += 2)
                dark += picture.GetPixel((right * wide) + x, (low * high) + y).Green < 200 ? 1 : 0;
        return dark;
    }

    private static byte[] Deflated(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(bytes);
        return packed.ToArray();
    }

    private Task<(StoredFile? File, Refusal? No)> Take(byte[] bytes) =>
        new FileIntake(new FolderFileStore(folder), null, looks).Take(new MemoryStream(bytes), "tờ khai", rules);
}
