using Amazon.S3;
using Amazon.S3.Model;

namespace MotCua.Integrations.Files;

/// <summary>The bytes of an object, from any place, asked for in blocks of a mebibyte; one block is in memory at a time.</summary>
internal sealed class ObjectStream(IAmazonS3 client, string bucket, string key, long length) : Stream
{
    private const int Block = 1 << 20;

    private readonly byte[] block = new byte[Math.Min(Block, Math.Max(1, length))];
    private long position, loaded = -1;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position { get => position; set => position = value; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0)
            return 0;
        var (place, at) = (position / Block, (int)(position % Block));
        var size = (int)Math.Min(Block, length - (place * Block));
        if (place != loaded)
            await Load(place, size, cancellationToken);
        var count = Math.Min(buffer.Length, size - at);
        block.AsSpan(at, count).CopyTo(buffer.Span);
        position += count;
        return count;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => position = offset + origin switch
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

    private async Task Load(long place, int size, CancellationToken cancel)
    {
        loaded = -1;
        try
        {
            using var part = await client.GetObjectAsync(new GetObjectRequest
            {
                BucketName = bucket, Key = key, ByteRange = new ByteRange(place * Block, (place * Block) + size - 1),
            }, cancel);
            await part.ResponseStream.ReadExactlyAsync(block.AsMemory(0, size), cancel);
        }
        catch (Exception e) when (e is AmazonS3Exception or HttpRequestException or Amazon.Runtime.AmazonClientException)
        {
            throw new IOException("The object store did not give a block.", e);
        }
        loaded = place;
    }
}
