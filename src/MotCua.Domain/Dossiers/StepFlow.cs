using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>Turns the engine's moves into events: which unit gets a step, and until when.</summary>
internal static class StepFlow
{
    /// <summary>Nobody has done the step; the unit has it.</summary>
    public static readonly Refusal Gone = new("step.gone", "Bước này đã xong hoặc đã chuyển đi. Hãy xem lại tình trạng mới nhất của hồ sơ.");

    private static readonly Refusal NotMine = new(
        "step.other-officer", "Bước này đang do người khác phụ trách. Đề nghị lãnh đạo đơn vị phân công lại nếu cần.");

    /// <summary>The first steps of a dossier that has just been received.</summary>
    public static IEnumerable<DossierEvent> Begin(Dossier received, Circumstances now) =>
        now.Process.Start().SelectMany(m => Events(received, m, now));

    /// <summary>The first steps of a process that starts anew at another agency; its tokens go on from those before.</summary>
    public static IReadOnlyList<DossierEvent> BeginAnew(Dossier dossier, Circumstances now) => [.. now.Process.Start().SelectMany(m => Events(
        dossier, m is Move.Opens opens ? opens with { Token = opens.Token + dossier.Open.NextToken - 1 } : m, now))];

    /// <summary>Working hours that the process gives a step; null where it gives none, as to a step that is no element of it.</summary>
    public static decimal? HoursOf(OpenStep step, Circumstances now) => step.Kind == StepKind.Cooperate ? null : now.Process[step.Element].Hours;

    /// <summary>Closes a step and opens what follows.</summary>
    public static IReadOnlyList<DossierEvent> Complete(Dossier dossier, OpenStep step, Circumstances now)
    {
        var closed = Close(dossier, step, now);
        var marking = dossier.Open.Marking;
        return step.BackTo is { } back
            ? [closed, Open(dossier.After(closed), back, marking.NextToken, now, null)]
            : [closed, .. now.Process.After(marking, step.Token.Value).SelectMany(m => Events(dossier, m, now))];
    }

    /// <summary>Closes a step and opens an earlier one again, which comes back to this one when it is done.</summary>
    public static IReadOnlyList<DossierEvent> SendBack(Dossier dossier, OpenStep step, string to, Circumstances now) =>
        [Close(dossier, step, now), Open(dossier, to, dossier.Open.NextToken, now, step.Element)];

    /// <summary>Closes every open step, as when a dossier is stopped.</summary>
    public static IEnumerable<DossierEvent> CloseAll(Dossier dossier, Circumstances now) => dossier.Open.Steps.Select(s => Close(dossier, s, now));

    /// <summary>Whether the actor may end the step: its officer, or anyone of the unit with the duty while nobody has it.</summary>
    public static Refusal? Mine(OpenStep step, Circumstances now) =>
        now.By.Kind == ActorKind.Officer && step.Officer is { } officer && officer != now.By.Seat
            ? NotMine : null;

    // What is done while the clock stands still is judged as of the moment at which it stopped.
    public static StepClosed Close(Dossier dossier, OpenStep step, Circumstances now) => new(
        step.Token, step.Element, now.By.Seat ?? step.Officer,
        step.Due is { } due ? Deadline.Judge(due, dossier.Case.Clock.Standing?.Since ?? now.Now) : null);

    private static IEnumerable<DossierEvent> Events(Dossier dossier, Move move, Circumstances now)
    {
        if (move is Move.Opens opens)
            yield return Open(dossier, opens.Element, opens.Token, now, null);
        else if (move is Move.Joins joins)
            yield return new JoinReached(joins.Element, joins.Waiting);
    }

    private static StepOpened Open(Dossier dossier, string element, int token, Circumstances now, string? backTo)
    {
        var e = now.Process[element];
        var unit = StepUnits.Of(dossier, e, now);
        DateTimeOffset? due = e.Hours is { } hours ? Deadline.AfterHours(hours, now.Now, now.Calendar(unit)) : null;
        // The applicant comes at the time on his receipt (R-RET-03): nobody is late with handing over before.
        if (e.Step == StepKind.Return && due < dossier.Case.Appointment)
            due = dossier.Case.Appointment;
        // A step that comes again goes to the officer who did it before, if he still holds its duty.
        var kind = e.Step ?? StepKind.Handle;
        OfficerId? before = dossier.Open.DoneBy.TryGetValue(element, out var who) && now.Holds(who, StepDuties.Of(kind), unit) ? who : null;
        return new StepOpened(new Token(token), element, kind, unit, before, now.Now, due, backTo);
    }
}
