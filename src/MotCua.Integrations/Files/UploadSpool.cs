using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MotCua.App.Papers;
using MotCua.App.Papers.Uploading;

namespace MotCua.Integrations.Files;

/// <summary>Keeps pieces in a folder, one folder to a file, each piece a sealed file named by its place.</summary>
/// <param name="keys">Asked for when something is written or read first.</param>
public sealed class UploadSpool(string folder, Func<StoreKeys> keys, TimeProvider? clock = null) : IUploadSpool
{
    private const string Head = "head", Piece = ".piece";
    private readonly TimeProvider clock = clock ?? TimeProvider.System;

    /// <inheritdoc/>
    public async Task Begin(UploadHead head, CancellationToken cancel)
    {
        var place = PlaceOf(head.Id);
        Make(place);
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(head));
        var part = Path.Combine(place, Guid.NewGuid().ToString("N") + FolderFileStore.Part);
        try
        {
            // Others read all heads: one that is half written must not be seen.
            await Write(json, part, cancel);
            File.Move(part, Path.Combine(place, Head));
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <inheritdoc/>
    public async Task<UploadHead?> Find(Guid id, CancellationToken cancel)
    {
        try
        {
            if (OpenPiece(Path.Combine(PlaceOf(id), Head)) is not { } head)
                return null;
            await using (head)
                return await JsonSerializer.DeserializeAsync<UploadHead>(head, cancellationToken: cancel);
        }
        catch (Exception e) when (e is EndOfStreamException or UnopenableFileException or JsonException)
        {
            // What stopped half way is nobody's; the sweep takes it.
            return null;
        }
    }

    /// <inheritdoc/>
    public long Offset(Guid id) => Pieces(id).Sum(p => p.Length);

    /// <inheritdoc/>
    public async Task<PieceOutcome> Append(UploadHead head, long offset, Stream piece, byte[] sha256, CancellationToken cancel)
    {
        if (offset != Offset(head.Id))
            return PieceOutcome.OutOfPlace;
        var part = Path.Combine(PlaceOf(head.Id), Guid.NewGuid().ToString("N") + FolderFileStore.Part);
        try
        {
            await using var limited = new Limited(piece, Math.Min(IUploadSpool.LongestPiece, head.Length - offset));
            var (digest, size) = await Write(limited, part, cancel);
            if (limited.Over || size == 0)
                return PieceOutcome.TooLong;
            if (!CryptographicOperations.FixedTimeEquals(Convert.FromHexString(digest), sha256))
                return PieceOutcome.Garbled;
            File.Move(part, Path.Combine(PlaceOf(head.Id), offset.ToString("D15", CultureInfo.InvariantCulture) + Piece), overwrite: false);
            return PieceOutcome.Kept;
        }
        catch (IOException) when (File.Exists(part) && offset != Offset(head.Id))
        {
            // The same piece came twice at once.
            return PieceOutcome.OutOfPlace;
        }
        finally
        {
            if (Directory.Exists(PlaceOf(head.Id)))
                File.Delete(part);
        }
    }

    /// <inheritdoc/>
    public Stream? Open(UploadHead head) => Offset(head.Id) == head.Length
        ? new JoinedStream([.. Pieces(head.Id).Select(p => p.Length)], at => OpenPiece(Pieces(head.Id)[at].Path) ?? throw new IOException("A piece is gone."))
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<Guid> All() => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(d => Guid.TryParseExact(Path.GetFileName(d), "N", out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)]
        : [];

    /// <inheritdoc/>
    public DateTimeOffset? Touched(Guid id) => Directory.Exists(PlaceOf(id))
        ? Directory.EnumerateFiles(PlaceOf(id)).Select(f => new DateTimeOffset(File.GetLastWriteTimeUtc(f))).DefaultIfEmpty(DateTimeOffset.MinValue).Max()
        : null;

    /// <inheritdoc/>
    public void Remove(Guid id)
    {
        try
        {
            Directory.Delete(PlaceOf(id), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already.
        }
    }

    private string PlaceOf(Guid id) => Path.Combine(folder, id.ToString("N"));

    /// <summary>The pieces from the first on without a gap.</summary>
    private List<(string Path, long Length)> Pieces(Guid id)
    {
        var (found, next) = (new List<(string, long)>(), 0L);
        if (!Directory.Exists(PlaceOf(id)))
            return found;
        foreach (var path in Directory.EnumerateFiles(PlaceOf(id), "*" + Piece).Order(StringComparer.Ordinal))
        {
            if (!long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at != next
                || SealedFormat.PlainLength(new FileInfo(path).Length) is not { } length)
                break;
            found.Add((path, length));
            next += length;
        }
        return found;
    }

    private async Task<(string Digest, long Size)> Write(Stream content, string path, CancellationToken cancel)
    {
        (string Digest, long Size) written;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            written = await SealedFormat.Write(content, file, keys().Newest, cancel);
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        return written;
    }

    private SealedStream? OpenPiece(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            try
            {
                var head = new byte[SealedFormat.Head];
                file.ReadExactly(head);
                return SealedStream.Open(file, head, keys(), null);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Make(string place)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(place);
        else
            Directory.CreateDirectory(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>No more than so many bytes of a stream, and whether there were more.</summary>
    private sealed class Limited(Stream source, long most) : Stream
    {
        private long left = most;

        public bool Over { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left > 0)
            {
                var read = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, left)], cancellationToken);
                left -= read;
                return read;
            }
            Over |= await source.ReadAsync(new byte[1], cancellationToken) > 0;
            return 0;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
