using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The one-stop unit hands the dossier over to the unit that handles it: data at once, paper the same working day
/// or at the start of the next if received after the cut-off (R-WF-03).</summary>
[Term("chuyển hồ sơ đến cơ quan giải quyết", Law = "NĐ 61/2018/NĐ-CP Đ.18")]
public sealed record HandOver(Token Step) : StepAct(Step), IAllowsOnStep<HandOver>
{
    private static readonly Refusal NotHandOver = new("hand-over.not-here", "Hồ sơ đã được chuyển xử lý. Hãy xem bước hiện tại của hồ sơ.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.HandOver ? NotHandOver : InProcess.Running(dossier) ?? StepFlow.Mine(step, now);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<HandOver>(dossier, Step, now, step =>
    {
        var paperDay = PaperDay.Of(dossier.Links.CountsFrom ?? dossier.Case.ReceivedAt, now.Calendar(step.Unit), now.CutOff(dossier));
        return StepFlow.Complete(dossier, step, now, this, null, new HandedOver(Step, paperDay));
    });
}

/// <summary>The dossier went over to the unit that handles it.</summary>
/// <param name="PaperBy">The day on which the paper must be there.</param>
[Term("đã chuyển hồ sơ"), Stored("handed-over")]
public sealed record HandedOver(Token Token, DateOnly PaperBy) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Case = d.Case with { Status = DossierStatus.InProcess } };
}
