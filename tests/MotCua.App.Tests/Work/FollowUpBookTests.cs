using MotCua.App.Dossiers;
using MotCua.App.Work;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Work;

/// <summary>The follow-up book of a one-stop unit.</summary>
public sealed class FollowUpBookTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-11")]
    [Requirement("R-FORM-24")]
    public async Task A_book_holds_every_dossier_of_its_unit_and_year_in_order_with_all_its_columns(Engine engine)
    {
        await using var house = await TestHouse.Open(engine, new DateTime(2025, 12, 31, 9, 0, 0));
        var life = new Life(house);
        await life.Received();
        house.At(2026, 11, 17, 9, 10);
        var id = await life.Received(typed: (await life.Typed()).With(("sets", "2")));
        house.At(2026, 11, 17, 10, 0);
        await life.Received("1.001612");
        house.At(2026, 11, 17, 11, 0);
        await life.Ended(id);
        var book = (await Page(house, "hanh.tn", 2026))!;
        Assert.Equal([(1, "Thủ tục đăng ký khai sinh"), (2, "Đăng ký thành lập hộ kinh doanh")], book.Lines.Select(l => (l.Number, l.Procedure)));
        var line = book.Lines[0];
        Assert.Equal(
            ("Nguyễn Thị Ngọc Ưởng", "0901234218", 2, ReturnChannel.AtUnit, "Ủy ban nhân dân phường Buôn Ma Thuột"),
            (line.Owner, line.Phone, line.Sets, line.Channel, line.Competent));
        DateTimeOffset?[] moments = [line.Received, line.Sent, line.Result, line.Returned];
        Assert.Equal([9, 11, 11, 11], moments.Select(a => Domain.Law.Vietnam.Local(a!.Value).Hour));
        Assert.Equal(1, Assert.Single((await Page(house, "hanh.tn", 2026, "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)"))!.Lines).Number);
        Assert.Equal(1, Assert.Single((await Page(house, "hanh.tn", 2025))!.Lines).Number);
        Assert.Equal(("2025", "2018"), (book.Form, (await Page(house, "hanh.tn", 2025))!.Form));
    }

    [Fact]
    public async Task Nobody_opens_a_book_of_a_unit_beyond_his_reach_and_oversight_sees_no_whole_phone()
    {
        await using var house = await TestHouse.Open();
        await new Life(house).Received();
        foreach (var user in new[] { "blim.h", "khanh.pq", "vu.lq" })
            Assert.Null(await Page(house, user, 2026));
        var log = new Lists.Log();
        Assert.Equal("•••••••218", Assert.Single((await Page(house, "thinh.nd", 2026, log: log))!.Lines).Phone);
        Assert.Equal(1, Assert.Single(log.Exports).Rows);
    }

    [Fact]
    public async Task Numbers_go_on_from_page_to_page_and_back()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        for (var i = 0; i < FollowUpBook.PageSize + 2; i++)
            await life.Received();
        var first = (await Page(house, "hanh.tn", 2026))!;
        var second = (await Page(house, "hanh.tn", 2026, after: first.After))!;
        Assert.Equal(Enumerable.Range(1, FollowUpBook.PageSize + 2), first.Lines.Concat(second.Lines).Select(l => l.Number));
        Assert.Equal((null, null), (first.Before, second.After));
        Assert.Equal(first.Lines, (await Page(house, "hanh.tn", 2026, before: second.Before))!.Lines);
    }

    private static async Task<BookPage?> Page(
        TestHouse house, string user, int year, string? sector = null, string? after = null, string? before = null, Lists.Log? log = null)
    {
        await using var db = house.Db();
        var unit = await new Life(house).UnitId();
        return await new FollowUpBook(db, new Reaches(db, house.Clock), house.References, log ?? new Lists.Log())
            .Page(await house.Officer(user), new BookOf(unit.Value, year), sector, after, before);
    }
}
