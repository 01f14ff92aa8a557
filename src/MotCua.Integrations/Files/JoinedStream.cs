namespace MotCua.Integrations.Files;

/// <summary>Pieces one after the other as one stream, from any place; one piece is open at a time.</summary>
internal sealed class JoinedStream : Stream
{
    private readonly long[] starts;
    private readonly Func<int, Stream> open;
    private long position;
    private (int At, Stream Stream)? current;

    /// <summary>A stream of pieces.</summary>
    /// <param name="lengths">Bytes of each.</param>
    /// <param name="open">Opens the piece of a place.</param>
    public JoinedStream(IReadOnlyList<long> lengths, Func<int, Stream> open)
    {
        this.open = open;
        starts = new long[lengths.Count + 1];
        for (var i = 0; i < lengths.Count; i++)
            starts[i + 1] = starts[i] + lengths[i];
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => starts[^1];

    /// <inheritdoc/>
    public override long Position { get => position; set => position = value; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (position >= Length || buffer.Length == 0)
            return 0;
        var read = Piece().Read(buffer);
        position += read;
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= Length || buffer.Length == 0)
            return 0;
        var read = await Piece().ReadAsync(buffer, cancellationToken);
        position += read;
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => position,
        _ => Length,
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
            current?.Stream.Dispose();
        current = null;
        base.Dispose(disposing);
    }

    private Stream Piece()
    {
        var at = Array.BinarySearch(starts, position);
        at = at >= 0 ? at : ~at - 1;
        // Pieces are never empty, so the place after a piece is the next one's first.
        if (current is not { } there || there.At != at)
        {
            current?.Stream.Dispose();
            current = (at, open(at));
        }
        current.Value.Stream.Position = position - starts[at];
        return current.Value.Stream;
    }
}
