using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>Draws numbers inside the transaction: gap-free, and in order per series, since the row is held until the end.</summary>
public static class Numbers
{
    /// <summary>The next number of a series; the first is 1.</summary>
    public static async Task<long> Draw(MotCuaDb db, Counter counter, CancellationToken cancel) =>
        (await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO counters ("Key", "Period", "Value") VALUES ({counter.Key}, {counter.Period}, 1)
            ON CONFLICT ("Key", "Period") DO UPDATE SET "Value" = counters."Value" + 1
            RETURNING "Value"
            """).ToListAsync(cancel))[0];
}
