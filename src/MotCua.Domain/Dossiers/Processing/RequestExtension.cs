using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The agency that resolves apologises before the limit is over and asks for a new day of return (Mẫu 04; R-TIME-09…11): at the latest
/// so many days before the deadline, and so many times, as the rows of the day of reception say.
/// <para>One act, of the head: Mẫu 04 bears no signature but his, and a request that waited for it could pass its last day. The one-stop unit's
/// part, the new date in the system and the message to the applicant, follows from the event. The legal limit stays, and the dossier is judged
/// by it.</para></summary>
/// <param name="Day">The new day of return.</param>
/// <param name="Reason">Code of the dated list "extension".</param>
/// <param name="Text">The reason in words, printed on Mẫu 04.</param>
[Term("xin lỗi và đề nghị gia hạn, hẹn lại ngày trả", Law = "NĐ 61/2018/NĐ-CP Đ.19.9")]
public sealed record RequestExtension(DateOnly? Day, string Reason, TextId? Text) : DossierAct, IAllowsOnDossier<RequestExtension>
{
    private static readonly Refusal Registered = new("extension.done", "Hồ sơ đã có kết quả nên không cần hẹn lại ngày trả.");
    private static readonly Refusal Standing = new(
        "extension.paused", "Đồng hồ đang tạm dừng; khi chạy tiếp hạn và ngày hẹn được tính lại. Chưa cần đề nghị gia hạn.");
    private static readonly Refusal NoReason = new(
        "extension.reason", "Hãy chọn lý do đề nghị gia hạn trong danh mục.", "NĐ 61/2018/NĐ-CP Đ.19.9", nameof(Reason));
    private static readonly Refusal NoText = new(
        "extension.text", "Văn bản xin lỗi phải nêu rõ lý do. Hãy ghi lý do cụ thể.", "NĐ 61/2018/NĐ-CP Đ.19.9", nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Competent, Duty.Lead, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Running(dossier) ?? (dossier.Delivery.RegisteredAt is not null ? Registered : null)
        ?? (dossier.Case.Clock.Standing is not null ? Standing : null) ?? TooOften(dossier, now) ?? TooLate(dossier, now);

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter("apology", dossier.Case.Competent)];

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is ClockResumed or DueChanged or SupplementAccepted or ExtensionRequested;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : WrongDay(dossier, now) is { } wrong ? wrong
        : now.FindReason("extension", Reason) is null ? NoReason
        : Text is not { } text ? NoText
        : new ExtensionRequested(
            now.Calendar(dossier.Delivery.ReturnUnit).CloseOf(Day!.Value), dossier.Case.Appointment, Reason, text,
            now.Numbers[now.FormCounter("apology", dossier.Case.Competent)], now.Now);

    private static Refusal? TooOften(Dossier dossier, Circumstances now)
    {
        var rule = now.Rule("reappointment.max", dossier);
        return dossier.Case.Clock.Reappointments < now.Number("reappointment.max", dossier) ? null : new Refusal(
            "extension.again", $"Đã hẹn lại ngày trả kết quả; pháp luật chỉ cho hẹn lại không quá {Two(rule.Value)} lần. Hãy giải quyết trong ngày đã hẹn.",
            rule.LegalBasis);
    }

    private static Refusal? TooLate(Dossier dossier, Circumstances now)
    {
        var rule = now.Rule("apology.before-days", dossier);
        var due = Vietnam.Day(dossier.Case.Due.Due);
        var last = due.AddDays(-now.Number("apology.before-days", dossier));
        return now.Today <= last ? null : new Refusal(
            "extension.too-late",
            $"Đề nghị gia hạn phải gửi chậm nhất {Two(rule.Value)} ngày trước ngày hết hạn ({due:dd/MM/yyyy}), tức là hết ngày {last:dd/MM/yyyy}; "
            + $"hôm nay {now.Today:dd/MM/yyyy} đã muộn. Hãy giải quyết xong trong hạn; nếu quá hạn thì gửi văn bản xin lỗi.",
            rule.LegalBasis);
    }

    private Refusal? WrongDay(Dossier dossier, Circumstances now) => Day switch
    {
        null => new Refusal("extension.day", "Hãy nhập ngày hẹn trả mới.", "NĐ 61/2018/NĐ-CP Đ.19.9", nameof(Day)),
        { } day when day <= Vietnam.Day(dossier.Case.Appointment) => new Refusal(
            "extension.day", $"Ngày hẹn mới phải sau ngày đã hẹn {Vietnam.Day(dossier.Case.Appointment):dd/MM/yyyy}. Hãy nhập lại ngày.", null, nameof(Day)),
        { } day when !now.Calendar(dossier.Delivery.ReturnUnit).IsWorkingDay(day) => new Refusal(
            "extension.day", $"Ngày {day:dd/MM/yyyy} là ngày nghỉ của nơi trả kết quả. Hãy chọn một ngày làm việc.", null, nameof(Day)),
        _ => null,
    };

    private static string Two(string number) => number.PadLeft(2, '0');
}

/// <summary>The return was appointed anew, with an apology; the legal limit stays.</summary>
/// <param name="Appointment">The new appointment.</param>
/// <param name="Before">What had been promised.</param>
/// <param name="Number">Number of Mẫu 04.</param>
[Term("đã xin lỗi và hẹn lại ngày trả"), Stored("extension-requested")]
public sealed record ExtensionRequested(
    DateTimeOffset Appointment, DateTimeOffset Before, string Reason, TextId Text, long Number, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Appointment = Appointment, Clock = d.Case.Clock with { Reappointments = d.Case.Clock.Reappointments + 1 } },
    };
}

/// <summary>The agency that resolves apologises without a new appointment: for lateness that no extension covers, for a dossier that was lost or
/// damaged, or for its own error (R-TIME-09, R-TIME-12). What is to be made good, and who pays, stands in the words.</summary>
/// <param name="Reason">Code of the dated list "apology".</param>
/// <param name="Text">The words of the apology, printed on Mẫu 04.</param>
[Term("xin lỗi người nộp hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.19.9, Đ.21")]
public sealed record Apologise(string Reason, TextId? Text) : DossierAct, IAllowsOnDossier<Apologise>
{
    private static readonly Refusal NoReason = new(
        "apologise.reason", "Hãy chọn lý do xin lỗi trong danh mục.", "NĐ 61/2018/NĐ-CP Đ.19.9, Đ.21", nameof(Reason));
    private static readonly Refusal NoText = new(
        "apologise.text", "Hãy ghi lý do và cách khắc phục, kể cả chi phí do cơ quan chịu nếu có.", "NĐ 61/2018/NĐ-CP Đ.21", nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Competent, Duty.Lead, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => InProcess.Alive(dossier);

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter("apology", dossier.Case.Competent)];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : now.FindReason("apology", Reason) is null ? NoReason
        : Text is not { } text ? NoText
        : new Apologised(Reason, text, now.Numbers[now.FormCounter("apology", dossier.Case.Competent)], now.Now);
}

/// <summary>The agency apologised; nothing else changed.</summary>
/// <param name="Number">Number of Mẫu 04.</param>
[Term("đã xin lỗi người nộp"), Stored("apologised")]
public sealed record Apologised(string Reason, TextId Text, long Number, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d;
}
