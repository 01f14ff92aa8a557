using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>What became of a version of the draft result.</summary>
[Term("tình trạng dự thảo")]
public enum DraftState
{
    /// <summary>Nobody has judged it.</summary>
    [Term("chưa được phê duyệt")] Open,
    /// <summary>The competent person approved exactly these bytes.</summary>
    [Term("đã được phê duyệt")] Approved,
    /// <summary>It was sent back to be mended.</summary>
    [Term("bị trả lại")] SentBack,
    /// <summary>The request was refused after it was seen.</summary>
    [Term("bị từ chối")] Refused,
    /// <summary>It was registered and issued as the result.</summary>
    [Term("đã phát hành")] Issued,
}

/// <summary>A version of the draft, as those who judge it name it: by its bytes.</summary>
/// <param name="Digest">SHA-256 of the file, hexadecimal.</param>
[NoTerm("names a version of a draft")]
public sealed record DraftRef(int Number, string Digest);

/// <summary>One version of the draft result. An edit is another version; nothing is overwritten (F-16).</summary>
/// <param name="Number">1, 2, 3…</param>
/// <param name="Digest">SHA-256 of the file, hexadecimal.</param>
/// <param name="By">Who attached it; null for no officer.</param>
/// <param name="Notation">Its number and notation, a row beside the log.</param>
/// <param name="Abstract">What it is about (trích yếu), a row beside the log.</param>
/// <param name="Note">What was changed; null for nothing said.</param>
[Term("phiên bản dự thảo kết quả")]
public sealed record ResultDraft(
    int Number, string Digest, DateTimeOffset At, OfficerId? By, TextId? Notation, TextId? Abstract, TextId? Note, DraftState State = DraftState.Open)
{
    /// <summary>How those who judge it name it.</summary>
    public DraftRef Ref => new(Number, Digest);
}

/// <summary>All versions of the draft result, oldest first.</summary>
[NoTerm("a list of drafts")]
public sealed record Drafts(ImmutableList<ResultDraft> Versions)
{
    /// <summary>None.</summary>
    public static readonly Drafts None = new([]);

    /// <summary>The version that counts; null where no draft was attached.</summary>
    public ResultDraft? Latest => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>The last version that was ever approved; it need not be the one that counts.</summary>
    public ResultDraft? LastApproved => Versions.FindLast(d => d.State is DraftState.Approved or DraftState.Issued);

    /// <summary>The same with one version judged.</summary>
    public Drafts Judged(DraftRef? which, DraftState state) =>
        which is null ? this : new(Versions.ConvertAll(d => d.Number == which.Number ? d with { State = state } : d));
}
