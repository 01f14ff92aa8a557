using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Time;

public sealed class DatedWeekTests
{
    private static readonly DateOnly Change = new(2026, 11, 16);

    private static readonly Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Early = Enumerable.Range(1, 6).ToDictionary(
        d => (DayOfWeek)d, d => (IReadOnlyList<OpeningHours>)(d == 6
            ? [new(new(7, 0), new(11, 0))] : [new(new(7, 0), new(11, 0)), new(new(13, 30), new(16, 30))]));

    private static readonly WorkCalendar Calendar = new(
        "tuần", WorkCalendar.DefaultWeek, [new CalendarDay(new DateOnly(2026, 11, 24), DayKind.HalfDay, "dịp", "QĐ", true, null)], "QĐ 188", true,
        [new DatedWeek("sớm", Change, new DateOnly(2026, 11, 30), Early, "QĐ 5", true)]);

    [Fact]
    [Requirement("R-TIME-03")]
    public void A_unit_keeps_its_week_from_its_day_on_and_until_its_last()
    {
        Assert.Equal(17, Close(new DateOnly(2026, 11, 13)));
        Assert.Equal(16, Close(Change));
        Assert.Equal(17, Close(new DateOnly(2026, 12, 1)));
        Assert.Equal("QĐ 5", Calendar.Why(Change).Law);
        Assert.Empty(Calendar.OpeningsOn(new DateOnly(2026, 11, 14)));
        Assert.Single(Calendar.OpeningsOn(new DateOnly(2026, 11, 21)));
    }

    [Fact]
    public void A_saturday_morning_of_a_dated_week_is_open_and_counts_no_day() =>
        Assert.False(Calendar.IsWorkingDay(new DateOnly(2026, 11, 21)));

    [Fact]
    public void A_special_day_is_made_from_the_week_that_holds_on_it() =>
        Assert.Equal(new TimeOnly(11, 0), Calendar.OpeningsOn(new DateOnly(2026, 11, 24))[^1].To);

    private static int Close(DateOnly day) => Vietnam.Local(Calendar.CloseOf(day)).Hour;
}
