using MotCua.App.Amending;

namespace MotCua.Web.Watch;

/// <summary>Works off the recomputations of due dates: at the start what an earlier program left, then whenever one is asked for.</summary>
internal sealed class RecomputeDues(IServiceScopeFactory scopes, RoomsOpen rooms, RecomputeBell bell, ILogger<RecomputeDues> log) : BackgroundService
{
    // Another instance on the same database may have begun one and died.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await rooms.Wait(stoppingToken);
        // The host must not wait for the first part.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Step(stoppingToken))
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Due dates were not counted anew");
            }
            await bell.Wait(LookAgain, stoppingToken);
        }
    }

    private async Task<bool> Step(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Recompute>().Step(
            broken => log.LogWarning(broken.Fault, "Due date of a dossier was not counted anew {Dossier}", broken.Id.Value), stop);
    }
}
