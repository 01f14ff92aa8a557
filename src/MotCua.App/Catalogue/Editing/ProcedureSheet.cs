using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Editing;

/// <summary>Everything that is kept of a procedure.</summary>
/// <param name="Shown">The version that is shown whole.</param>
/// <param name="Locks">The fields that an import leaves alone.</param>
/// <param name="Acts">What people did, latest first.</param>
/// <param name="Officers">Names of those who did it.</param>
public sealed record ProcedureSheet(
    string Code, IReadOnlyList<VersionLine> Versions, ProcedureVersion Shown, IReadOnlyList<ProcedureLockRow> Locks,
    IReadOnlyList<ProcedureSourceRow> Sources, IReadOnlyList<ProcedureDefectRow> Defects, IReadOnlyList<CatalogueActRow> Acts,
    IReadOnlyDictionary<int, string> Officers, DateOnly Today)
{
    /// <summary>The version in force today; null if none is.</summary>
    public VersionLine? InForce => Versions.LastOrDefault(v => v.From <= Today && (v.To is null || Today <= v.To));

    /// <summary>The highest version.</summary>
    public int Last => Versions[^1].Version;
}

/// <summary>Reads procedures for those who administer them.</summary>
public sealed class ProcedureSheets(MotCuaDb db, EditProcedure editing, SettleDefects defects, TimeProvider clock)
{
    private const int MostActs = 100;

    /// <summary>A procedure; null if there is none.</summary>
    /// <param name="version">The version to show whole; null for the one in force, else the last.</param>
    public async Task<ProcedureSheet?> Find(string code, int? version = null, CancellationToken cancel = default)
    {
        var versions = await editing.Versions(code, cancel);
        if (versions.Count == 0)
            return null;
        var today = Vietnam.Day(clock.GetUtcNow());
        var number = versions.FirstOrDefault(v => v.Version == version)?.Version
            ?? versions.LastOrDefault(v => v.From <= today && (v.To is null || today <= v.To))?.Version ?? versions[^1].Version;
        var acts = await db.Set<CatalogueActRow>().AsNoTracking().Where(a => a.Code == code).OrderByDescending(a => a.Id).Take(MostActs).ToListAsync(cancel);
        var locks = await db.Set<ProcedureLockRow>().AsNoTracking().Where(l => l.Code == code && l.Released == null).ToListAsync(cancel);
        var found = await defects.Of(code, cancel);
        var ids = acts.Select(a => a.OfficerId).Concat(locks.Select(l => l.OfficerId).OfType<int>()).Concat(found.Select(d => d.OfficerId).OfType<int>())
            .Distinct().ToList();
        return new ProcedureSheet(
            code, versions, await Version(code, number, cancel), [.. locks.OrderBy(l => l.Field)],
            [.. (await db.Set<ProcedureSourceRow>().AsNoTracking().Where(s => s.Code == code).ToListAsync(cancel)).OrderBy(s => s.Source)],
            found, acts, await db.Set<OfficerRow>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel), today);
    }

    /// <summary>Two versions side by side; null if one is not there.</summary>
    public async Task<Comparison?> Compare(string code, int before, int after, CancellationToken cancel = default)
    {
        var there = await db.Set<ProcedureRow>().Where(p => p.Code == code && (p.Version == before || p.Version == after)).CountAsync(cancel);
        return there == (before == after ? 1 : 2)
            ? Comparison.Of(await Version(code, before, cancel), await Version(code, after, cancel))
            : null;
    }

    private async Task<ProcedureVersion> Version(string code, int version, CancellationToken cancel) =>
        ProcedureRows.Version(await db.Set<ProcedureRow>().AsNoTracking().FirstAsync(p => p.Code == code && p.Version == version, cancel));
}
