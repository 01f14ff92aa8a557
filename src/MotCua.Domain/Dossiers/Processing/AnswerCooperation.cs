using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>A cooperating agency answers; its result goes to who asked, to who needs it next and to the one-stop unit (R-WF-11). On paper the
/// next agency of the slip gets its step, after the last one the lead goes on (R-WF-10).</summary>
/// <param name="Answer">What it did and found.</param>
/// <param name="Digest">SHA-256 of its result's file, hexadecimal; null for none.</param>
[Term("trả lời việc phối hợp", Law = "NĐ 61/2018/NĐ-CP Đ.19.6")]
public sealed record AnswerCooperation(Token Step, TextId? Answer, string? Digest) : StepAct(Step), IAllowsOnStep<AnswerCooperation>
{
    private static readonly Refusal NotHere = new("answer.not-here", "Bước này không phải việc phối hợp. Hãy dùng việc của bước hiện tại.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Lead);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.Cooperate ? NotHere : InProcess.Running(dossier) ?? StepFlow.Mine(step, now);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<AnswerCooperation>(dossier, Step, now, step =>
        dossier.Cooperation.Of(step.Element) is not { } task ? NotHere
        : Answer is not { } answer
            ? new Refusal("answer.empty", "Hãy ghi kết quả thực hiện để cơ quan chủ trì biết.", "NĐ 61/2018/NĐ-CP Đ.19.6", nameof(Answer))
        : Decision.Of([
            new CooperationAnswered(Step, task.Number, answer, Digest, now.Now), StepFlow.Close(dossier, step, now), .. Cooperating.Next(dossier, task, now)]));
}

/// <summary>Who asked takes the task back.</summary>
/// <param name="Why">Why, in words beside the log.</param>
[Term("thu hồi việc đã gửi phối hợp", Law = "NĐ 61/2018/NĐ-CP Đ.19.6")]
public sealed record RecallCooperation(Token Step, TextId? Why) : StepAct(Step), IAllowsOnStep<RecallCooperation>
{
    private static readonly Refusal NotHere = new("recall.not-here", "Bước này không phải việc đã gửi phối hợp.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Asker, Duty.Handle, Duty.Lead, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.Cooperate ? NotHere : InProcess.Running(dossier);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<RecallCooperation>(dossier, Step, now, step =>
        dossier.Cooperation.Of(step.Element) is not { } task ? NotHere
        : Why is not { } why ? new Refusal("recall.why", "Hãy ghi lý do thu hồi để cơ quan phối hợp biết.", null, nameof(Why))
        : Decision.Of([
            new CooperationRecalled(Step, task.Number, why, now.Now), StepFlow.Close(dossier, step, now), .. Cooperating.Next(dossier, task, now)]));
}

/// <summary>A cooperating agency answered.</summary>
[Term("đã trả lời phối hợp"), Stored("cooperation-answered")]
public sealed record CooperationAnswered(Token Token, int Number, TextId Answer, string? Digest, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Cooperating.Ended(d, Number, t => t with
    {
        State = TaskState.Answered, EndedAt = At, Words = Answer, Digest = Digest,
    });
}

/// <summary>A task was taken back.</summary>
[Term("đã thu hồi việc phối hợp"), Stored("cooperation-recalled")]
public sealed record CooperationRecalled(Token Token, int Number, TextId Why, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Cooperating.Ended(d, Number, t => t with { State = TaskState.Recalled, EndedAt = At, Words = Why });
}

/// <summary>What ends a task and opens the next.</summary>
internal static class Cooperating
{
    /// <summary>The step of the agency whose turn it is now; none where all of the slip have been asked.</summary>
    public static IEnumerable<DossierEvent> Next(Dossier dossier, CooperationTask ended, Circumstances now) => Follower(dossier, ended) is not { } next ? []
        : [new StepOpened(new Token(dossier.Open.NextToken), next.Element, StepKind.Cooperate, next.Agency, null, now.Now, next.Due.Due, null)];

    /// <summary>The dossier after a task ended: the next of its slip is open.</summary>
    public static Dossier Ended(Dossier d, int number, Func<CooperationTask, CooperationTask> change)
    {
        var after = d.Cooperation.With(number, change);
        return d with
        {
            Cooperation = d.Cooperation.Tasks.Find(t => t.Number == number) is { } ended && Follower(d, ended) is { } next
                ? after.With(next.Number, t => t with { State = TaskState.Open }) : after,
        };
    }

    private static CooperationTask? Follower(Dossier dossier, CooperationTask ended) => dossier.Cooperation.Tasks.Find(t =>
        t.State == TaskState.Waits && t.Slip == ended.Slip && t.Asker == ended.Asker && t.AskedOn == ended.AskedOn);
}
