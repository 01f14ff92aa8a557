using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Work;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Work;

/// <summary>Who has a part in a dossier.</summary>
public sealed class PartsTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Parts_of_old_dossiers_are_made_from_the_log_as_the_desk_would_have_made_them(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        await life.Ended(await life.Received("1.115320"));
        await life.Received();
        Assert.Equal("", string.Join('\n', (await house.Verify()).Broken));
        var made = await All(house);
        Assert.True(made.Count > 8);
        await using var db = house.Db();
        await db.Set<DossierPartRow>().ExecuteDeleteAsync();
        Assert.Contains((await house.Verify()).Broken, b => b.What.Contains("có phần trong hồ sơ", StringComparison.Ordinal));
        Assert.Equal(2, await Parts.Fill(db));
        Assert.Equal(made, await All(house));
        Assert.Equal(0, await Parts.Fill(db));
        Assert.Equal("", string.Join('\n', (await house.Verify()).Broken));
        Assert.Equal(2, (await house.Codes("hanh.tn", new WorkQuery(WorkView.All))).Count);
    }

    [Fact]
    public async Task A_part_that_no_event_gave_is_found_by_the_verification()
    {
        await using var house = await TestHouse.Open();
        var id = await new Life(house).Received();
        await using var db = house.Db();
        await db.Set<DossierPartRow>().Where(p => p.DossierId == id.Value && p.Kind == PartKind.Officer)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.HolderId, 28));
        Assert.Single((await house.Verify()).Broken);
    }

    private static async Task<List<string>> All(TestHouse house)
    {
        await using var db = house.Db();
        return [.. (await db.Set<DossierPartRow>().AsNoTracking().ToListAsync())
            .Select(p => $"{p.DossierId} {p.Kind} {p.HolderId} {p.Version} {p.Received.UtcTicks} {p.Code} {p.Procedure}").Order(StringComparer.Ordinal)];
    }
}
