using MotCua.App.Access;
using MotCua.Domain.Agencies;

namespace MotCua.App.Work;

/// <summary>Writes exports and look-ups into the reading log (R-SEC-09).</summary>
public sealed class ExportLog(ReadingLog log) : IExportLog
{
    /// <inheritdoc/>
    public Task Exported(OfficerId officer, string what, int rows, CancellationToken cancel = default) =>
        log.Write(new Reading(officer, null, ReadingKind.Export, null, what, Count: rows), cancel);

    /// <inheritdoc/>
    public Task LookedUp(OfficerId officer, CancellationToken cancel = default) =>
        log.Write(new Reading(officer, null, ReadingKind.LookUp, null, "so-dinh-danh"), cancel);
}
