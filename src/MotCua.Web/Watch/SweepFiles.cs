using MotCua.App.Tracking;

namespace MotCua.Web.Watch;

/// <summary>At the start and every hour removes files that no row names.</summary>
internal sealed class SweepFiles(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepFiles> log) : BackgroundService
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
                if (await scope.ServiceProvider.GetRequiredService<FileSweep>().Run(stoppingToken) is > 0 and var removed)
                    log.LogInformation("Files that no row names were removed {Count}", removed);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Files that no row names were not swept");
            }
            await Task.Delay(Every, clock, stoppingToken);
        }
    }
}
