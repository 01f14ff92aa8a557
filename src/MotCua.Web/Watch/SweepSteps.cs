using MotCua.App.Staff;

namespace MotCua.Web.Watch;

/// <summary>At the start and every hour takes back to their units the steps of officers whose duty has ended, as when a term runs out at midnight.</summary>
internal sealed class SweepSteps(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepSteps> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await rooms.Wait(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<StepHandOver>().Sweep(cancel: stoppingToken) is > 0 and var moved)
                    log.LogInformation("Steps of ended duties went back to their units {Count}", moved);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Steps of ended duties were not swept");
            }
            await Task.Delay(Every, clock, stoppingToken);
        }
    }
}
