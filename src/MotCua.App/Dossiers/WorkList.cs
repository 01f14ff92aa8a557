using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;

namespace MotCua.App.Dossiers;

/// <summary>Which dossiers a work list shows.</summary>
public enum WorkFilter
{
    /// <summary>Every open step of the officer's units.</summary>
    All,
    /// <summary>Steps that are his, or nobody's and within his duties.</summary>
    Mine,
    /// <summary>Due today or late.</summary>
    Due,
    /// <summary>The applicant must act.</summary>
    Applicant,
    /// <summary>The result waits to be collected.</summary>
    ToReturn,
    /// <summary>Dossiers that his unit received, open or closed.</summary>
    Received,
}

/// <summary>A row of the work list: one open step, or one closed dossier.</summary>
public sealed record WorkItem(DossierRow Dossier, DossierStepRow? Step, string OwnerName, string? Officer);

/// <summary>A page of the work list; the number of all rows is not counted beyond one page more.</summary>
public sealed record WorkPage(IReadOnlyList<WorkItem> Items, int Page, bool HasMore);

/// <summary>The work of an officer's units, most urgent first.</summary>
public sealed class WorkList(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>A page of the list.</summary>
    /// <param name="query">Words, or the end of a code; null for all.</param>
    /// <param name="page">From 1.</param>
    public async Task<WorkPage> Of(int officer, WorkFilter filter, string? query, int page, CancellationToken cancel = default)
    {
        var today = MotCua.Domain.Law.Vietnam.Day(clock.GetUtcNow());
        var units = await db.Set<DutyGrantRow>().Where(g => g.OfficerId == officer && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => g.UnitId).Distinct().ToListAsync(cancel);
        var rows = filter == WorkFilter.Received || query is { Length: > 0 } ? Dossiers(units) : Steps(units, officer, filter, today);
        if (VietnameseText.Fold(query ?? "") is { Length: > 0 } folded)
            foreach (var word in folded.Split(' '))
                rows = rows.Where(r => r.Search.Folded.Contains(word));
        var items = await rows.OrderBy(r => r.Dossier.Due).ThenBy(r => r.Dossier.Code)
            .Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        return new WorkPage([.. items.Take(PageSize).Select(i => new WorkItem(i.Dossier, i.Step, i.Search.OwnerName, i.Officer))], page, items.Count > PageSize);
    }

    /// <summary>How many rows each filter shows, counted up to a hundred.</summary>
    public async Task<IReadOnlyDictionary<WorkFilter, int>> Counts(int officer, CancellationToken cancel = default)
    {
        var today = MotCua.Domain.Law.Vietnam.Day(clock.GetUtcNow());
        var units = await db.Set<DutyGrantRow>().Where(g => g.OfficerId == officer && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => g.UnitId).Distinct().ToListAsync(cancel);
        var counts = new Dictionary<WorkFilter, int>();
        foreach (var filter in Enum.GetValues<WorkFilter>().Except([WorkFilter.Received]))
            counts[filter] = await Steps(units, officer, filter, today).Take(100).CountAsync(cancel);
        return counts;
    }

    private IQueryable<Joined> Steps(List<int> units, int officer, WorkFilter filter, DateOnly today)
    {
        var rows =
            from s in db.Set<DossierStepRow>().AsNoTracking()
            join d in db.Set<DossierRow>().AsNoTracking() on s.DossierId equals d.Id
            join w in db.Set<DossierSearchRow>().AsNoTracking() on d.Id equals w.DossierId
            join o in db.Set<OfficerRow>().AsNoTracking() on s.OfficerId equals o.Id into officers
            from o in officers.DefaultIfEmpty()
            where units.Contains(s.UnitId)
            select new Joined { Dossier = d, Step = s, Search = w, Officer = o == null ? null : o.Name };
        var endOfToday = MotCua.Domain.Law.Vietnam.Instant(today.AddDays(1), TimeOnly.MinValue);
        return filter switch
        {
            WorkFilter.Mine => rows.Where(r => r.Step!.OfficerId == officer || r.Step.OfficerId == null),
            WorkFilter.Due => rows.Where(r => r.Dossier.Due < endOfToday && r.Step!.WaitsFor == Side.Authority),
            WorkFilter.Applicant => rows.Where(r => r.Step!.WaitsFor == Side.Applicant),
            WorkFilter.ToReturn => rows.Where(r => r.Step!.Kind == StepKind.Return),
            _ => rows,
        };
    }

    private IQueryable<Joined> Dossiers(List<int> units) =>
        from d in db.Set<DossierRow>().AsNoTracking()
        join w in db.Set<DossierSearchRow>().AsNoTracking() on d.Id equals w.DossierId
        where units.Contains(d.ReceptionId) || units.Contains(d.CompetentId) || units.Contains(d.ReturnUnitId)
            || db.Set<DossierStepRow>().Any(s => s.DossierId == d.Id && units.Contains(s.UnitId))
        select new Joined { Dossier = d, Step = db.Set<DossierStepRow>().FirstOrDefault(s => s.DossierId == d.Id), Search = w, Officer = null };

    private sealed class Joined
    {
        public required DossierRow Dossier { get; init; }
        public DossierStepRow? Step { get; init; }
        public required DossierSearchRow Search { get; init; }
        public string? Officer { get; init; }
    }
}
