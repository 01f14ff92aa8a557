using MotCua.App.Amending;

namespace MotCua.Web.Watch;

/// <summary>Works off the recomputations of due dates: at the start what an earlier program left, then whenever one is asked for.</summary>
internal sealed class RecomputeDues(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, RecomputeBell bell, ILogger<RecomputeDues> log)
    : Rounds(scopes, rooms, clock, log)
{
    // Another instance on the same database may have begun one and died.
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override Task Pause(TimeSpan wait, CancellationToken stop) => bell.Wait(wait, stop);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        for (var more = true; more;)
        {
            // Many parts may follow each other: each has a scope of its own.
            await using var part = services.CreateAsyncScope();
            more = await part.ServiceProvider.GetRequiredService<Recompute>().Step(
                broken => log.LogWarning(broken.Fault, "Due date of a dossier was not counted anew {Dossier}", broken.Id.Value), stop);
        }
    }
}
