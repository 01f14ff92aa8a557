using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

public class WorkCalendarTests
{
    private static readonly IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> SaturdayMornings =
        new Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>>(WorkCalendar.DefaultWeek)
        {
            [DayOfWeek.Saturday] = [new(new(7, 30), new(11, 30))],
        };

    private static readonly WorkCalendar OpenOnSaturday = new("Thứ Bảy", SaturdayMornings, Days, "Quyết định của đơn vị", true);

    [Theory]
    [Requirement("R-TIME-03"), Requirement("R-TIME-04"), Requirement("R-TIME-05"), Requirement("R-TIME-06"), Requirement("R-TIME-18")]
    [InlineData("20/11/2026", true, "Ngày làm việc")]
    [InlineData("21/11/2026", false, "Nghỉ cuối tuần")]
    [InlineData("2/9/2026", false, "Nghỉ Quốc khánh 2/9")]
    [InlineData("17/2/2026", false, "Nghỉ Tết Nguyên đán")]
    [InlineData("27/4/2026", false, "Nghỉ bù Giỗ Tổ Hùng Vương")]
    [InlineData("31/8/2026", false, "Nghỉ hoán đổi dịp Quốc khánh 2/9, làm bù 22/8/2026")]
    [InlineData("22/8/2026", true, "Ngày làm việc bù cho 31/8/2026")]
    public void Every_day_says_why_it_counts_or_not(string day, bool works, string reason)
    {
        Assert.Equal(works, Calendar.IsWorkingDay(Day(day)));
        var (answer, why, law, verified) = Calendar.Why(Day(day));
        Assert.Equal((works, reason, true), (answer, why, verified));
        Assert.NotEmpty(law);
    }

    [Fact]
    public void A_swapped_Saturday_keeps_the_hours_of_the_day_it_stands_for()
    {
        var week = new Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>>(WorkCalendar.DefaultWeek)
        {
            [DayOfWeek.Tuesday] = [new(new(8, 0), new(12, 0)), new(new(13, 0), new(18, 0))],
        };
        CalendarDay Swap(string off, string worked) => new(Day(off), DayKind.SwappedOff, "dịp lễ", "Thông báo", true, Day(worked));
        var calendar = new WorkCalendar("Đơn vị", week, [Swap("3/11/2026", "7/11/2026"), Swap("9/11/2026", "14/11/2026")], "Nội quy", true);
        Assert.Equal(At("7/11/2026 18:00"), calendar.CloseOf(Day("7/11/2026")));
        Assert.Equal(At("14/11/2026 17:00"), calendar.CloseOf(Day("14/11/2026")));
        Assert.False(calendar.IsWorkingDay(Day("3/11/2026")));
        Assert.Equal(DayKind.SwappedWorked, calendar.Days.Single(d => d.Day == Day("7/11/2026")).Kind);
    }

    [Fact]
    public void A_swap_may_be_written_from_either_side_or_from_both()
    {
        CalendarDay off = new(Day("31/8/2026"), DayKind.SwappedOff, "Quốc khánh 2/9", "TB", true, Day("22/8/2026"));
        CalendarDay worked = new(Day("22/8/2026"), DayKind.SwappedWorked, "Quốc khánh 2/9", "TB", true, Day("31/8/2026"));
        foreach (var rows in new CalendarDay[][] { [off], [worked], [off, worked] })
            Assert.Equal([worked, off], Make(rows).Days);
    }

    [Fact]
    [Requirement("R-TIME-07")]
    public void A_proposed_row_never_changes_what_counts()
    {
        CalendarDay Row(string day, DayKind kind) => new(Day(day), kind, "dịp lễ", "văn bản", true, null);
        var calendar = Make([Row("24/11/2026", DayKind.Proposed), Row("28/11/2026", DayKind.Proposed)]);
        Assert.Equal(new DayStanding(true, "Ngày làm việc; dịp lễ: chưa có văn bản cho nghỉ", "văn bản", false), calendar.Why(Day("24/11/2026")));
        Assert.Equal("Nghỉ cuối tuần", calendar.Why(Day("28/11/2026")).Reason);
        Assert.Equal("Ngày làm việc, chưa có lịch nghỉ năm 2026", calendar.Why(Day("25/11/2026")).Reason);

        CalendarDay[] both = [Row("24/11/2026", DayKind.Holiday), Row("24/11/2026", DayKind.Proposed)];
        Assert.False(Make(both).IsWorkingDay(Day("24/11/2026")));
        Assert.False(Make([.. both.Reverse()]).IsWorkingDay(Day("24/11/2026")));
    }

    [Fact]
    public void A_half_day_is_a_working_day_that_closes_at_noon()
    {
        var calendar = Make([.. Days, new(Day("13/2/2026"), DayKind.HalfDay, "chiều 26 Tết", "Quyết định", true, null)]);
        Assert.True(calendar.IsWorkingDay(Day("13/2/2026")));
        Assert.Equal("Ngày làm việc, nghỉ buổi chiều: chiều 26 Tết", calendar.Why(Day("13/2/2026")).Reason);
        Assert.Equal(At("13/2/2026 11:30"), Deadline.Count(new(1, LimitUnit.WorkingDay), At("12/2/2026 09:00"), calendar, Three).Due);
        Assert.Equal(At("23/2/2026 17:00"), Deadline.Count(new(1, LimitUnit.SameDay), At("13/2/2026 14:00"), calendar, Three).Due);
    }

    [Fact]
    [Requirement("R-TIME-03")]
    public void A_Saturday_opened_by_order_is_open_but_no_working_day()
    {
        var saturday = Day("21/11/2026");
        Assert.False(OpenOnSaturday.IsWorkingDay(saturday));
        Assert.True(OpenOnSaturday.IsOpenAt(At("21/11/2026 09:00")));
        Assert.False(Calendar.IsOpenAt(At("21/11/2026 09:00")));
        Assert.Equal(At("21/11/2026 09:00"), OpenOnSaturday.AcceptedAs(At("21/11/2026 09:00")));
        Assert.Equal(At("21/11/2026 07:30"), OpenOnSaturday.AcceptedAs(At("21/11/2026 01:00")));
        Assert.Equal(At("23/11/2026 07:30"), OpenOnSaturday.AcceptedAs(At("21/11/2026 11:30")));
        Assert.Equal(At("23/11/2026 17:00"), Deadline.Count(new(1, LimitUnit.WorkingDay), At("21/11/2026 09:00"), OpenOnSaturday, Three).Due);
        Assert.Equal(At("24/11/2026 17:00"), Deadline.Count(new(1, LimitUnit.WorkingDay), At("21/11/2026 12:00"), OpenOnSaturday, Three).Due);
    }

    [Theory]
    [InlineData("20/11/2026 07:29", false)]
    [InlineData("20/11/2026 07:30", true)]
    [InlineData("20/11/2026 11:30", false)]
    [InlineData("20/11/2026 13:00", true)]
    [InlineData("20/11/2026 17:00", false)]
    [InlineData("22/8/2026 16:59", true)]
    [InlineData("31/8/2026 09:00", false)]
    public void It_knows_when_the_unit_is_open(string moment, bool open) => Assert.Equal(open, Calendar.IsOpenAt(At(moment)));

    [Theory]
    [InlineData("20/11/2026 22:00", "20/11/2026 22:00")]
    [InlineData("21/11/2026 10:00", "23/11/2026 07:30")]
    [InlineData("2/9/2026 10:00", "3/9/2026 07:30")]
    [InlineData("22/8/2026 10:00", "22/8/2026 10:00")]
    public void An_acceptance_on_a_rest_day_counts_as_of_the_next_opening(string accepted, string counted) =>
        Assert.Equal(At(counted), Calendar.AcceptedAs(At(accepted)));

    [Theory]
    [InlineData("23/11/2026", "1/12/2026", 6)]
    [InlineData("23/11/2026", "23/11/2026", 0)]
    [InlineData("21/11/2026", "23/11/2026", 1)]
    [InlineData("23/11/2026", "20/11/2026", -1)]
    [InlineData("22/11/2026", "20/11/2026", 0)]
    [InlineData("13/2/2026", "6/3/2026", 10)]
    public void It_counts_the_working_days_between(string a, string b, int days) =>
        Assert.Equal(days, Calendar.WorkingDaysBetween(Day(a), Day(b)));

    [Theory]
    [InlineData("13/2/2026", 1, "23/2/2026")]
    [InlineData("23/2/2026", -1, "13/2/2026")]
    [InlineData("21/8/2026", 3, "25/8/2026")]
    [InlineData("21/11/2026", 0, "21/11/2026")]
    public void It_goes_some_working_days_on_or_back(string day, int n, string to) => Assert.Equal(Day(to), Calendar.AddWorkingDays(Day(day), n));

    [Fact]
    public void A_closed_day_borrows_the_usual_hours()
    {
        Assert.Empty(Calendar.OpeningsOn(Day("21/11/2026")));
        Assert.Equal(At("21/11/2026 17:00"), Calendar.CloseOf(Day("21/11/2026")));
        Assert.Equal(At("21/11/2026 07:30"), Calendar.OpeningOf(Day("21/11/2026")));
    }

    [Fact]
    public void A_day_of_an_unknown_year_is_not_verified()
    {
        Assert.Equal(2027, Calendar.LastKnownYear);
        Assert.Equal(0, Make([]).LastKnownYear);
        Assert.Equal((true, false), (Calendar.Why(Day("3/1/2028")).Works, Calendar.Why(Day("3/1/2028")).Verified));
        Assert.Equal("Nghỉ cuối tuần, chưa có lịch nghỉ năm 2017", Calendar.Why(Day("30/12/2017")).Reason);
    }

    [Fact]
    public void A_week_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new WorkCalendar("rỗng", new Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>>(), [], "", true));
        Assert.Throws<ArgumentException>(() => new WorkCalendar(
            "chồng", new Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> { [DayOfWeek.Monday] = [new(new(8, 0), new(12, 0)), new(new(11, 0), new(17, 0))] },
            [], "", true));
    }

    [Fact]
    public void Kinds_of_days_and_outcomes_carry_their_legal_terms()
    {
        Assert.Equal("nghỉ bù", Terms.Of(DayKind.Compensation));
        Assert.Equal(["trước hạn", "đúng hạn", "quá hạn"], Enum.GetValues<LimitOutcome>().Select(o => Terms.Of(o)));
    }
}
