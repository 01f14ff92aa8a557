using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace MotCua.App.Access;

/// <summary>How many wrong tries are free.</summary>
/// <param name="Most">Tries.</param>
/// <param name="Window">From the first one on.</param>
public sealed record GuessLimit(int Most, TimeSpan Window);

/// <summary>What a count says of one more try.</summary>
/// <param name="Wait">How long to wait; null while the try is free.</param>
/// <param name="First">The first one that has to wait.</param>
public sealed record GuessAnswer(TimeSpan? Wait, bool First);

/// <summary>Counts tries at something secret, in a table: a restart frees nobody, and several web nodes count together.</summary>
public sealed class WrongGuesses(MotCuaDb db, TimeProvider clock)
{
    private static readonly GuessAnswer Free = new(null, false);

    /// <summary>Counts one more try, before it is known whether it is right: many at once get no further than one after another.</summary>
    /// <param name="what">What is counted, such as a place and a name; only its hash is stored.</param>
    public async Task<GuessAnswer> Enter(string what, GuessLimit limit, CancellationToken cancel)
    {
        var id = HashOf(what);
        var now = clock.GetUtcNow();
        var (ticks, ends) = (now.UtcTicks, (now + limit.Window).UtcTicks);
        for (var turn = 0; ; turn++)
        {
            if (await CountUp(id, ticks, ends, cancel))
                break;
            try
            {
                db.Add(new WrongGuessRow { Id = id, Count = 1, Ends = ends });
                await db.SaveChangesAsync(cancel);
                return Free;
            }
            catch (DbUpdateException) when (turn == 0)
            {
                // Another try at the same moment wrote the row first: count it up.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
        var row = await db.Set<WrongGuessRow>().AsNoTracking().FirstOrDefaultAsync(g => g.Id == id, cancel);
        return row is null || row.Count <= limit.Most ? Free : new GuessAnswer(TimeSpan.FromTicks(row.Ends - ticks), row.Count == limit.Most + 1);
    }

    /// <summary>The try was right: the count begins anew.</summary>
    public Task Clear(string what, CancellationToken cancel)
    {
        var id = HashOf(what);
        return db.Set<WrongGuessRow>().Where(g => g.Id == id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The try was right: it is not counted, the others are.</summary>
    public Task TakeBack(string what, CancellationToken cancel)
    {
        var id = HashOf(what);
        return db.Set<WrongGuessRow>().Where(g => g.Id == id && g.Count > 0)
            .ExecuteUpdateAsync(g => g.SetProperty(x => x.Count, x => x.Count - 1), cancel);
    }

    /// <summary>Lets go what has passed.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> Sweep(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcTicks;
        return db.Set<WrongGuessRow>().Where(g => g.Ends <= now).ExecuteDeleteAsync(cancel);
    }

    private async Task<bool> CountUp(string id, long now, long ends, CancellationToken cancel) =>
        await db.Set<WrongGuessRow>().Where(g => g.Id == id).ExecuteUpdateAsync(g => g
            .SetProperty(x => x.Count, x => x.Ends <= now ? 1 : x.Count + 1)
            .SetProperty(x => x.Ends, x => x.Ends <= now ? ends : x.Ends), cancel) > 0;

    private static string HashOf(string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
}
