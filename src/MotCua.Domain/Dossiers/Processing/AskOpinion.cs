using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The officer of a step asks another unit for its opinion, with a deadline of its own (R-WF-09). The clock of the dossier runs on.</summary>
/// <param name="Unit">Who is asked.</param>
/// <param name="Question">What is asked, kept beside the log.</param>
/// <param name="Days">Working days of the unit that is asked, from the day after.</param>
/// <param name="Papers">Codes of the components that it is shown.</param>
[Term("gửi lấy ý kiến", Law = "NĐ 61/2018/NĐ-CP Đ.19.5")]
public sealed record AskOpinion(Token Step, AgencyId Unit, TextId? Question, int Days, IReadOnlyList<string> Papers)
    : StepAct(Step), IAllowsOnStep<AskOpinion>
{
    /// <summary>The longest time that may be given, in working days: more is no question but a mistake of typing.</summary>
    public const int Longest = 60;

    private static readonly Refusal NotHere = new(
        "ask-opinion.not-here", "Chỉ lấy ý kiến được ở bước thẩm định hoặc phê duyệt. Hãy xem bước hiện tại của hồ sơ.");
    private static readonly Refusal NoUnit = new(
        "ask-opinion.unit", "Hãy chọn một cơ quan, đơn vị đang hoạt động, không phải đơn vị của bước này.", null, nameof(Unit));
    private static readonly Refusal NoQuestion = new("ask-opinion.question", "Hãy ghi nội dung cần cho ý kiến.", "NĐ 61/2018/NĐ-CP Đ.19.5", nameof(Question));
    private static readonly Refusal NoDays = new(
        "ask-opinion.days", $"Hãy ghi thời hạn cho ý kiến từ 1 đến {Longest} ngày làm việc.", "NĐ 61/2018/NĐ-CP Đ.19.5", nameof(Days));
    private static readonly Refusal Twice = new(
        "ask-opinion.twice", "Bước này đang chờ ý kiến của chính cơ quan đó. Hãy chờ trả lời hoặc rút câu hỏi trước.", null, nameof(Unit));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind is not (StepKind.Handle or StepKind.Approve) ? NotHere : InProcess.Running(dossier) ?? StepFlow.Mine(step, now);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<AskOpinion>(dossier, Step, now, step =>
        now.Agencies.Find(Unit)?.HoldsOn(now.Today) != true || Unit == step.Unit ? NoUnit
        : dossier.Consultations.Exists(c => c.State == ConsultationState.Open && c.Unit == Unit && c.Element == step.Element) ? Twice
        : Question is not { } question ? NoQuestion
        : Days is < 1 or > Longest ? NoDays
        : new OpinionAsked(
            Step, dossier.Consultations.Count + 1, step.Element, Unit, question,
            Deadline.Count(new TimeLimit(Days, LimitUnit.WorkingDay), now.Now, now.Calendar(Unit), DayCutOff.None), [.. Papers.Distinct()], now.By.Seat,
                now.Now));
}

/// <summary>Another unit was asked for its opinion.</summary>
[Term("đã gửi lấy ý kiến"), Stored("opinion-asked")]
public sealed record OpinionAsked(
    Token Token, int Number, string Element, AgencyId Unit, TextId Question, DueDateAccount Due, IReadOnlyList<string> Papers, OfficerId? By,
    DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Consultations = d.Consultations.Add(new Consultation(Number, Element, Unit, Question, Due, [.. Papers], By, At)),
        Open = d.Open.Begun(Token),
    };
}

/// <summary>The unit that was asked answers; late is better than never, as long as the question stands.</summary>
/// <param name="Text">Its answer in words.</param>
/// <param name="Digest">SHA-256 of the answer's file, hexadecimal; null for none.</param>
[Term("cho ý kiến", Law = "NĐ 61/2018/NĐ-CP Đ.19.5")]
public sealed record AnswerOpinion(int Number, Stance Stance, TextId? Text, string? Digest) : DossierAct, IAllowsOnDossier<AnswerOpinion>
{
    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Consulted, Duty.Handle, Duty.Lead, Duty.Sign);

    /// <inheritdoc/>
    public override AgencyId? Place(Dossier dossier) => Questions.Find(dossier, Number)?.Unit;

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Alive(dossier) ?? (dossier.Consultations.Exists(c => c.State == ConsultationState.Open) ? null : Questions.None);

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) =>
        e is OpinionGiven { Number: var given } && given == Number || e is ConsultationEnded { Number: var ended } && ended == Number;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : Questions.Open(dossier, Number) is null ? Questions.None
        : Text is not { } text
            ? new Refusal("answer-opinion.text", "Hãy ghi nội dung ý kiến; đồng ý cũng phải ghi rõ.", "NĐ 61/2018/NĐ-CP Đ.19.5", nameof(Text))
            : new OpinionGiven(Number, Stance, text, Digest, now.Now, Deadline.Judge(Questions.Open(dossier, Number)!.Due.Due, now.Now));
}

/// <summary>The opinion came.</summary>
/// <param name="Outcome">How it stood against its own deadline.</param>
[Term("đã cho ý kiến"), Stored("opinion-given")]
public sealed record OpinionGiven(int Number, Stance Stance, TextId Text, string? Digest, DateTimeOffset At, LimitOutcome? Outcome) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Questions.With(
        d, Number, c => c with { State = ConsultationState.Answered, Answer = Stance, Text = Text, EndedAt = At });
}

/// <summary>What the acts on questions ask first.</summary>
internal static class Questions
{
    /// <summary>There is no such question that is still open.</summary>
    public static readonly Refusal None = new(
        "consultation.none", "Không có câu hỏi lấy ý kiến nào đang chờ trả lời. Hãy xem lại tình trạng mới nhất của hồ sơ.");

    /// <summary>The question with a number; null if there is none.</summary>
    public static Consultation? Find(Dossier dossier, int number) => dossier.Consultations.Find(c => c.Number == number);

    /// <summary>The same while it waits for its answer.</summary>
    public static Consultation? Open(Dossier dossier, int number) =>
        dossier.Consultations.Find(c => c.Number == number && c.State == ConsultationState.Open);

    /// <summary>The dossier with one question changed.</summary>
    public static Dossier With(Dossier d, int number, Func<Consultation, Consultation> change) =>
        d with { Consultations = d.Consultations.ConvertAll(c => c.Number == number ? change(c) : c) };

    /// <summary>Refusal unless the officer has a step from which questions are asked, and one of them is open.</summary>
    public static Refusal? Mine(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind is not (StepKind.Handle or StepKind.Approve) || !dossier.Consultations.Exists(c => c.State == ConsultationState.Open)
            ? InProcess.Alive(dossier) ?? None
            : InProcess.Alive(dossier) ?? StepFlow.Mine(step, now);
}
