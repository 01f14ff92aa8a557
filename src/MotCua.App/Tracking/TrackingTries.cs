using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Tracking;

/// <summary>Counts tries at a factor.</summary>
[NoTerm("counts guesses")]
public sealed class TrackingTryRow
{
    /// <summary>SHA-256 of code and address: neither is kept.</summary>
    public required string Key { get; set; }
    /// <summary>The hour, as yyyyMMddHH in Vietnam.</summary>
    public required string Hour { get; set; }
    /// <summary>How many.</summary>
    public int Count { get; set; }
}

/// <summary>Counts tries at a factor: for a code from an address, within an hour of the clock. Neither code nor address is kept.</summary>
public sealed class TrackingTries(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Counts one more try.</summary>
    /// <returns>How many it is in this hour.</returns>
    public async Task<int> Count(string code, string address, CancellationToken cancel = default)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{code}|{address}")));
        var hour = Vietnam.Local(clock.GetUtcNow()).ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        await db.Set<TrackingTryRow>().Where(t => string.Compare(t.Hour, hour) < 0).ExecuteDeleteAsync(cancel);
        return (await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO tracking_tries ("Key", "Hour", "Count") VALUES ({key}, {hour}, 1)
            ON CONFLICT ("Key", "Hour") DO UPDATE SET "Count" = tracking_tries."Count" + 1
            RETURNING "Count" AS "Value"
            """).ToListAsync(cancel))[0];
    }
}


internal sealed class TrackingTables : IEntityTypeConfiguration<TrackingTryRow>
{
    public void Configure(EntityTypeBuilder<TrackingTryRow> row) => row.ToTable("tracking_tries").HasKey(t => new { t.Key, t.Hour });
}
