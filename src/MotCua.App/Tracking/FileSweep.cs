using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Archive;
using MotCua.App.Papers.BackFile;
using MotCua.App.Papers.Documents;
using MotCua.App.Reception;

namespace MotCua.App.Tracking;

/// <summary>What a sweep did.</summary>
/// <param name="Removed">How many files were removed.</param>
/// <param name="Nobodys">Files that no row names; the next sweep removes those that still none names.</param>
public sealed record Swept(int Removed, IReadOnlySet<string> Nobodys);

/// <summary>Removes files that no row names: those taken away from a draft, those of kept forms that went, those of acts that were never done.
/// Bytes are stored before the row that names them, so a file younger than <see cref="Grace"/> is let be. A row may go while a backup or a verification
/// that has read it still looks for its file, so a file goes only when two sweeps have found it without one.</summary>
public sealed partial class FileSweep(MotCuaDb db, IFileStore files, TimeProvider clock)
{
    /// <summary>How long a file may be without a row: as long as a kept form lives.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private const int AtOnce = 500;

    /// <summary>Sweeps once.</summary>
    /// <param name="suspects">What the sweep before found without a row; null for the first.</param>
    public async Task<Swept> Run(IReadOnlySet<string>? suspects = null, CancellationToken cancel = default)
    {
        var (before, removed, nobodys) = (clock.GetUtcNow() - Grace, 0, new HashSet<string>());
        foreach (var some in files.Before(before).Chunk(AtOnce))
        {
            var named = await Named(some, cancel);
            foreach (var digest in some.Where(d => !named.Contains(d)))
                if (suspects?.Contains(digest) != true)
                    nobodys.Add(digest);
                else if (files.Remove(digest, before))
                    removed++;
        }
        return new Swept(removed, nobodys);
    }

    private async Task<HashSet<string>> Named(string[] some, CancellationToken cancel)
    {
        var rows = await db.Set<PaperFileRow>().Where(f => some.Contains(f.Digest)).Select(f => f.Digest)
            .Union(db.Set<AttemptFileRow>().Where(f => some.Contains(f.Digest)).Select(f => f.Digest))
            .Union(db.Set<ScanRow>().Where(f => some.Contains(f.Digest)).Select(f => f.Digest))
            .Union(db.Set<ScanPageRow>().Where(f => some.Contains(f.Picture)).Select(f => f.Picture))
            .Union(db.Set<ScanPaperRow>().Where(f => f.Prepared != null && some.Contains(f.Prepared)).Select(f => f.Prepared!))
            .Union(db.Set<ScanPaperRow>().Where(f => f.Signed != null && some.Contains(f.Signed)).Select(f => f.Signed!))
            .Union(db.Set<HeldDocumentRow>().Where(f => some.Contains(f.Digest)).Select(f => f.Digest))
            .Union(db.Set<ArchivePackageRow>().Where(a => some.Contains(a.Digest)).Select(a => a.Digest))
            .Union(db.Set<BackFileBatchRow>().Where(b => some.Contains(b.Digest)).Select(b => b.Digest)).ToListAsync(cancel);
        var kept = await db.Set<ParkedFormRow>().Where(p => p.Files != "[]").Select(p => p.Files).ToListAsync(cancel);
        return [.. rows, .. kept.SelectMany(k => Digest().Matches(k)).Select(m => m.Value)];
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
