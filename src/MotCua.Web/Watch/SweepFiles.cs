using MotCua.App.Tracking;

namespace MotCua.Web.Watch;

/// <summary>At the start and every six hours looks for files that no row names; what was nobody's twice is removed.</summary>
internal sealed class SweepFiles(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepFiles> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IReadOnlySet<string>? suspects = null;
        await rooms.Wait(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var swept = await scope.ServiceProvider.GetRequiredService<FileSweep>().Run(suspects, stoppingToken);
                suspects = swept.Nobodys;
                if (swept.Removed > 0)
                    log.LogInformation("Files that no row names were removed {Count}", swept.Removed);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Files that no row names were not swept");
            }
            await Task.Delay(Every, clock, stoppingToken);
        }
    }
}
