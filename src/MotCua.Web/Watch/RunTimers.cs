using MotCua.App.Processing;

namespace MotCua.Web.Watch;

/// <summary>Every minute takes processes on whose timer has come or whose question another system has answered.</summary>
internal sealed class RunTimers(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<RunTimers> log) : Rounds(scopes, rooms, clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        if (await services.GetRequiredService<RunWaits>().Round(stop) is > 0 and var moved)
            log.LogInformation("Waits of processes came to their end {Count}", moved);
    }
}
