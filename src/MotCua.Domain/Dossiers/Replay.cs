using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>A step as it is planned in a replay.</summary>
[NoTerm("part of a replay")]
public sealed record PlannedStep(string Element, StepKind Kind, AgencyId Unit, decimal Hours, DateTimeOffset From, DateTimeOffset To);

/// <summary>Where a replay cannot go on.</summary>
/// <param name="Element">Id of the element; empty where it is the process as a whole.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
[NoTerm("part of a replay")]
public sealed record DeadEnd(string Element, string Reason);

/// <summary>A past dossier led through a process, each step taking the time that the process gives it.</summary>
/// <param name="End">When it would be handed over; null where it cannot go on.</param>
[Term("chạy thử quy trình với hồ sơ đã qua")]
public sealed record Replay(DateTimeOffset? End, IReadOnlyList<PlannedStep> Steps, DeadEnd? DeadEnd)
{
    private const int MostSteps = 500;

    /// <summary>Leads a dossier through. Conditions are asked of the data that it has in the end; where the process asks its officer, it goes as it went,
    /// else by the first way. Messages and answers come at once, timers when they are due. Pure: nothing is stored.</summary>
    /// <param name="events">What happened to it, oldest first.</param>
    /// <param name="process">The process to try.</param>
    /// <param name="now">Circumstances of the dossier; process and moment in them are not looked at.</param>
    public static Replay Of(Dossier dossier, IReadOnlyList<DossierEvent> events, ProcessDefinition process, Circumstances now)
    {
        now = now with { Process = process, Now = dossier.Case.ReceivedAt };
        var chosen = events.OfType<WayChosen>().SelectMany(w => w.Ways).Concat(events.OfType<StepOpened>().Select(s => s.Element)).ToHashSet();
        var ways = new Ways(dossier, now, dossier.Case.Decided ?? Outcome.Granted, [.. process.Flows.Where(f => Went(process, f, chosen)).Select(f =>
            f.Id ?? "")]);
        var run = new Run(dossier, now, ways);
        return run.Go();
    }

    // A flow was taken if it was chosen by its id, or if the step that it leads to was done.
    private static bool Went(ProcessDefinition process, Flow flow, HashSet<string> chosen) =>
        flow.Condition is not null && (chosen.Contains(flow.Id ?? "") || process[flow.To].Kind == ElementKind.Task && chosen.Contains(flow.To));

    private sealed class Run(Dossier dossier, Circumstances start, Ways ways)
    {
        private readonly ProcessDefinition _process = start.Process;
        private readonly List<PlannedStep> _steps = [];
        private readonly Dictionary<int, DateTimeOffset> _due = [];
        private readonly Dictionary<string, DateTimeOffset> _groups = [];
        private Marking _marking = Marking.Empty;
        private DateTimeOffset _now = start.Now;

        public Replay Go()
        {
            if (Take(h => _process.Start(h), null) is { } no)
                return new Replay(null, _steps, no);
            for (var n = 0; n < MostSteps; n++)
            {
                if (_due.Count == 0)
                    return Over();
                var (token, at) = _due.OrderBy(d => d.Value).ThenBy(d => d.Key).First();
                var element = _process[_marking.Tokens[token].Element];
                _now = at > _now ? at : _now;
                if (element.Step == StepKind.Return)
                    return Over();
                if (Take(h => _process.After(_marking, token, h), token) is { } stuck)
                    return new Replay(null, _steps, stuck);
            }
            return new Replay(null, _steps, new DeadEnd("", "Hồ sơ đi vòng mãi trong quy trình, không tới bước trả kết quả."));
        }

        private Replay Over()
        {
            StepKind[] needed = dossier.Case.Decided is null && dossier.IsClosed ? [] : [StepKind.Approve, StepKind.Register, StepKind.Return];
            foreach (var kind in needed)
                if (!_steps.Exists(s => s.Kind == kind))
                    return new Replay(null, _steps, new DeadEnd("", $"Trên đường đi của hồ sơ này không có bước “{Terms.Of(kind)}”."));
            foreach (var open in dossier.Open.Steps.Where(s => s.Kind != StepKind.Cooperate))
                if (!_process.Elements.Any(e => e.Kind == ElementKind.Task && (e.Step ?? StepKind.Handle) == open.Kind))
                    return new Replay(null, _steps, new DeadEnd("", $"Hồ sơ đang ở bước “{Terms.Of(open.Kind)}”, quy trình mới không có bước loại này."));
            return new Replay(_now, _steps, null);
        }

        private DeadEnd? Take(Func<Func<Flow, bool?>, Walked> go, int? token)
        {
            var walked = go(ways.Holds);
            if (walked.StuckAt is { } at && ways.Stuck(at).Code == "way.choose")
                walked = go(f => ways.Holds(f) == true || ways.Leaves(f) && f.From == at);
            if (walked.StuckAt is { } stuck)
                return new DeadEnd(stuck, ways.Stuck(stuck).Sentence);
            if (token is { } done)
                Remove(done);
            foreach (var move in walked.Moves)
            {
                _marking = _marking.After(move);
                if (move is Move.Opens opens)
                    Open(opens);
                else if (move is Move.Cancels cancels)
                    _due.Remove(cancels.Token);
            }
            return null;
        }

        private void Remove(int token)
        {
            _due.Remove(token);
            _marking = _marking with { Tokens = _marking.Tokens.Remove(token) };
        }

        private void Open(Move.Opens opens)
        {
            var element = _process[opens.Element];
            var unit = StepUnits.Of(dossier, element, start);
            if (element.Kind == ElementKind.Task)
            {
                var until = Until(element, start.Calendar(unit));
                var first = element.Group is null || _steps.TrueForAll(s => _process[s.Element].Group != element.Group);
                _steps.Add(new PlannedStep(element.Id, element.Step ?? StepKind.Handle, unit, first ? element.Hours ?? 0 : 0, _now, until));
                // What shares a time is done one after the other within it: the last of them ends it.
                _due[opens.Token] = element.Group is not null && Again(element) ? _now : until;
            }
            else if (element.Timer is { } timer)
                _due[opens.Token] = TimerDue.Of(timer, _now, start.Calendar(unit)).Due;
            else if (opens.Host == 0 && element.Kind is ElementKind.Message or ElementKind.Service)
                _due[opens.Token] = _now;
        }

        private DateTimeOffset Until(ProcessElement element, WorkCalendar calendar)
        {
            var from = _now;
            if (element.Group is { } group && !_groups.TryAdd(group, _now))
                from = _groups[group];
            var until = element.Hours is > 0 ? Deadline.AfterHours(element.Hours.Value, from, calendar) : _now;
            return until > _now ? until : _now;
        }

        private bool Again(ProcessElement element) => _process.Next(element.Id).Any(n => _process[n].Group == element.Group);
    }
}
