using MotCua.App.Papers;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reception;

public sealed class FileIntakeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-files-").FullName;
    private readonly FileRules rules = new(10_000, 20_000, [FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Tiff]);

    private FileIntake Intake => new(new MotCua.Integrations.Files.FolderFileStore(folder));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("pdf", "application/pdf", "đơn.pdf", "đơn.pdf")]
    [InlineData("jpeg", "image/jpeg", "ảnh.JPG", "ảnh.JPG")]
    [InlineData("png", "image/png", "quét.pdf", "quét.png")]
    [InlineData("tiff", "image/tiff", "quét", "quét.tif")]
    [InlineData("pdf", "application/pdf", "a.exe", "a.exe.pdf")]
    public async Task The_content_says_what_a_file_is_not_its_name(string kind, string type, string name, string kept)
    {
        var (file, no) = await Take(Sample(kind), name);
        Assert.Null(no);
        Assert.Equal((kept, type), (file!.FileName, file.MediaType));
        Assert.Equal(Sample(kind).Length, file.Size);
        Assert.True(File.Exists(Path.Combine(folder, file.Digest[..2], file.Digest)));
    }

    [Theory]
    [InlineData("C:\\Users\\Hạnh\\đơn xin.pdf", "đơn xin.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("to\u0300\u031B khai.pdf", "tờ khai.pdf")]
    [InlineData("a\u202Efdp.exe\u0000.pdf", "afdp.exe.pdf")]
    [InlineData("..", "giay-to.pdf")]
    [InlineData(null, "giay-to.pdf")]
    public async Task Names_are_cleaned(string? name, string kept) => Assert.Equal(kept, (await Take(SampleFiles.Pdf(), name)).File!.FileName);

    [Fact]
    public async Task A_long_name_keeps_its_ending()
    {
        var kept = (await Take(SampleFiles.Pdf(), new string('ơ', 300) + ".pdf")).File!.FileName;
        Assert.Equal(120, kept.Length);
        Assert.EndsWith("ơ.pdf", kept);
    }

    [Theory]
    [InlineData("pdf", 20, "file.torn")]
    [InlineData("jpeg", 2, "file.torn")]
    [InlineData("jpeg", 20, "file.torn")]
    [InlineData("png", 13, "file.torn")]
    [InlineData("tiff", 10, "file.torn")]
    public async Task A_file_whose_end_is_missing_is_not_taken(string kind, int cut, string code)
    {
        var (file, no) = await Take(Sample(kind)[..^cut], "tệp");
        Assert.Null(file);
        Assert.Equal(code, no!.Code);
        Assert.StartsWith("Tệp “tệp” ", no.Sentence);
        Assert.Contains("Hãy ", no.Sentence);
    }

    [Fact]
    public async Task Every_prefix_of_every_kind_is_refused_and_none_throws()
    {
        foreach (var kind in new[] { "pdf", "jpeg", "png", "tiff" })
            for (var length = 0; length < Sample(kind).Length - 2; length++)
                Assert.NotNull((await Take(Sample(kind)[..length], "x")).No);
    }

    [Fact]
    public async Task Bytes_changed_at_random_never_throw()
    {
        var random = new Random(20261117);
        foreach (var kind in new[] { "pdf", "jpeg", "png", "tiff" })
            for (var i = 0; i < 500; i++)
            {
                var bytes = Sample(kind);
                for (var n = random.Next(1, 6); n > 0; n--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                await Take(bytes, "x");
            }
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 1, 2 }, "Word")]
    [InlineData(new byte[] { 0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65 }, "HEIC")]
    [InlineData(new byte[] { 1, 2, 3 }, "không phải PDF, JPG, PNG hoặc TIFF")]
    public async Task Another_kind_is_named_where_it_is_known(byte[] bytes, string word)
    {
        var no = (await Take(bytes, "a.pdf")).No!;
        Assert.Equal("file.kind", no.Code);
        Assert.Contains(word, no.Sentence);
    }

    [Fact]
    public async Task Empty_large_locked_and_one_too_many_have_a_sentence_each()
    {
        Assert.Equal("file.empty", (await Take([], "a.pdf")).No!.Code);
        var large = (await Take(new byte[10_001], "a.pdf")).No!;
        Assert.Equal("file.large", large.Code);
        Assert.Contains("9,8 KB", large.Sentence);
        Assert.Equal("file.locked", (await Take(SampleFiles.Pdf(trailer: "/Encrypt 5 0 R"), "a.pdf")).No!.Code);
        Assert.Equal("file.total", (await Intake.Take(new MemoryStream(SampleFiles.Pdf()), "a.pdf", rules, already: 19_900)).No!.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_kind_that_the_rule_does_not_name_is_not_taken() => Assert.Equal(
        "Tệp “a.tif” không phải PDF. Hãy lưu giấy tờ thành một loại đó rồi đính kèm lại.",
        (await Intake.Take(new MemoryStream(SampleFiles.Tiff()), "a.tif", rules with { Kinds = [FileKind.Pdf] })).No!.Sentence);

    [Fact]
    public void The_rules_are_rows_of_the_day_and_stand_in_words_beside_the_picker()
    {
        var from = new DateOnly(2018, 1, 1);
        var book = new RuleBook(
        [
            Row("attachment.max-bytes", "20971520", from), Row("attachment.max-bytes", "1048576", new DateOnly(2027, 1, 1)),
            Row("attachment.total-max-bytes", "104857600", from), Row("attachment.types", "pdf|jpeg", from),
            Row("paper.least-dpi", "200", from), Row("paper.least-contrast", "48", from), Row("paper.most-pages", "500", from),
            Row("virus.down", "take", from),
        ], []);
        Assert.Equal("PDF, JPG ≤ 20 MB; cả hồ sơ ≤ 100 MB", FileRules.On(new DateOnly(2026, 12, 31), book).Words);
        Assert.Equal(1_048_576, FileRules.On(new DateOnly(2027, 1, 1), book).MaxBytes);
        Assert.True(FileRules.On(new DateOnly(2026, 12, 31), book).TakesUnscanned);
        Assert.Equal(200, FileRules.On(new DateOnly(2026, 12, 31), book).Sharpness.LeastDpi);
        Assert.Equal(".pdf,.jpg,.jpeg", FileRules.On(new DateOnly(2026, 12, 31), book).Accept);
    }

    private static Rule Row(string key, string value, DateOnly from) => new(key, "nation", value, "thử", from, null, Binds.Act, false);

    private static byte[] Sample(string kind) => kind switch
    {
        "pdf" => SampleFiles.Pdf(),
        "jpeg" => SampleFiles.Jpeg(),
        "png" => SampleFiles.Png(),
        _ => SampleFiles.Tiff(),
    };

    private Task<(StoredFile? File, Refusal? No)> Take(byte[] bytes, string? name) => Intake.Take(new MemoryStream(bytes), name, rules);
}
