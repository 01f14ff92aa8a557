using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The competent person grants what was asked.</summary>
[Term("phê duyệt kết quả", Law = "NĐ 61/2018/NĐ-CP Đ.19.2")]
public sealed record Approve(Token Step) : StepAct(Step), IAllowsOnStep<Approve>
{
    private static readonly Refusal OtherDraft = new(
        "approve.other-draft", "Dự thảo kết quả đã có phiên bản mới sau khi bạn xem. Hãy mở phiên bản mới nhất rồi phê duyệt lại.");

    /// <summary>Digest of the draft that the approving person saw; null takes the latest version.</summary>
    public string? Draft { get; init; }

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) => Approval.Open(dossier, step, now)
        ?? LimitClock.Ticks(dossier) ?? dossier.Cooperation.Awaited(null, dossier, now);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<Approve>(dossier, Step, now, step =>
        Draft is not null && Draft != dossier.Drafts.Latest?.Digest ? OtherDraft
        : StepFlow.Complete(dossier, step, now, this, Outcome.Granted, new Approved(Step) { Draft = dossier.Drafts.Latest?.Ref }));

    // Whoever approves, approves what he saw: another branch may have put another version in its place.
    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => base.IsOvertakenBy(e) || e is DraftAttached;
}

/// <summary>The result was granted.</summary>
[Term("đã phê duyệt"), Stored("approved")]
public sealed record Approved(Token Token) : DossierEvent
{
    /// <summary>The draft that was approved; null where there was none.</summary>
    public DraftRef? Draft { get; init; }

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Decided = Outcome.Granted }, Drafts = d.Drafts.Judged(Draft, DraftState.Approved),
    };
}

/// <summary>What the acts of the approving person ask first.</summary>
internal static class Approval
{
    private static readonly Refusal NotApproval = new("approve.not-here", "Hồ sơ không ở bước phê duyệt. Hãy xem bước hiện tại của hồ sơ.");

    /// <summary>Refusal unless the step waits for an approval by this officer.</summary>
    public static Refusal? Open(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.Approve ? NotApproval
        : InProcess.Running(dossier) ?? StepFlow.Mine(step, now) ?? Consultation.Awaited(dossier, step);
}
