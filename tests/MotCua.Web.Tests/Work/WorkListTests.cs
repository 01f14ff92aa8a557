using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;
using Engine = MotCua.Testing.Engine;

namespace MotCua.Web.Tests.Work;

/// <summary>Which dossiers a work list shows, and in which order, on both databases.</summary>
public sealed class WorkListTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Filters_show_what_they_say(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var fresh = await Code(life, await life.Received());
        var handled = await life.Received("1.001612");
        await life.Until(handled, StepKind.Handle);
        var asked = await life.Received("1.001612");
        await Ask(house, life, asked);
        var ready = await life.Received();
        await life.Until(ready, StepKind.Return);
        var over = await life.Received();
        await life.Ended(over);

        Assert.Equal([fresh, await Code(life, ready)], await Codes(house, "hanh.tn", WorkFilter.All));
        Assert.Equal([fresh], await Codes(house, "hanh.tn", WorkFilter.Mine));
        Assert.Equal([await Code(life, ready)], await Codes(house, "hanh.tn", WorkFilter.ToReturn));
        Assert.Equal([await Code(life, asked)], await Codes(house, "hanh.tn", WorkFilter.Applicant));
        Assert.Equal(5, (await Codes(house, "hanh.tn", WorkFilter.Received)).Count);
        Assert.Equal([await Code(life, handled), await Code(life, asked)], await Codes(house, "khanh.pq", WorkFilter.All));
        Assert.Equal([await Code(life, handled)], await Codes(house, "khanh.pq", WorkFilter.Mine));
        Assert.Empty(await Codes(house, "blim.h", WorkFilter.All));
        Assert.Empty(await Codes(house, "vu.lq", WorkFilter.All));
        Assert.Equal(4, (await Codes(house, "thinh.nd", WorkFilter.All)).Count);

        house.At(2026, 11, 17, 16, 59);
        Assert.Equal([fresh], await Codes(house, "hanh.tn", WorkFilter.Due));
        await using var db = house.Db();
        var counts = await new WorkList(db, house.Clock).Counts((await house.Officer("hanh.tn")).Value);
        Assert.Equal(
            (2, 1, 1, 1, 1),
            (counts[WorkFilter.All], counts[WorkFilter.Mine], counts[WorkFilter.Due], counts[WorkFilter.Applicant], counts[WorkFilter.ToReturn]));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task The_most_urgent_stands_first_and_of_equally_urgent_ones_the_officers_own(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var slow = await life.Received("1.001612");
        var (first, second) = (await life.Received(), await life.Received());
        var officer = await house.Officer("moan.yb");
        foreach (var id in new[] { slow, first, second })
            await life.Until(id, StepKind.Handle);
        await using (var db = house.Db())
            Life.Expect(await house.Handle(db).Claim(second, (await life.Step(second, StepKind.Handle)).Token, TestHouse.Hand(officer)));
        Assert.Equal([await Code(life, second), await Code(life, first)], await Codes(house, "moan.yb", WorkFilter.Mine));
        Assert.Equal([await Code(life, first)], await Codes(house, "ngoc.ltb", WorkFilter.Mine));
        Assert.Equal(2, (await Codes(house, "ngoc.ltb", WorkFilter.All)).Count);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Words_are_found_without_tones_and_codes_by_their_end_also_in_closed_dossiers(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var over = await life.Received(typed: await life.Typed(name: "Đỗ Thị Thuỳ Trâm", number: "066190004812"));
        await life.Ended(over);
        var open = await life.Received("1.001612", await life.Typed("1.001612", "H'Ngăm Niê Kđăm", "066190004813"));
        var code = await Code(life, over);
        foreach (var words in new[] { "do thi thuy tram", "TRÂM", "Thùy", "khai sinh trâm", code, code[^4..], code.ToLowerInvariant() })
            Assert.Contains(code, await Codes(house, "hanh.tn", WorkFilter.All, words));
        Assert.Equal([await Code(life, open)], await Codes(house, "hanh.tn", WorkFilter.All, "h'ngam kdam"));
        Assert.Empty(await Codes(house, "hanh.tn", WorkFilter.All, "066190004812"));
        Assert.Empty(await Codes(house, "hanh.tn", WorkFilter.All, "%"));
        Assert.Empty(await Codes(house, "blim.h", WorkFilter.All, "trâm"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_counting_all()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        for (var i = 0; i < WorkList.PageSize + 1; i++)
            await life.Received();
        await using var db = house.Db();
        var officer = (await house.Officer("hanh.tn")).Value;
        var first = await new WorkList(db, house.Clock).Of(officer, WorkFilter.All, null, 1);
        var second = await new WorkList(db, house.Clock).Of(officer, WorkFilter.All, null, 2);
        Assert.Equal((WorkList.PageSize, true, 1, false), (first.Items.Count, first.HasMore, second.Items.Count, second.HasMore));
        Assert.DoesNotContain(second.Items[0].Dossier.Code, first.Items.Select(i => i.Dossier.Code));
        Assert.Empty((await new WorkList(db, house.Clock).Of(officer, WorkFilter.All, null, 99)).Items);
    }

    private static async Task Ask(TestHouse house, Life life, DossierId id)
    {
        var step = await life.Until(id, StepKind.Handle);
        await using var db = house.Db();
        var hand = TestHouse.Hand(await life.OfficerOf(step));
        Life.Expect(await house.Handle(db).RequestSupplement(id, step.Token, ["thieu-giay-to"], "Bản sao hợp đồng thuê địa điểm", hand));
    }

    private static async Task<string> Code(Life life, DossierId id) => (await life.Now(id)).Case.Code.Value;

    private static async Task<IReadOnlyList<string>> Codes(TestHouse house, string userName, WorkFilter filter, string? query = null)
    {
        await using var db = house.Db();
        OfficerId officer = await house.Officer(userName);
        return [.. (await new WorkList(db, house.Clock).Of(officer.Value, filter, query, 1)).Items.Select(i => i.Dossier.Code)];
    }
}
