using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>Turns the engine's moves into events: which unit gets a step or a wait, and until when.</summary>
internal static class StepFlow
{
    /// <summary>Nobody has done the step; the unit has it.</summary>
    public static readonly Refusal Gone = new("step.gone", "Bước này đã xong hoặc đã chuyển đi. Hãy xem lại tình trạng mới nhất của hồ sơ.");

    private static readonly Refusal NotMine = new(
        "step.other-officer", "Bước này đang do người khác phụ trách. Đề nghị lãnh đạo đơn vị phân công lại nếu cần.");

    /// <summary>The first events and steps of a process that starts anew at another agency; its tokens go on from those before.</summary>
    /// <param name="moved">What was done before it starts.</param>
    public static Decision BeginAnew(Dossier dossier, Circumstances now, IReadOnlyList<DossierEvent> moved)
    {
        var there = dossier.After(moved);
        var ways = new Ways(there, now, null, []);
        var walked = now.Process.Start(ways.Holds, there.Open.NextToken);
        return walked.StuckAt is { } at ? ways.Stuck(at) : Decision.Of([.. moved, .. Events(there, walked.Moves, now)]);
    }

    /// <summary>Working hours that the process gives a step; null where it gives none, as to a step that is no element of it.</summary>
    public static decimal? HoursOf(OpenStep step, Circumstances now) => step.Kind == StepKind.Cooperate ? null : now.Process[step.Element].Hours;

    /// <summary>What is on record of a dossier that has just been received, and its first steps.</summary>
    /// <param name="unborn">The dossier before.</param>
    /// <param name="first">The events of the reception.</param>
    public static Decision Begin(Dossier unborn, Circumstances now, IReadOnlyList<DossierEvent> first)
    {
        var received = unborn.After(first);
        var ways = new Ways(received, now, null, []);
        var walked = now.Process.Start(ways.Holds);
        return walked.StuckAt is { } at ? ways.Stuck(at) : Decision.Of([.. first, .. Events(received, walked.Moves, now)]);
    }

    /// <summary>Closes a step and opens what follows; a refusal where the flow knows no way on.</summary>
    /// <param name="act">The act that completes it, with the ways that its officer chose.</param>
    /// <param name="said">What it decides or proposes; null for none.</param>
    /// <param name="first">The act's own events, before the step is closed.</param>
    public static Decision Complete(Dossier dossier, OpenStep step, Circumstances now, StepAct act, Outcome? said, params IReadOnlyList<DossierEvent> first)
    {
        IReadOnlyList<DossierEvent> chosen = act.Ways.Count > 0 ? [new WayChosen(step.Token, act.Ways)] : [];
        if (step.Kind == StepKind.Return)
            return Decision.Of([.. first, Close(dossier, step, now), .. CancelAll(dossier, step.Token)]);
        var before = dossier.After(first);
        if (step.BackTo is { } chain)
            return Decision.Of([.. first, .. Again(before, step, Back(chain), After(chain), now)]);
        var ways = new Ways(before, now, said, act.Ways);
        var walked = now.Process.After(before.Open.Marking, step.Token.Value, ways.Holds);
        return walked.StuckAt is { } at ? ways.Stuck(at)
            : Decision.Of([.. first, Close(before, step, now), .. chosen, .. Events(before, walked.Moves, now)]);
    }

    /// <summary>Closes a step and opens an earlier one again, which comes back to this one when it is done.</summary>
    public static IReadOnlyList<DossierEvent> SendBack(Dossier dossier, OpenStep step, string to, Circumstances now) =>
        Again(dossier, step, to, step.BackTo is { } outer ? $"{step.Element}|{outer}" : step.Element, now, Kept(dossier, to));

    /// <summary>Ends a wait and opens what follows; a refusal where the flow knows no way on.</summary>
    public static Decision CompleteWait(Dossier dossier, OpenWait wait, Circumstances now, WaitEnd how, TextId? note)
    {
        var ways = new Ways(dossier, now, null, []);
        var walked = now.Process.After(dossier.Open.Marking, wait.Token.Value, ways.Holds, wait.Left > 1);
        return walked.StuckAt is { } at ? ways.Stuck(at)
            : Decision.Of([new WaitClosed(wait.Token, wait.Element, how, note), .. Events(dossier, walked.Moves, now, wait)]);
    }

    /// <summary>The element that a step goes back to when it is done.</summary>
    public static string Back(string backTo) => backTo.Split('|')[0];

    // A step that was sent back from one that was sent back itself returns to both, one after the other.
    private static string? After(string backTo) => backTo.IndexOf('|') is >= 0 and var bar ? backTo[(bar + 1)..] : null;

    // Whoever has to do a step again has the time that he had at first; a limit that began anew since gives new time.
    private static DateTimeOffset? Kept(Dossier dossier, string element) =>
        dossier.Open.Dues.TryGetValue(element, out var due) && !(dossier.Case.Clock.RestartedAt > due) ? due : null;

    /// <summary>Closes every open step, as when a dossier is stopped.</summary>
    public static IEnumerable<DossierEvent> CloseAll(Dossier dossier, Circumstances now) =>
        [.. dossier.Open.Steps.Select(s => Close(dossier, s, now)), .. CancelAll(dossier with { Open = dossier.Open with { Steps = [] } }, default)];

    /// <summary>Whether the actor may end the step: its officer, or anyone of the unit with the duty while nobody has it.</summary>
    public static Refusal? Mine(OpenStep step, Circumstances now) =>
        now.By.Kind == ActorKind.Officer && step.Officer is { } officer && officer != now.By.Seat
            ? NotMine : null;

    // What is done while the clock stands still is judged as of the moment at which it stopped.
    public static StepClosed Close(Dossier dossier, OpenStep step, Circumstances now) => new(
        step.Token, step.Element, now.By.Seat ?? step.Officer,
        step.Due is { } due ? Deadline.Judge(due, dossier.Case.Clock.Standing?.Since ?? now.Now) : null);

    private static IEnumerable<DossierEvent> CancelAll(Dossier dossier, Token but) =>
    [
        .. dossier.Open.Steps.Where(s => s.Token != but).Select(s => new StepCancelled(s.Token, s.Element)),
        .. dossier.Open.Waits.Select(w => new WaitClosed(w.Token, w.Element, WaitEnd.Cancelled)),
        .. dossier.Open.Scopes.Reverse().Select(s => new ScopeLeft(new Token(s.Key), s.Value.Element)),
    ];

    private static List<DossierEvent> Again(Dossier dossier, OpenStep step, string to, string? backTo, Circumstances now, DateTimeOffset? kept = null)
    {
        var events = new List<DossierEvent> { Close(dossier, step, now) };
        events.AddRange(dossier.Open.Marking.Abandon(step.Token.Value).SelectMany(m => Event(dossier, m, now, null)));
        var after = dossier.After(events);
        foreach (var move in now.Process.Reopen(after.Open.Marking, to, step.Parent))
            events.AddRange(Event(after, move, now, null).Select(e => e is StepOpened opened ? opened with { BackTo = backTo, Due = kept ?? opened.Due } : e));
        return events;
    }

    private static List<DossierEvent> Events(Dossier dossier, IReadOnlyList<Move> moves, Circumstances now, OpenWait? from = null)
    {
        var events = new List<DossierEvent>();
        foreach (var move in moves)
            foreach (var e in Event(dossier, move, now, from))
            {
                events.Add(e);
                dossier = dossier.After(e);
            }
        return events;
    }

    private static IEnumerable<DossierEvent> Event(Dossier dossier, Move move, Circumstances now, OpenWait? from)
    {
        switch (move)
        {
            case Move.Opens opens:
                yield return Open(dossier, opens, now, from);
                break;
            case Move.Cancels cancels:
                var token = new Token(cancels.Token);
                yield return dossier.Open[token] is not null ? new StepCancelled(token, cancels.Element)
                    : dossier.Open.Scopes.ContainsKey(cancels.Token) ? new ScopeLeft(token, cancels.Element)
                    : new WaitClosed(token, cancels.Element, WaitEnd.Cancelled);
                break;
            case Move.Leaves leaves:
                yield return new ScopeLeft(new Token(leaves.Token), leaves.Element);
                break;
            case Move.Joins joins:
                yield return new JoinReached(joins.Element, joins.Waiting);
                break;
            case Move.Reaches reaches:
                yield return new InputReached(reaches.Element, reaches.Flow, reaches.Parent, reaches.Waiting);
                break;
            case Move.Ends:
                yield return new WaitOpened(
                    new Token(dossier.Open.NextToken), "", WaitKind.Ended, dossier.Case.Reception, now.Now, null, null);
                break;
        }
    }

    private static DossierEvent Open(Dossier dossier, Move.Opens opens, Circumstances now, OpenWait? from)
    {
        var e = now.Process[opens.Element];
        var token = new Token(opens.Token);
        if (e.Kind == ElementKind.SubProcess)
            return new ScopeEntered(token, e.Id, opens.Parent);
        var unit = StepUnits.Of(dossier, e, now);
        return e.Kind == ElementKind.Task ? Step(dossier, opens, e, unit, now) : Wait(opens, e, unit, now, from);
    }

    private static StepOpened Step(Dossier dossier, Move.Opens opens, ProcessElement e, AgencyId unit, Circumstances now)
    {
        var due = e.Hours is { } hours ? Due(dossier, e, hours, unit, now) : (DateTimeOffset?)null;
        // The applicant comes at the time on his receipt (R-RET-03): nobody is late with handing over before.
        if (e.Step == StepKind.Return && due < dossier.Case.Appointment)
            due = dossier.Case.Appointment;
        // A step that comes again goes to the officer who did it before, if he still holds its duty.
        var kind = e.Step ?? StepKind.Handle;
        OfficerId? before = dossier.Open.DoneBy.TryGetValue(e.Id, out var who) && now.Holds(who, StepDuties.Of(kind), unit) ? who : null;
        return new StepOpened(
            new Token(opens.Token), e.Id, kind, unit, before, now.Now, due, null)
        {
            Parent = opens.Parent == 0 ? null : opens.Parent, Group = e.Group,
        };
    }

    /// <summary>A time that several steps share runs from the first of them, and stands still when the dossier's clock does.</summary>
    private static DateTimeOffset Due(Dossier dossier, ProcessElement e, decimal hours, AgencyId unit, Circumstances now) =>
        e.Group is { } group && dossier.Open.Spans.TryGetValue(group, out var from)
            ? LimitClock.StepDue(dossier, from, unit, hours, dossier.Case.Clock.Pauses, now)
            : Deadline.AfterHours(hours, now.Now, now.Calendar(unit));

    private static WaitOpened Wait(Move.Opens opens, ProcessElement e, AgencyId unit, Circumstances now, OpenWait? from)
    {
        var timer = e.Timer is { } time ? TimerDue.Of(time, now.Now, now.Calendar(unit)) : null;
        var left = from is not null && from.Element == e.Id && opens.Host != 0 && from.Host?.Value == opens.Host ? from.Left - 1 : timer?.Times ?? 1;
        var kind = e.Timer is not null ? WaitKind.Timer : e.Kind == ElementKind.Service ? WaitKind.Service : WaitKind.Message;
        return new WaitOpened(
            new Token(opens.Token), e.Id, kind, unit, now.Now, timer?.Due, timer?.Account, opens.Host == 0 ? null : new Token(opens.Host), opens.Parent,
            e.Receiver, e.Message, e.Stays ? left : 1);
    }
}
