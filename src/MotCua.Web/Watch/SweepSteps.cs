using MotCua.App.Staff;

namespace MotCua.Web.Watch;

/// <summary>At the start and every hour takes back to their units the steps of officers whose duty has ended, as when a term runs out at midnight,
/// moves those of units that have ended, and says how many dossiers nobody can go on with.</summary>
internal sealed class SweepSteps(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepSteps> log) : Rounds(scopes, rooms, clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        var stuck = services.GetRequiredService<StuckDossiers>();
        if (await stuck.Mend(stop) is > 0 and var moved)
            log.LogInformation("Steps of ended duties and units changed hands {Count}", moved);
        if ((await stuck.Find(cancel: stop)).Items is { Count: > 0 } left)
            log.LogWarning("Open dossiers that nobody can go on with {Count}", left.Count);
    }
}
