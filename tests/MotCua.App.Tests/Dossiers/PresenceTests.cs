using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Who has the same dossier open.</summary>
public sealed class PresenceTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Others_are_named_with_what_they_do_and_since_when_until_they_give_no_sign(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        var step = await life.Until(id, StepKind.Handle);
        await using (var db = house.Db())
            Life.Expect(await house.Handle(db).Claim(id, step.Token, TestHouse.Hand(await house.Officer("moan.yb"))));

        Assert.Empty(await Enter(house, id.Value, "moan.yb"));
        house.At(2026, 11, 17, 9, 11);
        Assert.Equal([("Y Moan Byă", "thẩm định, xử lý", 910)], await Enter(house, id.Value, "hanh.tn"));
        Assert.Equal([("Trần Ngọc Hạnh", "tiếp nhận hồ sơ", 911)], await Enter(house, id.Value, "moan.yb"));
        // Whoever goes on giving signs is there since the first one.
        house.Clock.Advance(TimeSpan.FromSeconds(80));
        Assert.Equal([("Y Moan Byă", "thẩm định, xử lý", 910)], await Enter(house, id.Value, "hanh.tn"));
        house.Clock.Advance(TimeSpan.FromSeconds(91));
        Assert.Empty(await Enter(house, id.Value, "le.tm"));
        // Whoever comes back is there anew.
        house.At(2026, 11, 17, 9, 40);
        Assert.Empty(await Enter(house, id.Value, "moan.yb"));
        Assert.Equal([("Y Moan Byă", "thẩm định, xử lý", 940)], await Enter(house, id.Value, "hanh.tn"));
        Assert.Empty(await Enter(house, Guid.NewGuid(), "le.tm"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Two_pages_of_one_officer_at_the_same_moment_are_one_presence(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var id = (await new Life(house).Received()).Value;
        await Together.Do(4, _ => Enter(house, id, "hanh.tn"));
        await using var db = house.Db();
        Assert.Single(await db.Set<DossierPresenceRow>().ToListAsync());
    }

    [Fact]
    public async Task Yesterdays_presences_are_swept()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        await Enter(house, (await life.Received()).Value, "hanh.tn");
        house.At(2026, 11, 19, 9, 0);
        await Enter(house, (await life.Received()).Value, "le.tm");
        await using var db = house.Db();
        Assert.Single(await db.Set<DossierPresenceRow>().ToListAsync());
    }

    private static async Task<List<(string, string, int)>> Enter(TestHouse house, Guid dossier, string user)
    {
        await using var db = house.Db();
        var others = await new Presence(db, house.Clock).Enter(dossier, await house.Officer(user));
        return [.. others.Select(o => (o.Name, o.Doing, Clock(o.Since)))];
    }

    private static int Clock(DateTimeOffset at) => MotCua.Domain.Law.Vietnam.Local(at) is var local ? (local.Hour * 100) + local.Minute : 0;
}
