using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

public class CalendarDataTests
{
    private static readonly int[] Years = [.. Enumerable.Range(2018, 10)];

    [Fact]
    public void Rows_are_in_order_one_a_day_and_each_with_its_basis()
    {
        Assert.Equal(Days.Select(d => d.Day).Order(), Days.Select(d => d.Day));
        Assert.Distinct(Days.Select(d => d.Day));
        Assert.All(Days, d => Assert.True(d.Name.Length > 0 && d.LegalBasis.Length > 0));
        Assert.Equal(Years, Days.Select(d => d.Day.Year).Distinct());
    }

    [Fact]
    [Requirement("R-TIME-04")]
    public void Every_year_has_the_holidays_of_the_Labour_Code()
    {
        foreach (var year in Years)
        {
            int Count(string name) => Days.Count(d => d.Day.Year == year && d.Kind == DayKind.Holiday && d.Name == name);
            Assert.Equal(
                (1, 5, 1, 1, 1, year < 2021 ? 1 : 2),
                (Count("Tết Dương lịch"), Count("Tết Nguyên đán"), Count("Giỗ Tổ Hùng Vương"), Count("Ngày Chiến thắng 30/4"),
                 Count("Ngày Quốc tế Lao động 1/5"), Count("Quốc khánh 2/9")));
        }
    }

    [Fact]
    [Requirement("R-TIME-05")]
    public void Every_holiday_on_a_weekly_rest_day_is_compensated_once()
    {
        static bool Rest(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        foreach (var year in Years)
        {
            var lost = Days.Where(d => d.Day.Year == year && d.Kind == DayKind.Holiday && Rest(d.Day));
            var given = Days.Where(d => d.Day.Year == year && d.Kind == DayKind.Compensation);
            Assert.Equal(lost.Select(d => d.Name).Order(), given.Select(d => d.Name).Order());
            Assert.DoesNotContain(given, d => Rest(d.Day));
        }
    }

    [Fact]
    [Requirement("R-TIME-18")]
    public void Every_swap_exchanges_a_working_day_for_a_Saturday()
    {
        var swaps = Days.Where(d => d.SwappedWith is not null).ToList();
        Assert.Equal(6, swaps.Count);
        Assert.All(swaps, s => Assert.Equal(DayOfWeek.Saturday, s.SwappedWith!.Value.DayOfWeek));
        Assert.All(swaps, s => Assert.True(!Calendar.IsWorkingDay(s.Day) && Calendar.IsWorkingDay(s.SwappedWith!.Value)));
    }

    [Fact]
    [Requirement("R-TIME-19"), Requirement("R-TIME-07")]
    public void What_is_estimated_or_proposed_is_not_verified() =>
        Assert.All(Days, d => Assert.Equal(d.Day.Year == 2027 || d.Kind == DayKind.Proposed, !d.Verified));
}
