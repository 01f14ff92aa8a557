using Microsoft.EntityFrameworkCore;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reference;

public sealed class ReferenceCacheTests
{
    private static readonly DateOnly Day = new(2026, 11, 17);

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_copy_is_kept_while_nothing_changes_and_read_again_after_a_stamp(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var cache = new ReferenceCache();
        var first = await cache.Get(db, default);
        Assert.Same(first, await cache.Get(db, default));
        await Change(db, "14:30");
        var second = await cache.Get(db, default);
        Assert.NotSame(first, second);
        Assert.Equal(("15:00", "14:30"), (first.Rules.Text("paper.cut-off", Day), second.Rules.Text("paper.cut-off", Day)));
        Assert.Same(second, await cache.Get(db, default));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-X-04")]
    public async Task A_changed_rule_binds_the_very_next_act(Engine engine)
    {
        // "Trong ngày" at 14:45 ends today while the cut-off is 15:00, tomorrow once it is 14:30.
        await using var house = await TestHouse.Open(engine, new DateTime(2026, 11, 17, 14, 45, 0));
        var life = new Life(house);
        var before = await life.Now(await life.Received());
        await using (var db = house.Db())
            await Change(db, "14:30");
        var after = await life.Now(await life.Received());
        Assert.Equal((Day, Day.AddDays(1)), (Domain.Law.Vietnam.Day(before.Case.Due.Due), Domain.Law.Vietnam.Day(after.Case.Due.Due)));
    }

    [Fact]
    public async Task Rows_that_change_while_they_are_read_do_not_mix()
    {
        await using var house = await TestHouse.Open(Engine.Postgres);
        await using var reader = house.Db();
        await using var writer = house.Db();
        var cache = new ReferenceCache();
        await using var transaction = await writer.Database.BeginTransactionAsync();
        await Change(writer, "14:30");
        var old = await cache.Get(reader, default);
        await transaction.CommitAsync();
        var fresh = await cache.Get(reader, default);
        Assert.Equal(("15:00", "14:30"), (old.Rules.Text("paper.cut-off", Day), fresh.Rules.Text("paper.cut-off", Day)));
        Assert.Equal(old.Stamp + 1, fresh.Stamp);
    }

    private static async Task Change(MotCuaDb db, string cutOff)
    {
        await db.Set<RuleRow>().Where(r => r.Key == "paper.cut-off" && r.To == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.Value, cutOff));
        await ReferenceStamp.Raise(db, default);
        await db.SaveChangesAsync();
    }
}
