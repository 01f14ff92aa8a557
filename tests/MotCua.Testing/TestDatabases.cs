using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.Migrations;
using Npgsql;

namespace MotCua.Testing;

/// <summary>Makes one migrated and seeded database per engine and process, and a copy of it for each test.</summary>
internal static class TestDatabases
{
    private static readonly Lazy<Task<string>> File = new(MakeFile);
    private static readonly Lazy<Task<string>> OnServer = new(MakeOnServer);

    /// <summary>A copy in a file.</summary>
    public static async Task CopyTo(string file) => System.IO.File.Copy(await File.Value, file);

    /// <summary>A copy on the PostgreSQL server of this run.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CopyOnServer()
    {
        Tool.RequirePostgres();
        var name = $"t{Guid.NewGuid():N}";
        await Run($"CREATE DATABASE {name} TEMPLATE {await OnServer.Value}");
        return Connection(name);
    }

    /// <summary>Drops a copy on the server.</summary>
    public static async Task Drop(string connection)
    {
        await using (var pooled = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(pooled);
        await Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <summary>Lets go of a file.</summary>
    public static void Close(string file)
    {
        using var db = Databases.Open(null, file);
        using var pooled = new SqliteConnection(db.Database.GetConnectionString());
        SqliteConnection.ClearPool(pooled);
    }

    private static async Task<string> MakeFile()
    {
        var folder = Directory.CreateTempSubdirectory("motcua-seed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "seed.db");
        await using (var db = Databases.Open(null, file))
            await Fill(db);
        Close(file);
        return file;
    }

    private static async Task<string> MakeOnServer()
    {
        var name = $"seed{Guid.NewGuid():N}";
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(Connection(name)).GetAwaiter().GetResult();
        await Run($"CREATE DATABASE {name}");
        await using (var db = Databases.Open(Connection(name), ""))
            await Fill(db);
        // Nobody may be connected to a database that is copied.
        await using var pooled = new NpgsqlConnection(Connection(name));
        NpgsqlConnection.ClearPool(pooled);
        return name;
    }

    private static async Task Fill(MotCuaDb db)
    {
        await Databases.Migrate(db);
        await new SeedData(Repository.Path("data")).Load(db);
        await new DemoOfficers(Repository.Path("data")).Load(db, _ => "test");
    }

    private static string Connection(string database) =>
        Databases.Connection(new NpgsqlConnectionStringBuilder(Tool.RequirePostgres()) { Database = database, MaxPoolSize = 20 }.ToString());

    [SuppressMessage("Security", "CA2100", Justification = "The names are made here.")]
    private static async Task Run(string sql)
    {
        await using var admin = new NpgsqlConnection(Tool.RequirePostgres());
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }
}
