using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Warnings;

/// <summary>A moment in the life of a limit at which people are warned.</summary>
/// <param name="Code">Its name in the rows: "before:2", "before:20%", "due-day", "overdue:1".</param>
/// <param name="Amount">Working days before or after the due day, or percent of the limit that are left.</param>
/// <param name="Percent">Whether the amount is percent.</param>
/// <param name="Last">Whether none follows.</param>
public sealed record Threshold(WarningKind Kind, string Code, int Amount, bool Percent, bool Last);

/// <summary>The thresholds of a dossier, from the dated rows.</summary>
/// <param name="All">In the order in which a limit reaches them.</param>
public sealed record Thresholds(IReadOnlyList<Threshold> All)
{
    /// <summary>The rows of a day, the narrowest scope first.</summary>
    /// <param name="scopes">"procedure:CODE", "unit:CODE"; the nation's rows are asked last.</param>
    /// <exception cref="InvalidOperationException">A row is missing or unreadable: a fault of the data.</exception>
    public static Thresholds On(DateOnly day, RuleBook rules, params ReadOnlySpan<string> scopes)
    {
        var all = Parts(rules.Text("warning.before", day, scopes)).Select(p => (Text: p, Percent: p.EndsWith('%')))
            .Select(p => (p.Text, p.Percent, Amount: Whole(p.Text.TrimEnd('%')))).OrderByDescending(p => p.Percent).ThenByDescending(p => p.Amount)
            .Select(p => new Threshold(WarningKind.Before, $"before:{p.Text}", p.Amount, p.Percent, false)).ToList();
        if (rules.Text("warning.due-day", day, scopes) == "true")
            all.Add(new Threshold(WarningKind.DueDay, "due-day", 0, false, false));
        all.AddRange(Parts(rules.Text("warning.overdue.working-days", day, scopes)).Select(Whole).Order()
            .Select(n => new Threshold(WarningKind.Overdue, FormattableString.Invariant($"overdue:{n}"), n, false, false)));
        if (all.Count > 0)
            all[^1] = all[^1] with { Last = true };
        return new Thresholds(all);
    }

    /// <summary>The largest number of working days before the due day at which anything is warned of, by any row of a day; null where a row counts
    /// by the length of the limit.</summary>
    public static int? Ahead(DateOnly day, RuleBook rules)
    {
        var parts = rules.Rules.Where(r => r.Key == "warning.before" && r.HoldsOn(day)).SelectMany(r => Parts(r.Value)).ToList();
        return parts.Exists(p => p.EndsWith('%')) ? null : parts.Select(Whole).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether one counts by the length of the limit.</summary>
    public bool ByPercent => All.Any(t => t.Percent);

    /// <summary>The furthest threshold that a limit has reached; null for none. Those that it had passed before it began are none: nobody is warned
    /// on the morning of reception that a limit of one day ends tomorrow.</summary>
    /// <param name="began">When the limit began: the reception, or the supplement that began it anew.</param>
    /// <param name="calendar">Of the agency that resolves.</param>
    public Threshold? Reached(DateTimeOffset began, DateTimeOffset due, WorkCalendar calendar, DateTimeOffset now) => All
        .Select((t, place) => (Threshold: t, Place: place, Moment: MomentOf(t, began, due, calendar)))
        .Where(t => t.Moment > began && t.Moment <= now && (t.Threshold.Kind != WarningKind.Overdue || now > due))
        .OrderBy(t => t.Moment).ThenBy(t => t.Place).LastOrDefault().Threshold;

    /// <summary>When a limit reaches a threshold: with the opening of a working day, and the moment at which it is over.</summary>
    public static DateTimeOffset MomentOf(Threshold threshold, DateTimeOffset began, DateTimeOffset due, WorkCalendar calendar)
    {
        var day = Vietnam.Day(due);
        return threshold switch
        {
            { Kind: WarningKind.Before, Percent: true } => calendar.OpeningOf(calendar.AddWorkingDays(day, -Part(began, day, threshold.Amount, calendar))),
            { Kind: WarningKind.Before } => calendar.OpeningOf(calendar.AddWorkingDays(day, -threshold.Amount)),
            { Kind: WarningKind.DueDay } => calendar.OpeningOf(day),
            { Amount: 0 } => due,
            _ => calendar.OpeningOf(calendar.AddWorkingDays(day, threshold.Amount)),
        };
    }

    /// <summary>Percent of the working days of a limit, a part of a day as a whole one.</summary>
    private static int Part(DateTimeOffset began, DateOnly due, int percent, WorkCalendar calendar) =>
        (Math.Max(0, calendar.WorkingDaysBetween(Vietnam.Day(began), due)) * percent + 99) / 100;

    private static string[] Parts(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        ? n : throw new InvalidOperationException($"A threshold is no number: '{text}'.");
}
