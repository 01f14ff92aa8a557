using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.App;
using Npgsql;

namespace MotCua.Migrations;

/// <summary>Opens the product's database: a file, or a PostgreSQL connection string.</summary>
public static class Databases
{
    /// <summary>How many statements a connection holds prepared.</summary>
    private const int HeldStatements = 200;

    // Worked out anew for each request they cost more than a query.
    private static readonly ConcurrentDictionary<string, DbContextOptions<SqliteDb>> Files = [];
    private static readonly ConcurrentDictionary<string, DbContextOptions<PostgresDb>> Servers = [];

    /// <summary>Options for the embedded database in a file.</summary>
    public static DbContextOptions<SqliteDb> Sqlite(string file) => Files.GetOrAdd(file, MakeSqlite);

    /// <summary>Options for PostgreSQL. Statements that come again and again are prepared, unless the connection string says how many.</summary>
    public static DbContextOptions<PostgresDb> Postgres(string connection) => Servers.GetOrAdd(connection, MakePostgres);

    private static DbContextOptions<SqliteDb> MakeSqlite(string file) => new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString(),
            o => o.MigrationsAssembly(typeof(Databases).Assembly.GetName().Name).MigrationsHistoryTable("migrations"))
        .Options;

    private static DbContextOptions<PostgresDb> MakePostgres(string connection) => new DbContextOptionsBuilder<PostgresDb>()
        .UseNpgsql(Connection(connection), o => o.MigrationsAssembly(typeof(Databases).Assembly.GetName().Name).MigrationsHistoryTable("migrations"))
        .AddInterceptors(new PostgresText())
        .Options;

    /// <summary>A PostgreSQL connection string as the product uses it; connections are shared by everything that names the same one.</summary>
    public static string Connection(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = HeldStatements;
        // Nothing that the product sends leaves anything on a connection that must be reset before the next takes it.
        builder.NoResetOnClose = true;
        // Unless the string has options of its own: reading a page by an index is no dearer than reading it in a row. By the database's own figure,
        // made for disks with a head, it reads all dossiers of a province to find the few hundred of a unit.
        if (string.IsNullOrEmpty(builder.Options))
            builder.Options = "-c random_page_cost=1.1";
        return builder.ToString();
    }

    /// <summary>A context on a file, or on PostgreSQL where a connection string is given.</summary>
    public static MotCuaDb Open(string? connection, string file) =>
        connection is null ? new SqliteDb(Sqlite(file)) : new PostgresDb(Postgres(connection));

    /// <summary>The same for many requests: a context that was disposed is emptied and given to the next.</summary>
    public static Func<MotCuaDb> Pooled(string? connection, string file)
    {
        if (connection is null)
            return new PooledDbContextFactory<SqliteDb>(Sqlite(file)).CreateDbContext;
        return new PooledDbContextFactory<PostgresDb>(Postgres(connection)).CreateDbContext;
    }

    /// <summary>Waits until nobody else makes the same database ready, and keeps others waiting until it is let go: servers that start together on
    /// one PostgreSQL bring up the schema, the seed and the first accounts one after the other. It makes the database where it is missing. The embedded
    /// one is held by its folder.</summary>
    public static async Task<IAsyncDisposable> Alone(MotCuaDb db, CancellationToken cancel = default)
    {
        // A connection of its own: the lock is the session's, and goes with it also where the process dies.
        var held = new NpgsqlConnection(db.IsEmbedded ? null
            : new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, CommandTimeout = 0 }.ToString());
        if (db.IsEmbedded)
            return held;
        try
        {
            await Create(db, held, cancel);
            await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('MotCua.Databases.Alone'))", held);
            await wait.ExecuteNonQueryAsync(cancel);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private static async Task Create(MotCuaDb db, NpgsqlConnection held, CancellationToken cancel)
    {
        try
        {
            await held.OpenAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            try
            {
                await db.GetService<IRelationalDatabaseCreator>().CreateAsync(cancel);
            }
            catch (PostgresException also) when (also.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another server made it at the same moment.
            }
            await held.OpenAsync(cancel);
        }
    }

    /// <summary>Brings the database to today's schema; the embedded one also gets its write-ahead log.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> Migrate(MotCuaDb db, CancellationToken cancel = default)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        // Asked with nothing to do, it would still compare the whole model with the last one: a third of a start.
        if (pending.Count > 0)
            await db.Database.MigrateAsync(cancel);
        if (db.IsEmbedded)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        return pending;
    }
}
