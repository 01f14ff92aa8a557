using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.App.Staff;

/// <summary>The official and the backup list of a unit (R-ADM-09, R-ADM-10).</summary>
public sealed class Rosters(MotCuaDb db)
{
    /// <summary>The lists of a unit today; null if whoever looks does not see it.</summary>
    public async Task<Roster?> Of(AgencyId unit, Reached reached, CancellationToken cancel = default)
    {
        if (reached.Reference.Agencies.Find(unit) is not { } agency || !reached.Reach.Sees(unit))
            return null;
        var today = reached.Today;
        var grants = await db.Set<DutyGrantRow>().AsNoTracking()
            .Where(g => g.UnitId == unit.Value && g.From <= today && (g.To == null || g.To >= today)).OrderBy(g => g.Id).ToListAsync(cancel);
        var backups = await db.Set<BackupRow>().AsNoTracking()
            .Where(b => b.UnitId == unit.Value && b.From <= today && (b.To == null || b.To >= today)).OrderBy(b => b.Id).ToListAsync(cancel);
        var ids = grants.Select(g => g.OfficerId).Concat(backups.Select(b => b.OfficerId)).Distinct().ToList();
        var officers = await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        var official = grants.GroupBy(g => g.OfficerId).Select(g => Line(
            officers[g.Key], [.. g.Select(x => x.Duty)], g.Any(x => x.Kind == GrantKind.Secondment) ? GrantKind.Secondment : GrantKind.Official,
            g.Min(x => x.From), g.Any(x => x.To is null) ? null : g.Max(x => x.To), g.First().Basis, g.First().BasisDay, agency, reached)).ToList();
        var backup = backups.GroupBy(b => b.OfficerId).Select(b => Line(
            officers[b.Key], [.. b.Select(x => x.Duty)], GrantKind.Backup, b.Min(x => x.From), b.Any(x => x.To is null) ? null : b.Max(x => x.To),
            b.First().Basis, b.First().BasisDay, agency, reached)).ToList();
        var fewest = reached.Reference.Rules.Number("duty.backup.min", today);
        return new Roster(
            agency, today, Sorted(official), Sorted(backup), Lacking(official, backup, agency, fewest), fewest,
            reached.Reference.Rules.Find("duty.backup.min", today)!.LegalBasis);
    }

    private static RosterLine Line(
        OfficerRow officer, IReadOnlyList<Duty> duties, GrantKind kind, DateOnly from, DateOnly? to, string basis, DateOnly? day, Agency unit,
        Reached reached) =>
        new(officer, [.. duties.Distinct().Order()], kind, from, to, basis, day,
            officer.UnitId is { } home && home != unit.Id.Value ? reached.Reference.Agencies.NameOf(new AgencyId(home)) : null);

    // Heads first, as the public list names them.
    private static List<RosterLine> Sorted(IEnumerable<RosterLine> lines) =>
        [.. lines.OrderBy(l => l.Duties.Contains(Duty.HeadOneStop) ? 0 : l.Duties.Contains(Duty.Lead) ? 1 : 2).ThenBy(l => l.Officer.Id)];

    /// <summary>Each agency that sends people, and the unit itself, has its own backups.</summary>
    private static List<string> Lacking(IReadOnlyList<RosterLine> official, IReadOnlyList<RosterLine> backup, Agency unit, int fewest) =>
        [.. official.Select(l => l.Sent ?? unit.Name).Distinct().Where(a => backup.Count(b => (b.Sent ?? unit.Name) == a) < fewest)];
}
