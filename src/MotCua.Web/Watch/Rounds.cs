namespace MotCua.Web.Watch;

/// <summary>A job beside the pages that comes again and again, from when the database has its tables. A round that breaks is logged; the next one comes
/// all the same.</summary>
internal abstract class Rounds(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>How long it waits between two rounds.</summary>
    protected abstract TimeSpan Every { get; }

    /// <summary>How long it waits before the first round.</summary>
    protected virtual TimeSpan First => TimeSpan.Zero;

    /// <summary>One round, in a scope of its own.</summary>
    protected abstract Task Round(IServiceProvider services, CancellationToken stop);

    /// <summary>Waits for the next round.</summary>
    protected virtual Task Pause(TimeSpan wait, CancellationToken stop) => Task.Delay(wait, clock, stop);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await rooms.Wait(stoppingToken);
        // The host must not wait for the first round.
        await Task.Yield();
        for (var wait = First; !stoppingToken.IsCancellationRequested; wait = Every)
        {
            if (wait > TimeSpan.Zero)
                await Pause(wait, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await Round(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "A round of the job {Job} failed", GetType().Name);
            }
        }
    }
}
