using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.Testing;
using MotCua.Web.Configuration;
using Npgsql;
using Xunit;

namespace MotCua.Web.Tests.Host;

/// <summary>Servers that start at the same moment.</summary>
public sealed class TogetherStartTests
{
    [Fact]
    public async Task Three_servers_that_start_together_on_no_database_make_it_once_and_all_open()
    {
        var name = $"together{Guid.NewGuid():N}";
        var db = new NpgsqlConnectionStringBuilder(Tool.RequirePostgres()) { Database = name, Pooling = false }.ToString();
        try
        {
            var said = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Prepared(db))));

            Assert.Single(said, s => s.Contains("quantri", StringComparison.Ordinal));
            await using var migrated = Migrations.Databases.Open(db, "");
            Assert.Empty(await migrated.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.Equal(1, await migrated.Set<OfficerRow>().CountAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            await using var admin = NpgsqlDataSource.Create(Tool.RequirePostgres());
            await using var drop = admin.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await drop.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> Prepared(string db)
    {
        using var folder = new Folder();
        var settings = new MotCuaSettings { Data = folder.Path, Db = db };
        DataFolder.Prepare(settings);
        var spoken = new Spoken();
        var line = Spoken.Line(settings, spoken.Streams);
        await using var app = Site.Build(line);
        await app.PrepareRooms(line, CancellationToken.None);
        return spoken.Out.ToString();
    }
}
