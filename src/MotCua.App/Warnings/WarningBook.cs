using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;

namespace MotCua.App.Warnings;

/// <summary>Writes warnings and digests, each once whoever else writes them at the same moment, and what became of them.</summary>
public sealed class WarningBook(MotCuaDb db, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Adds the warnings that are not there yet; what was said before to the same people about the same dossiers is settled by them.</summary>
    /// <returns>How many were added.</returns>
    internal Task<int> Add(IReadOnlyList<WarningRow> warnings, CancellationToken cancel) => Again(async () =>
    {
        var (subjects, now) = (warnings.Select(w => w.SubjectId).Distinct().ToList(), clock.GetUtcNow());
        var there = (await db.Set<WarningRow>().AsNoTracking().Where(w => subjects.Contains(w.SubjectId)).ToListAsync(cancel));
        var keys = there.Select(Key).ToHashSet();
        var fresh = warnings.Where(w => keys.Add(Key(w))).ToList();
        var told = fresh.Select(About).ToHashSet();
        var older = there.Where(w => w.Settled is null && told.Contains(About(w))).Select(w => w.Id).ToList();
        await Settle(older, now, cancel);
        db.AddRange(fresh);
        await db.SaveChangesAsync(cancel);
        return fresh.Count;
    }, cancel);

    /// <summary>Adds the digests that are not there yet.</summary>
    /// <returns>How many were added.</returns>
    internal Task<int> Add(IReadOnlyList<DigestRow> digests, CancellationToken cancel) => Again(async () =>
    {
        var days = digests.Select(d => d.Day).Distinct().ToList();
        var there = (await db.Set<DigestRow>().AsNoTracking().Where(d => days.Contains(d.Day)).Select(d => new { d.OfficerId, d.Day }).ToListAsync(cancel))
            .Select(d => (d.OfficerId, d.Day)).ToHashSet();
        var fresh = digests.Where(d => there.Add((d.OfficerId, d.Day))).ToList();
        db.AddRange(fresh);
        await db.SaveChangesAsync(cancel);
        return fresh.Count;
    }, cancel);

    /// <summary>The warnings ask for nothing any more.</summary>
    internal Task Settle(IReadOnlyList<long> ids, DateTimeOffset at, CancellationToken cancel) => ids.Count == 0 ? Task.CompletedTask
        : db.Set<WarningRow>().Where(w => ids.Contains(w.Id) && w.Settled == null).ExecuteUpdateAsync(w => w.SetProperty(x => x.Settled, at), cancel);

    /// <summary>Marks warnings of an officer as read, or as unread again.</summary>
    /// <param name="ids">Which; null for all that are current.</param>
    public async Task Mark(int officer, IReadOnlyCollection<long>? ids, bool read, CancellationToken cancel = default)
    {
        var rows = db.Set<WarningRow>().Where(w => w.OfficerId == officer && w.Settled == null);
        if (ids is not null)
            rows = rows.Where(w => ids.Contains(w.Id));
        DateTimeOffset? at = read ? clock.GetUtcNow() : null;
        await rows.Where(w => read == (w.Read == null)).ExecuteUpdateAsync(w => w.SetProperty(x => x.Read, at), cancel);
    }

    /// <summary>Marks the digests of an officer as read.</summary>
    public async Task MarkDigest(int officer, CancellationToken cancel = default)
    {
        DateTimeOffset? at = clock.GetUtcNow();
        await db.Set<DigestRow>().Where(d => d.OfficerId == officer && d.Read == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.Read, at), cancel);
    }

    // A warning of an opinion or an instruction says nothing of the dossier's own limit, nor of another opinion.
    private static (Guid, int, string) About(WarningRow w) =>
        (w.SubjectId, w.OfficerId, w.Kind is WarningKind.Opinion or WarningKind.Instruction ? w.Threshold : "");

    private static (Guid, DateTimeOffset, string, int) Key(WarningRow w) => (w.SubjectId, w.Due, w.Threshold, w.OfficerId);

    private async Task<int> Again(Func<Task<int>> write, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var added = await write();
                await transaction.CommitAsync(cancel);
                return added;
            }
            catch (Exception clash) when (attempt < Tries && Collisions.Is(clash))
            {
                // Another server was first; what it wrote is seen the next time.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
