using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;

namespace MotCua.App.Dossiers;

/// <summary>Which dossiers a work list shows.</summary>
public enum WorkFilter
{
    /// <summary>Every open step of the officer's units.</summary>
    All,
    /// <summary>Steps that are his or an absent officer's whom he stands in for, or nobody's and within his duties.
    /// Results that wait to be collected stand in <see cref="ToReturn"/>.</summary>
    Mine,
    /// <summary>The legal limit ends today or has ended, and nothing is decided.</summary>
    Due,
    /// <summary>The applicant must act.</summary>
    Applicant,
    /// <summary>The result waits to be collected.</summary>
    ToReturn,
    /// <summary>Dossiers that his units received, open or closed, latest first.</summary>
    Received,
}

/// <summary>A row of the work list: one open step, or one dossier with the step that tells most about it.</summary>
/// <param name="Step">Null where no step is open.</param>
/// <param name="Officer">Name of the officer who has the step; null for nobody.</param>
public sealed record WorkItem(DossierRow Dossier, DossierStepRow? Step, string OwnerName, string? Officer);

/// <summary>A page of the work list; rows are not counted beyond it.</summary>
public sealed record WorkPage(IReadOnlyList<WorkItem> Items, int Page, bool HasMore);

/// <summary>The work of an officer's units, most urgent first: running limits by their end, his own steps before others due at the same
/// moment, then what waits for the applicant.</summary>
public sealed class WorkList(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Rows are counted up to here.</summary>
    public const int CountLimit = 100;

    private static readonly Duty[] Overseeing = [Duty.Control, Duty.Audit];

    // These duties alone work on no dossier.
    private static readonly Duty[] OnNoDossier = [Duty.Administer, Duty.Post, .. Overseeing];

    /// <summary>A page of the list.</summary>
    /// <param name="query">Words, or the end of a code: then all dossiers of his units are searched, closed ones too. Null or blank for the
    /// filter alone.</param>
    /// <param name="page">From 1.</param>
    public async Task<WorkPage> Of(int officer, WorkFilter filter, string? query, int page, CancellationToken cancel = default)
    {
        page = Math.Clamp(page, 1, 100_000);
        var reach = await ReachOf(officer, cancel);
        var words = VietnameseText.Fold(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? await Dossiers(AllOf(reach), words, reach, page, cancel)
            : filter == WorkFilter.Received ? await Dossiers(ReceivedBy(reach), words, reach, page, cancel)
            : await Steps(reach, filter, page, cancel);
    }

    /// <summary>How many rows a filter shows, counted up to <see cref="CountLimit"/>.</summary>
    public async Task<int> Count(int officer, WorkFilter filter, CancellationToken cancel = default) =>
        await Count(await ReachOf(officer, cancel), filter, cancel);

    /// <summary>How many rows each filter of open steps shows, counted up to <see cref="CountLimit"/>.</summary>
    public async Task<IReadOnlyDictionary<WorkFilter, int>> Counts(int officer, CancellationToken cancel = default)
    {
        var reach = await ReachOf(officer, cancel);
        var counts = new Dictionary<WorkFilter, int>();
        foreach (var filter in Enum.GetValues<WorkFilter>().Except([WorkFilter.Received]))
            counts[filter] = await Count(reach, filter, cancel);
        return counts;
    }

    /// <summary>Which of the dossiers concern the officer's units, with their codes.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Codes(int officer, IReadOnlyCollection<Guid> dossiers, CancellationToken cancel = default) =>
        await AllOf(await ReachOf(officer, cancel)).Where(d => dossiers.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Code, cancel);

    private Task<int> Count(Reach reach, WorkFilter filter, CancellationToken cancel) => Filtered(reach, filter).Take(CountLimit).CountAsync(cancel);

    private async Task<WorkPage> Steps(Reach reach, WorkFilter filter, int page, CancellationToken cancel)
    {
        var rows =
            from r in Filtered(reach, filter)
            join w in db.Set<DossierSearchRow>().AsNoTracking() on r.Dossier.Id equals w.DossierId
            join o in db.Set<OfficerRow>().AsNoTracking() on r.Step.OfficerId equals o.Id into officers
            from o in officers.DefaultIfEmpty()
            orderby r.Step.WaitsFor == Side.Authority && r.Dossier.Registered == null ? 0 : 1,
                r.Dossier.Due, r.Step.OfficerId == reach.Officer ? 0 : 1, r.Step.Due, r.Dossier.Code, r.Step.Token
            select new { r.Dossier, r.Step, w.OwnerName, Officer = o == null ? null : o.Name };
        var found = await rows.Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        return new WorkPage(
            [.. found.Take(PageSize).Select(f => new WorkItem(f.Dossier, f.Step, f.OwnerName, f.Officer))], page, found.Count > PageSize);
    }

    private async Task<WorkPage> Dossiers(IQueryable<DossierRow> from, IEnumerable<string> words, Reach reach, int page, CancellationToken cancel)
    {
        var rows = from d in @from join w in db.Set<DossierSearchRow>().AsNoTracking() on d.Id equals w.DossierId select new { Dossier = d, Search = w };
        foreach (var word in words)
            rows = rows.Where(r => r.Search.Folded.Contains(word));
        var found = await rows.OrderByDescending(r => r.Dossier.Received).ThenByDescending(r => r.Dossier.Code)
            .Skip((page - 1) * PageSize).Take(PageSize + 1).Select(r => new { r.Dossier, r.Search.OwnerName }).ToListAsync(cancel);
        var ids = found.ConvertAll(f => f.Dossier.Id);
        var steps = (await db.Set<DossierStepRow>().AsNoTracking().Where(s => ids.Contains(s.DossierId)).ToListAsync(cancel)).ToLookup(s => s.DossierId);
        var shown = found.Take(PageSize).Select(f => (f.Dossier, Step: TellsMost(steps[f.Dossier.Id], reach), f.OwnerName)).ToList();
        var holders = shown.Select(s => s.Step?.OfficerId).OfType<int>().Distinct().ToList();
        var names = await db.Set<OfficerRow>().AsNoTracking().Where(o => holders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return new WorkPage(
            shown.ConvertAll(s => new WorkItem(s.Dossier, s.Step, s.OwnerName, s.Step?.OfficerId is { } o ? names.GetValueOrDefault(o) : null)),
            page, found.Count > PageSize);
    }

    private static DossierStepRow? TellsMost(IEnumerable<DossierStepRow> steps, Reach reach) => steps
        .OrderBy(s => s.OfficerId == reach.Officer ? 0 : reach.Units.Contains(s.UnitId) ? 1 : 2)
        .ThenBy(s => s.Due ?? DateTimeOffset.MaxValue).ThenBy(s => s.Token)
        .FirstOrDefault();

    private IQueryable<StepOfDossier> Filtered(Reach reach, WorkFilter filter)
    {
        var rows =
            from s in db.Set<DossierStepRow>().AsNoTracking()
            join d in db.Set<DossierRow>().AsNoTracking() on s.DossierId equals d.Id
            select new StepOfDossier { Dossier = d, Step = s };
        // The one-stop unit calls for a supplement and takes it, wherever the dossier lies meanwhile.
        rows = filter == WorkFilter.Applicant
            ? rows.Where(r => reach.Seen.Contains(r.Step.UnitId) || reach.Seen.Contains(r.Dossier.ReceptionId))
            : rows.Where(r => reach.Seen.Contains(r.Step.UnitId));
        var tomorrow = Vietnam.Instant(Vietnam.Day(clock.GetUtcNow()).AddDays(1), TimeOnly.MinValue);
        return filter switch
        {
            WorkFilter.Mine => OwnOf(rows, reach),
            WorkFilter.Due => rows.Where(r => r.Dossier.Due < tomorrow && r.Step.WaitsFor == Side.Authority && r.Dossier.Registered == null),
            WorkFilter.Applicant => rows.Where(r => r.Step.WaitsFor == Side.Applicant),
            WorkFilter.ToReturn => rows.Where(r => r.Step.Kind == StepKind.Return && r.Step.WaitsFor == Side.Authority),
            _ => rows,
        };
    }

    private IQueryable<StepOfDossier> OwnOf(IQueryable<StepOfDossier> rows, Reach reach)
    {
        var inPlace = StandIns.Of(db, reach.Officer, Vietnam.Day(clock.GetUtcNow()));
        var (me, handOver, handle, approve, register) = (reach.Officer, reach[Duty.Receive], reach[Duty.Handle], reach[Duty.Sign], reach[Duty.Clerk]);
        return rows.Where(r => r.Step.WaitsFor == Side.Authority && r.Step.Kind != StepKind.Return && (r.Step.OfficerId == me
            || inPlace.Any(g => g.OfficerId == r.Step.OfficerId && g.UnitId == r.Step.UnitId
                && ((r.Step.Kind == StepKind.HandOver && g.Duty == Duty.Receive) || (r.Step.Kind == StepKind.Handle && g.Duty == Duty.Handle)
                    || (r.Step.Kind == StepKind.Approve && g.Duty == Duty.Sign) || (r.Step.Kind == StepKind.Register && g.Duty == Duty.Clerk)))
            || (r.Step.OfficerId == null
            && ((r.Step.Kind == StepKind.HandOver && handOver.Contains(r.Step.UnitId))
                || (r.Step.Kind == StepKind.Handle && handle.Contains(r.Step.UnitId))
                || (r.Step.Kind == StepKind.Approve && approve.Contains(r.Step.UnitId))
                || (r.Step.Kind == StepKind.Register && register.Contains(r.Step.UnitId))))));
    }

    private IQueryable<DossierRow> ReceivedBy(Reach reach)
    {
        var units = reach.Units;
        return db.Set<DossierRow>().AsNoTracking().Where(d => units.Contains(d.ReceptionId));
    }

    private IQueryable<DossierRow> AllOf(Reach reach)
    {
        var units = reach.Seen;
        return db.Set<DossierRow>().AsNoTracking().Where(d =>
            units.Contains(d.ReceptionId) || units.Contains(d.SupportId) || units.Contains(d.CompetentId) || units.Contains(d.ReturnUnitId)
            || db.Set<DossierStepRow>().Any(s => s.DossierId == d.Id && units.Contains(s.UnitId)));
    }

    private async Task<Reach> ReachOf(int officer, CancellationToken cancel)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var own = db.Set<DutyGrantRow>().Where(g => g.OfficerId == officer && g.From <= today && (g.To == null || g.To >= today));
        var grants = await own.Union(StandIns.Of(db, officer, today)).AsNoTracking().ToListAsync(cancel);
        var units = grants.Where(g => !OnNoDossier.Contains(g.Duty)).Select(g => g.UnitId).ToHashSet();
        var overseen = grants.Where(g => Overseeing.Contains(g.Duty)).Select(g => g.UnitId).ToHashSet();
        if (overseen.Count > 0)
            await AddBelow(overseen, cancel);
        return new Reach(officer, [.. units], [.. units.Union(overseen)], grants.ToLookup(g => g.Duty, g => g.UnitId));
    }

    private async Task AddBelow(HashSet<int> units, CancellationToken cancel)
    {
        var parents = await db.Set<AgencyRow>().AsNoTracking().Where(a => a.ParentId != null).Select(a => new { a.Id, a.ParentId }).ToListAsync(cancel);
        for (var before = 0; before < units.Count;)
        {
            before = units.Count;
            units.UnionWith(parents.Where(a => units.Contains(a.ParentId!.Value)).Select(a => a.Id).ToList());
        }
    }

    /// <summary>Where an officer may do what.</summary>
    /// <param name="Units">Units where he works on dossiers.</param>
    /// <param name="Seen">These, and the units that he controls or audits with all below them.</param>
    private sealed record Reach(int Officer, List<int> Units, List<int> Seen, ILookup<Duty, int> UnitsByDuty)
    {
        public List<int> this[Duty duty] => [.. UnitsByDuty[duty].Distinct()];
    }

    private sealed class StepOfDossier
    {
        public required DossierRow Dossier { get; init; }
        public required DossierStepRow Step { get; init; }
    }
}
