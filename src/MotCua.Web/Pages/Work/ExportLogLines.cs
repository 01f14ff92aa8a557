using MotCua.App.Work;
using MotCua.Domain.Agencies;

namespace MotCua.Web.Pages.Work;

/// <summary>Writes exports and look-ups as lines of the server's log.</summary>
public sealed class ExportLogLines(ILogger<ExportLogLines> log) : IExportLog
{
    /// <inheritdoc/>
    public Task Exported(OfficerId officer, string what, int rows, CancellationToken cancel = default)
    {
        log.LogInformation("Officer {Officer} took out {Rows} rows of {What}", officer.Value, rows, what);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task LookedUp(OfficerId officer, CancellationToken cancel = default)
    {
        log.LogInformation("Officer {Officer} looked a person up by number", officer.Value);
        return Task.CompletedTask;
    }
}
