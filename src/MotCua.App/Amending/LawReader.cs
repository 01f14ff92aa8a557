using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Amending;

/// <summary>A row of a rule with its number.</summary>
public sealed record RuleLine(int Id, Rule Rule);

/// <summary>A day of the calendar with its number and scope.</summary>
public sealed record DayLine(int Id, string Scope, CalendarDay Day);

/// <summary>A change that an administrator made.</summary>
public sealed record LawChangeLine(DateTimeOffset At, string Officer, string Text, string Basis);

/// <summary>A recomputation, and who asked for it.</summary>
public sealed record RunLine(RecomputeRunRow Run, string Officer);

/// <summary>Reads rules, the calendar and their changes for the administrator. It writes nothing.</summary>
public sealed class LawReader(MotCuaDb db, ReferenceCache references)
{
    private const int MostShown = 50;

    /// <summary>The reference rows.</summary>
    public Task<ReferenceData> Reference(CancellationToken cancel = default) => references.Get(db, cancel);

    /// <summary>The rows of rules that hold on a day, or of one key all that there ever were.</summary>
    public async Task<IReadOnlyList<RuleLine>> Rules(DateOnly? day, string? key, CancellationToken cancel = default) =>
        (await db.Set<RuleRow>().AsNoTracking()
            .Where(r => (day == null || (r.From <= day && (r.To == null || r.To >= day))) && (key == null || r.Key == key))
            .OrderBy(r => r.From).ThenBy(r => r.Id).ToListAsync(cancel))
        .ConvertAll(r => new RuleLine(r.Id, new Rule(r.Key, r.Scope, r.Value, r.LegalBasis, r.From, r.To, r.Binds, r.Verified)));

    /// <summary>The row of a rule; null if there is none.</summary>
    public async Task<RuleLine?> Rule(int id, CancellationToken cancel = default) =>
        await db.Set<RuleRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel) is { } r
            ? new RuleLine(r.Id, new Rule(r.Key, r.Scope, r.Value, r.LegalBasis, r.From, r.To, r.Binds, r.Verified)) : null;

    /// <summary>The days that differ from the week, of some scopes and a year (also the partners of swaps that reach into it).</summary>
    public async Task<IReadOnlyList<DayLine>> Days(int year, IReadOnlyCollection<string> scopes, CancellationToken cancel = default)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return (await db.Set<CalendarDayRow>().AsNoTracking()
                .Where(d => d.Removed == null && scopes.Contains(d.Scope)
                    && ((d.Day >= first && d.Day <= last) || (d.SwappedWith >= first && d.SwappedWith <= last)))
                .OrderBy(d => d.Day).ThenBy(d => d.Id).ToListAsync(cancel))
            .ConvertAll(d => new DayLine(d.Id, d.Scope, d.ToDay()));
    }

    /// <summary>The weeks that units were given.</summary>
    public async Task<IReadOnlyList<UnitWeekRow>> UnitWeeks(CancellationToken cancel = default) =>
        await db.Set<UnitWeekRow>().AsNoTracking().OrderBy(w => w.UnitId).ThenBy(w => w.From).ToListAsync(cancel);

    /// <summary>The last changes, latest first.</summary>
    public async Task<IReadOnlyList<LawChangeLine>> Changes(CancellationToken cancel = default) =>
        await (from c in db.Set<LawChangeRow>().AsNoTracking()
               join o in db.Set<OfficerRow>() on c.OfficerId equals o.Id
               orderby c.Id descending
               select new LawChangeLine(c.At, o.Name, c.Text, c.LegalBasis)).Take(MostShown).ToListAsync(cancel);

    /// <summary>The last recomputations, latest first.</summary>
    public async Task<IReadOnlyList<RunLine>> Runs(CancellationToken cancel = default) =>
        await (from r in db.Set<RecomputeRunRow>().AsNoTracking()
               join o in db.Set<OfficerRow>() on r.OfficerId equals o.Id
               orderby r.Id descending
               select new RunLine(r, o.Name)).Take(MostShown).ToListAsync(cancel);
}
