using MotCua.App.Digitizing;
using MotCua.App.Papers.Digitizing;

namespace MotCua.Web.Watch;

/// <summary>Works off the queue of scans, and keeps papers whose attempt has become a dossier.</summary>
internal sealed class ReadQueue(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ScanBell bell, ILogger<ReadQueue> log)
    : Rounds(scopes, rooms, clock, log)
{
    // A scan that another instance left is taken up when its lease has ended.
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override Task Pause(TimeSpan wait, CancellationToken stop) => bell.Wait(wait, stop);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        for (var more = true; more;)
        {
            await using var one = services.CreateAsyncScope();
            more = await one.ServiceProvider.GetRequiredService<ReadScans>().Round(stop);
        }
        await services.GetRequiredService<KeepPapers>().Round(stop);
    }
}
