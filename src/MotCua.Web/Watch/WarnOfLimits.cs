using MotCua.App.Warnings;

namespace MotCua.Web.Watch;

/// <summary>Every few minutes warns of limits, and makes the morning's digests. Several servers may do so at once; one that was down warns, when it
/// is up again, of what has come meanwhile.</summary>
internal sealed class WarnOfLimits(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<WarnOfLimits> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(3);

    // The first requests after a start are not to wait for it.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await rooms.Wait(stoppingToken);
        for (var wait = First; !stoppingToken.IsCancellationRequested; wait = Every)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var raised = await scope.ServiceProvider.GetRequiredService<RaiseWarnings>().Run(stoppingToken);
                if (raised.Warnings + raised.Digests > 0)
                    log.LogInformation("Warnings given {Warnings}, digests made {Digests}", raised.Warnings, raised.Digests);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Limits were not warned of");
            }
        }
    }
}
