using Microsoft.EntityFrameworkCore;
using MotCua.App.Amending;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Amending;

public sealed class AmendTests
{
    private const string Notice = "supplement.notice.working-days";
    private const string TenDays = "1.013225";
    private static readonly DateOnly Today = new(2026, 11, 17);

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_change_is_looked_at_first_and_then_nothing_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        using var law = new Amendments(house);
        var life = new Life(house);
        var id = await life.Received(TenDays);
        var old = (await life.Now(id)).Case;
        var (preview, no) = await law.Preview(Amendments.CultureDay);
        Assert.Null(no);
        var move = Assert.Single(preview!.Moves);
        Assert.Equal((old.Code, old.Due.Due, old.Due.Due.AddDays(1)), (move.Code, move.Old, move.New));
        Assert.Equal((true, 1, 1), (preview.MovesDue, preview.Open, preview.Looked));
        var reference = await house.Stage.Reference();
        Assert.True(reference.CalendarOf(default).IsWorkingDay(Amendments.CultureDay.Day));
        Assert.Equal(old.Due, (await life.Now(id)).Case.Due);
        await using var db = house.Db();
        Assert.Empty(await db.Set<RecomputeRunRow>().ToListAsync());
        Assert.Empty(await db.Set<LawChangeRow>().ToListAsync());
    }

    [Fact]
    public async Task A_day_is_added_changed_and_taken_away_each_with_its_basis_and_the_shipped_days_do_not_bring_it_back()
    {
        await using var house = await TestHouse.Open();
        using var law = new Amendments(house);
        var day = Amendments.CultureDay.Day;
        Assert.Equal("law.basis", (await law.Do(Amendments.CultureDay with { Basis = " " })).No?.Code);
        Assert.Null((await law.Do(Amendments.CultureDay)).No);
        Assert.Equal("law.day.same", (await law.Do(Amendments.CultureDay)).No?.Code);
        Assert.False((await house.Stage.Reference()).CalendarOf(default).IsWorkingDay(day));
        Assert.Null((await law.Do(Amendments.CultureDay with { Kind = DayKind.HalfDay, Basis = "QĐ 2" })).No);
        Assert.True((await house.Stage.Reference()).CalendarOf(default).IsWorkingDay(day));

        await using var db = house.Db();
        var shipped = await db.Set<CalendarDayRow>().SingleAsync(d => d.Day == new DateOnly(2026, 11, 24) && d.Removed == null);
        Assert.Null((await law.Do(new RemoveDay(shipped.Id, "QĐ 3"))).No);
        var holiday = await db.Set<CalendarDayRow>().SingleAsync(d => d.Day == new DateOnly(2027, 1, 1));
        Assert.Null((await law.Do(new RemoveDay(holiday.Id, "QĐ 4"))).No);
        Assert.Equal("law.day.gone", (await law.Do(new RemoveDay(holiday.Id, "QĐ 4"))).No?.Code);
        await new SeedData(Repository.Path("data")).Load(db);
        Assert.True((await house.Stage.Reference()).CalendarOf(default).IsWorkingDay(new DateOnly(2027, 1, 1)));
        Assert.Equal(4, await db.Set<LawChangeRow>().CountAsync());
    }

    [Fact]
    [Requirement("R-TIME-18")]
    public async Task A_swap_is_a_weekday_off_and_a_weekend_day_worked_and_changes_both()
    {
        await using var house = await TestHouse.Open();
        using var law = new Amendments(house);
        var swap = new SetDay(new DateOnly(2026, 12, 31), DayKind.SwappedOff, "Tết Dương lịch", "CV 1", true, new DateOnly(2026, 12, 30), "nation");
        Assert.Equal("law.day.swap", (await law.Do(swap)).No?.Code);
        Assert.Null((await law.Do(swap with { SwappedWith = new DateOnly(2026, 12, 26) })).No);
        var calendar = (await house.Stage.Reference()).CalendarOf(default);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 12, 31)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 12, 26)));
    }

    [Fact]
    [Requirement("R-TIME-03")]
    public async Task A_units_days_and_week_are_its_own_and_those_of_the_units_below()
    {
        await using var house = await TestHouse.Open();
        using var law = new Amendments(house);
        var reference = await house.Stage.Reference();
        var (ward, centre, other) = (reference.Agencies.Find("H15.12")!.Id, reference.Agencies.Find("H15.12.01")!.Id, reference.Agencies.Find("H15.13.01")!.Id);
        var saturday = new DateOnly(2026, 11, 28);
        Assert.Null((await law.Do(new GiveWeek(ward.Value, "Tuần hành chính và sáng thứ Bảy", new DateOnly(2026, 11, 23), "QĐ 9", true))).No);
        Assert.Null((await law.Do(new SetDay(new DateOnly(2026, 11, 25), DayKind.HalfDay, "Ngày hội", "QĐ 10", true, null, "unit:H15.12"))).No);
        reference = await house.Stage.Reference();
        Assert.Single(reference.CalendarOf(centre).OpeningsOn(saturday));
        Assert.False(reference.CalendarOf(centre).IsWorkingDay(saturday));
        Assert.Empty(reference.CalendarOf(centre).OpeningsOn(saturday.AddDays(-7)));
        Assert.Empty(reference.CalendarOf(other).OpeningsOn(saturday));
        Assert.Single(reference.CalendarOf(centre).OpeningsOn(new DateOnly(2026, 11, 25)));
        Assert.Equal(2, reference.CalendarOf(other).OpeningsOn(new DateOnly(2026, 11, 25)).Count);
        Assert.Equal("law.week.past", (await law.Do(new GiveWeek(ward.Value, "Tuần hành chính", Today.AddDays(-1), "QĐ", true))).No?.Code);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-X-04")]
    public async Task A_rule_is_changed_by_a_new_row_and_the_past_stays(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        using var law = new Amendments(house);
        var rule = new AddRule(Notice, "nation", "5", "NĐ thử nghiệm Đ.1", Today.AddDays(3), Today.AddDays(9), true);
        Assert.Equal("law.rule.past", (await law.Do(rule with { From = Today.AddDays(-1) })).No?.Code);
        Assert.Equal("law.rule.value", (await law.Do(rule with { Value = "năm" })).No?.Code);
        Assert.Equal("law.basis", (await law.Do(rule with { Basis = "" })).No?.Code);
        Assert.Equal("law.scope", (await law.Do(rule with { Scope = "unit:H15.99" })).No?.Code);
        Assert.Equal((null, null), await law.Do(rule));
        var rules = (await house.Stage.Reference()).Rules;
        Assert.Equal((3, 5, 3), (rules.Number(Notice, Today.AddDays(2)), rules.Number(Notice, Today.AddDays(3)), rules.Number(Notice, Today.AddDays(10))));
        Assert.Equal(3, rules.Number(Notice, new DateOnly(2021, 12, 13)));
        Assert.Equal("law.rule.there", (await law.Do(rule with { To = Today.AddDays(8) })).No?.Code);
    }

    [Fact]
    [Requirement("R-X-08")]
    public async Task A_provinces_stricter_rule_binds_a_dossier_of_the_province_and_a_looser_one_does_not()
    {
        await using var house = await TestHouse.Open();
        using var law = new Amendments(house);
        var life = new Life(house);
        Assert.Null((await law.Do(new AddRule(Notice, "province:H15", "4", "QĐ của tỉnh", Today, null, true))).No);
        Assert.Equal(new DateOnly(2026, 11, 20), (await life.Now(await life.Received("1.001612"))).Case.SupplementNoticeBy);
        Assert.Null((await law.Do(new AddRule(Notice, "unit:H15.12", "1", "QĐ của phường", Today, null, true))).No);
        Assert.Equal(new DateOnly(2026, 11, 18), (await life.Now(await life.Received("1.001612"))).Case.SupplementNoticeBy);
    }

    [Fact]
    public async Task A_row_of_the_nation_is_followed_by_another_and_never_left_empty()
    {
        await using var house = await TestHouse.Open();
        using var law = new Amendments(house);
        await law.Do(new AddRule(Notice, "province:H15", "2", "QĐ", Today, null, true));
        await using var db = house.Db();
        var nation = await db.Set<RuleRow>().FirstAsync(r => r.Key == Notice && r.Scope == "nation" && r.To == null);
        var province = await db.Set<RuleRow>().SingleAsync(r => r.Key == Notice && r.Scope == "province:H15");
        Assert.Equal("law.rule.ground", (await law.Do(new EndRule(nation.Id, Today, "QĐ"))).No?.Code);
        Assert.Null((await law.Do(new EndRule(province.Id, Today.AddDays(1), "QĐ"))).No);
        var rules = (await house.Stage.Reference()).Rules;
        Assert.Equal(("2", "3"), (rules.Text(Notice, Today.AddDays(1), "province:H15"), rules.Text(Notice, Today.AddDays(2), "province:H15")));
    }

    [Theory]
    [InlineData("nha.dt")]
    [InlineData("thinh.nd")]
    public async Task Whoever_does_not_administer_the_province_changes_nothing(string officer)
    {
        await using var house = await TestHouse.Open();
        using var law = new Amendments(house);
        Assert.Equal("law.duty", (await law.Do(Amendments.CultureDay, officer)).No?.Code);
        Assert.Equal("law.duty", (await law.Preview(Amendments.CultureDay, officer)).No?.Code);
    }

    [Fact]
    public async Task Every_rule_is_said_in_plain_words_and_its_values_can_be_read()
    {
        await using var house = await TestHouse.Open();
        var rules = (await house.Stage.Reference()).Rules;
        var said = rules.Keys.Select(k => k.Key).ToHashSet();
        Assert.Equal("", string.Join(' ', rules.Rules.Select(r => r.Key).Distinct().Where(k => !said.Contains(k))));
        Assert.Equal("", string.Join(' ', rules.Rules.Where(r => !rules.KeyOf(r.Key).Reads(r.Value)).Select(r => $"{r.Key}={r.Value}")));
        Assert.All(rules.Rules.GroupBy(r => r.Key), g => Assert.Single(g.Select(r => r.Binds).Distinct()));
    }
}
