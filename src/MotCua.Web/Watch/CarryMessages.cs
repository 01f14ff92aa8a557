using MotCua.App.Processing;

namespace MotCua.Web.Watch;

/// <summary>Every few seconds carries messages to ourselves, so that whoever needs another's result gets it while he is still at his desk.</summary>
internal sealed class CarryMessages(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<CarryMessages> log)
    : Rounds(scopes, rooms, clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        if (await services.GetRequiredService<CarryResults>().Round(stop) is > 0 and var carried)
            log.LogInformation("Results of linked procedures were passed on {Count}", carried);
    }
}
