using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Staff;

/// <summary>An open dossier that cannot go on by itself.</summary>
/// <param name="Step">Token of the open step; null where the whole dossier lies.</param>
/// <param name="Officer">Who has the step; null for nobody.</param>
/// <param name="OfficerName">His name.</param>
/// <param name="Heir">The unit that took over the work of one that has ended; null where none is recorded.</param>
public sealed record StuckDossier(
    StuckKind Kind, Guid Dossier, string Code, int? Step, StepKind? StepKind, AgencyId Unit, string UnitName, int? Officer, string? OfficerName,
    DateTimeOffset Since, string? Heir);

/// <summary>What a look for stuck dossiers found.</summary>
/// <param name="AtLeast">There are more than are listed.</param>
public sealed record StuckFound(IReadOnlyList<StuckDossier> Items, bool AtLeast);

/// <summary>Looks whether any open dossier lies with nobody who could act, and mends what the system may mend by itself. Steps are judged in groups
/// (unit, kind, officer), so that a look costs as much as there are groups, not dossiers.</summary>
public sealed class StuckDossiers(MotCuaDb db, ReferenceCache references, HandleDossier handle, StepHandOver handOver, TimeProvider clock)
{
    /// <summary>Dossiers listed.</summary>
    public const int Most = 500;

    /// <summary>Looks.</summary>
    /// <param name="units">Only what lies at these units; null for all.</param>
    public async Task<StuckFound> Find(IReadOnlyCollection<int>? units = null, CancellationToken cancel = default)
    {
        var staff = await Staff(cancel);
        var found = new List<StuckDossier>();
        foreach (var each in await Groups(units, cancel))
        {
            if (found.Count > Most)
                break;
            var officer = each.OfficerId is { } o ? new OfficerId(o) : (OfficerId?)null;
            if (NeverStuck.OfStep(each.Kind, new AgencyId(each.UnitId), officer, staff) is { } kind)
                found.AddRange(await Steps(each, kind, staff, cancel));
        }
        found.AddRange(await Whole(units, staff, cancel));
        var names = await Names([.. found.Select(f => f.Officer).OfType<int>().Distinct()], cancel);
        return new StuckFound(
            [.. found.Take(Most).Select(f => f with { OfficerName = f.Officer is { } who ? names.GetValueOrDefault(who) : null })
                .OrderBy(f => f.Kind).ThenBy(f => f.Since).ThenBy(f => f.Code, StringComparer.Ordinal)], found.Count > Most);
    }

    /// <summary>Takes steps back from those who may not do them any more, and moves those of ended units to whoever took over.</summary>
    /// <returns>How many steps changed hands.</returns>
    public async Task<int> Mend(CancellationToken cancel = default)
    {
        var moved = await handOver.Sweep(cancel: cancel);
        foreach (var step in (await Find(null, cancel)).Items.Where(f => f is { Kind: StuckKind.UnitEnded, Heir: not null, Step: not null }))
            if (await handle.Transfer(
                new DossierId(step.Dossier), new Token(step.Step!.Value), new Hand(Actor.Job, StepHandOver.Door), cancel) is Performed.Done)
                moved++;
        return moved;
    }

    private sealed record StepGroup(int UnitId, StepKind Kind, int? OfficerId);

    private async Task<IReadOnlyList<StepGroup>> Groups(IReadOnlyCollection<int>? units, CancellationToken cancel)
    {
        var steps = db.Set<DossierStepRow>().AsNoTracking();
        if (units is not null)
            steps = steps.Where(s => units.Contains(s.UnitId));
        var groups = await steps.Select(s => new { s.UnitId, s.Kind, s.OfficerId }).Distinct().ToListAsync(cancel);
        return [.. groups.Select(g => new StepGroup(g.UnitId, g.Kind, g.OfficerId)).OrderBy(g => g.UnitId).ThenBy(g => g.Kind).ThenBy(g => g.OfficerId)];
    }

    private async Task<IEnumerable<StuckDossier>> Steps(StepGroup of, StuckKind kind, Staffing staff, CancellationToken cancel)
    {
        var rows = await (
            from s in db.Set<DossierStepRow>().AsNoTracking()
            join d in db.Set<DossierRow>().AsNoTracking() on s.DossierId equals d.Id
            where s.UnitId == of.UnitId && s.Kind == of.Kind && s.OfficerId == of.OfficerId
            orderby s.Opened, d.Code, s.Token
            select new { d.Id, d.Code, s.Token, s.Opened }).Take(Most + 1).ToListAsync(cancel);
        var unit = new AgencyId(of.UnitId);
        var heir = staff.Agencies.Heir(unit, staff.Day);
        return rows.Select(r => new StuckDossier(
            kind, r.Id, r.Code, r.Token, of.Kind, unit, staff.Agencies.NameOf(unit), of.OfficerId, null, r.Opened,
            heir == unit ? null : staff.Agencies.NameOf(heir)));
    }

    /// <summary>Dossiers that are open without a step, or that no known agency leads.</summary>
    private async Task<IEnumerable<StuckDossier>> Whole(IReadOnlyCollection<int>? units, Staffing staff, CancellationToken cancel)
    {
        var open = db.Set<DossierRow>().AsNoTracking().Where(d => d.Status != DossierStatus.Returned && d.Status != DossierStatus.Stopped);
        if (units is not null)
            open = open.Where(d => units.Contains(d.CompetentId) || units.Contains(d.ReceptionId));
        var (steps, agencies) = (db.Set<DossierStepRow>(), db.Set<AgencyRow>());
        var waits = db.Set<DossierWaitRow>();
        var lying = await open.Where(d => !steps.Any(s => s.DossierId == d.Id) && !waits.Any(w => w.DossierId == d.Id && w.Kind != WaitKind.Ended))
            .OrderBy(d => d.Received).Take(Most + 1).ToListAsync(cancel);
        var unled = await open.Where(d => !agencies.Any(a => a.Id == d.CompetentId)).OrderBy(d => d.Received).Take(Most + 1).ToListAsync(cancel);
        return lying.Select(d => Row(StuckKind.NoStep, d)).Concat(unled.Select(d => Row(StuckKind.NoLead, d)));

        StuckDossier Row(StuckKind kind, DossierRow d) => new(
            kind, d.Id, d.Code, null, null, new AgencyId(d.CompetentId), staff.Agencies.NameOf(new AgencyId(d.CompetentId)), null, null, d.Received, null);
    }

    private async Task<Staffing> Staff(CancellationToken cancel)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var grants = await db.Set<DutyGrantRow>().AsNoTracking().Where(g => g.From <= today && (g.To == null || g.To >= today)).ToListAsync(cancel);
        return Staffing.Of(grants.Select(g => g.ToGrant()), (await references.Get(db, cancel)).Agencies, today);
    }

    private async Task<IReadOnlyDictionary<int, string>> Names(List<int> ids, CancellationToken cancel) => ids.Count == 0
        ? new Dictionary<int, string>()
        : await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
}
