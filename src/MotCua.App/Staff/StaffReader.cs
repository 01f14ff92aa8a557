using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;

namespace MotCua.App.Staff;

/// <summary>Reads staff for pages, as far as whoever looks reaches: of others he learns nothing, not even that they are there.</summary>
public sealed class StaffReader(MotCuaDb db, StaffReaches reaches)
{
    private const int MostStaff = 500;

    /// <summary>The units that somebody sees, each under the one it belongs to.</summary>
    public static IReadOnlyList<StaffUnit> Units(Reached reached)
    {
        var seen = reached.Reference.Agencies.All.Where(a => a.To is null || a.To >= reached.Today).Where(a => reached.Reach.Sees(a.Id)).ToList();
        var ids = seen.Select(a => a.Id).ToHashSet();
        return [.. seen.Where(a => a.Parent is not { } p || !ids.Contains(p)).SelectMany(a => Under(a, 0))];

        IEnumerable<StaffUnit> Under(Agency unit, int depth) =>
            [new StaffUnit(unit, depth), .. seen.Where(a => a.Parent == unit.Id).SelectMany(a => Under(a, depth + 1))];
    }

    /// <summary>The staff of a unit: who belongs to it, and who has a duty there today or later.</summary>
    public async Task<IReadOnlyList<StaffLine>> Staff(AgencyId unit, Reached reached, CancellationToken cancel = default)
    {
        var today = reached.Today;
        var officers = await db.Set<OfficerRow>().AsNoTracking()
            .Include(o => o.Grants.Where(g => g.UnitId == unit.Value && (g.To == null || g.To >= today)).OrderBy(g => g.Id))
            .Where(o => o.UnitId == unit.Value || o.Grants.Any(g => g.UnitId == unit.Value && (g.To == null || g.To >= today)))
            .OrderBy(o => o.Id).Take(MostStaff).ToListAsync(cancel);
        var ids = officers.ConvertAll(o => o.Id);
        var away = (await (
            from s in db.Set<SubstitutionRow>().AsNoTracking()
            join o in db.Set<OfficerRow>() on s.SubstituteId equals o.Id
            where ids.Contains(s.AbsentId) && s.Approved && s.From <= today && s.To >= today && s.RevokedFrom == null
            orderby s.Id
            select new { s.AbsentId, o.Name }).ToListAsync(cancel)).ToLookup(s => s.AbsentId, s => s.Name);
        return officers.ConvertAll(o => new StaffLine(
            o, [.. o.Grants.Where(g => g.From <= today)], [.. o.Grants.Where(g => g.From > today && (g.To is null || g.To >= g.From))],
            away[o.Id].FirstOrDefault()));
    }

    /// <summary>An officer with all his decisions; null if there is none that whoever looks may see.</summary>
    public async Task<OfficerView?> Officer(OfficerId officer, Reached reached, CancellationToken cancel = default)
    {
        var row = await db.Set<OfficerRow>().AsNoTracking().Include(o => o.Grants).FirstOrDefaultAsync(o => o.Id == officer.Value, cancel);
        if (row is null || !reached.Sees(row, row.Grants))
            return null;
        var requests = await db.Set<DutyRequestRow>().AsNoTracking().Where(r => r.OfficerId == row.Id).OrderByDescending(r => r.Id).ToListAsync(cancel);
        var backups = await db.Set<BackupRow>().AsNoTracking().Where(b => b.OfficerId == row.Id).OrderByDescending(b => b.Id).ToListAsync(cancel);
        var substitutions = await db.Set<SubstitutionRow>().AsNoTracking().Include(s => s.Scope)
            .Where(s => s.AbsentId == row.Id || s.SubstituteId == row.Id).OrderByDescending(s => s.Id).Take(100).ToListAsync(cancel);
        var named = row.Grants.SelectMany(g => new[] { g.GrantedById, g.ApprovedById, g.EndedById })
            .Concat(requests.SelectMany(r => new int?[] { r.ProposedById, r.DecidedById })).Concat(backups.Select(b => (int?)b.ListedById))
            .Concat(substitutions.SelectMany(People)).Append(row.CreatedById);
        var steps = await db.Set<DossierStepRow>().CountAsync(s => s.OfficerId == row.Id, cancel);
        var keeps = reached.Keeps(row, row.Grants);
        return new OfficerView(
            row, [.. row.Grants.OrderByDescending(g => g.To ?? DateOnly.MaxValue).ThenBy(g => g.Duty).ThenByDescending(g => g.Id)], requests, backups,
            substitutions, await Names(named, cancel), steps, keeps, reached.Reach.Officer != officer && reached.KeepsAll(row, row.Grants));
    }

    /// <summary>What waits for a second person at units where whoever looks approves.</summary>
    public async Task<WaitingDecisions> Waiting(Reached reached, CancellationToken cancel = default)
    {
        var requests = (await db.Set<DutyRequestRow>().AsNoTracking().Where(r => r.State == RequestState.Waiting).OrderBy(r => r.Id).ToListAsync(cancel))
            .FindAll(r => reached.Reach.Approves(new AgencyId(r.UnitId)));
        var substitutions = (await db.Set<SubstitutionRow>().AsNoTracking().Include(s => s.Scope)
            .Where(s => s.DecidedAt == null && s.To >= reached.Today).OrderBy(s => s.Id).ToListAsync(cancel))
            .FindAll(s => s.Scope.TrueForAll(d => reached.Reach.Approves(new AgencyId(d.UnitId))));
        var named = requests.SelectMany(r => new int?[] { r.OfficerId, r.ProposedById }).Concat(substitutions.SelectMany(People));
        return new WaitingDecisions(requests, substitutions, await Names(named, cancel));
    }

    /// <summary>Substitutions of today and later at units where whoever looks approves, and his own, latest first.</summary>
    public async Task<(IReadOnlyList<SubstitutionRow> Rows, IReadOnlyDictionary<int, string> Names)> Substitutions(
        Reached reached, CancellationToken cancel = default)
    {
        var me = reached.Reach.Officer.Value;
        var rows = (await db.Set<SubstitutionRow>().AsNoTracking().Include(s => s.Scope)
            .Where(s => s.To >= reached.Today || s.AbsentId == me || s.SubstituteId == me)
            .OrderByDescending(s => s.Id).Take(MostStaff).ToListAsync(cancel))
            .FindAll(s => s.AbsentId == me || s.SubstituteId == me || s.ProposedById == me
                || s.Scope.TrueForAll(d => reached.Reach.Approves(new AgencyId(d.UnitId))));
        return (rows, await Names(rows.SelectMany(People), cancel));
    }

    /// <summary>Who may be asked to stand in for an officer: people of the units of his duties and of the units beside them; first those of the
    /// backup list, then those with a duty at the same unit.</summary>
    public async Task<IReadOnlyList<(OfficerRow Officer, bool Backup)>> Colleagues(OfficerId officer, Reached reached, CancellationToken cancel = default)
    {
        var today = reached.Today;
        var units = await db.Set<DutyGrantRow>().Where(g => g.OfficerId == officer.Value && (g.To == null || g.To >= today)).Select(g => g.UnitId)
            .Distinct().ToListAsync(cancel);
        var kin = Kin(units, reached.Reference.Agencies);
        var backups = (await db.Set<BackupRow>().AsNoTracking().Where(b => units.Contains(b.UnitId) && b.From <= today && (b.To == null || b.To >= today))
            .Select(b => b.OfficerId).ToListAsync(cancel)).ToHashSet();
        var rows = await db.Set<OfficerRow>().AsNoTracking().Include(o => o.Grants)
            .Where(o => o.Id != officer.Value && (backups.Contains(o.Id) || (o.UnitId != null && kin.Contains(o.UnitId.Value))
                || o.Grants.Any(g => kin.Contains(g.UnitId) && g.From <= today && (g.To == null || g.To >= today))))
            .OrderBy(o => o.Id).Take(MostStaff).ToListAsync(cancel);
        return [.. rows.OrderBy(o => backups.Contains(o.Id) ? 0 : o.Grants.Exists(g => units.Contains(g.UnitId)) ? 1 : 2)
            .Select(o => (o, backups.Contains(o.Id)))];
    }

    /// <summary>How far an officer reaches today.</summary>
    public Task<Reached> Reach(OfficerId officer, CancellationToken cancel = default) => reaches.Of(officer, cancel);

    // The province is no neighbourhood: of its departments only the unit itself and what belongs to it.
    private static HashSet<int> Kin(IEnumerable<int> units, AgencyDirectory agencies)
    {
        var above = units.Select(u => new AgencyId(u))
            .Select(u => agencies.Find(u)?.Parent is { } parent && agencies.Find(parent)?.Parent is not null ? parent : u).ToList();
        return [.. agencies.All.Where(a => above.Exists(u => a.Id == u || (agencies.Find(u)?.Parent is not null && agencies.IsWithin(a.Id, u))))
            .Select(a => a.Id.Value)];
    }

    private static IEnumerable<int?> People(SubstitutionRow s) => [s.AbsentId, s.SubstituteId, s.ProposedById, s.DecidedById, s.RevokedById];

    private async Task<IReadOnlyDictionary<int, string>> Names(IEnumerable<int?> ids, CancellationToken cancel)
    {
        var all = ids.OfType<int>().Distinct().ToList();
        return await db.Set<OfficerRow>().AsNoTracking().Where(o => all.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }
}
