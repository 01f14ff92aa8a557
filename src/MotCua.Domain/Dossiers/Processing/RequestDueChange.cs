using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The officer of a step asks to change the legal due date, naming the text that allows it; another approves (R-TIME-16).</summary>
/// <param name="Day">The new due day; it ends with the working day of the agency that resolves.</param>
/// <param name="Basis">The legal text and article.</param>
/// <param name="Text">Why, in words.</param>
[Term("đề nghị đổi hạn giải quyết")]
public sealed record RequestDueChange(Token Step, DateOnly? Day, string? Basis, TextId? Text) : StepAct(Step), IAllowsOnStep<RequestDueChange>
{
    private static readonly Refusal Pending = new("due-change.pending", "Đã có một đề nghị đổi hạn đang chờ duyệt. Hãy chờ trả lời đề nghị đó.");
    private static readonly Refusal NoBasis = new(
        "due-change.basis", "Đổi hạn phải có căn cứ. Hãy ghi loại, số văn bản và điều, khoản cho phép.", null, nameof(Basis));
    private static readonly Refusal NoText = new("due-change.text", "Hãy ghi lý do đề nghị đổi hạn.", null, nameof(Text));
    private static readonly Refusal NotOfficer = new("due-change.officer", "Chỉ cán bộ mới đề nghị đổi hạn được.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        InProcess.Running(dossier) ?? StepFlow.Mine(step, now) ?? (dossier.Case.Clock.Change is not null ? Pending : SetDue.Closed(dossier, now));

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<RequestDueChange>(dossier, Step, now, _ =>
        now.By.Officer is not { } officer ? NotOfficer
        : SetDue.Wrong(dossier, Day, now) is { } wrong ? wrong
        : Citation.Read(Basis) is not { } basis ? NoBasis
        : Text is not { } text ? NoText
        : new DueChangeRequested(Step, SetDue.EndOf(dossier, Day!.Value, now), basis, text, officer, now.Now));
}

/// <summary>A change of the due date was asked for and waits.</summary>
[Term("đã đề nghị đổi hạn"), Stored("due-change-requested")]
public sealed record DueChangeRequested(
    Token Token, DateTimeOffset Due, string Basis, TextId Text, OfficerId By, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Clock = d.Case.Clock with { Change = new DueChange(Due, Basis, By, At) } },
    };
}

/// <summary>The head of the agency approves the change of the due date: another than who asked for it (R-TIME-16).</summary>
/// <param name="Due">The due date that he saw when he approved.</param>
[Term("duyệt đổi hạn giải quyết")]
public sealed record ApproveDueChange(DateTimeOffset Due) : DossierAct, IAllowsOnDossier<ApproveDueChange>
{
    private static readonly Refusal Own = new("due-change.own", "Người đề nghị không được tự duyệt. Hãy để người khác phụ trách hoặc ký của cơ quan duyệt.");
    private static readonly Refusal Another = new(
        "due-change.another", "Đề nghị đang chờ không còn là đề nghị bạn đã xem. Hãy mở lại trang và xem hạn mới được đề nghị.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Competent, Duty.Lead, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Running(dossier)
        ?? (dossier.Case.Clock.Change is not { } change ? SetDue.NotAsked
            : now.By.Officer == change.By || now.By.Seat == change.By ? Own : SetDue.Closed(dossier, now));

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is DueChangeRequested or DueChangeDeclined or ClockResumed or SupplementAccepted;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        var change = dossier.Case.Clock.Change!;
        if (change.Due != Due)
            return Another;
        if (SetDue.Wrong(dossier, Vietnam.Day(Due), now) is { } wrong)
            return wrong;
        var appointment = dossier.Case.Clock.Reappointments > 0 && dossier.Case.Appointment > Due ? dossier.Case.Appointment : Due;
        return new DueChanged(SetDue.Account(dossier, Due, change.Basis), dossier.Case.Due.Due, appointment, change.Basis, change.By);
    }
}

/// <summary>The due date was changed; the account before stands in the log, the new one names its basis.</summary>
/// <param name="Before">The due date that it replaces.</param>
/// <param name="RequestedBy">Who asked for it; who approved stands beside the event.</param>
[Term("đã đổi hạn giải quyết"), Stored("due-changed")]
public sealed record DueChanged(DueDateAccount Due, DateTimeOffset Before, DateTimeOffset Appointment, string Basis, OfficerId RequestedBy) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Due = Due, Appointment = Appointment, Clock = d.Case.Clock with { Change = null, IsSet = true } },
    };
}

/// <summary>The head of the agency takes the change off the table: the due date stays.</summary>
/// <param name="Text">Why not.</param>
[Term("không duyệt đổi hạn giải quyết")]
public sealed record DeclineDueChange(TextId? Text) : DossierAct, IAllowsOnDossier<DeclineDueChange>
{
    private static readonly Refusal NoText = new("decline-due-change.text", "Hãy ghi lý do không duyệt đổi hạn.", null, nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Competent, Duty.Lead, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Alive(dossier) ?? (dossier.Case.Clock.Change is null ? SetDue.NotAsked : null);

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is DueChangeRequested or DueChanged;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no : Text is not { } text ? NoText : new DueChangeDeclined(text);
}

/// <summary>The change was declined; the due date stays.</summary>
[Term("đã không duyệt đổi hạn"), Stored("due-change-declined")]
public sealed record DueChangeDeclined(TextId Text) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Case = d.Case with { Clock = d.Case.Clock with { Change = null } } };
}

/// <summary>A due date that officers set instead of the count of the limit.</summary>
internal static class SetDue
{
    internal static readonly Refusal NotAsked = new("due-change.not-asked", "Không có đề nghị đổi hạn nào đang chờ duyệt.");
    private static readonly Refusal Registered = new("due-change.done", "Hồ sơ đã có kết quả nên không đổi hạn được nữa.");
    private static readonly Refusal Late = new(
        "due-change.late", "Hồ sơ đã quá hạn; không đổi hạn để xóa việc quá hạn. Hãy giải quyết tiếp và gửi văn bản xin lỗi.");

    /// <summary>Refusal where no due date can be changed any more: it is over, it stands still, or the result is there.</summary>
    internal static Refusal? Closed(Dossier dossier, Circumstances now) =>
        dossier.Delivery.RegisteredAt is not null ? Registered
        : LimitClock.Ticks(dossier) is not null ? StandsStill
        : now.Now > dossier.Case.Due.Due ? Late : null;

    private static readonly Refusal StandsStill = new(
        "due-change.paused", "Đồng hồ đang tạm dừng; khi chạy tiếp hạn được tính lại. Hãy cho chạy tiếp trước khi đổi hạn.");

    internal static DateTimeOffset EndOf(Dossier dossier, DateOnly day, Circumstances now) => now.Calendar(dossier.Case.Competent).CloseOf(day);

    internal static Refusal? Wrong(Dossier dossier, DateOnly? typed, Circumstances now) => typed switch
    {
        null => new Refusal("due-change.day", "Hãy nhập hạn mới.", null, nameof(RequestDueChange.Day)),
        { } day when EndOf(dossier, day, now) <= now.Now => new Refusal(
            "due-change.day", "Hạn mới phải ở sau lúc này. Hãy nhập lại ngày.", null, nameof(RequestDueChange.Day)),
        { } day when day == Vietnam.Day(dossier.Case.Due.Due) => new Refusal(
            "due-change.day", "Hạn mới trùng với hạn đang áp dụng. Hãy nhập ngày khác.", null, nameof(RequestDueChange.Day)),
        { } day when !now.Calendar(dossier.Case.Competent).IsWorkingDay(day) => new Refusal(
            "due-change.day", $"Ngày {day:dd/MM/yyyy} là ngày nghỉ của cơ quan giải quyết. Hãy chọn một ngày làm việc.", null, nameof(RequestDueChange.Day)),
        _ => null,
    };

    /// <summary>The account of a due date that was set: one line, which says that it was not counted.</summary>
    internal static DueDateAccount Account(Dossier dossier, DateTimeOffset due, string basis) => new(
        due, dossier.Case.Limit, dossier.Case.ReceivedAt,
        [new AccountLine(
            Vietnam.Day(dossier.Case.ReceivedAt), Vietnam.Day(due), dossier.Case.Limit.Amount, Terms.Of(dossier.Case.Limit.Unit),
            "Hạn do cán bộ đề nghị đổi và được duyệt, không phải kết quả đếm ngày; bản tính trước còn nguyên", basis, true)]);

    /// <summary>A due date that was set, moved on by the working days at whose close the clock stood still.</summary>
    internal static DueDateAccount Moved(Dossier dossier, ClockPause pause, Circumstances now)
    {
        var calendar = now.Calendar(dossier.Case.Competent);
        var stood = 0;
        // The day of acceptance is no day of the limit, so standing still at its close gives nothing.
        var first = Vietnam.Day(dossier.Case.ReceivedAt).AddDays(1);
        for (var day = Vietnam.Day(pause.From) < first ? first : Vietnam.Day(pause.From); day <= Vietnam.Day(now.Now); day = day.AddDays(1))
            if (calendar.IsWorkingDay(day) && pause.From < calendar.CloseOf(day) && calendar.CloseOf(day) <= now.Now)
                stood++;
        var (due, before) = (calendar.AddWorkingDays(Vietnam.Day(dossier.Case.Due.Due), stood), dossier.Case.Due.Lines[0]);
        var set = Account(dossier, calendar.CloseOf(due), before.Law ?? "");
        return set with { Lines = [set.Lines[0] with { Reason = $"{before.Reason}; lùi {stood} ngày làm việc vì đồng hồ tạm dừng: {pause.Reason}" }] };
    }
}
