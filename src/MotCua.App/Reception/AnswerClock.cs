using System.Globalization;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Reception;

/// <summary>By when the one-stop unit must answer what was filed online (R-REC-10): so many working hours after the system took it in, and what comes
/// on a day off is taken as come at the next opening (R-TIME-20).</summary>
/// <param name="Due">The last moment in time.</param>
/// <param name="Hours">The limit, in working hours.</param>
/// <param name="Law">The text it rests on.</param>
/// <param name="Warnings">After how many working hours somebody is reminded, and when that is.</param>
[NoTerm("a reading of the dated rows")]
public sealed record AnswerClock(DateTimeOffset Due, int Hours, string Law, IReadOnlyList<(int Hours, DateTimeOffset At)> Warnings)
{
    /// <summary>The clock of an attempt; null where none runs: it was not filed online, or it has its answer.</summary>
    public static AnswerClock? Of(AttemptRow attempt, ReferenceData reference) =>
        attempt is { Channel: Channel.Online, State: AttemptState.Draft } ? Of(new AgencyId(attempt.UnitId), attempt.Created, reference) : null;

    /// <summary>The clock of what was filed online at a moment.</summary>
    public static AnswerClock Of(AgencyId unit, DateTimeOffset filed, ReferenceData reference)
    {
        var (day, calendar) = (Vietnam.Day(filed), reference.CalendarOf(unit));
        var scope = RuleScopes.Of(reference.Agencies, unit);
        var hours = reference.Rules.Number("online.answer.working-hours", day, scope);
        var reminders = reference.Rules.Text("online.answer.warning-hours", day, scope).Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(h => int.Parse(h, CultureInfo.InvariantCulture)).Where(h => h < hours).Order();
        return new AnswerClock(
            Deadline.AfterHours(hours, filed, calendar), hours, reference.Rules.Find("online.answer.working-hours", day, scope)!.LegalBasis,
            [.. reminders.Select(h => (h, Deadline.AfterHours(h, filed, calendar)))]);
    }
}
