using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>How many open dossiers hold a version of a procedure.</summary>
public sealed class OpenByVersion(MotCuaDb db)
{
    /// <summary>Counted up to here, so that a busy procedure costs no more than others.</summary>
    public const int Most = 1000;

    private static readonly DossierStatus[] Open =
        [.. Enum.GetValues<DossierStatus>().Except([DossierStatus.Unborn, DossierStatus.Stopped, DossierStatus.Returned])];

    /// <summary>The number for each version; <see cref="Most"/> + 1 for more.</summary>
    public async Task<IReadOnlyDictionary<int, int>> Of(string procedure, IEnumerable<int> versions, CancellationToken cancel = default)
    {
        var counts = new Dictionary<int, int>();
        foreach (var version in versions)
            counts[version] = await db.Set<DossierRow>().Where(d => d.Procedure == procedure && d.ProcedureVersion == version && Open.Contains(d.Status))
                .Take(Most + 1).CountAsync(cancel);
        return counts;
    }
}
