using MotCua.App.Dossiers;
using MotCua.App.Reference;
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
/// <param name="State">How the limit stands.</param>
/// <param name="StateText">The words of the limit, where they are not worked out from the instants.</param>
/// <param name="WorkingDays">Working days left by the calendar of the competent agency.</param>
/// <param name="Appointment">When the result was promised; null where that is the limit itself.</param>
public sealed record WorkLine(
    string Code, DateTimeOffset Received, string Icon, string Channel, string Owner, string Where, string Procedure, string ProcedureName, string Why,
    DateTimeOffset? Due, DeadlineState State, string? StateText, int? WorkingDays, DateTimeOffset? Appointment)
{
    /// <summary>Says a row as the officer reads it.</summary>
    public static WorkLine Of(WorkItem item, SignedIn officer, ReferenceData reference, DateTimeOffset now)
    {
        var (d, step) = (item.Dossier, item.Step);
        var (state, text) = Limit(d, step);
        var calendar = reference.CalendarOf(new AgencyId(d.CompetentId));
        int? left = state == DeadlineState.Auto && d.Due > now ? calendar.WorkingDaysBetween(Vietnam.Day(now), Vietnam.Day(d.Due)) : null;
        return new WorkLine(
            d.Code, d.Received, IconOf(d.Channel), "Nộp " + Terms.Of(d.Channel), item.OwnerName, WhereOf(item, officer, reference),
            d.Procedure, reference.Procedure(d.Procedure, d.ProcedureVersion).Name, WhyOf(d, step, now),
            state == DeadlineState.Hold ? null : d.Due, state, text, left, d.Appointment != d.Due && !IsClosed(d) ? d.Appointment : null);
    }

    private static bool IsClosed(DossierRow d) => d.Status is DossierStatus.Returned or DossierStatus.Stopped;

    private static (DeadlineState State, string? Text) Limit(DossierRow d, DossierStepRow? step) => d switch
    {
        { Status: DossierStatus.Stopped } => (DeadlineState.Done, "Đã dừng giải quyết"),
        { Registered: { } done } when done <= d.Due => (DeadlineState.Done, "Xong đúng hạn"),
        { Registered: not null } => (DeadlineState.Near, "Xong sau hạn"),
        _ when step?.WaitsFor == Side.Applicant => (DeadlineState.Hold, "Chờ bổ sung"),
        _ => (DeadlineState.Auto, null),
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
        _ => "trả kết quả",
    };

    private static string IconOf(Channel channel) => channel switch
    {
        Domain.Catalogue.Channel.Online => "globe",
        Domain.Catalogue.Channel.Postal => "mail",
        _ => "person",
    };

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
