using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>Whoever sent the dossier on last takes it back while nobody has begun what follows: a wrong hand-over is corrected without losing the
/// first deadline (F-06). A decision is not recalled so, nor a result: they have become known.</summary>
[Term("thu hồi việc vừa chuyển")]
public sealed record RecallStep : DossierAct, IAllowsOnDossier<RecallStep>
{
    private static readonly Refusal Nothing = new(
        "recall.nothing", "Không có bước nào vừa chuyển để thu hồi. Hãy đề nghị bước sau trả lại hồ sơ.");
    private static readonly Refusal Decided = new(
        "recall.decided", "Bước vừa xong là quyết định hoặc kết quả nên không thu hồi được. Hãy xem việc được làm lúc này.");
    private static readonly Refusal NotYours = new(
        "recall.not-yours", "Chỉ người vừa chuyển hồ sơ mới thu hồi được. Hãy đề nghị bước sau trả lại hồ sơ.");
    private static readonly Refusal Begun = new(
        "recall.begun", "Bước sau đã có người bắt đầu nên không thu hồi được nữa. Hãy đề nghị người đó trả lại hồ sơ.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Sender, Duty.Receive, Duty.HeadOneStop, Duty.Handle);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Running(dossier) ?? (dossier.Open.Passed is not { } passed ? Nothing
            : passed.Step.Kind is not (StepKind.HandOver or StepKind.Handle) ? Decided
            : now.By.Kind == ActorKind.Officer && passed.By != now.By.Seat ? NotYours
            : passed.IsBegun ? Begun : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no : new StepRecalled(dossier.Open.Passed!.Step.Token);
}

/// <summary>A step that was sent on is open again, as it was.</summary>
[Term("đã thu hồi việc vừa chuyển"), Stored("step-recalled")]
public sealed record StepRecalled(Token Token) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        // A dossier whose first hand-over is taken back is again only received.
        Case = d.Open.Passed is { Step: { Kind: StepKind.HandOver, BackTo: null } } ? d.Case with { Status = DossierStatus.Received } : d.Case,
        Open = d.Open.Recalled(),
    };
}
