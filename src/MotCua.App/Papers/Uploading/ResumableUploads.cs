using System.Globalization;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Uploading;

/// <summary>Takes files that come in pieces, so that a broken line goes on where it stopped. How large they may be, how much one officer may have on
/// its way, and how long it is kept are dated rows.</summary>
public sealed class ResumableUploads(IUploadSpool spool, MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    private const int LongestName = 500;

    /// <summary>Begins a file of an officer.</summary>
    /// <param name="length">Bytes that it will have.</param>
    public async Task<(UploadHead? Begun, Refusal? No)> Begin(OfficerId officer, string? name, long length, CancellationToken cancel = default)
    {
        var clean = FileIntake.CleanName(name?.Length > LongestName ? name[^LongestName..] : name);
        if (length <= 0)
            return (null, new Refusal("upload.empty", $"Tệp “{clean}” trống. Hãy quét hoặc chọn lại tệp rồi gửi lại."));
        var most = await Rule("upload.max-bytes", cancel);
        if (length > most)
            return (null, new Refusal("upload.large",
                $"Tệp “{clean}” nặng {FileRules.Size(length)}, quá mức {FileRules.Size(most)} mỗi lần tải. Hãy quét nhẹ hơn hoặc tách thành nhiều tệp."));
        var mine = 0L;
        foreach (var id in spool.All())
            if (await spool.Find(id, cancel) is { } other && other.Officer == officer)
                mine += other.Length;
        if (mine + length > await Rule("upload.officer-bytes", cancel))
            return (null, new Refusal("upload.quota",
                $"Bạn đang có {FileRules.Size(mine)} tệp tải lên dở dang nên chưa tải thêm “{clean}” được. Hãy gửi các biểu mẫu đang mở rồi thử lại."));
        var head = new UploadHead(Guid.NewGuid(), officer, clean, length, clock.GetUtcNow());
        await spool.Begin(head, cancel);
        return (head, null);
    }

    /// <summary>A file of an officer that is still kept; null if there is none.</summary>
    public async Task<UploadHead?> Find(Guid id, OfficerId officer, CancellationToken cancel = default) =>
        await spool.Find(id, cancel) is { } head && head.Officer == officer && !await Expired(id, cancel) ? head : null;

    /// <summary>How many bytes of a file are there.</summary>
    public long Offset(UploadHead head) => spool.Offset(head.Id);

    /// <summary>Takes a piece.</summary>
    public Task<PieceOutcome> Append(UploadHead head, long offset, Stream piece, byte[] sha256, CancellationToken cancel = default) =>
        spool.Append(head, offset, piece, sha256, cancel);

    /// <summary>The whole file, seekable; null unless all of it is there. What it is worth <see cref="FileIntake"/> says.</summary>
    public Stream? Open(UploadHead head) => spool.Open(head);

    /// <summary>Throws a file away.</summary>
    public void Remove(UploadHead head) => spool.Remove(head.Id);

    /// <summary>Throws away what nobody has added to for longer than the rule says.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> Sweep(CancellationToken cancel = default)
    {
        var gone = 0;
        foreach (var id in spool.All())
            if (await Expired(id, cancel))
            {
                spool.Remove(id);
                gone++;
            }
        return gone;
    }

    private async Task<bool> Expired(Guid id, CancellationToken cancel) =>
        spool.Touched(id) is not { } touched || clock.GetUtcNow() - touched > TimeSpan.FromHours(await Rule("upload.hours", cancel));

    private async Task<long> Rule(string key, CancellationToken cancel) => long.Parse(
        (await references.Get(db, cancel)).Rules.Text(key, Vietnam.Day(clock.GetUtcNow())), CultureInfo.InvariantCulture);
}
