using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Warnings;

/// <summary>A dossier whose return can be appointed anew for the last time today.</summary>
/// <param name="LastDay">The last day on which the law lets the agency ask.</param>
/// <param name="Where">The step and its unit, in words.</param>
/// <param name="Holder">Name of who has the step; null for nobody.</param>
public sealed record ExtensionDue(
    string Code, AgencyId Competent, string Procedure, DateTimeOffset Due, DateOnly LastDay, string Where, string? Holder, DateTimeOffset? Since);

/// <summary>The list "about to be late: apologise, appoint anew" of the heads of agencies (R-TIME-09, R-TIME-10): dossiers for which this is the
/// last working day to ask.</summary>
public sealed class ExtensionsDue(MotCuaDb db, ReferenceCache references, Reaches reaches, TimeProvider clock)
{
    /// <summary>Dossiers on the list.</summary>
    public const int Most = 200;

    private sealed record Line(Guid Id, string Code, string Procedure, int Version, int Reception, int Competent, DateTimeOffset Received, DateTimeOffset Due);

    /// <summary>Whether an officer sends apologies anywhere.</summary>
    public static bool IsFor(Reach reach) => Units(reach).Count > 0;

    /// <summary>The dossiers that an officer may ask for today, by their due date.</summary>
    public async Task<IReadOnlyList<ExtensionDue>> For(int officer, CancellationToken cancel = default)
    {
        var (reach, reference, now) = (await reaches.Of(officer, cancel), await references.Get(db, cancel), clock.GetUtcNow());
        var units = Units(reach);
        if (units.Count == 0)
            return [];
        var due = (await Candidates(units, reference, now, cancel)).Select(d => (Line: d, Last: LastDay(d, reference, now)))
            .Where(d => IsLast(d.Last, reference.CalendarOf(new AgencyId(d.Line.Competent)), Vietnam.Day(now))).ToList();
        var asked = await Asked(due.ConvertAll(d => d.Line.Id), cancel);
        due.RemoveAll(d => asked.GetValueOrDefault(d.Line.Id) >= Rule("reappointment.max", d.Line, reference, now));
        return await Say([.. due.Take(Most)], reference, cancel);
    }

    private static List<int> Units(Reach reach) => [.. reach[Duty.Lead].Concat(reach[Duty.Sign]).Distinct()];

    private static bool IsLast(DateOnly last, Domain.Time.WorkCalendar calendar, DateOnly today) => today <= last && calendar.NextWorkingDay(today) > last;

    /// <summary>Dossiers of the agencies whose limit runs and ends within the days that the rule, and days off, can lie between.</summary>
    private async Task<List<Line>> Candidates(List<int> units, ReferenceData reference, DateTimeOffset now, CancellationToken cancel)
    {
        const int Slack = 14;
        var (from, to) = (now, Vietnam.Instant(reference.CalendarOf(default).NextWorkingDay(Vietnam.Day(now)).AddDays(Slack), TimeOnly.MinValue));
        return await db.Set<DossierRow>().AsNoTracking()
            .Where(d => units.Contains(d.CompetentId) && d.Registered == null && d.Paused == null && d.Due > from && d.Due < to
                && (d.Status == DossierStatus.Received || d.Status == DossierStatus.InProcess))
            .OrderBy(d => d.Due).ThenBy(d => d.Code)
            .Select(d => new Line(d.Id, d.Code, d.Procedure, d.ProcedureVersion, d.ReceptionId, d.CompetentId, d.Received, d.Due)).ToListAsync(cancel);
    }

    private static DateOnly LastDay(Line d, ReferenceData reference, DateTimeOffset now) =>
        Vietnam.Day(d.Due).AddDays(-Rule("apology.before-days", d, reference, now));

    /// <summary>The row of the day of reception, as the act itself takes it.</summary>
    private static int Rule(string key, Line d, ReferenceData reference, DateTimeOffset now)
    {
        var scope = RuleScopes.Of(reference.Agencies, d.Procedure, new AgencyId(d.Reception), new AgencyId(d.Competent));
        var today = reference.Rules.Find(key, Vietnam.Day(now), scope);
        var row = today is null or { Binds: Binds.Reception } ? reference.Rules.Find(key, Vietnam.Day(d.Received), scope) : today;
        return int.Parse(row?.Value ?? throw new InvalidOperationException($"No row of rule '{key}' holds."), CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyDictionary<Guid, int>> Asked(List<Guid> ids, CancellationToken cancel)
    {
        var kind = EventFormat.NameOf<ExtensionRequested>();
        return await db.Set<DossierEventRow>().Where(e => ids.Contains(e.DossierId) && e.Kind == kind)
            .GroupBy(e => e.DossierId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private async Task<IReadOnlyList<ExtensionDue>> Say(List<(Line Line, DateOnly Last)> due, ReferenceData reference, CancellationToken cancel)
    {
        var ids = due.ConvertAll(d => d.Line.Id);
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().Where(s => ids.Contains(s.DossierId) && s.Kind != StepKind.Return)
            .OrderBy(s => s.Opened).ToListAsync(cancel)).ToLookup(s => s.DossierId);
        var officers = steps.SelectMany(s => s).Select(s => s.OfficerId).OfType<int>().Distinct().ToList();
        var names = await db.Set<OfficerRow>().AsNoTracking().Where(o => officers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return due.ConvertAll(d =>
        {
            var step = steps[d.Line.Id].FirstOrDefault();
            return new ExtensionDue(
                d.Line.Code, new AgencyId(d.Line.Competent), reference.Procedure(d.Line.Procedure, d.Line.Version).Name, d.Line.Due, d.Last,
                step is null ? "" : $"{Terms.Of(step.Kind)}, {reference.Agencies.NameOf(new AgencyId(step.UnitId))}",
                step?.OfficerId is { } o ? names.GetValueOrDefault(o) : null, step?.Opened);
        });
    }
}
