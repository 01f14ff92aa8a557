using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The handling officer stops the clock of the legal limit, for a reason of the closed list and no other (R-TIME-15): the applicant
/// must meet a financial duty, or special law leaves the time out. What is due is counted anew when the clock runs on.
/// <para>Meanwhile steps may be handed on, completed, sent back and assigned, and a supplement may be asked for (its restart ends the pause).
/// Nothing is decided or issued: an approval or a result would otherwise end the pause in silence and be judged by a date that no longer
/// holds. A dossier that is late already cannot be paused, so no pause hides lateness.</para></summary>
/// <param name="Reason">Code of the dated list "pause".</param>
/// <param name="Law">The article of special law, where the reason needs it.</param>
/// <param name="Text">What exactly is awaited, in the officer's words.</param>
[Term("tạm dừng đồng hồ tính hạn", Law = "Luật chuyên ngành; NĐ 61/2018/NĐ-CP Đ.19")]
public sealed record PauseClock(Token Step, string Reason, string? Law, TextId? Text) : StepAct(Step), IAllowsOnStep<PauseClock>
{
    private static readonly Refusal NotHandling = new("pause.not-here", "Chỉ tạm dừng đồng hồ được ở bước thẩm định. Hãy trả lại bước thẩm định trước.");
    private static readonly Refusal Already = new(
        "pause.already", "Đồng hồ đang tạm dừng vì một lý do khác. Hãy cho chạy tiếp trước khi ghi lý do mới.");
    private static readonly Refusal Late = new(
        "pause.late", "Hồ sơ đã quá hạn nên không tạm dừng được nữa. Hãy giải quyết tiếp và gửi văn bản xin lỗi.");
    private static readonly Refusal NoReason = new(
        "pause.reason", "Đồng hồ chỉ dừng vì một lý do trong danh mục. Hãy chọn lý do.", null, nameof(Reason));
    private static readonly Refusal NoLaw = new(
        "pause.law", "Lý do này phải kèm điều khoản của luật chuyên ngành. Hãy ghi loại, số văn bản và điều, khoản.",
        null, nameof(Law));
    private static readonly Refusal NoText = new("pause.text", "Hãy ghi cụ thể đang chờ việc gì, của ai.", null, nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.Handle ? NotHandling
        : InProcess.Running(dossier) ?? StepFlow.Mine(step, now)
        ?? (dossier.Case.Clock.Standing is not null ? Already : now.Now > dossier.Case.Due.Due ? Late : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<PauseClock>(dossier, Step, now, step =>
        now.FindReason("pause", Reason) is not { } reason ? NoReason
        : reason.NamesLaw && Citation.Read(Law) is null ? NoLaw
        : Text is not { } text ? NoText
        : new ClockPaused(Step, Reason, reason.Text, reason.NamesLaw ? Citation.Read(Law)! : reason.Basis, reason.By, text, now.Now));
}

/// <summary>The clock of the legal limit stands still.</summary>
/// <param name="Why">The list's words, as they stood on the day.</param>
/// <param name="Law">The text it rests on.</param>
/// <param name="By">Who must act for it to run on.</param>
[Term("đã tạm dừng đồng hồ"), Stored("clock-paused")]
public sealed record ClockPaused(Token Token, string Reason, string Why, string Law, Responsible By, TextId Text, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Clock = d.Case.Clock with { Standing = new StandingClock(Token, Reason, Why, Law, By, At) } },
        Open = d.Open.Begun(Token),
    };
}

/// <summary>What was awaited has come: the clock runs on, and the due date is counted anew with every pause. The officer of the step that
/// stopped it says so, or the head of the unit; once that step is done, whoever has the next one.</summary>
/// <param name="Text">What came, and when.</param>
[Term("cho đồng hồ tính hạn chạy tiếp", Law = "Luật chuyên ngành; NĐ 61/2018/NĐ-CP Đ.19")]
public sealed record ResumeClock(Token Step, TextId? Text) : StepAct(Step), IAllowsOnStep<ResumeClock>
{
    private static readonly Refusal Runs = new("resume.runs", "Đồng hồ đang chạy. Không có lần tạm dừng nào để kết thúc.");
    private static readonly Refusal Elsewhere = new(
        "resume.other-step", "Đồng hồ do một bước khác đang mở tạm dừng. Hãy để người của bước đó cho chạy tiếp.");
    private static readonly Refusal NoText = new(
        "resume.text", "Hãy ghi điều đã chờ nay có kết quả gì, nhận ngày nào.", null, nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle, Duty.Lead, Duty.Sign, Duty.Clerk);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        dossier.Case.Clock.Standing is not { } standing ? InProcess.Alive(dossier) ?? Runs
        : InProcess.Running(dossier) ?? (standing.Step != step.Token && dossier.Open[standing.Step] is not null ? Elsewhere : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<ResumeClock>(dossier, Step, now, _ =>
    {
        if (Text is not { } text)
            return NoText;
        var clock = dossier.Case.Clock;
        var due = clock.IsSet
            ? SetDue.Moved(dossier, clock.Standing!.Until(now.Now), now)
            : LimitClock.Count(dossier, now, now.Now);
        // What was promised later than the limit stays promised.
        var appointment = clock.Reappointments > 0 && dossier.Case.Appointment > due.Due ? dossier.Case.Appointment : due.Due;
        return new ClockResumed(Step, text, due, appointment, now.Now, StepDues(dossier, now));
    });

    /// <summary>The open steps get their time without the pauses.</summary>
    private static Dictionary<int, DateTimeOffset> StepDues(Dossier dossier, Circumstances now)
    {
        var pauses = dossier.Case.Clock.PausesUntil(now.Now);
        return dossier.Open.Steps.Where(s => s.Due is not null && StepFlow.HoursOf(s, now) is > 0)
            .ToDictionary(s => s.Token.Value, s => LimitClock.StepDue(dossier, s, StepFlow.HoursOf(s, now)!.Value, pauses, now));
    }
}

/// <summary>The clock runs on; the due date was counted anew.</summary>
[Term("đồng hồ đã chạy tiếp, hạn tính lại"), Stored("clock-resumed")]
public sealed record ClockResumed(
    Token Token, TextId Text, DueDateAccount Due, DateTimeOffset Appointment, DateTimeOffset At, IReadOnlyDictionary<int, DateTimeOffset> StepDues)
    : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Due = Due, Appointment = Appointment, Clock = d.Case.Clock.Resumed(At) },
        Open = d.Open with
        {
            Steps = [.. d.Open.Steps.Select(s => StepDues.TryGetValue(s.Token.Value, out var due) ? s with { Due = due } : s)],
        },
    };
}
