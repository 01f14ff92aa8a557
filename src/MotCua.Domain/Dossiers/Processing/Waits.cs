using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The moment of a timer has come: a job takes the flow on. While the dossier waits for the applicant the timer waits, too.</summary>
[Term("chuyển tiếp khi đến giờ hẹn")]
public sealed record FireTimer(Token Wait) : WaitAct(Wait), IAllowsOnDossier<FireTimer>
{
    private static readonly Refusal Early = new("timer.early", "Chưa đến giờ hẹn của quy trình. Hệ thống tự chuyển tiếp khi đến giờ.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Running(dossier) ?? (dossier.Open.Waits.Exists(w => w.Kind == WaitKind.Timer) ? null : Gone);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        dossier.Open.Wait(Wait) is not { Kind: WaitKind.Timer } wait ? Allows(dossier, now) ?? Gone
        : Allows(dossier, now) is { } no ? no
        : now.Now < wait.Due ? Early
        : StepFlow.CompleteWait(dossier, wait, now, WaitEnd.Fired, null);
}

/// <summary>What was awaited has come: a message of another agency, or the answer of a system that was asked. A system brings it by itself; an officer
/// who was told otherwise records it with what came.</summary>
/// <param name="Note">What came, of whom and when, in words kept beside the log; an officer must write it.</param>
[Term("ghi nhận thông báo đã chờ")]
public sealed record ReceiveMessage(Token Wait, TextId? Note) : WaitAct(Wait), IAllowsOnDossier<ReceiveMessage>
{
    private static readonly Refusal NoNote = new(
        "message.note", "Hãy ghi thông báo nào đã đến, của ai, nhận ngày nào.", null, nameof(Note));

    private static readonly Refusal ByHand = new(
        "message.service", "Việc này chờ hệ thống khác trả lời. Nếu đã xong bằng cách khác, hãy dùng “xác nhận việc chờ đã xong” và ghi lý do.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Wait, ByHandDuties);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Running(dossier)
        ?? (dossier.Open.Waits.Exists(w => w.Kind == WaitKind.Message || (w.Kind == WaitKind.Service && now.By.Kind != ActorKind.Officer)) ? null : Gone);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        dossier.Open.Wait(Wait) is not { Kind: WaitKind.Message or WaitKind.Service } wait ? InProcess.Running(dossier) ?? Gone
        : wait.Kind == WaitKind.Service && now.By.Kind == ActorKind.Officer ? ByHand
        : Allows(dossier, now) is { } no ? no
        : now.By.Kind == ActorKind.Officer && Note is null ? NoNote
        : StepFlow.CompleteWait(dossier, wait, now, wait.Kind == WaitKind.Message ? WaitEnd.Received : WaitEnd.Answered, Note);
}

/// <summary>An officer says that what another system was to do is done, since nobody is connected there or no answer comes.</summary>
/// <param name="Reason">Why it is taken as done, in words kept beside the log.</param>
[Term("xác nhận việc chờ đã xong")]
public sealed record CompleteWait(Token Wait, TextId? Reason) : WaitAct(Wait), IAllowsOnDossier<CompleteWait>
{
    private static readonly Refusal NoReason = new(
        "wait.reason", "Hãy ghi vì sao coi việc này là đã xong: đã làm bằng cách nào, ai trả lời, ngày nào.", null, nameof(Reason));

    private static readonly Refusal NotService = new(
        "wait.not-service", "Chỉ xác nhận được việc chờ hệ thống khác trả lời. Với thông báo, hãy dùng “ghi nhận thông báo đã chờ”.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Wait, ByHandDuties);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Running(dossier) ?? (dossier.Open.Waits.Exists(w => w.Kind == WaitKind.Service) ? null : Gone);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        dossier.Open.Wait(Wait) is not { } wait ? InProcess.Running(dossier) ?? Gone
        : wait.Kind != WaitKind.Service ? NotService
        : Allows(dossier, now) is { } no ? no
        : Reason is null ? NoReason
        : StepFlow.CompleteWait(dossier, wait, now, WaitEnd.ByHand, Reason);
}
