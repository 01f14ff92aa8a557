using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>The drawing of a dossier's process with what is done, where it stands, who has it and since when.</summary>
internal static class RunningPicture
{
    /// <summary>The picture as SVG.</summary>
    public static string Draw(DossierView view, BpmnModel drawing) => BpmnPicture.Draw(
        drawing, $"Sơ đồ quy trình của hồ sơ {view.Dossier.Case.Code.Value}: {Said(view)}; từng bước được kể trong danh sách bên cạnh.", 0, Marks(view));

    private static string Said(DossierView view) => view.Dossier.Open.Steps.Count == 0 ? "đã đi hết"
        : "đang ở " + string.Join(" và ", view.Dossier.Open.Steps.Select(s => $"“{view.ElementName(s.Element)}”"));

    private static Dictionary<string, PictureMark> Marks(DossierView view)
    {
        var (ended, open) = (Route.Ended(view), view.Dossier.Open.Steps.ToLookup(s => s.Element));
        var marks = new Dictionary<string, PictureMark>();
        foreach (var element in view.Now.Process.Elements.Where(e => e.Kind == ElementKind.Task))
            if (open[element.Id].FirstOrDefault() is { } step)
                marks[element.Id] = Open(view, step);
            else if (ended.TryGetValue(element.Id, out var line))
                marks[element.Id] = new PictureMark("at-done", "✓", $"xong {VietText.ShortInstant(line.Row.At)}, {line.Officer}");
            else
                marks[element.Id] = new PictureMark("at-todo", "·", "chưa tới");
        return marks;
    }

    private static PictureMark Open(DossierView view, OpenStep step)
    {
        var since = $"từ {VietText.ShortInstant(step.Opened)}";
        if (step.WaitsFor == Side.Applicant)
            return new PictureMark("at-waiting", "…", $"chờ người nộp, {since}");
        if (view.Dossier.Case.Clock.Standing is not null)
            return new PictureMark("at-waiting", "…", $"đồng hồ tạm dừng, {since}");
        var who = step.Officer is { } officer ? view.Officers.GetValueOrDefault(officer.Value) : "chưa ai nhận";
        return step.Due is { } due && view.Now.Now > due
            ? new PictureMark("at-late", "!", $"đang ở đây, quá hạn {VietText.ShortInstant(due)}, {who}, {since}")
            : new PictureMark("at-here", "●", $"đang ở đây, {who}, {since}");
    }
}

/// <summary>A unit's own time in words.</summary>
internal static class UnitClock
{
    /// <summary>The clock of each unit that has had the dossier.</summary>
    public static IReadOnlyList<UnitTime> Of(DossierView view) => UnitTimes.Of(
        view.Dossier.Id, view.Timeline.Select(l => (l.Row.At, l.Event)), view.Now.Calendar, view.Now.Now);

    /// <summary>"20 phút", "3,5 giờ", "1,56 ngày làm việc (12,5 giờ)"; "–" for nothing.</summary>
    public static string Working(DossierView view, UnitTime time, TimeSpan worked)
    {
        var day = view.Now.Calendar(time.Unit).UsualDay;
        var hours = $"{VietText.Number((decimal)worked.TotalHours)} giờ";
        return worked == TimeSpan.Zero ? "–"
            : worked < TimeSpan.FromHours(1) ? $"{VietText.Number((long)Math.Ceiling(worked.TotalMinutes))} phút"
            : worked < day ? hours
            : $"{VietText.Number((decimal)(worked / day))} ngày làm việc ({hours})";
    }
}
