using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>Whoever asked takes the question back, or, once the answer is late, goes on without it and says why in writing (R-WF-09).</summary>
/// <param name="GoesOn">Goes on without an answer; false: the question is taken back.</param>
/// <param name="Reason">Why.</param>
[Term("kết thúc lấy ý kiến", Law = "NĐ 61/2018/NĐ-CP Đ.19.5")]
public sealed record EndConsultation(Token Step, int Number, bool GoesOn, TextId? Reason) : StepAct(Step), IAllowsOnStep<EndConsultation>
{
    private static readonly Refusal NotLate = new(
        "end-consultation.not-late", "Chưa hết thời hạn cho ý kiến. Hãy chờ đến hạn, hoặc rút câu hỏi nếu không cần ý kiến nữa.", null, nameof(GoesOn));
    private static readonly Refusal NoReason = new(
        "end-consultation.reason", "Hãy ghi lý do rút câu hỏi hoặc giải quyết tiếp khi chưa có ý kiến.", null, nameof(Reason));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) => Questions.Mine(dossier, step, now);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<EndConsultation>(dossier, Step, now, _ =>
        Questions.Open(dossier, Number) is not { } asked ? Questions.None
        : GoesOn && !asked.IsLate(now.Now) ? NotLate
        : Reason is not { } reason ? NoReason
        : new ConsultationEnded(Number, GoesOn, reason, now.Now));
}

/// <summary>A question came to an end without an answer.</summary>
[Term("đã kết thúc lấy ý kiến"), Stored("consultation-ended")]
public sealed record ConsultationEnded(int Number, bool GoesOn, TextId Reason, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Questions.With(
        d, Number, c => c with { State = GoesOn ? ConsultationState.PassedOver : ConsultationState.Withdrawn, EndedAt = At });
}

/// <summary>The answer is late: whoever asked tells the head of the one-stop unit, who urges (R-WF-09, R-WF-25).</summary>
/// <param name="Text">What he should know.</param>
[Term("báo chậm cho ý kiến", Law = "NĐ 61/2018/NĐ-CP Đ.19.5")]
public sealed record ReportLateOpinion(Token Step, int Number, TextId? Text) : StepAct(Step), IAllowsOnStep<ReportLateOpinion>
{
    private static readonly Refusal NoneLate = new(
        "report-late-opinion.none", "Không có cơ quan nào chậm cho ý kiến mà chưa báo. Hãy chờ đến hạn.");
    private static readonly Refusal NoText = new(
        "report-late-opinion.text", "Hãy ghi nội dung báo người phụ trách Bộ phận Một cửa.", null, nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        Questions.Mine(dossier, step, now) ?? (dossier.Consultations.Exists(c => IsUntold(c, now)) ? null : NoneLate);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<ReportLateOpinion>(dossier, Step, now, _ =>
        Questions.Open(dossier, Number) is not { } asked || !IsUntold(asked, now) ? NoneLate
        : Text is not { } text ? NoText
        : new LateOpinionReported(Number, text, now.Now));

    private static bool IsUntold(Consultation c, Circumstances now) => c.IsLate(now.Now) && c.ReportedAt is null;
}

/// <summary>The head of the one-stop unit was told of a late answer.</summary>
[Term("đã báo chậm cho ý kiến"), Stored("late-opinion-reported")]
public sealed record LateOpinionReported(int Number, TextId Text, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => Questions.With(d, Number, c => c with { ReportedAt = At });
}
