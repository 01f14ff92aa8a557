using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>Draws numbers inside the transaction: gap-free, and in order per series, since the row is held until the end.</summary>
public static class Numbers
{
    /// <summary>The next number of a series; the first is 1.</summary>
    public static async Task<long> Draw(MotCuaDb db, Counter counter, CancellationToken cancel) => (await Draw(db, [counter], cancel))[counter];

    /// <summary>The next number of each of some series, all in one statement and always in the same order, so that nobody waits for another who waits
    /// for him.</summary>
    public static async Task<IReadOnlyDictionary<Counter, long>> Draw(MotCuaDb db, IReadOnlyList<Counter> counters, CancellationToken cancel)
    {
        if (counters.Count == 0)
            return new Dictionary<Counter, long>();
        var sorted = counters.Distinct().OrderBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.Period, StringComparer.Ordinal).ToList();
        var places = string.Join(", ", sorted.Select((_, i) => $"({{{2 * i}}}, {{{(2 * i) + 1}}}, 1)"));
        var sql = $"""
            INSERT INTO counters ("Key", "Period", "Value") VALUES {places}
            ON CONFLICT ("Key", "Period") DO UPDATE SET "Value" = counters."Value" + 1
            RETURNING "Key", "Period", "Value"
            """;
        return (await db.Database.SqlQueryRaw<Drawn>(sql, [.. sorted.SelectMany(c => new object[] { c.Key, c.Period })]).ToListAsync(cancel))
            .ToDictionary(d => new Counter(d.Key, d.Period), d => d.Value);
    }

    private sealed record Drawn(string Key, string Period, long Value);
}
