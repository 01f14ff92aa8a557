using MotCua.Domain.Agencies;

namespace MotCua.App.Papers.Uploading;

/// <summary>A file that is on its way in pieces.</summary>
/// <param name="Officer">Whose it is; nobody else reaches it.</param>
/// <param name="Name">Name as sent.</param>
/// <param name="Length">Bytes that it will have.</param>
public sealed record UploadHead(Guid Id, OfficerId Officer, string Name, long Length, DateTimeOffset Begun);

/// <summary>What became of a piece.</summary>
public enum PieceOutcome
{
    /// <summary>It is kept.</summary>
    Kept,
    /// <summary>Another place is next: the piece is there already, or one before it is missing.</summary>
    OutOfPlace,
    /// <summary>The line changed it: its digest does not fit.</summary>
    Garbled,
    /// <summary>It is longer than a piece may be, or than the file.</summary>
    TooLong,
}

/// <summary>Keeps the pieces of files that are on their way, sealed. A piece counts when it is whole and its digest fits.</summary>
public interface IUploadSpool
{
    /// <summary>The longest piece, in bytes.</summary>
    const int LongestPiece = 4 * 1024 * 1024;

    /// <summary>Begins a file.</summary>
    Task Begin(UploadHead head, CancellationToken cancel);

    /// <summary>A file that was begun; null if there is none.</summary>
    Task<UploadHead?> Find(Guid id, CancellationToken cancel);

    /// <summary>How many bytes of it are there, from the first on without a gap.</summary>
    long Offset(Guid id);

    /// <summary>Takes a piece.</summary>
    /// <param name="sha256">Its digest.</param>
    Task<PieceOutcome> Append(UploadHead head, long offset, Stream piece, byte[] sha256, CancellationToken cancel);

    /// <summary>The pieces as one seekable stream; null unless all are there.</summary>
    Stream? Open(UploadHead head);

    /// <summary>All files that were begun.</summary>
    IReadOnlyList<Guid> All();

    /// <summary>When a file was last added to; null if there is none.</summary>
    DateTimeOffset? Touched(Guid id);

    /// <summary>Throws a file away; one that is not there is gone already.</summary>
    void Remove(Guid id);
}
