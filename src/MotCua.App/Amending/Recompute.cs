using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;

namespace MotCua.App.Amending;

/// <summary>Wakes whoever works off recomputations.</summary>
public sealed class RecomputeBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>There is something to do.</summary>
    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung and nobody has come yet.
        }
    }

    /// <summary>Waits until it is rung, or for a time.</summary>
    public Task Wait(TimeSpan most, CancellationToken cancel) => bell.WaitAsync(most, cancel);

    /// <inheritdoc/>
    public void Dispose() => bell.Dispose();
}

/// <summary>A dossier whose due date could not be counted anew.</summary>
public sealed record RecomputeFault(DossierId Id, Exception Fault);

/// <summary>Works off recomputations, some hundred dossiers a transaction. How far a run has come stands in its row and is written with the acts, so that it
/// goes on where it was after a stop; a dossier that was done gets no second act, since its due date does not change again.</summary>
public sealed class Recompute(MotCuaDb db, DossierDesk desk, OpenDossiers open, TimeProvider clock)
{
    /// <summary>What the log says of the door.</summary>
    public const string Door = "job";

    /// <summary>Dossiers in one transaction.</summary>
    public const int AtOnce = 500;

    /// <summary>Does the next part of the oldest run that is not finished.</summary>
    /// <param name="fault">Told of each dossier that could not be worked on.</param>
    /// <returns>False when there is nothing to do.</returns>
    public async Task<bool> Step(Action<RecomputeFault>? fault = null, CancellationToken cancel = default)
    {
        if (await db.Set<RecomputeRunRow>().AsNoTracking().Where(r => r.Finished == null).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) is not { } run)
            return false;
        var ids = await open.Ids(run.Days, run.LastDossier, AtOnce, cancel);
        if (ids.Count == 0)
        {
            var now = clock.GetUtcNow();
            await Mine(run).ExecuteUpdateAsync(r => r.SetProperty(x => x.Finished, now), cancel);
            return true;
        }
        var hand = new Hand(Actor.Job, Door);
        var act = new RecomputeDue(run.Basis);
        var many = await desk.PerformMany(ids, act, hand, (m, c) => Note(run, ids, m, c), cancel);
        if (many is null && await Mine(run).AnyAsync(cancel))
            await Note(run, ids, many = await OneByOne(ids, act, hand, cancel), cancel);
        foreach (var (id, why) in many?.Broken ?? [])
            fault?.Invoke(new RecomputeFault(id, why));
        return true;
    }

    /// <summary>Another writer was first on one of them: each in a transaction of its own is tried as often as the desk tries.</summary>
    private async Task<Many> OneByOne(IReadOnlyList<DossierId> ids, RecomputeDue act, Hand hand, CancellationToken cancel)
    {
        var (done, refused, broken) = (0, new Dictionary<string, int>(), new List<(DossierId, Exception)>());
        foreach (var id in ids)
        {
            try
            {
                var performed = await desk.Perform(id, act, hand, cancel);
                if (performed is Performed.Refused no)
                    refused[no.Why.Code] = refused.GetValueOrDefault(no.Why.Code) + 1;
                else
                    done++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                broken.Add((id, e));
            }
        }
        return new Many(done, refused, broken);
    }

    // Only whoever stands where the row says may move it on: two programs at one run do not count a dossier twice.
    private IQueryable<RecomputeRunRow> Mine(RecomputeRunRow run) =>
        db.Set<RecomputeRunRow>().Where(r => r.Id == run.Id && r.LastDossier == run.LastDossier && r.Finished == null);

    private async Task<bool> Note(RecomputeRunRow run, IReadOnlyList<DossierId> ids, Many many, CancellationToken cancel) =>
        await Mine(run).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.LastDossier, ids[^1].Value).SetProperty(x => x.Done, x => x.Done + ids.Count)
            .SetProperty(x => x.Changed, x => x.Changed + many.Done).SetProperty(x => x.Failed, x => x.Failed + many.Broken.Count), cancel) == 1;
}
