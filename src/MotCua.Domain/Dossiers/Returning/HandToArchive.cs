using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Returning;

/// <summary>The electronic dossier is handed to the archive of the agency, within a year after the work has ended (R-REPO-08). It stays here and may still
/// be read.</summary>
/// <param name="Digest">SHA-256 of the package.</param>
/// <param name="Files">How many files it holds.</param>
/// <param name="Seen">The version of the dossier that was packed.</param>
[Term("nộp lưu hồ sơ điện tử", Law = "TT 13/2023/TT-BNV Đ.5")]
public sealed record HandToArchive(string Digest, int Files, int Seen) : DossierAct, IAllowsOnDossier<HandToArchive>
{
    private static readonly Refusal StillOpen = new("archive.open", "Hồ sơ chưa kết thúc nên chưa nộp lưu được. Hãy chờ trả kết quả hoặc dừng giải quyết.");
    private static readonly Refusal Already = new("archive.already", "Hồ sơ đã nộp lưu. Hãy mở gói đã nộp.");
    private static readonly Refusal Moved = new("archive.moved", "Hồ sơ vừa có sự kiện mới sau khi lập gói. Hãy lập lại gói.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Competent, Duty.Clerk);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        !dossier.IsClosed ? StillOpen : dossier.Archived is not null ? Already : null;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no : dossier.Version != Seen ? Moved : new HandedToArchive(Digest, Files, now.Now);
}

/// <summary>It was handed to the archive.</summary>
[Term("đã nộp lưu hồ sơ điện tử", Law = "TT 13/2023/TT-BNV Đ.5"), Stored("handed-to-archive")]
public sealed record HandedToArchive(string Digest, int Files, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Archived = At };
}
