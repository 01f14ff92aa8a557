using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Processing;

/// <summary>A dossier whose planned end is another in the new version.</summary>
/// <param name="Dossier">Its code.</param>
/// <param name="Old">When its steps would end by the version that it ran through.</param>
/// <param name="New">By the new one.</param>
/// <param name="Limit">Its legal limit as it was counted.</param>
public sealed record ReplayedDue(string Dossier, DateTimeOffset Old, DateTimeOffset New, DateTimeOffset Limit);

/// <summary>A dossier that could not go through the new version.</summary>
/// <param name="Element">Id of the element at which it stands; empty for none.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
public sealed record ReplayedDeadEnd(string Dossier, string Element, string Reason);

/// <summary>What the new version would have given a unit to do.</summary>
public sealed record ReplayedLoad(AgencyId Unit, string Name, int Steps, decimal Hours);

/// <summary>What a replay found.</summary>
/// <param name="Dossiers">How many dossiers were led through.</param>
/// <param name="Whole">False where there were more of them than a replay takes: the latest were taken.</param>
public sealed record Replayed(
    int Dossiers, IReadOnlyList<ReplayedDue> ChangedDue, IReadOnlyList<ReplayedDeadEnd> DeadEnds, IReadOnlyList<ReplayedLoad> Load, bool Whole);

/// <summary>Leads the past dossiers of a procedure through another version of its process, before it is published. Nothing is stored.</summary>
public sealed class ReplayProcess(MotCuaDb db, DossierDesk desk, ReferenceCache references, TimeProvider clock)
{
    /// <summary>Most dossiers of a replay.</summary>
    public const int Most = 2000;

    /// <summary>Leads them through.</summary>
    /// <param name="procedure">Code of the procedure.</param>
    /// <param name="from">First day of reception; null for a month ago.</param>
    /// <param name="to">Last day of reception; null for today.</param>
    public async Task<Replayed> Run(
        ProcessDefinition process, string procedure, DateOnly? from = null, DateOnly? to = null, CancellationToken cancel = default)
    {
        var last = to ?? Vietnam.Day(clock.GetUtcNow());
        var (begin, end) = (Vietnam.Instant(from ?? last.AddMonths(-1), TimeOnly.MinValue), Vietnam.Instant(last.AddDays(1), TimeOnly.MinValue));
        var ids = await db.Set<DossierRow>().AsNoTracking().Where(d => d.Procedure == procedure && d.Received >= begin && d.Received < end)
            .OrderByDescending(d => d.Received).Select(d => d.Id).Take(Most + 1).ToListAsync(cancel);
        var reference = await references.Get(db, cancel);
        var (due, dead, load) = (new List<ReplayedDue>(), new List<ReplayedDeadEnd>(), new Dictionary<AgencyId, (int Steps, decimal Hours)>());
        foreach (var id in ids.Take(Most))
        {
            if (await desk.Look(new DossierId(id), Actor.Job, cancel) is not { } seen)
                continue;
            var events = seen.Log.Select(e => EventFormat.Read(e.Kind, e.Data)).ToList();
            var after = Replay.Of(seen.Dossier, events, process, seen.Now);
            var code = seen.Dossier.Case.Code.Value;
            if (after.DeadEnd is { } stuck)
                dead.Add(new ReplayedDeadEnd(code, stuck.Element, stuck.Reason));
            else if (Replay.Of(seen.Dossier, events, seen.Now.Process, seen.Now).End is { } before && before != after.End)
                due.Add(new ReplayedDue(code, before, after.End!.Value, seen.Dossier.Case.Due.Due));
            foreach (var step in after.Steps)
            {
                var (steps, hours) = load.GetValueOrDefault(step.Unit);
                load[step.Unit] = (steps + 1, hours + step.Hours);
            }
        }
        return new Replayed(
            Math.Min(ids.Count, Most), due, dead,
            [.. load.Select(l => new ReplayedLoad(l.Key, reference.Agencies.NameOf(l.Key), l.Value.Steps, l.Value.Hours))
                .OrderByDescending(l => l.Hours).ThenBy(l => l.Name, StringComparer.Ordinal)], ids.Count <= Most);
    }
}
