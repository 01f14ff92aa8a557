using System.Buffers.Binary;
using System.Security.Cryptography;
using MotCua.App.Papers;

namespace MotCua.Integrations.Files;

/// <summary>The plain bytes of a sealed file, from any place; one chunk is in memory at a time, and no byte is given that was not proved.</summary>
internal sealed class SealedStream : Stream
{
    private readonly Stream source;
    private readonly AesGcm cipher;
    private readonly byte[] head;
    private readonly byte[] open = new byte[SealedFormat.Chunk];
    private readonly byte[] closed = new byte[SealedFormat.Chunk + SealedFormat.Tag];
    private readonly long length;
    private long position, loaded = -1;

    private SealedStream(Stream source, AesGcm cipher, byte[] head, long length) =>
        (this.source, this.cipher, this.head, this.length) = (source, cipher, head, length);

    /// <summary>Opens a sealed file and proves its length and its name; the source is closed with it.</summary>
    /// <param name="head">Its first bytes, read already.</param>
    /// <param name="digest">The name under which it lies; null where none is promised.</param>
    /// <exception cref="UnopenableFileException">It was changed, or its key is not on the ring.</exception>
    public static SealedStream Open(Stream source, byte[] head, StoreKeys? keys, string? digest)
    {
        var id = SealedFormat.KeyOf(head);
        var cipher = SealedFormat.Cipher(keys?.Find(id) ?? throw UnopenableFileException.WithoutKey(id), head);
        try
        {
            if (SealedFormat.PlainLength(source.Length) is not { } length)
                throw UnopenableFileException.Changed();
            var seal = new byte[SealedFormat.Seal];
            source.Position = source.Length - SealedFormat.Seal;
            source.ReadExactly(seal);
            Span<byte> said = stackalloc byte[SealedFormat.Sealing];
            SealedFormat.Open(cipher, head, seal, said, (length + SealedFormat.Chunk - 1) / SealedFormat.Chunk, seal: true);
            if (BinaryPrimitives.ReadInt64BigEndian(said[32..]) != length || (digest is not null && Convert.ToHexStringLower(said[..32]) != digest))
                throw UnopenableFileException.Changed();
            return new SealedStream(source, cipher, head, length);
        }
        catch
        {
            cipher.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (position >= length || buffer.Length == 0)
            return 0;
        if (Wanted() is { Place: var place, Size: var size } && place != loaded)
        {
            source.Position = At(place);
            source.ReadExactly(closed, 0, size);
            Prove(place, size);
        }
        return Give(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0)
            return 0;
        if (Wanted() is { Place: var place, Size: var size } && place != loaded)
        {
            source.Position = At(place);
            await source.ReadExactlyAsync(closed.AsMemory(0, size), cancellationToken);
            Prove(place, size);
        }
        return Give(buffer.Span);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => position,
        _ => length,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            source.Dispose();
            CryptographicOperations.ZeroMemory(open);
        }
        base.Dispose(disposing);
    }

    private (long Place, int Size) Wanted()
    {
        var place = position / SealedFormat.Chunk;
        return (place, (int)Math.Min(SealedFormat.Chunk, length - (place * SealedFormat.Chunk)) + SealedFormat.Tag);
    }

    private static long At(long place) => SealedFormat.Head + (place * (SealedFormat.Chunk + SealedFormat.Tag));

    private void Prove(long place, int size)
    {
        loaded = -1;
        SealedFormat.Open(cipher, head, closed.AsSpan(0, size), open, place, seal: false);
        loaded = place;
    }

    private int Give(Span<byte> buffer)
    {
        var at = (int)(position % SealedFormat.Chunk);
        var count = (int)Math.Min(buffer.Length, Math.Min(SealedFormat.Chunk - at, length - position));
        open.AsSpan(at, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
