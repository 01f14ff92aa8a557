using MotCua.App.Papers;
using MotCua.Integrations.Files;
using Xunit;

namespace MotCua.App.Tests.Papers;

public sealed class S3FileStoreTests : IDisposable
{
    private static readonly StoreKeys Keys = StoreKeys.Parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")!;
    private readonly string spool = Directory.CreateTempSubdirectory("motcua-s3-").FullName;
    private readonly FakeBucket bucket;
    private readonly S3FileStore store;
    private DateTimeOffset now = new(2026, 11, 17, 2, 0, 0, TimeSpan.Zero);

    public S3FileStoreTests()
    {
        bucket = new FakeBucket(() => now);
        store = Of(Keys);
    }

    public void Dispose()
    {
        store.Dispose();
        bucket.Dispose();
        Directory.Delete(spool, recursive: true);
    }

    [Fact]
    public async Task A_file_is_sent_sealed_and_signed_read_back_and_found_again()
    {
        var plain = new byte[2_500_000];
        new Random(5).NextBytes(plain);
        var (digest, size) = await store.Put(new MemoryStream(plain), default);
        Assert.Equal(plain.Length, size);
        Assert.Equal([digest], store.Digests());
        Assert.True(bucket.Objects["files/" + digest].Bytes.AsSpan().IndexOf(plain.AsSpan(0, 30)) < 0);
        await using var back = store.Open(digest)!;
        back.Position = 2_000_000;
        var part = new byte[300_000];
        await back.ReadExactlyAsync(part);
        Assert.Equal(plain[2_000_000..2_300_000], part);
        Assert.Empty(Directory.EnumerateFiles(spool));
        Assert.Null(store.Open(new string('0', 64)));
        Assert.Null(store.Open("../motcua.db"));
    }

    [Fact]
    public async Task A_file_that_was_changed_in_the_bucket_does_not_open()
    {
        var (digest, _) = await store.Put(new MemoryStream("giấy"u8.ToArray()), default);
        var (bytes, at) = bucket.Objects["files/" + digest];
        bytes[^1] ^= 1;
        bucket.Objects["files/" + digest] = (bytes, at);
        Assert.Throws<UnopenableFileException>(() => store.Open(digest));
    }

    [Fact]
    public async Task Older_files_are_told_and_removed_and_one_that_was_renewed_stays()
    {
        var (old, _) = await store.Put(new MemoryStream("cũ"u8.ToArray()), default);
        var (renewed, _) = await store.Put(new MemoryStream("gia hạn"u8.ToArray()), default);
        now = now.AddDays(2);
        Assert.True(store.Renew(renewed));
        Assert.False(store.Renew(new string('0', 64)));
        var before = now.AddDays(-1);
        Assert.Equal([old], store.Before(before));
        Assert.True(store.Remove(old, before));
        Assert.False(store.Remove(renewed, before));
        Assert.Equal([renewed], store.Digests());
        Assert.DoesNotContain(bucket.Objects.Keys, k => k.Contains(old));
    }

    [Fact]
    public async Task A_removal_that_was_cut_off_leaves_the_file_where_it_was()
    {
        var (digest, _) = await store.Put(new MemoryStream("dở dang"u8.ToArray()), default);
        bucket.Objects.TryRemove("files/" + digest, out var lying);
        bucket.Objects["leaving/" + digest] = lying;
        Assert.Empty(store.Before(now.AddDays(-1)));
        Assert.NotNull(store.Open(digest));
        Assert.DoesNotContain(bucket.Objects.Keys, k => k.StartsWith("leaving/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_are_sealed_anew_under_a_newer_key()
    {
        var (digest, _) = await store.Put(new MemoryStream("khóa"u8.ToArray()), default);
        using var later = Of(StoreKeys.Parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=;AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")!);
        Assert.True(await later.Reseal(digest, default));
        Assert.False(await later.Reseal(digest, default));
        Assert.True(Assert.Throws<UnopenableFileException>(() => store.Open(digest)).KeyMissing);
        await using var back = later.Open(digest);
        Assert.NotNull(back);
    }

    [Fact]
    public async Task A_bucket_that_does_not_answer_and_a_wrong_key_are_faults_of_storing_and_a_sentence_for_the_administrator()
    {
        Assert.Null(await store.Problem(default));
        using var wrong = new S3FileStore(new ObjectPlace(bucket.Url, FakeBucket.Name, FakeBucket.Region, FakeBucket.Key, "sai"), spool, Keys);
        Assert.Contains("khóa truy cập", await wrong.Problem(default));
        await Assert.ThrowsAsync<IOException>(() => wrong.Put(new MemoryStream([1]), default));
        bucket.Down = true;
        var (file, no) = await new FileIntake(store).Take(new MemoryStream(Testing.SampleFiles.Pdf()), "a.pdf", new FileRules(9999, 9999, [FileKind.Pdf]));
        Assert.Null(file);
        Assert.Equal("file.store", no!.Code);
        Assert.Empty(Directory.EnumerateFiles(spool));
    }

    private S3FileStore Of(StoreKeys keys) =>
        new(new ObjectPlace(bucket.Url, FakeBucket.Name, FakeBucket.Region, FakeBucket.Key, FakeBucket.Secret), spool, keys);
}
