using System.Diagnostics;
using MotCua.App.Papers;
using MotCua.Domain.Law;
using MotCua.Integrations.Files;
using MotCua.Integrations.Scanning;
using MotCua.Testing;
using SkiaSharp;
using Xunit;

namespace MotCua.App.Tests.Papers;

/// <summary>Files that nobody could have meant well by: a sentence for each, no crash, bounded time and memory, nothing half kept.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private const long MostMemory = 700L << 20;
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-hostile-").FullName;
    private readonly PaperLooks looks = new();
    private readonly FileRules rules = new(20_971_520, 104_857_600, [FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Tiff])
    {
        Sharpness = new SharpnessRules(200, 48, 500),
    };

    public void Dispose()
    {
        looks.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Thirty_mutated_files_end_in_a_sentence_or_whole_in_the_store() => await Mutated(30);

    [Fact]
    public async Task A_thousand_mutated_files_end_in_a_sentence_or_whole_in_the_store()
    {
        Tool.RequireLong();
        await Mutated(1000);
    }

    [Theory]
    [InlineData("../../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\windows\\CON", "giay-to-CON.pdf")]
    [InlineData("nul.pdf", "giay-to-nul.pdf")]
    [InlineData("LPT1 .txt.pdf", "giay-to-LPT1 .txt.pdf")]
    [InlineData("hóa đơn\u202Efdp.exe", "hóa đơnfdp.exe.pdf")]
    [InlineData("\u0000\u0007.pdf", "pdf.pdf")]
    [InlineData("C:", "C.pdf")]
    [InlineData("   ...   ", "giay-to.pdf")]
    public async Task A_name_is_never_a_path_nor_a_device(string name, string kept)
    {
        var file = (await Take(SampleFiles.Pdf(), name)).File!;
        Assert.Equal(kept, file.FileName);
        Assert.Equal([file.Digest], Kept());
    }

    [Fact]
    public async Task A_name_of_five_hundred_letters_is_cut_and_the_file_is_kept_by_its_digest()
    {
        var file = (await Take(SampleFiles.Pdf(), new string('ệ', 500) + ".pdf")).File!;
        Assert.Equal(120, file.FileName.Length);
        Assert.EndsWith("ệ.pdf", file.FileName);
        Assert.Equal([file.Digest], Kept());
    }

    [Fact]
    public async Task A_file_of_two_gigabytes_is_refused_by_the_rule_without_being_read()
    {
        var huge = new Huge(2L << 30);
        Assert.Equal("file.large", (await new FileIntake(new FolderFileStore(folder), null, looks).Take(huge, "to.pdf", rules)).No!.Code);
        Assert.Equal(0, huge.Given);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_file_of_two_gigabytes_is_taken_where_the_rule_lets_it_with_memory_that_does_not_grow()
    {
        Tool.RequireLong();
        var wide = rules with { MaxBytes = 4L << 30, TotalMaxBytes = 4L << 30 };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var huge = new Huge(2L << 30);
        var store = new FolderFileStore(folder, null, StoreKeys.Open(folder + "/k", TimeProvider.System));
        var (file, no) = await new FileIntake(store, null, looks).Take(huge, "to.pdf", wide);
        Assert.Null(no);
        Assert.Equal(2L << 30, file!.Size);
        Assert.True(huge.Most - before < 64 << 20, $"{(huge.Most - before) >> 20} MB");
    }

    private async Task Mutated(int count)
    {
        var random = new Random(20261118);
        var samples = Samples();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (taken, refused) = (0, new Dictionary<string, int>());
        for (var i = 0; i < count; i++)
        {
            var bytes = Mutate([.. samples[i % samples.Count]], samples[random.Next(samples.Count)], random);
            var clock = Stopwatch.StartNew();
            var (file, no) = await Take(bytes, "tệp lạ");
            Assert.True(clock.Elapsed < Longest, $"{i}: {clock.Elapsed}");
            Assert.True((file is null) != (no is null));
            if (no is not null)
            {
                Assert.Matches(@"^\p{Lu}.*Hãy .*\.$", no.Sentence);
                refused[no.Code] = refused.GetValueOrDefault(no.Code) + 1;
                continue;
            }
            taken++;
            await using var back = new FolderFileStore(folder).Open(file!.Digest);
            Assert.Equal(bytes.Length, back!.Length);
        }
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < MostMemory, $"{grown >> 20} MB");
        Assert.True(taken > 0 && refused.Count > 2, $"{taken} taken; {string.Join(", ", refused.Select(r => $"{r.Key} {r.Value}"))}");
        Assert.Empty(Directory.EnumerateFiles(folder, "*" + FolderFileStore.Part, SearchOption.AllDirectories));
    }

    private static List<byte[]> Samples() =>
    [
        SampleFiles.Pdf(), SampleFiles.ScannedPdf(SampleFiles.Scan(40), SampleFiles.Jpeg()), SampleFiles.Scan(40), SampleFiles.Jpeg(),
        SampleFiles.Scan(40, 20, SKEncodedImageFormat.Png), SampleFiles.Png(), SampleFiles.Tiff(), Bombs.Docx(),
        SampleFiles.Pdf("x", "", "/AcroForm<</Fields[]>>/Names<</Dests 2 0 R>>"), Bombs.Png(3000, 3000), Bombs.Jpeg(9000, 9000),
    ];

    private static byte[] Mutate(byte[] bytes, byte[] other, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                for (var n = random.Next(1, 20); n > 0; n--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 1:
                return bytes[..random.Next(1, bytes.Length)];
            case 2:
                var at = random.Next(bytes.Length);
                return [.. bytes[..at], .. other[random.Next(other.Length)..], .. bytes[at..]];
            case 3:
                // Numbers of sizes and places become great.
                for (var i = 0; i < bytes.Length; i++)
                    if (bytes[i] is >= (byte)'0' and <= (byte)'9' && random.Next(30) == 0)
                        bytes[i] = (byte)'9';
                return bytes;
            case 4:
                var (from, length) = (random.Next(bytes.Length), random.Next(1, 200));
                return [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + length)..]];
            default:
                var part = bytes[random.Next(bytes.Length)..];
                return [.. bytes, .. part.AsSpan(0, Math.Min(part.Length, 4000))];
        }
    }

    private IEnumerable<string> Kept() => new FolderFileStore(folder).Digests();

    private Task<(StoredFile? File, Refusal? No)> Take(byte[] bytes, string name) =>
        new FileIntake(new FolderFileStore(folder), null, looks).Take(new MemoryStream(bytes), name, rules);

    /// <summary>A PDF of any length: its head, zeros, its tail.</summary>
    private sealed class Huge(long length) : Stream
    {
        private readonly byte[] file = SampleFiles.Pdf();

        public long Given { get; private set; }

        public long Most { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            for (var i = 0; i < read; i++)
            {
                var at = Position + i;
                buffer[offset + i] = at < file.Length - 100 ? file[at] : at >= length - 100 ? file[^(int)(length - at)] : (byte)0;
            }
            if ((Position >> 24) != ((Position + read) >> 24))
                Most = Math.Max(Most, GC.GetTotalMemory(false));
            Position += read;
            Given += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
