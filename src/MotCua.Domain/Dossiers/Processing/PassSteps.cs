using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The officer of a step gives it back to his unit and says why; also while the dossier waits.</summary>
/// <param name="Reason">Why, in his own words.</param>
[Term("trả lại việc cho đơn vị")]
public sealed record HandBackStep(Token Step, TextId? Reason) : StepAct(Step), IAllowsOnStep<HandBackStep>
{
    private static readonly Refusal NotYours = new(
        "hand-back.not-yours", "Bạn không phụ trách bước này nên không có gì để trả lại. Hãy xem ai đang phụ trách.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Sign, Duty.Clerk, Duty.Return, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        InProcess.Alive(dossier) ?? (step.Officer is null || step.Officer != now.By.Seat ? NotYours : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<HandBackStep>(dossier, Step, now, step =>
        Reason is { } reason
            ? new StepHandedBack(Step, step.Officer!.Value, reason)
            : new Refusal("hand-back.reason", "Hãy ghi lý do trả lại việc để lãnh đạo đơn vị phân công người khác.", null, nameof(Reason)));
}

/// <summary>An officer gave his step back.</summary>
/// <param name="From">Who had it.</param>
[Term("đã trả lại việc"), Stored("step-handed-back")]
public sealed record StepHandedBack(Token Token, OfficerId From, TextId Reason) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Open = d.Open.With(Token, s => s with { Officer = null }).Begun(Token) };
}

/// <summary>The officer of a step names another of the unit who does it from now on; the log keeps both, one alone is accountable (F-14).</summary>
/// <param name="Officer">Who is accountable from now on; he must hold the duty of the step at its unit today.</param>
/// <param name="Note">What he should know; null for nothing.</param>
[Term("ủy quyền bước cho người khác", Law = "NĐ 61/2018/NĐ-CP Đ.19.1")]
public sealed record DelegateStep(Token Step, OfficerId Officer, TextId? Note) : StepAct(Step), IAllowsOnStep<DelegateStep>
{
    private static readonly Refusal NotYours = new(
        "delegate.not-yours", "Bạn không phụ trách bước này nên không ủy quyền được. Hãy nhận việc trước hoặc đề nghị lãnh đạo đơn vị phân công.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Sign, Duty.Clerk, Duty.Return, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        InProcess.Running(dossier) ?? (step.Officer is null || step.Officer != now.By.Seat ? NotYours : null);

    /// <inheritdoc/>
    public override IReadOnlyList<OfficerId> Concerns => [Officer];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<DelegateStep>(dossier, Step, now, step =>
        !now.Holds(Officer, StepDuties.Of(step.Kind), step.Unit)
            ? new Refusal("delegate.no-duty", "Người được chọn không có nhiệm vụ phù hợp tại đơn vị này. Hãy chọn người khác.", null, nameof(Officer))
        : step.Officer == Officer
            ? new Refusal("delegate.same", "Bạn đang phụ trách bước này. Hãy chọn người khác.", null, nameof(Officer))
        : new StepDelegated(Step, step.Officer!.Value, Officer, Note));
}

/// <summary>An officer gave his step to a colleague.</summary>
/// <param name="From">Who had it.</param>
[Term("đã ủy quyền bước"), Stored("step-delegated")]
public sealed record StepDelegated(Token Token, OfficerId From, OfficerId Officer, TextId? Note) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Open = d.Open.With(Token, s => s with { Officer = Officer }).Begun(Token) };
}

/// <summary>The unit of a step has ended: the step goes to whoever took over its work, where nobody has it yet.</summary>
[Term("chuyển bước sang đơn vị kế thừa", Law = "NĐ 118/2025/NĐ-CP Đ.7")]
public sealed record TransferStep(Token Step) : StepAct(Step), IAllowsOnStep<TransferStep>
{
    private static readonly Refusal Stands = new("transfer.stands", "Đơn vị của bước này vẫn đang hoạt động. Hãy phân công người của đơn vị.");
    private static readonly Refusal NoHeir = new(
        "transfer.no-heir", "Đơn vị đã kết thúc hoạt động mà chưa ghi đơn vị kế thừa. Đề nghị quản trị ghi đơn vị kế thừa.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        InProcess.Alive(dossier) ?? (now.Agencies.Find(step.Unit)?.HoldsOn(now.Today) == true ? Stands
            : now.Agencies.Heir(step.Unit, now.Today) == step.Unit ? NoHeir : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<TransferStep>(dossier, Step, now, step =>
        new StepTransferred(Step, step.Unit, now.Agencies.Heir(step.Unit, now.Today)));
}

/// <summary>A step lies at another unit.</summary>
[Term("đã chuyển sang đơn vị kế thừa"), Stored("step-transferred")]
public sealed record StepTransferred(Token Token, AgencyId From, AgencyId Unit) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Open = d.Open.With(Token, s => s with { Unit = Unit, Officer = null }).Begun(Token),
    };
}
