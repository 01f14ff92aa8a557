using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>A step goes from its officer back to its unit, where nobody has it yet: he is transferred, or no longer holds its duty.</summary>
[Term("thu lại việc về đơn vị", Law = "NĐ 61/2018/NĐ-CP Đ.19.1")]
public sealed record ReleaseStep(Token Step) : StepAct(Step), IAllowsOnStep<ReleaseStep>
{
    private static readonly Refusal Free = new("release.free", "Bước này chưa có người phụ trách. Hãy phân công cho một người của đơn vị.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Lead, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        InProcess.Alive(dossier) ?? (step.Officer is null ? Free : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        InProcess.On<ReleaseStep>(dossier, Step, now, step => new StepReleased(Step, step.Officer!.Value));
}

/// <summary>A step lies at its unit and nobody has it.</summary>
/// <param name="From">Who had it.</param>
[Term("đã thu về đơn vị"), Stored("step-released")]
public sealed record StepReleased(Token Token, OfficerId From) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Open = d.Open.With(Token, s => s with { Officer = null }).Begun(Token) };
}
