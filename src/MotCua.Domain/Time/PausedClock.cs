namespace MotCua.Domain.Time;

/// <summary>Knows when the clock of a limit stands still.</summary>
internal sealed class PausedClock
{
    private readonly ClockPause[] pauses;

    /// <param name="restartedAt">A pause that is still open at the restart ends with it: what was waited for has come.</param>
    internal PausedClock(IReadOnlyList<ClockPause>? pauses, DateTimeOffset? restartedAt)
    {
        this.pauses = pauses is null or { Count: 0 } ? [] : [.. pauses.Select(p => Closed(p, restartedAt)).OrderBy(p => p.From)];
        if (this.pauses.FirstOrDefault(p => p.To < p.From) is { } wrong)
            throw new ArgumentException($"A pause ends before it begins: {wrong.From:O} to {wrong.To:O}.", nameof(pauses));
    }

    /// <summary>There is no pause at all, as in most counts.</summary>
    internal bool AlwaysRuns => pauses.Length == 0;

    /// <summary>The pause in which the clock stands still at the moment; null when it runs.</summary>
    internal ClockPause? StandingAt(DateTimeOffset instant)
    {
        foreach (var pause in pauses)
        {
            if (pause.From >= instant) return null;
            if (instant <= End(pause)) return pause;
        }
        return null;
    }

    /// <summary>The first pause that takes away some of the time between two moments; null if none does.</summary>
    internal ClockPause? Between(DateTimeOffset from, DateTimeOffset to) =>
        from < to ? pauses.FirstOrDefault(p => p.From < to && (p.To is null || p.To > from)) : null;

    /// <summary>The stretches between two moments during which the clock runs, in order.</summary>
    internal IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Running(DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var pause in pauses)
        {
            if (pause.From >= to) break;
            if (pause.From > from) yield return (from, pause.From);
            if (End(pause) > from) from = End(pause);
            if (from >= to) yield break;
        }
        yield return (from, to);
    }

    private static ClockPause Closed(ClockPause pause, DateTimeOffset? restartedAt) =>
        pause.To is null && pause.From < restartedAt ? pause with { To = restartedAt } : pause;

    private static DateTimeOffset End(ClockPause pause) =>
        pause.To ?? throw new ArgumentException("While the clock stands still there is no due date: end the pause at the moment that is asked about.");
}
