using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using MotCua.App.Papers;
using MotCua.Integrations.Files;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Papers;

public sealed class SealedStoreTests : IDisposable
{
    private const int Chunk = 65536;
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-sealed-").FullName;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 17, 2, 0, 0, TimeSpan.Zero));

    private string Keys => Path.Combine(folder, "keys");

    private FolderFileStore Store => new(Path.Combine(folder, "files"), clock, StoreKeys.Open(Keys, clock));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 777)]
    public async Task What_is_stored_comes_back_whole_and_from_any_place_and_lies_sealed(int size)
    {
        var plain = Bytes(size);
        var (digest, stored) = await Store.Put(new MemoryStream(plain), default);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(plain)), size), (digest, stored));
        Assert.Equal(plain, await All(Store.Open(digest)!));
        await using var back = Store.Open(digest)!;
        Assert.Equal(size, back.Length);
        foreach (var at in new[] { 0, size / 2, Math.Max(0, size - 3) })
        {
            back.Position = at;
            Assert.Equal(plain[at..Math.Min(size, at + 100)], Read(back, 100));
        }
        var lying = await File.ReadAllBytesAsync(PathOf(digest));
        Assert.True(size < 20 || lying.AsSpan().IndexOf(plain.AsSpan(0, 20)) < 0);
        Assert.True(size < 20 || lying.AsSpan().IndexOf(plain.AsSpan(size - 20)) < 0);
    }

    [Fact]
    public async Task Any_changed_lost_or_swapped_byte_is_found_and_nothing_of_it_is_given_out()
    {
        var (digest, _) = await Store.Put(new MemoryStream(Bytes((2 * Chunk) + 100)), default);
        var (other, _) = await Store.Put(new MemoryStream(Bytes((2 * Chunk) + 100, 7)), default);
        var lying = await File.ReadAllBytesAsync(PathOf(digest));
        foreach (var at in new[] { 8, 20, 48, 50 + Chunk, lying.Length - 60, lying.Length - 1 })
            await Spoiled(digest, [.. lying[..at], (byte)(lying[at] ^ 1), .. lying[(at + 1)..]]);
        await Spoiled(digest, lying[..^1]);
        await Spoiled(digest, [.. lying[..(48 + Chunk + 16)], .. lying[^56..]]);
        await Spoiled(digest, [.. lying[..48], .. lying[(48 + Chunk + 16)..(48 + (2 * (Chunk + 16)))], .. lying[48..(48 + Chunk + 16)],
            .. lying[(48 + (2 * (Chunk + 16)))..]]);
        await Spoiled(digest, await File.ReadAllBytesAsync(PathOf(other)));
        await Spoiled(digest, "chưa mã hóa"u8.ToArray());
    }

    [Fact]
    public async Task New_files_take_the_newest_key_older_ones_stay_readable_and_are_sealed_anew_when_asked()
    {
        var (before, _) = await Store.Put(new MemoryStream(Bytes(1000)), default);
        var old = StoreKeys.Read(Keys)!.Newest.Id;
        var running = Store;
        var newest = StoreKeys.Add(Keys, clock).Newest.Id;
        Assert.NotEqual(old, newest);
        var (after, _) = await Store.Put(new MemoryStream(Bytes(1000, 3)), default);
        Assert.Equal((old, newest), (KeyOf(before), KeyOf(after)));
        Assert.Equal(Bytes(1000), await All(Store.Open(before)!));
        Assert.True(await Store.Reseal(before, default));
        Assert.False(await Store.Reseal(before, default));
        Assert.False(await Store.Reseal(after, default));
        Assert.Equal(newest, KeyOf(before));
        // A program that has run since before learns of the key when it meets it.
        Assert.Equal(Bytes(1000), await All(running.Open(before)!));
        Assert.Equal(Bytes(1000), await All(Store.Open(before)!));
    }

    [Fact]
    public async Task What_an_earlier_version_left_plain_is_read_and_sealed_when_asked()
    {
        var (digest, _) = await new FolderFileStore(Path.Combine(folder, "files"), clock).Put(new MemoryStream(Bytes(500)), default);
        Assert.Equal(Bytes(500), await File.ReadAllBytesAsync(PathOf(digest)));
        Assert.Equal(Bytes(500), await All(Store.Open(digest)!));
        Assert.True(await Store.Reseal(digest, default));
        Assert.NotEqual(Bytes(500), await File.ReadAllBytesAsync(PathOf(digest)));
        Assert.Equal(Bytes(500), await All(Store.Open(digest)!));
    }

    [Fact]
    public async Task Without_its_key_a_file_does_not_open_and_the_sentence_names_the_key()
    {
        var (digest, _) = await Store.Put(new MemoryStream(Bytes(10)), default);
        var id = StoreKeys.Read(Keys)!.Newest.Id;
        File.Delete(Path.Combine(Keys, StoreKeys.FileName));
        var e = Assert.Throws<UnopenableFileException>(() => Store.Open(digest));
        Assert.True(e.KeyMissing);
        Assert.Contains(id, e.Message);
    }

    [Fact]
    public void Two_programs_that_begin_at_once_make_one_ring()
    {
        var rings = new StoreKeys[8];
        Parallel.For(0, rings.Length, i => rings[i] = StoreKeys.Open(Keys, clock));
        Assert.Single(rings.Select(r => r.Newest.Id).Distinct());
        Assert.Single(Directory.EnumerateFiles(Keys));
    }

    [Fact]
    public void A_ring_that_is_spoiled_is_not_taken_for_none()
    {
        StoreKeys.Open(Keys, clock);
        File.WriteAllText(Path.Combine(Keys, StoreKeys.FileName), "{}");
        Assert.Throws<InvalidDataException>(() => StoreKeys.Open(Keys, clock));
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", 1)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=; AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", 2)]
    [InlineData("AAAA", 0)]
    [InlineData("khóa", 0)]
    [InlineData("", 0)]
    public void Keys_of_a_setting_are_read_or_not_at_all(string text, int count) => Assert.Equal(count, StoreKeys.Parse(text)?.Count ?? 0);

    [Fact]
    public async Task A_large_file_takes_no_more_memory_than_a_small_one()
    {
        var size = Tool.Long ? 1L << 30 : 48L << 20;
        await Store.Put(new Zeros(1 << 20), default);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var (digest, stored) = await Store.Put(new Zeros(size, () => most = Math.Max(most, GC.GetTotalMemory(false))), default);
        Assert.Equal(size, stored);
        await using var back = Store.Open(digest)!;
        back.Position = size - 5;
        Assert.Equal(new byte[5], Read(back, 10));
        Assert.True(most - before < 24 << 20, $"{(most - before) >> 20} MB");
    }

    private async Task Spoiled(string digest, byte[] bytes)
    {
        await File.WriteAllBytesAsync(PathOf(digest), bytes);
        await Assert.ThrowsAsync<UnopenableFileException>(async () => await All(Store.Open(digest)!));
    }

    private string KeyOf(string digest) => Convert.ToHexStringLower(File.ReadAllBytes(PathOf(digest)).AsSpan(8, 8));

    private string PathOf(string digest) => Path.Combine(folder, "files", digest[..2], digest);

    private static byte[] Bytes(int size, int seed = 1)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static async Task<byte[]> All(Stream stream)
    {
        await using (stream)
        {
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            return all.ToArray();
        }
    }

    private static byte[] Read(Stream stream, int count)
    {
        var bytes = new byte[count];
        return bytes[..stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
    }

    /// <summary>So many zeros; told at each megabyte.</summary>
    private sealed class Zeros(long length, Action? told = null) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - position);
            Array.Clear(buffer, offset, read);
            if ((position >> 20) != ((position + read) >> 20))
                told?.Invoke();
            position += read;
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
