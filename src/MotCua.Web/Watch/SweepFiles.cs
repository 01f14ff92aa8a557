using MotCua.App.Tracking;

namespace MotCua.Web.Watch;

/// <summary>At the start and every six hours looks for files that no row names; what was nobody's twice is removed.</summary>
internal sealed class SweepFiles(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepFiles> log) : Rounds(scopes, rooms, clock, log)
{
    private IReadOnlySet<string>? suspects;

    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task Round(IServiceProvider services, CancellationToken stop)
    {
        var swept = await services.GetRequiredService<FileSweep>().Run(suspects, stop);
        suspects = swept.Nobodys;
        if (await services.GetRequiredService<App.Papers.Uploading.ResumableUploads>().Sweep(stop) is > 0 and var gone)
            log.LogInformation("Files that stopped on their way were removed {Count}", gone);
        if (swept.Removed > 0)
            log.LogInformation("Files that no row names were removed {Count}", swept.Removed);
    }
}
