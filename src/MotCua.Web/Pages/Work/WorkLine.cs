using MotCua.App.Selections;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Work;

/// <summary>A row of the work list in words.</summary>
/// <param name="Icon">Icon of the channel.</param>
/// <param name="Channel">The channel in words.</param>
/// <param name="Where">On whose desk it lies.</param>
/// <param name="Why">Why it lies there.</param>
/// <param name="State">How the limit stands, as a shape.</param>
/// <param name="StateText">The words of the limit, where they are not worked out from the instants.</param>
/// <param name="WorkingDays">Working days left by the calendar of the competent agency.</param>
/// <param name="Appointment">When the result was promised; null where that is the limit itself.</param>
public sealed record WorkLine(
    string Code, DateTimeOffset Received, string Icon, string Channel, string Owner, string Where, string Procedure, string ProcedureName, string Why,
    DateTimeOffset? Due, DeadlineState State, string? StateText, int? WorkingDays, DateTimeOffset? Appointment)
{
    /// <summary>The step as a form of many carries it; null where no step is open.</summary>
    public string? Pick { get; init; }

    /// <summary>Says a row as the officer reads it.</summary>
    public static WorkLine Of(WorkItem item, SignedIn officer, ReferenceData reference, DateTimeOffset now)
    {
        var (d, step) = (item.Dossier, item.Step);
        var calendar = reference.CalendarOf(new AgencyId(d.CompetentId));
        int? left = item.Due is DueState.Running or DueState.Soon ? calendar.WorkingDaysBetween(Vietnam.Day(now), Vietnam.Day(d.Due)) : null;
        var (state, text) = Limit(item, left, now);
        return new WorkLine(
            d.Code, d.Received, IconOf(d.Channel), "Nộp " + Terms.Of(d.Channel), item.OwnerName, WhereOf(item, officer, reference),
            d.Procedure, reference.Procedure(d.Procedure, d.ProcedureVersion).Name, WhyOf(d, step, now),
            state == DeadlineState.Hold ? null : d.Due, state, text, left, d.Appointment != d.Due && !IsClosed(d) ? d.Appointment : null)
        {
            Pick = step is null ? null : new BatchItem(new DossierId(d.Id), new Token(step.Token)).ToString(),
        };
    }

    private static bool IsClosed(DossierRow d) => d.Status is DossierStatus.Returned or DossierStatus.Stopped;

    private static (DeadlineState State, string? Text) Limit(WorkItem item, int? left, DateTimeOffset now) => item.Due switch
    {
        null => (DeadlineState.Done, "Đã dừng giải quyết"),
        DueState.InTime => (DeadlineState.Done, "Xong đúng hạn"),
        DueState.TooLate => (DeadlineState.Near, "Xong sau hạn"),
        DueState.Waiting => (DeadlineState.Hold, "Chờ bổ sung"),
        DueState.Paused => (DeadlineState.Hold, "Đồng hồ tạm dừng"),
        DueState.Overdue => (DeadlineState.Late, null),
        DueState.Soon when Vietnam.Day(item.Dossier.Due) == Vietnam.Day(now) => (DeadlineState.Today, null),
        DueState.Soon => (DeadlineState.Near, $"Sắp đến hạn, còn {left} ngày làm việc"),
        _ => (DeadlineState.Far, null),
    };

    private static string WhereOf(WorkItem item, SignedIn officer, ReferenceData reference)
    {
        if (item.Step is not { } step)
            return Sentence(Terms.Of(item.Dossier.Status));
        if (step.WaitsFor == Side.Applicant)
            return "Chờ người nộp hồ sơ";
        if (step.OfficerId == officer.Id.Value)
            return "Chờ tôi " + DoingOf(step.Kind);
        if (step.OfficerId is { } whom && officer.StandsInFor(new OfficerId(whom), StepDuties.Of(step.Kind), new AgencyId(step.UnitId)))
            return $"Chờ tôi {DoingOf(step.Kind)}, thay {item.Officer}";
        if (step is { Kind: StepKind.Return, OfficerId: null })
            return "Chờ người dân đến nhận";
        var unit = new AgencyId(step.UnitId);
        var who = item.Officer ?? (officer.Duties.Any(g => g.Unit == unit) ? null : reference.Agencies.NameOf(unit));
        return who is null ? $"Chờ {DoingOf(step.Kind)}, chưa ai nhận" : $"Chờ {who} {DoingOf(step.Kind)}";
    }

    private static string WhyOf(DossierRow d, DossierStepRow? step, DateTimeOffset now) => (d, step) switch
    {
        ({ Status: DossierStatus.AwaitingSupplement }, { } s) => $"Đã yêu cầu bổ sung; đồng hồ dừng, tiếp nhận ở bước này từ {VietText.ShortInstant(s.Opened)}",
        ({ Status: DossierStatus.WithdrawalRequested }, _) => "Người nộp xin rút hồ sơ; kiểm tra đã có kết quả chưa rồi trả lời",
        ({ Paused: { } since, PausedFor: { } whom, Status: not DossierStatus.Stopped }, _) =>
            $"Đồng hồ tạm dừng từ {VietText.ShortInstant(since)}; chờ {Terms.Of(whom)}",
        ({ ResultNumber: { } number, HandedOver: null }, _) => $"Đã có kết quả số {number}",
        ({ HandedOver: { } at }, _) => $"Đã trả kết quả lúc {VietText.ShortInstant(at)}",
        ({ Status: DossierStatus.Stopped }, _) => "Không giải quyết tiếp theo yêu cầu của người nộp",
        ({ Decided: { } decided }, _) => $"Đã quyết định: {Terms.Of(decided)}",
        (_, { Due: { } due }) when due < now => $"Bước này quá hạn từ {VietText.ShortInstant(due)}",
        (_, { Due: { } due }) => $"Đến bước này {VietText.ShortInstant(step.Opened)}; bước hạn {VietText.ShortInstant(due)}",
        (_, { } s) => $"Đến bước này {VietText.ShortInstant(s.Opened)}",
        _ => Sentence(Terms.Of(d.Status)),
    };

    private static string DoingOf(StepKind kind) => kind switch
    {
        StepKind.HandOver => "chuyển hồ sơ",
        StepKind.Handle => "thẩm định",
        StepKind.Approve => "ký duyệt",
        StepKind.Register => "vào sổ kết quả",
        StepKind.Cooperate => "phối hợp",
        _ => "trả kết quả",
    };

    private static string IconOf(Channel channel) => channel switch
    {
        Domain.Catalogue.Channel.Online => "globe",
        Domain.Catalogue.Channel.Postal => "mail",
        _ => "person",
    };

    /// <summary>The text with a capital first letter.</summary>
    internal static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
