using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The competent person grants what was asked.</summary>
[Term("phê duyệt kết quả", Law = "NĐ 61/2018/NĐ-CP Đ.19.2")]
public sealed record Approve(Token Step) : StepAct(Step), IAllowsOnStep<Approve>
{
    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) => Approval.Open(dossier, step, now)
        ?? LimitClock.Ticks(dossier) ?? dossier.Cooperation.Awaited(null, dossier, now);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<Approve>(dossier, Step, now, step =>
        StepFlow.Complete(dossier, step, now, this, Outcome.Granted, new Approved(Step)));
}

/// <summary>The result was granted.</summary>
[Term("đã phê duyệt"), Stored("approved")]
public sealed record Approved(Token Token) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Case = d.Case with { Decided = Outcome.Granted } };
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
