using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;

namespace MotCua.App.Dossiers;

/// <summary>What the frame of every page counts.</summary>
public enum WorkFilter
{
    /// <summary>Steps that are his or an absent officer's whom he stands in for, or nobody's and within his duties. Results that wait to be collected
    /// stand in <see cref="ToReturn"/>.</summary>
    Mine,
    /// <summary>The result waits to be collected.</summary>
    ToReturn,
}

/// <summary>An open step with its dossier.</summary>
public sealed class StepOfDossier
{
    /// <summary>The dossier.</summary>
    public required DossierRow Dossier { get; init; }
    /// <summary>The step.</summary>
    public required DossierStepRow Step { get; init; }
}

/// <summary>The open work of an officer's units.</summary>
public sealed class WorkList(MotCuaDb db, Reaches reaches)
{
    /// <summary>Rows are counted up to here.</summary>
    public const int CountLimit = 100;

    /// <summary>How many rows wait, counted up to <see cref="CountLimit"/>.</summary>
    public async Task<int> Count(int officer, WorkFilter filter, CancellationToken cancel = default) =>
        await Waiting(await reaches.Of(officer, cancel), filter).CountAsync(cancel);

    /// <summary>The rows that wait, up to <see cref="CountLimit"/>.</summary>
    internal IQueryable<int> Waiting(Reach reach, WorkFilter filter)
    {
        // Nothing is asked of the dossiers, so they are not read.
        var rows = db.Set<DossierStepRow>().AsNoTracking().Where(s => reach.Seen.Contains(s.UnitId))
            .Select(s => new StepOfDossier { Dossier = null!, Step = s });
        rows = filter == WorkFilter.Mine ? OwnOf(db, rows, reach) : rows.Where(r => r.Step.Kind == StepKind.Return && r.Step.WaitsFor == Side.Authority);
        return rows.Take(CountLimit).Select(r => r.Step.Token);
    }

    /// <summary>Which of the dossiers concern the officer's units, with their codes.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Codes(int officer, IReadOnlyCollection<Guid> dossiers, CancellationToken cancel = default)
    {
        var seen = (await reaches.Of(officer, cancel)).Seen;
        var parts = db.Set<DossierPartRow>();
        return await db.Set<DossierRow>().AsNoTracking()
            .Where(d => dossiers.Contains(d.Id) && parts.Any(p => p.DossierId == d.Id && p.Kind == PartKind.Unit && seen.Contains(p.HolderId)))
            .ToDictionaryAsync(d => d.Id, d => d.Code, cancel);
    }

    /// <summary>Every open step.</summary>
    internal static IQueryable<StepOfDossier> Steps(MotCuaDb db) =>
        from s in db.Set<DossierStepRow>().AsNoTracking()
        join d in db.Set<DossierRow>().AsNoTracking() on s.DossierId equals d.Id
        select new StepOfDossier { Dossier = d, Step = s };

    /// <summary>The steps that wait for the officer, or for an absent one in whose place he acts today.</summary>
    internal static IQueryable<StepOfDossier> OwnOf(MotCuaDb db, IQueryable<StepOfDossier> rows, Reach reach)
    {
        var inPlace = StandIns.Of(db, reach.Officer, reach.Day);
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
}
