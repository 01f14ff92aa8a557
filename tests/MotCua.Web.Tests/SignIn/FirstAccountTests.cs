using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using MotCua.Web.Configuration;
using MotCua.Web.Tests.Host;
using Npgsql;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>The first account of a fresh database that is no demonstration.</summary>
public sealed partial class FirstAccountTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task One_administrator_with_a_password_for_one_sign_in_that_is_printed_once(Engine engine)
    {
        using var folder = new Folder();
        var settings = new MotCuaSettings { Data = folder.Path };
        var name = $"first{Guid.NewGuid():N}";
        if (engine == Engine.Postgres)
        {
            await Run($"CREATE DATABASE {name}");
            settings = settings with { Db = new NpgsqlConnectionStringBuilder(Tool.RequirePostgres()) { Database = name, Pooling = false }.ToString() };
        }
        else
            settings = settings with { Demo = DemoMode.Off };
        try
        {
            var password = PasswordPattern().Match(await Prepared(settings)).Groups[1].Value;
            Assert.Equal(12, password.Length);
            Assert.DoesNotContain("quantri", await Prepared(settings));
            await using var app = Site.Build(Spoken.Line(settings, new Spoken().Streams));
            await using var scope = app.Services.CreateAsyncScope();
            var officer = await scope.ServiceProvider.GetRequiredService<MotCuaDb>().Set<OfficerRow>().Include(o => o.Grants).SingleAsync();
            Assert.Equal(("quantri", true, false), (officer.UserName, officer.MustChangePassword, officer.Demo));
            Assert.Equal(Duty.Administer, Assert.Single(officer.Grants).Duty);
            Assert.NotEqual(PasswordVerificationResult.Failed,
                scope.ServiceProvider.GetRequiredService<IPasswordHasher<OfficerRow>>().VerifyHashedPassword(officer, officer.PasswordHash, password));
        }
        finally
        {
            if (engine == Engine.Postgres)
                await Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static async Task<string> Prepared(MotCuaSettings settings)
    {
        var spoken = new Spoken();
        DataFolder.Prepare(settings);
        var line = Spoken.Line(settings, spoken.Streams);
        await using var app = Site.Build(line);
        await app.PrepareRooms(line, CancellationToken.None);
        return spoken.Out.ToString();
    }

    private static async Task Run(string sql)
    {
        await using var admin = NpgsqlDataSource.Create(Tool.RequirePostgres());
        await using var command = admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"quantri / (\S+)")]
    private static partial Regex PasswordPattern();
}
