using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

public class DeadlineTests
{
    private static DueDateAccount Count(decimal amount, LimitUnit unit, string accepted, params ClockPause[] pauses) =>
        Deadline.Count(new(amount, unit), At(accepted), Calendar, Three, pauses);

    [Theory]
    [Requirement("R-TIME-01"), Requirement("R-TIME-02"), Requirement("R-TIME-03"), Requirement("R-TIME-04"), Requirement("R-TIME-17")]
    [InlineData(10, "13/12/2021 09:02", "27/12/2021 17:00")]
    [InlineData(10, "13/2/2026 16:40", "6/3/2026 17:00")]
    [InlineData(15, "13/2/2026 16:40", "13/3/2026 17:00")]
    [InlineData(1, "20/11/2026 07:30", "23/11/2026 17:00")]
    [InlineData(1, "20/11/2026 23:59", "23/11/2026 17:00")]
    [InlineData(8, "19/11/2026 10:15", "1/12/2026 17:00")]
    [InlineData(3, "24/4/2026 10:00", "4/5/2026 17:00")]
    public void Working_days_start_on_the_day_after_and_end_at_the_close(int days, string accepted, string due) =>
        Assert.Equal(At(due), Count(days, LimitUnit.WorkingDay, accepted).Due);

    [Theory]
    [Requirement("R-TIME-18"), Requirement("R-TIME-06"), Requirement("R-TIME-17")]
    [InlineData(3, "21/8/2026 09:00", "25/8/2026 17:00")]
    [InlineData(1, "28/8/2026 09:00", "3/9/2026 17:00")]
    [InlineData(1, "22/8/2026 09:00", "24/8/2026 17:00")]
    [InlineData(1, "9/1/2026 09:00", "10/1/2026 17:00")]
    [InlineData(1, "25/4/2025 09:00", "26/4/2025 17:00")]
    [InlineData(1, "29/4/2025 09:00", "5/5/2025 17:00")]
    public void A_swap_changes_both_of_its_days(int days, string accepted, string due) =>
        Assert.Equal(At(due), Count(days, LimitUnit.WorkingDay, accepted).Due);

    [Theory]
    [Requirement("R-TIME-20"), Requirement("R-TIME-17")]
    [InlineData("14/2/2026 10:00", "24/2/2026 17:00")]
    [InlineData("22/2/2026 23:00", "24/2/2026 17:00")]
    [InlineData("23/2/2026 05:00", "24/2/2026 17:00")]
    public void An_acceptance_on_a_rest_day_counts_from_the_next_opening(string accepted, string due) =>
        Assert.Equal(At(due), Count(1, LimitUnit.WorkingDay, accepted).Due);

    [Theory]
    [Requirement("R-TIME-01"), Requirement("R-TIME-17")]
    [InlineData("20/11/2026 14:59:59", "20/11/2026 17:00")]
    [InlineData("20/11/2026 15:00:00", "20/11/2026 17:00")]
    [InlineData("20/11/2026 15:00:59", "20/11/2026 17:00")]
    [InlineData("20/11/2026 15:01:00", "23/11/2026 17:00")]
    [InlineData("20/11/2026 05:10:00", "20/11/2026 17:00")]
    [InlineData("21/11/2026 09:00:00", "23/11/2026 17:00")]
    [InlineData("13/2/2026 15:01:00", "23/2/2026 17:00")]
    public void The_same_day_up_to_the_minute_of_the_cut_off_else_the_next_working_day(string accepted, string due) =>
        Assert.Equal(At(due), Count(1, LimitUnit.SameDay, accepted).Due);

    [Theory]
    [Requirement("R-TIME-01"), Requirement("R-TIME-02")]
    [InlineData(5, "16/11/2026 09:00", "23/11/2026 17:00")] // ends on Saturday 21
    [InlineData(7, "16/11/2026 09:00", "23/11/2026 17:00")]
    [InlineData(30, "13/1/2026 09:00", "12/2/2026 17:00")]
    [InlineData(2, "12/2/2026 09:00", "23/2/2026 17:00")] // ends on the Saturday before Tết
    [InlineData(1, "30/8/2026 09:00", "4/9/2026 17:00")] // accepted as of 3/9
    [InlineData(0.5, "16/11/2026 09:00", "17/11/2026 17:00")]
    [InlineData(4.5, "16/11/2026 09:00", "23/11/2026 17:00")]
    public void Calendar_days_run_over_rest_days_and_never_end_on_one(decimal days, string accepted, string due) =>
        Assert.Equal(At(due), Count(days, LimitUnit.CalendarDay, accepted).Due);

    [Theory]
    [Requirement("R-TIME-01"), Requirement("R-TIME-02")]
    [InlineData(1, "30/1/2026 09:00", "2/3/2026 17:00")] // 28/2/2026 is a Saturday
    [InlineData(1, "31/3/2026 09:00", "4/5/2026 17:00")] // 30/4 and 1/5, then a weekend
    [InlineData(2, "31/12/2025 09:00", "2/3/2026 17:00")]
    [InlineData(6, "13/1/2026 09:00", "13/7/2026 17:00")]
    [InlineData(1, "31/1/2024 09:00", "29/2/2024 17:00")]
    [InlineData(1.5, "13/7/2026 09:00", "28/8/2026 17:00")] // 13/8 and fifteen days
    [InlineData(0.5, "13/7/2026 09:00", "28/7/2026 17:00")]
    public void Months_end_on_the_same_day_of_the_month_or_its_last(decimal months, string accepted, string due) =>
        Assert.Equal(At(due), Count(months, LimitUnit.Month, accepted).Due);

    [Theory]
    [Requirement("R-TIME-01")]
    [InlineData(8, "16/11/2026 07:30:00", "16/11/2026 17:00")]
    [InlineData(8, "16/11/2026 08:10:59", "17/11/2026 08:10")]
    [InlineData(4, "16/11/2026 07:30:00", "16/11/2026 11:30")]
    [InlineData(4.5, "16/11/2026 07:30:00", "16/11/2026 13:30")]
    [InlineData(1, "16/11/2026 12:10:00", "16/11/2026 14:00")]
    [InlineData(1, "13/2/2026 16:40:00", "23/2/2026 08:10")]
    [InlineData(8, "21/11/2026 20:00:00", "23/11/2026 17:00")]
    [InlineData(24, "20/8/2026 13:00:00", "24/8/2026 11:30")]
    public void Hours_are_those_in_which_the_unit_works(decimal hours, string accepted, string due)
    {
        Assert.Equal(At(due), Count(hours, LimitUnit.WorkingHour, accepted).Due);
        Assert.Equal(At(due), Deadline.AfterHours(hours, At(accepted), Calendar));
    }

    [Theory]
    [Requirement("R-TIME-01")]
    [InlineData(16.5, "16/11/2026 09:00", "9/12/2026 11:30")]
    [InlineData(0.5, "16/11/2026 09:00", "17/11/2026 11:30")]
    [InlineData(0.2, "20/11/2026 09:00", "23/11/2026 11:30")]
    [InlineData(1.75, "16/11/2026 09:00", "18/11/2026 17:00")]
    public void Up_to_half_a_working_day_ends_with_the_morning(decimal days, string accepted, string due)
    {
        var account = Count(days, LimitUnit.WorkingDay, accepted);
        Assert.Equal(At(due), account.Due);
        Assert.Equal(days, account.Lines.Sum(l => l.Counts));
    }

    [Fact]
    public void A_step_of_no_hours_is_due_when_the_unit_next_works()
    {
        Assert.Equal(At("16/11/2026 09:12"), Deadline.AfterHours(0, At("16/11/2026 09:12"), Calendar));
        Assert.Equal(At("16/11/2026 13:00"), Deadline.AfterHours(0, At("16/11/2026 12:00"), Calendar));
        Assert.Equal(At("23/2/2026 07:30"), Deadline.AfterHours(0, At("13/2/2026 17:00"), Calendar));
    }

    [Fact]
    public void Minutes_given_as_parts_of_an_hour_end_on_the_minute()
    {
        for (var minutes = 1; minutes < 60; minutes++)
            Assert.Equal(At("16/11/2026 09:00").AddMinutes(minutes), Deadline.AfterHours(minutes / 60m, At("16/11/2026 09:00"), Calendar));
    }

    [Theory]
    [Requirement("R-WF-07")]
    [InlineData(3, "16/11/2026 16:00", "19/11/2026")]
    [InlineData(3, "13/2/2026 16:40", "25/2/2026")]
    [InlineData(3, "14/2/2026 09:00", "26/2/2026")]
    [InlineData(0, "14/2/2026 09:00", "23/2/2026")]
    public void The_last_of_some_working_days_after_reception(int n, string from, string day) =>
        Assert.Equal(Day(day), Deadline.WorkingDaysAfter(n, At(from), Calendar));

    [Theory]
    [Requirement("R-TIME-14")]
    [InlineData("30/11/2026 23:00", LimitOutcome.Early)]
    [InlineData("1/12/2026 07:31", LimitOutcome.OnTime)]
    [InlineData("1/12/2026 17:00", LimitOutcome.OnTime)]
    [InlineData("1/12/2026 17:01", LimitOutcome.Late)]
    [InlineData("2/12/2026 07:30", LimitOutcome.Late)]
    public void Equal_to_the_limit_is_on_time(string done, LimitOutcome outcome) =>
        Assert.Equal(outcome, Deadline.Judge(At("1/12/2026 17:00"), At(done)));

    [Fact]
    public void A_limit_of_nothing_is_a_fault_of_the_data()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Count(0, LimitUnit.WorkingDay, "16/11/2026 09:00"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Count(-1, LimitUnit.Month, "16/11/2026 09:00"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Count(1_000_000, LimitUnit.WorkingHour, "16/11/2026 09:00"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.AfterHours(-1, At("16/11/2026 09:00"), Calendar));
    }
}
