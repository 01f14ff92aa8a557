using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Migrations;
using MotCua.Testing;
using MotCua.Web.Configuration;
using Npgsql;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class MoveTests : IAsyncLifetime
{
    private readonly Folder _folder = new();
    private readonly string _name = $"move{Guid.NewGuid():N}";

    private string Data => _folder["data"];

    private string Target => new NpgsqlConnectionStringBuilder(Tool.RequirePostgres()) { Database = _name, MaxPoolSize = 10 }.ToString();

    public async ValueTask InitializeAsync()
    {
        Tool.RequirePostgres();
        await Admin($"CREATE DATABASE {_name}");
        var seed = new Spoken();
        Assert.True(await seed.Run("seed", "--demo", "6", "--data", Data) == 0, seed.Error.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        NpgsqlConnection.ClearAllPools();
        await Admin($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    [Fact]
    public async Task All_rows_and_files_arrive_and_work_goes_on_with_the_next_number()
    {
        await using (var old = Databases.Open(null, Path.Combine(Data, "motcua.db")))
        {
            // What the embedded database holds and PostgreSQL cannot.
            await old.Database.ExecuteSqlRawAsync("""UPDATE parties SET "Name" = "Name" || char(0) WHERE "Id" = (SELECT min("Id") FROM parties)""");
            SqliteConnection.ClearAllPools();
        }
        var moved = new Spoken();
        Assert.True(await moved.Run("move", "--data", Data, "--db", Target, "--json") == 0, moved.Error.ToString());
        var told = JsonDocument.Parse(moved.Out.ToString()).RootElement;
        Assert.Equal(6, told.GetProperty("dossiers").GetInt32());
        Assert.Empty(told.GetProperty("broken").EnumerateArray());

        await using var before = Databases.Open(null, Path.Combine(Data, "motcua.db"));
        await using var after = Databases.Open(Target, "");
        Assert.Equal(
            await before.Set<DossierRow>().OrderBy(d => d.Id).Select(d => d.Code).ToListAsync(TestContext.Current.CancellationToken),
            (await after.Set<DossierRow>().ToListAsync(TestContext.Current.CancellationToken)).OrderBy(d => d.Id).Select(d => d.Code));
        var events = await after.Set<DossierEventRow>().CountAsync(TestContext.Current.CancellationToken);
        Assert.Equal(told.GetProperty("events").GetInt32(), events);

        var walk = new Spoken();
        Assert.True(await walk.Run("walk", "--data", Data, "--db", Target, "--json") == 0, walk.Error.ToString());
        Assert.Equal(0, await new Spoken().Run("verify", "--data", Data, "--db", Target));
        Assert.Equal(7, await after.Set<DossierRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_old_place_is_closed_after_the_move_and_says_where_the_data_went()
    {
        Assert.Equal(0, await new Spoken().Run("move", "--data", Data, "--db", Target));
        var again = new Spoken();
        Assert.Equal(1, await again.Run("verify", "--data", Data));
        Assert.Contains($"/{_name} lúc ", again.Error.ToString());
        Assert.Equal(1, await new Spoken().Run("move", "--data", Data, "--db", Target));
        File.Delete(Path.Combine(Data, DataFolder.MovedName));
        var occupied = new Spoken();
        Assert.Equal(1, await occupied.Run("move", "--data", Data, "--db", Target));
        Assert.Contains("đã có dữ liệu", occupied.Error.ToString());
        Assert.Equal(0, await new Spoken().Run("verify", "--data", Data));
    }

    [Fact]
    public async Task A_damaged_paper_stops_the_move_before_a_row_is_copied()
    {
        var paper = Directory.EnumerateFiles(Path.Combine(Data, "files"), "*", SearchOption.AllDirectories).First();
        await File.AppendAllTextAsync(paper, "x", TestContext.Current.CancellationToken);
        var moved = new Spoken();
        Assert.Equal(1, await moved.Run("move", "--data", Data, "--db", Target));
        Assert.Contains(Path.GetFileName(paper), moved.Error.ToString());
        await using var db = Databases.Open(Target, "");
        Assert.False(await db.Set<DossierRow>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(Data, DataFolder.MovedName)));
    }

    [Fact]
    public async Task Papers_and_keys_go_along_to_a_new_folder()
    {
        var other = _folder["other"];
        Assert.Equal(0, await new Spoken().Run("move", "--data", Data, "--db", Target, "--to", other));
        var verify = new Spoken();
        Assert.True(await verify.Run("verify", "--data", other, "--db", Target) == 0, verify.Error.ToString());
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(Data, "files"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(),
            Directory.EnumerateFiles(Path.Combine(other, "files"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Without_a_place_to_go_the_use_is_wrong() => Assert.Equal(2, await new Spoken().Run("move", "--data", Data));

    [SuppressMessage("Security", "CA2100", Justification = "The name is made here.")]
    private static async Task Admin(string sql)
    {
        await using var admin = new NpgsqlConnection(Tool.RequirePostgres());
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }
}
