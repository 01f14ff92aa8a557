using MotCua.App.Warnings;

namespace MotCua.Web.Watch;

/// <summary>Every few minutes warns of limits, and makes the morning's digests. Several servers may do so at once; one that was down warns, when it
/// is up again, of what has come meanwhile.</summary>
internal sealed class WarnOfLimits(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<WarnOfLimits> log)
    : Rounds(scopes, rooms, clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromMinutes(3);

    // The first requests after a start are not to wait for it.
    /// <inheritdoc/>
    protected override TimeSpan First => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        var raised = await services.GetRequiredService<RaiseWarnings>().Run(stop);
        if (raised.Warnings + raised.Digests > 0)
            log.LogInformation("Warnings given {Warnings}, digests made {Digests}", raised.Warnings, raised.Digests);
    }
}
