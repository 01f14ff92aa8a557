using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Says in words what passed between units and agencies.</summary>
public static class AcrossWords
{
    /// <summary>The particulars of an event, a sentence each.</summary>
    public static IEnumerable<string> Facts(DossierEvent happened, DossierView view, TimelineLine line) => happened switch
    {
        PaperSent e => Sent(e, view),
        PaperReceived e => [$"{ActWords.Capital(Terms.Of(e.What))}, phiếu giao nhận số {e.Number}"],
        ForwardedToCompetent e => Forwarded(e, view, line),
        CooperationAsked e => Asked(e, view),
        CooperationAnswered e => [AgencyOf(e.Number, view)],
        CooperationRecalled e => [AgencyOf(e.Number, view)],
        _ => [],
    };

    /// <summary>A parcel that left.</summary>
    private static IEnumerable<string> Sent(PaperSent e, DossierView view)
    {
        yield return $"{ActWords.Capital(Terms.Of(e.What))} từ {e.From.Name(view)} đến {e.To.Name(view)}; phiếu giao nhận số {e.Number}";
        yield return $"{ActWords.Capital(Terms.Of(e.Carrier))}{(e.Tracking is { } no ? $", số hiệu {no}" : "")}; "
            + (Vietnam.Day(e.At) > e.By ? $"chuyển muộn, phải chuyển trong ngày {VietText.Day(e.By)}" : $"phải chuyển chậm nhất {VietText.Day(e.By)}");
    }

    /// <summary>A dossier that was forwarded.</summary>
    private static IEnumerable<string> Forwarded(ForwardedToCompetent e, DossierView view, TimelineLine line)
    {
        yield return $"{view.Now.Agencies.NameOf(e.To)} giải quyết, thay cho {view.Now.Agencies.NameOf(e.From)}; hạn và ngày hẹn trả giữ nguyên";
        if (Vietnam.Day(line.Row.At) > e.By)
            yield return $"Chuyển muộn: phải chuyển trong ngày {VietText.Day(e.By)}";
    }

    /// <summary>A task that was sent.</summary>
    private static IEnumerable<string> Asked(CooperationAsked e, DossierView view)
    {
        yield return $"{view.Now.Agencies.NameOf(e.Agency)}, hạn {VietText.Instant(e.Due.Due)}; {Terms.Of(e.Mode)}; phiếu chuyển xử lý số {e.Slip}";
        if (e.Feeds is { } next)
            yield return $"Kết quả gửi tiếp đến {view.Now.Agencies.NameOf(next)}";
        if (e.Supervisor is { } above)
            yield return $"{above.Name(view)} theo dõi";
    }

    /// <summary>The agency of a task.</summary>
    private static string AgencyOf(int number, DossierView view) =>
        view.Dossier.Cooperation.Tasks.Find(t => t.Number == number) is { } task ? view.Now.Agencies.NameOf(task.Agency) : "";

    /// <summary>How a task stands.</summary>
    public static (string Words, Tone Tone) StandOf(CooperationTask task, DossierView view) => task switch
    {
        { State: TaskState.Answered, EndedAt: { } at } =>
            ($"Đã trả lời {VietText.ShortInstant(at)}{(at > task.Due.Due ? ", quá hạn" : "")}", Tone.Ok),
        { State: TaskState.Recalled } => ("Đã thu hồi", Tone.Plain),
        { State: TaskState.Dropped } => ("Đã đóng theo hồ sơ", Tone.Plain),
        { State: TaskState.Waits } => ("Chờ đến lượt", Tone.Hold),
        _ when view.Now.Now > task.Due.Due => ("Quá hạn, chưa trả lời", Tone.No),
        _ => ("Đang thực hiện", Tone.Go),
    };

    private static string Name(this Domain.Agencies.AgencyId id, DossierView view) => view.Now.Agencies.NameOf(id);
}
