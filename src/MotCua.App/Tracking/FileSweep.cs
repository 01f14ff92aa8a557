using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers;
using MotCua.App.Reception;

namespace MotCua.App.Tracking;

/// <summary>Removes files that no row names: those taken away from a draft, those of kept forms that went, those of acts that were never done.
/// Bytes are stored before the row that names them, so a file younger than <see cref="Grace"/> is let be.</summary>
public sealed partial class FileSweep(MotCuaDb db, IFileStore files, TimeProvider clock)
{
    /// <summary>How long a file may be without a row: as long as a kept form lives.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private const int AtOnce = 500;

    /// <summary>Sweeps once.</summary>
    /// <returns>How many files were removed.</returns>
    public async Task<int> Run(CancellationToken cancel = default)
    {
        var (before, removed) = (clock.GetUtcNow() - Grace, 0);
        foreach (var some in files.Before(before).Chunk(AtOnce))
        {
            var named = await Named(some, cancel);
            removed += some.Count(d => !named.Contains(d) && files.Remove(d, before));
        }
        return removed;
    }

    private async Task<HashSet<string>> Named(string[] some, CancellationToken cancel)
    {
        var rows = await db.Set<PaperFileRow>().Where(f => some.Contains(f.Digest)).Select(f => f.Digest)
            .Union(db.Set<AttemptFileRow>().Where(f => some.Contains(f.Digest)).Select(f => f.Digest)).ToListAsync(cancel);
        var kept = await db.Set<ParkedFormRow>().Where(p => p.Files != "[]").Select(p => p.Files).ToListAsync(cancel);
        return [.. rows, .. kept.SelectMany(k => Digest().Matches(k)).Select(m => m.Value)];
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
