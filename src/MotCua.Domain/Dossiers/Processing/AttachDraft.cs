using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>Whoever has the step attaches the draft of the result, or puts another version in its place (F-16). After an approval or a signature that is
/// a version which nobody has approved yet.</summary>
/// <param name="Digest">SHA-256 of the file, hexadecimal; null where none was sent.</param>
/// <param name="Notation">Number and notation as it is drafted.</param>
/// <param name="Abstract">What it is about.</param>
/// <param name="Note">What was changed.</param>
[Term("đính kèm, thay dự thảo kết quả", Law = "NĐ 61/2018/NĐ-CP Đ.19.2")]
public sealed record AttachDraft(Token Step, string? Digest, TextId? Notation, TextId? Abstract, TextId? Note)
    : StepAct(Step), IAllowsOnStep<AttachDraft>
{
    private static readonly Refusal NotHere = new("draft.not-here", "Bước này không có dự thảo kết quả. Hãy xem việc được làm lúc này.");
    private static readonly Refusal OtherDuty = new(
        "draft.other-duty", "Chỉ người có nhiệm vụ của bước này mới thay dự thảo được. Hãy để người được giao nhiệm vụ đó làm.");
    private static readonly Refusal IsRefused = new(
        "draft.refused", "Hồ sơ đã bị từ chối giải quyết, phiếu từ chối do hệ thống in nên không cần dự thảo kết quả.");
    private static readonly Refusal NoFile = new("draft.file", "Hãy chọn tệp dự thảo kết quả.", null, nameof(Digest));
    private static readonly Refusal NoAbstract = new("draft.abstract", "Hãy ghi trích yếu nội dung dự thảo.", null, nameof(Abstract));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Sign, Duty.Clerk);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind is not (StepKind.Handle or StepKind.Approve or StepKind.Register) ? NotHere
        : InProcess.Running(dossier) ?? StepFlow.Mine(step, now)
        ?? (now.By is { Kind: ActorKind.Officer, Seat: { } seat } && !now.Holds(seat, StepDuties.Of(step.Kind), step.Unit) ? OtherDuty
            : dossier.Case.Decided == Outcome.Refused ? IsRefused : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<AttachDraft>(dossier, Step, now, _ =>
        Digest is not { } digest ? NoFile
        : dossier.Drafts.Latest is { } last && last.Digest == digest ? Same(last)
        : Abstract is null ? NoAbstract
        : new DraftAttached(
            Step, dossier.Drafts.Versions.Count + 1, digest, now.Now, now.By.Seat, Notation, Abstract, Note));

    private static Refusal Same(ResultDraft last) => new(
        "draft.same", $"Tệp này giống hệt dự thảo phiên bản {last.Number} nên không thành phiên bản mới. Hãy chọn tệp đã sửa.", null, nameof(Digest));
}

/// <summary>A version of the draft result was attached.</summary>
[Term("đã đính kèm dự thảo kết quả"), Stored("draft-attached")]
public sealed record DraftAttached(
    Token Token, int Number, string Digest, DateTimeOffset At, OfficerId? By, TextId? Notation, TextId? Abstract, TextId? Note) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Drafts = new(d.Drafts.Versions.Add(new ResultDraft(Number, Digest, At, By, Notation, Abstract, Note))),
    };
}
