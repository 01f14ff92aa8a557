using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Why a dossier waits: for whom, for what, until when.</summary>
/// <param name="What">The sentence that everyone may read, the applicant too.</param>
/// <param name="More">What helps those who work on it; "" for nothing.</param>
/// <param name="Late">Whether the time named is over.</param>
public sealed record Waiting(string What, string More, bool Late)
{
    /// <summary>One sentence per open step; one in all while the applicant or the one-stop unit must act first.</summary>
    public static IReadOnlyList<Waiting> Of(DossierView view)
    {
        var d = view.Dossier;
        var unit = view.Now.Agencies.NameOf(d.Case.Reception);
        return d.Case.Status switch
        {
            DossierStatus.AwaitingSupplement => [new Waiting(
                $"Đang chờ {view.Submitter.Name} bổ sung giấy tờ tại {unit}.",
                $"Yêu cầu từ {Instant(d.Case.SupplementSince)}; thời hạn giải quyết tính lại từ đầu khi nhận đủ.", false)],
            DossierStatus.WithdrawalRequested => [new Waiting(
                $"Đang chờ {unit} trả lời yêu cầu rút hồ sơ.",
                $"Người nộp yêu cầu lúc {Instant(d.Case.StopRequest?.At)}; phải kiểm tra và trả lời ngay.", false)],
            DossierStatus.Stopped => [new Waiting("Hồ sơ đã dừng giải quyết.", Last<Stopped>(view), false)],
            DossierStatus.Returned => [new Waiting(
                "Hồ sơ đã trả kết quả.", $"Trao lúc {Instant(d.Delivery.HandedOverAt)}.", false)],
            _ when d.Open.Waits.Exists(w => w.Kind == WaitKind.Linked) => [new Waiting($"{LinkedWords.Wait(view)}.", "", false)],
            _ when d.Case.Clock.Standing is { } standing => [Paused(view, standing), .. d.Open.Steps.Select(s => OfStep(view, s))],
            _ => [.. d.Open.Steps.Select(s => OfStep(view, s))],
        };
    }

    private static Waiting Paused(DossierView view, StandingClock standing) => new(
        $"Đồng hồ tạm dừng từ {Instant(standing.Since)}: {ActWords.Small(standing.Why.TrimEnd('.'))}.",
        $"{Turn(view, standing.By)} phải thực hiện thì đồng hồ mới chạy tiếp. Căn cứ: {standing.Law}.", false);

    private static string Turn(DossierView view, Responsible by) => by switch
    {
        Responsible.Applicant => view.Submitter.Name,
        Responsible.Officer => view.Now.Agencies.NameOf(view.Dossier.Case.Competent),
        Responsible.OneStop => view.Now.Agencies.NameOf(view.Dossier.Case.Reception),
        _ => ActWords.Capital(Terms.Of(by)),
    };

    private static Waiting OfStep(DossierView view, OpenStep step)
    {
        var unit = view.Now.Agencies.NameOf(step.Unit);
        if (step.Kind == StepKind.Return)
            return ToReturn(view, unit);
        var due = step.Due ?? view.Dossier.Case.Due.Due;
        var stands = view.Dossier.Case.Clock.Standing is not null;
        var late = !stands && view.Now.Now > due;
        var who = step.Officer is { } officer ? $"Người phụ trách: {view.Officers.GetValueOrDefault(officer.Value)}." : "Chưa ai nhận bước này.";
        return new Waiting(
            $"Đang chờ {unit} {ActWords.Small(view.ElementName(step.Element))}{(stands ? "" : $", {(late ? "đã quá hạn" : "hạn")} {VietText.Instant(due)}")}.",
            $"{who} Bước mở từ {VietText.Instant(step.Opened)}.", late);
    }

    private static Waiting ToReturn(DossierView view, string unit)
    {
        var delivery = view.Dossier.Delivery;
        var appointment = VietText.Instant(view.Dossier.Case.Appointment);
        return delivery.Channel switch
        {
            ReturnChannel.Post => new Waiting($"Đã có kết quả, đang chờ {unit} gửi qua bưu chính công ích.", $"Hẹn trả {appointment}.", false),
            ReturnChannel.Electronic => new Waiting($"Đã có kết quả, đang chờ {unit} gửi bản điện tử.", $"Hẹn trả {appointment}.", false),
            _ => new Waiting($"Đang chờ {view.Submitter.Name} đến nhận kết quả tại {unit}, hẹn {appointment}.", Early(view), false),
        };
    }

    // R-RET-04: an early return is announced beforehand; the notice is in the outbox.
    private static string Early(DossierView view) => view.Dossier.Delivery.RegisteredAt is { } at && at < view.Dossier.Case.Appointment
        ? "Kết quả có trước ngày hẹn; tin báo mời nhận sớm nằm trong phần Tin báo." : "";

    private static string Last<TEvent>(DossierView view) where TEvent : DossierEvent =>
        view.Timeline.LastOrDefault(l => l.Event is TEvent) is { } line
            ? $"{EventWords.Title(line.Event)} lúc {VietText.Instant(line.Row.At)}, {EventWords.Who(line)}." : "";

    private static string Instant(DateTimeOffset? at) => at is { } some ? VietText.Instant(some) : "–";
}
