using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MotCua.App;

namespace MotCua.Migrations;

/// <summary>Opens the product's database: a file, or a PostgreSQL connection string.</summary>
public static class Databases
{
    /// <summary>Options for the embedded database in a file.</summary>
    public static DbContextOptions<SqliteDb> Sqlite(string file) => new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString(),
            o => o.MigrationsAssembly(typeof(Databases).Assembly.GetName().Name).MigrationsHistoryTable("migrations"))
        .Options;

    /// <summary>Options for PostgreSQL.</summary>
    public static DbContextOptions<PostgresDb> Postgres(string connection) => new DbContextOptionsBuilder<PostgresDb>()
        .UseNpgsql(connection, o => o.MigrationsAssembly(typeof(Databases).Assembly.GetName().Name).MigrationsHistoryTable("migrations"))
        .AddInterceptors(new PostgresText())
        .Options;

    /// <summary>A context on a file, or on PostgreSQL where a connection string is given.</summary>
    public static MotCuaDb Open(string? connection, string file) =>
        connection is null ? new SqliteDb(Sqlite(file)) : new PostgresDb(Postgres(connection));

    /// <summary>Brings the database to today's schema; the embedded one also gets its write-ahead log.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> Migrate(MotCuaDb db, CancellationToken cancel = default)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        await db.Database.MigrateAsync(cancel);
        if (db.IsEmbedded)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        return pending;
    }
}
