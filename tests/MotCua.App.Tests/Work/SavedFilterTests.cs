using MotCua.App.Dossiers;
using MotCua.App.Work;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Work;

/// <summary>The lists that officers keep.</summary>
public sealed class SavedFilterTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task They_keep_their_order_take_a_new_query_under_an_old_name_and_come_back_after_deleting(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var me = (await house.Officer("hanh.tn")).Value;
        foreach (var (name, query) in new[] { ("Hộ tịch", "?linh-vuc=a"), ("Đất đai", "?linh-vuc=b"), ("Quá hạn", "?han=qua-han"), ("ho tich", "?linh-vuc=c") })
            Assert.Null(await Do(house, s => s.Save(me, name, query)));
        Assert.Equal(["ho tich ?linh-vuc=c", "Đất đai ?linh-vuc=b", "Quá hạn ?han=qua-han"], await Of(house, me));
        var last = (await Do(house, s => s.Of(me)))[2].Id;
        await Do(house, async s => { await s.Move(me, last, up: true); return 0; });
        Assert.Equal(["ho tich ?linh-vuc=c", "Quá hạn ?han=qua-han", "Đất đai ?linh-vuc=b"], await Of(house, me));
        Assert.Equal("Quá hạn", await Do(house, s => s.Delete(me, last)));
        Assert.Equal(2, (await Of(house, me)).Count);
        Assert.Null(await Do(house, s => s.Restore(me, last)));
        Assert.Equal("Quá hạn ?han=qua-han", (await Of(house, me))[1]);
        await Do(house, s => s.Delete(me, last));
        house.At(2026, 11, 19, 9, 0);
        Assert.Null(await Do(house, s => s.Save(me, "Khác", "?q=x")));
        Assert.Equal("filter.gone", (await Do(house, s => s.Restore(me, last)))?.Code);
    }

    [Fact]
    public async Task Nobody_changes_anothers_and_a_name_is_asked_for_and_thirty_are_enough()
    {
        await using var house = await TestHouse.Open();
        var (me, other) = ((await house.Officer("hanh.tn")).Value, (await house.Officer("linh.hn")).Value);
        Assert.Equal("filter.name", (await Do(house, s => s.Save(me, " \0 ", "?q=x")))?.Code);
        Assert.Equal("filter.name", (await Do(house, s => s.Save(me, new string('x', 61), "?q=x")))?.Code);
        for (var i = 0; i < SavedFilters.Most; i++)
            Assert.Null(await Do(house, s => s.Save(me, $"Bộ lọc {i}", "?q=x")));
        Assert.Equal("filter.most", (await Do(house, s => s.Save(me, "Thêm nữa", "?q=x")))?.Code);
        var first = (await Do(house, s => s.Of(me)))[0].Id;
        Assert.Null(await Do(house, s => s.Delete(other, first)));
        await Do(house, async s => { await s.Pin(other, first, pinned: false); return 0; });
        Assert.True((await Do(house, s => s.Of(me)))[0].Pinned);
        Assert.Empty(await Of(house, other));
    }

    [Fact]
    public async Task A_leader_shares_with_the_unit_that_he_leads_and_with_no_other()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var (head, unit) = ((await house.Officer("phuoc.nv")).Value, (await life.UnitId()).Value);
        await Do(house, s => s.Save(head, "Chờ trả lâu", "?buoc=tra"));
        var id = (await Do(house, s => s.Of(head)))[0].Id;
        Assert.Equal("filter.share", (await Do(house, s => s.Share(head, id, 22)))?.Code);
        Assert.Null(await Do(house, s => s.Share(head, id, unit)));
        Assert.Equal(["Chờ trả lâu ?buoc=tra"], await Of(house, (await house.Officer("hanh.tn")).Value));
        Assert.Empty(await Of(house, (await house.Officer("khanh.pq")).Value));
        Assert.Empty(await Of(house, (await house.Officer("blim.h")).Value));
        // Whoever only oversees the unit does not work there.
        Assert.Empty(await Of(house, (await house.Officer("thinh.nd")).Value));
    }

    private static async Task<T> Do<T>(TestHouse house, Func<SavedFilters, Task<T>> act)
    {
        await using var db = house.Db();
        return await act(new SavedFilters(db, new Reaches(db, house.Clock), house.Clock));
    }

    private static async Task<IReadOnlyList<string>> Of(TestHouse house, int officer) =>
        [.. (await Do(house, s => s.Of(officer))).Select(f => $"{f.Name} {f.Query}")];
}
