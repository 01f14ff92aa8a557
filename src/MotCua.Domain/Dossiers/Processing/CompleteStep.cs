using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The handling officer ends his step and submits what he proposes (R-WF-06).</summary>
/// <param name="Proposal">What he proposes to decide.</param>
/// <param name="Note">His opinion, kept beside the log; null if he wrote none.</param>
[Term("trình kết quả thẩm định", Law = "NĐ 61/2018/NĐ-CP Đ.19.2")]
public sealed record CompleteStep(Token Step, Outcome Proposal, TextId? Note) : StepAct(Step), IAllowsOnStep<CompleteStep>
{
    private static readonly Refusal NotHandling = new("complete.not-here", "Bước này không phải bước thẩm định. Hãy dùng việc của bước hiện tại.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.Handle ? NotHandling
        : InProcess.Running(dossier) ?? StepFlow.Mine(step, now) ?? Consultation.Awaited(dossier, step) ?? dossier.Cooperation.Awaited(step, dossier, now);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<CompleteStep>(dossier, Step, now, step =>
        Proposal == Outcome.Refused && Note is null
            ? new Refusal("complete.reason", "Đề xuất từ chối phải nêu lý do. Hãy ghi ý kiến thẩm định.", "NĐ 61/2018/NĐ-CP Đ.19.8", nameof(Note))
            : StepFlow.Complete(dossier, step, now, this, Proposal, new Submitted(Step, Proposal, Note)));
}

/// <summary>A handling step was ended with a proposal.</summary>
[Term("đã trình"), Stored("submitted")]
public sealed record Submitted(Token Token, Outcome Proposal, TextId? Note) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d;
}
