using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The head of the unit gives a step to an officer (R-WF-05), also while the dossier waits: work changes hands all the time.</summary>
/// <param name="Officer">Who is accountable from now on; he must hold the duty of the step at its unit today.</param>
[Term("phân công xử lý", Law = "NĐ 61/2018/NĐ-CP Đ.19.1")]
public sealed record AssignStep(Token Step, OfficerId Officer) : StepAct(Step), IAllowsOnStep<AssignStep>
{
    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Lead, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) => InProcess.Alive(dossier);

    /// <inheritdoc/>
    public override IReadOnlyList<OfficerId> Concerns => [Officer];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<AssignStep>(dossier, Step, now, step =>
        !now.Holds(Officer, StepDuties.Of(step.Kind), step.Unit)
            ? new Refusal("assign.no-duty", "Người được chọn không có nhiệm vụ phù hợp tại đơn vị này. Hãy chọn người khác.", null, nameof(Officer))
        : step.Officer == Officer
            ? new Refusal("assign.same", "Bước này đã giao cho người đó. Hãy chọn người khác nếu muốn phân công lại.", null, nameof(Officer))
        : new StepAssigned(Step, Officer));
}

/// <summary>An officer of the unit who holds the duty of the step takes it while nobody has it.</summary>
[Term("nhận việc")]
public sealed record ClaimStep(Token Step) : StepAct(Step), IAllowsOnStep<ClaimStep>
{
    private static readonly Refusal Taken = new("claim.taken", "Bước này đã có người phụ trách. Đề nghị lãnh đạo đơn vị phân công lại nếu cần.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Sign, Duty.Clerk, Duty.Return, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        InProcess.Running(dossier) ?? (step.Officer is not null ? Taken : Fits(step, now) ? null : OtherDuty(step));

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<ClaimStep>(dossier, Step, now, _ =>
        now.By.Seat is { } officer
            ? new StepAssigned(Step, officer)
            : new Refusal("claim.officer", "Chỉ cán bộ mới nhận việc được."));

    private static bool Fits(OpenStep step, Circumstances now) =>
        now.By.Seat is not { } officer || now.Holds(officer, StepDuties.Of(step.Kind), step.Unit);

    private static Refusal OtherDuty(OpenStep step) => new(
        "claim.other-duty", $"Bước này cần người có nhiệm vụ “{Terms.Of(StepDuties.Of(step.Kind))}”. Hãy để người được giao nhiệm vụ đó nhận.");
}

/// <summary>A step has a new accountable officer.</summary>
[Term("đã phân công"), Stored("step-assigned")]
public sealed record StepAssigned(Token Token, OfficerId Officer) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Open = d.Open.With(Token, s => s with { Officer = Officer }).Begun(Token) };
}
