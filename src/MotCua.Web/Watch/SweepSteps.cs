using MotCua.App.Staff;

namespace MotCua.Web.Watch;

/// <summary>At the start and every hour takes back to their units the steps of officers whose duty has ended, as when a term runs out at midnight.</summary>
internal sealed class SweepSteps(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepSteps> log) : Rounds(scopes, rooms, clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        if (await services.GetRequiredService<StepHandOver>().Sweep(cancel: stop) is > 0 and var moved)
            log.LogInformation("Steps of ended duties went back to their units {Count}", moved);
    }
}
