using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>Where an officer may do what today.</summary>
/// <param name="Units">Units where he works on dossiers.</param>
/// <param name="Seen">These, and the units that he controls or audits with all below them.</param>
/// <param name="UnitsByDuty">The units of each duty, those in which he stands in for an absent officer among them.</param>
public sealed record Reach(int Officer, DateOnly Day, IReadOnlyList<int> Units, IReadOnlyList<int> Seen, ILookup<Duty, int> UnitsByDuty)
{
    /// <summary>The units where he holds a duty.</summary>
    public IReadOnlyList<int> this[Duty duty] => [.. UnitsByDuty[duty].Distinct()];
}

/// <summary>Works out how far an officer reaches; duties that have ended reach nowhere.</summary>
public sealed class Reaches(MotCuaDb db, TimeProvider clock)
{
    private static readonly Duty[] Overseeing = [Duty.Control, Duty.Audit];

    // These duties alone work on no dossier.
    private static readonly Duty[] OnNoDossier = [Duty.Administer, Duty.Post, .. Overseeing];

    private (OfficerId Officer, DateOnly Day, IReadOnlyList<DutyGrant> Duties, ReferenceData Reference)? read;
    private Reach? known;

    /// <summary>Takes what a request that only reads has read with its session: whoever asks in this scope for the officer's reach or for the reference
    /// rows reads them no more.</summary>
    /// <param name="day">The day on which the duties hold.</param>
    public void Know(OfficerId officer, DateOnly day, IReadOnlyList<DutyGrant> duties, ReferenceData reference) =>
        read = (officer, day, duties, reference);

    /// <summary>Whether a request that only reads has told what it knows: what is read for it may be kept until its end.</summary>
    internal bool Knows => read is not null;

    /// <summary>The reference rows.</summary>
    internal async Task<ReferenceData> Reference(ReferenceCache references, CancellationToken cancel) =>
        read is { } seen ? seen.Reference : await references.Get(db, cancel);

    /// <summary>The reach of an officer today.</summary>
    public async Task<Reach> Of(int officer, CancellationToken cancel = default)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        if (read is { } seen && seen.Officer.Value == officer && seen.Day == today)
            return known ??= await Of(officer, today, [.. seen.Duties.Select(d => (d.Duty, d.Unit.Value))], cancel);
        var grants = await Duties.Rows(db, new OfficerId(officer), today).AsNoTracking().ToListAsync(cancel);
        return await Of(officer, today, grants.ConvertAll(g => (g.Duty, g.UnitId)), cancel);
    }

    private async Task<Reach> Of(int officer, DateOnly today, IReadOnlyList<(Duty Duty, int UnitId)> grants, CancellationToken cancel)
    {
        var units = grants.Where(g => !OnNoDossier.Contains(g.Duty)).Select(g => g.UnitId).ToHashSet();
        var overseen = grants.Where(g => Overseeing.Contains(g.Duty)).Select(g => g.UnitId).ToHashSet();
        if (overseen.Count > 0)
            await AddBelow(overseen, cancel);
        return new Reach(officer, today, [.. units.Order()], [.. units.Union(overseen).Order()], grants.ToLookup(g => g.Duty, g => g.UnitId));
    }

    /// <summary>Whether an officer may know that a dossier exists: one of his units has or had a part in it.</summary>
    public async Task<bool> MaySee(int officer, Guid dossier, CancellationToken cancel = default)
    {
        var seen = (await Of(officer, cancel)).Seen;
        return await db.Set<DossierPartRow>().AnyAsync(p => p.DossierId == dossier && p.Kind == PartKind.Unit && seen.Contains(p.HolderId), cancel);
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
}
