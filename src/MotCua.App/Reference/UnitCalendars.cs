using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.Domain.Agencies;
using MotCua.Domain.Time;

namespace MotCua.App.Reference;

/// <summary>A working week in the rows.</summary>
public sealed record WorkWeek(string Basis, bool Verified, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Hours);

/// <summary>The work calendar of each unit: its own week and days, else those of the unit it belongs to, over the days of its province and of the nation.
/// Units that differ in nothing share one.</summary>
internal sealed class UnitCalendars(
    AgencyDirectory agencies, IReadOnlyDictionary<AgencyId, string> named, ILookup<AgencyId, UnitWeekRow> dated,
    IReadOnlyDictionary<string, WorkWeek> weeks, ILookup<string, CalendarDay> days)
{
    /// <summary>The working week of every unit that has none of its own.</summary>
    public const string OfficeWeek = "Tuần hành chính";

    private readonly ConcurrentDictionary<AgencyId, WorkCalendar> ofUnit = [];
    private readonly ConcurrentDictionary<string, WorkCalendar> byContent = [];

    /// <summary>The named weeks.</summary>
    public IReadOnlyDictionary<string, WorkWeek> Weeks => weeks;

    /// <summary>Reads the rows.</summary>
    public static async Task<UnitCalendars> Load(
        MotCuaDb db, AgencyDirectory directory, IReadOnlyList<AgencyRow> agencies, CancellationToken cancel)
    {
        var weeks = (await db.Set<WorkWeekRow>().AsNoTracking().OrderBy(w => w.From).ToListAsync(cancel))
            .GroupBy(w => w.Name)
            .ToDictionary(g => g.Key, g => new WorkWeek(g.First().Basis, g.All(w => w.Verified), g.GroupBy(w => w.Weekday).ToDictionary(
                d => d.Key, d => (IReadOnlyList<OpeningHours>)[.. d.Select(w => new OpeningHours(w.From, w.To))])));
        var days = await db.Set<CalendarDayRow>().AsNoTracking().Where(d => d.Removed == null).OrderBy(d => d.Day).ThenBy(d => d.Id).ToListAsync(cancel);
        var dated = await db.Set<UnitWeekRow>().AsNoTracking().OrderBy(w => w.From).ToListAsync(cancel);
        return new UnitCalendars(
            directory, agencies.Where(a => a.WorkWeek is not null).ToDictionary(a => new AgencyId(a.Id), a => a.WorkWeek!),
            dated.ToLookup(w => new AgencyId(w.UnitId)), weeks, days.ToLookup(d => d.Scope, d => d.ToDay()));
    }

    /// <summary>The calendar of a unit.</summary>
    public WorkCalendar Of(AgencyId unit) => ofUnit.GetOrAdd(unit, Make);

    private WorkCalendar Make(AgencyId unit)
    {
        var scopes = RuleScopes.Of(agencies, unit).Where(s => days[s].Any()).Reverse().ToList();
        var (week, own) = (OfficeWeek, (IReadOnlyList<UnitWeekRow>)[]);
        for (var at = agencies.Find(unit); at is not null; at = at.Parent is { } parent ? agencies.Find(parent) : null)
            if (dated[at.Id].Any() || named.ContainsKey(at.Id))
            {
                (week, own) = (named.GetValueOrDefault(at.Id, OfficeWeek), [.. dated[at.Id]]);
                break;
            }
        var key = $"{week}|{string.Join(',', own.Select(w => w.Id))}|{string.Join(',', scopes)}";
        return byContent.GetOrAdd(key, _ => Calendar(week, own, scopes));
    }

    // The narrower scope comes last: of two rows for one day the later one holds.
    private WorkCalendar Calendar(string name, IReadOnlyList<UnitWeekRow> own, List<string> scopes)
    {
        var week = weeks.GetValueOrDefault(name) ?? weeks[OfficeWeek];
        return new WorkCalendar(
            name, week.Hours, [.. days[CalendarDayRow.Nation], .. scopes.SelectMany(s => days[s])], week.Basis, week.Verified,
            [.. own.Where(w => weeks.ContainsKey(w.Week)).Select(w => new DatedWeek(
                w.Week, w.From, w.To, weeks[w.Week].Hours, w.LegalBasis, w.Verified && weeks[w.Week].Verified))]);
    }
}
