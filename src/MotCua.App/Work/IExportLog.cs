using MotCua.Domain.Agencies;

namespace MotCua.App.Work;

/// <summary>Writes down that rows about persons left the screen, or that a person was looked up. The record stands before anything is shown.</summary>
public interface IExportLog
{
    /// <summary>Rows were taken out.</summary>
    /// <param name="what">Which list, as the query of its address, without data of persons.</param>
    /// <param name="rows">How many.</param>
    Task Exported(OfficerId officer, string what, int rows, CancellationToken cancel = default);

    /// <summary>A person was looked up by number; the number itself is not written.</summary>
    Task LookedUp(OfficerId officer, CancellationToken cancel = default);
}
