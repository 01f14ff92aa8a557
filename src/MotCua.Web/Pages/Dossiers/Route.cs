using MotCua.App.Papers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Where one step of the process stands in a dossier.</summary>
/// <param name="Label">"1", "3a".</param>
/// <param name="Note">Who has it, when it ended, or how long it may take.</param>
public sealed record RouteStep(string Label, string Name, string Unit, LineState State, string Note, bool Late);

/// <summary>The way of a dossier through its process: places one after the other, parallel steps in one place.</summary>
/// <param name="Places">In order; each holds the steps that run side by side.</param>
public sealed record Route(IReadOnlyList<IReadOnlyList<RouteStep>> Places)
{
    /// <summary>The drawing with where the dossier stands, as SVG; empty where it is not shown.</summary>
    public string Picture { get; init; } = "";

    /// <summary>The clock of each unit, with its name and its words.</summary>
    public IReadOnlyList<(string Unit, UnitTime Time, string Used, string Waited)> Clocks { get; init; } = [];

    /// <summary>All steps in order.</summary>
    public IEnumerable<RouteStep> Steps => Places.SelectMany(p => p);

    /// <summary>Labels of the steps that are open: "3a và 3b".</summary>
    public string Now => string.Join(" và ", Steps.Where(s => s.State == LineState.Now).Select(s => s.Label));

    /// <summary>The way of a dossier.</summary>
    public static Route Of(DossierView view)
    {
        var process = view.Now.Process;
        var depths = Depths(process);
        var ended = Ended(view);
        var places = depths.GroupBy(d => d.Value).OrderBy(g => g.Key).Select((g, at) =>
        {
            var side = g.Select(d => d.Key).ToList();
            return (IReadOnlyList<RouteStep>)[.. side.Select((e, n) =>
                Step(view, process[e], $"{at + 1}{(side.Count > 1 ? (char)('a' + n) : "")}", ended.GetValueOrDefault(e)))];
        });
        return new Route([.. places]);
    }

    /// <summary>How many steps lie before each, on the longest way.</summary>
    private static Dictionary<string, int> Depths(ProcessDefinition process)
    {
        var depths = new Dictionary<string, int>();
        var tasks = process.Elements.Where(e => e.Kind == ElementKind.Task).Select(e => e.Id).ToList();
        foreach (var start in process.Elements.Where(e => e.Kind == ElementKind.Start))
            Walk(start.Id, 0, []);
        // A dictionary keeps no promise of order; steps side by side stand as the process lists them.
        return tasks.Where(depths.ContainsKey).ToDictionary(t => t, t => depths[t]);

        void Walk(string at, int depth, IReadOnlyList<string> path)
        {
            if (path.Contains(at))
                return;
            var task = process[at].Kind == ElementKind.Task;
            if (task)
                depths[at] = Math.Max(depths.GetValueOrDefault(at), depth);
            foreach (var next in process.Next(at))
                Walk(next, task ? depth + 1 : depth, [.. path, at]);
        }
    }

    /// <summary>The last end of each element, unless it was sent back or stopped.</summary>
    internal static Dictionary<string, TimelineLine> Ended(DossierView view)
    {
        var ended = new Dictionary<string, TimelineLine>();
        foreach (var line in view.Timeline)
            if (line.Event is StepClosed closed)
            {
                if (line.Row.Act is "send-back" or "stop")
                    ended.Remove(closed.Element);
                else
                    ended[closed.Element] = line;
            }
        return ended;
    }

    private static RouteStep Step(DossierView view, ProcessElement element, string label, TimelineLine? ended)
    {
        var open = view.Dossier.Open.Steps.FirstOrDefault(s => s.Element == element.Id);
        var unit = view.Now.Agencies.NameOf(open?.Unit ?? StepUnits.Of(view.Dossier, element, view.Now));
        if (open is not null)
        {
            var stands = view.Dossier.Case.Clock.Standing is not null;
            var late = !stands && open.Due is { } due && view.Now.Now > due;
            var until = stands ? ", đồng hồ tạm dừng" : open.Due is { } d ? $", hạn {VietText.ShortInstant(d)}" : "";
            var holder = open.Officer is { } officer ? view.Officers.GetValueOrDefault(officer.Value) : "chưa ai nhận";
            return new RouteStep(label, element.Name, unit, open.WaitsFor == Side.Applicant ? LineState.Stop : LineState.Now,
                open.WaitsFor == Side.Applicant ? "chờ người nộp" : $"{holder}, từ {VietText.ShortInstant(open.Opened)}{until}", late);
        }
        if (ended is { Event: StepClosed closed })
            return new RouteStep(label, element.Name, unit, LineState.Done,
                $"{VietText.ShortInstant(ended.Row.At)}, {ended.Officer}{(closed.Outcome is { } o ? $", {Domain.Law.Terms.Of(o)}" : "")}", false);
        return new RouteStep(label, element.Name, unit, LineState.Todo, Hours(element.Hours), false);
    }

    private static string Hours(decimal? hours) => hours switch
    {
        null => "",
        >= 8 when hours % 4 == 0 => $"{VietText.Number(hours.Value / 8)} ngày làm việc",
        _ => $"{VietText.Number(hours.Value)} giờ làm việc",
    };
}
