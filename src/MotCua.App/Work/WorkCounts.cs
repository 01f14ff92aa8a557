using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;

namespace MotCua.App.Work;

/// <summary>What is open at an officer's units.</summary>
/// <param name="Steps">Open steps by kind.</param>
/// <param name="Due">Open steps by how their dossier stands against its limit.</param>
/// <param name="All">All open steps.</param>
/// <param name="AtLeast">So much is open that it was not all read: the numbers may be higher.</param>
public sealed record OpenWork(IReadOnlyDictionary<StepKind, int> Steps, IReadOnlyDictionary<DueState, int> Due, int All, bool AtLeast);

/// <summary>Counts open work, by step group and due state, in one query.</summary>
public sealed class WorkCounts(MotCuaDb db, Reaches reaches, ReferenceCache references, TimeProvider clock)
{
    /// <summary>No more open steps are read for the counters.</summary>
    public const int Most = 20_000;

    /// <summary>The counters of an officer's units.</summary>
    public async Task<OpenWork> Of(int officer, CancellationToken cancel = default)
    {
        var reach = await reaches.Of(officer, cancel);
        var moments = DueMoments.Of(await reaches.Reference(references, cancel), clock.GetUtcNow());
        var (now, soonEnd, seen) = (moments.Now, moments.SoonEnd, reach.Seen);
        var groups = await (
            from r in WorkList.Steps(db)
            where seen.Contains(r.Step.UnitId) || (r.Step.WaitsFor == Side.Applicant && seen.Contains(r.Dossier.ReceptionId))
            select new
            {
                r.Step.Kind,
                Own = seen.Contains(r.Step.UnitId),
                Due = r.Dossier.Registered != null ? (r.Dossier.Registered <= r.Dossier.Due ? 4 : 5)
                    : r.Dossier.Status == DossierStatus.AwaitingSupplement ? 3
                    : r.Dossier.Paused != null ? 6
                    : r.Dossier.Due < now ? 2 : r.Dossier.Due < soonEnd ? 1 : 0,
            }).Take(Most).GroupBy(r => r).Select(g => new { g.Key.Kind, g.Key.Own, g.Key.Due, Count = g.Count() }).ToListAsync(cancel);
        DueState[] states =
            [DueState.Running, DueState.Soon, DueState.Overdue, DueState.Waiting, DueState.InTime, DueState.TooLate, DueState.Paused];
        var own = groups.Where(g => g.Own).ToList();
        return new OpenWork(
            own.GroupBy(g => g.Kind).ToDictionary(g => g.Key, g => g.Sum(x => x.Count)),
            groups.Where(g => g.Own || states[g.Due] == DueState.Waiting).GroupBy(g => states[g.Due]).ToDictionary(g => g.Key, g => g.Sum(x => x.Count)),
            own.Sum(g => g.Count), groups.Sum(g => g.Count) >= Most);
    }
}
