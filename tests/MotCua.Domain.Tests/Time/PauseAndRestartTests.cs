using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

public class PauseAndRestartTests
{
    private static ClockPause Pause(string from, string? to, string reason = "chờ thực hiện nghĩa vụ tài chính") =>
        new(At(from), to is null ? null : At(to), reason, "Luật Đất đai 2024");

    private static DueDateAccount Count(
        decimal amount, LimitUnit unit, string accepted, ClockPause[] pauses, string? restartedAt = null) =>
        Deadline.Count(new(amount, unit), At(accepted), Calendar, Three, pauses, restartedAt is null ? null : new(At(restartedAt), "NĐ 118/2025/NĐ-CP", false));

    [Fact]
    [Requirement("R-TIME-15")]
    public void A_day_is_left_out_when_the_clock_stands_still_at_its_close()
    {
        var account = Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", [Pause("17/11/2026 17:00", "19/11/2026 17:00")]);
        Assert.Equal(At("24/11/2026 17:00"), account.Due);
        Assert.Equal(
            [
                "13/11 +0 Ngày tiếp nhận, không tính",
                "14/11-15/11 +0 Nghỉ cuối tuần",
                "16/11-17/11 +2 Ngày làm việc",
                "18/11-19/11 +0 Đồng hồ tạm dừng: chờ thực hiện nghĩa vụ tài chính",
                "20/11 +1 Ngày làm việc",
                "21/11-22/11 +0 Nghỉ cuối tuần",
                "23/11 +1 Ngày làm việc",
                "24/11 +1 Ngày làm việc; ngày Văn hóa Việt Nam 24/11: chưa có văn bản cho nghỉ [?]",
            ],
            account.Text());
        Assert.Equal("Luật Đất đai 2024", account.Lines[3].Law);
    }

    [Theory]
    [Requirement("R-TIME-15")]
    [InlineData("16/11/2026 17:00", "17/11/2026 16:59", "20/11/2026 17:00")] // the clock runs again at the close of 17
    [InlineData("16/11/2026 16:59", "17/11/2026 17:00", "24/11/2026 17:00")] // 16 and 17 are left out
    [InlineData("16/11/2026 08:00", "16/11/2026 16:00", "20/11/2026 17:00")]
    [InlineData("20/11/2026 17:01", "30/11/2026 17:00", "20/11/2026 17:00")] // after the due date
    [InlineData("20/11/2026 16:00", "21/11/2026 09:00", "23/11/2026 17:00")]
    [InlineData("1/10/2026 08:00", "1/11/2026 17:00", "20/11/2026 17:00")] // before the acceptance
    public void Only_the_close_of_the_day_decides(string from, string to, string due) =>
        Assert.Equal(At(due), Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", [Pause(from, to)]).Due);

    [Fact]
    public void Overlapping_pauses_leave_out_a_day_once() =>
        Assert.Equal(
            At("24/11/2026 17:00"),
            Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", [
                Pause("18/11/2026 08:00", "18/11/2026 17:00"), Pause("17/11/2026 17:00", "19/11/2026 17:00")]).Due);

    [Theory]
    [InlineData("17/11/2026 08:00", "17/11/2026 12:00", "17/11/2026 17:00")] // the morning is lost, the afternoon is the half day
    [InlineData("17/11/2026 14:00", "18/11/2026 09:00", "17/11/2026 11:30")]
    [InlineData("17/11/2026 08:00", "18/11/2026 09:00", "18/11/2026 11:30")]
    public void Half_a_day_is_the_first_session_at_whose_close_the_clock_runs(string from, string to, string due) =>
        Assert.Equal(At(due), Count(0.5m, LimitUnit.WorkingDay, "16/11/2026 09:00", [Pause(from, to)]).Due);

    [Fact]
    public void Calendar_days_leave_out_rest_days_too_while_the_clock_stands_still()
    {
        var account = Count(5, LimitUnit.CalendarDay, "16/11/2026 09:00", [Pause("18/11/2026 09:00", "23/11/2026 09:00")]);
        Assert.Equal(At("26/11/2026 17:00"), account.Due);
        Assert.Equal("18/11-22/11 +0 Đồng hồ tạm dừng: chờ thực hiện nghĩa vụ tài chính", account.Text()[2]);
    }

    [Fact]
    public void A_limit_does_not_end_while_the_clock_stands_still()
    {
        var account = Count(5, LimitUnit.CalendarDay, "16/11/2026 09:00", [Pause("22/11/2026 09:00", "25/11/2026 09:00")]);
        Assert.Equal(At("25/11/2026 17:00"), account.Due); // used up on Saturday 21, which moves to a working day
        Assert.Equal(5, account.Lines.Sum(l => l.Counts));
    }

    [Fact]
    public void A_pause_lengthens_a_month_by_its_days()
    {
        var account = Count(1, LimitUnit.Month, "13/7/2026 09:00", [Pause("20/7/2026 09:00", "27/7/2026 09:00")]);
        Assert.Equal(At("20/8/2026 17:00"), account.Due);
        Assert.Equal(
            [
                "13/7 +0 Ngày tiếp nhận, không tính",
                "14/7-19/7 +0 Tháng thứ 1",
                "20/7-26/7 +0 Đồng hồ tạm dừng: chờ thực hiện nghĩa vụ tài chính",
                "27/7-20/8 +1 Tháng thứ 1",
            ],
            account.Text());
    }

    [Fact]
    public void Hours_stand_still_to_the_minute()
    {
        var account = Count(
            8, LimitUnit.WorkingHour, "16/11/2026 09:30",
            [Pause("16/11/2026 10:00", "16/11/2026 14:20"), Pause("17/11/2026 08:30", "18/11/2026 16:00")]);
        Assert.Equal(At("19/11/2026 10:20"), account.Due);
        Assert.Equal(
            [
                "16/11 +3.1667 Tiếp nhận lúc 09:30, tính giờ làm việc từ lúc đó, trừ lúc đồng hồ tạm dừng: chờ thực hiện nghĩa vụ tài chính",
                "17/11-18/11 +2 Ngày làm việc, trừ lúc đồng hồ tạm dừng: chờ thực hiện nghĩa vụ tài chính",
                "19/11 +2.8333 Ngày làm việc",
            ],
            account.Text());
        Assert.Equal(8, account.Lines.Sum(l => l.Counts));
    }

    [Fact]
    public void A_limit_within_the_day_waits_for_the_clock()
    {
        Assert.Equal(At("18/11/2026 17:00"), Count(1, LimitUnit.SameDay, "16/11/2026 09:00", [Pause("16/11/2026 10:00", "17/11/2026 17:00")]).Due);
        Assert.Equal(At("16/11/2026 17:00"), Count(1, LimitUnit.SameDay, "16/11/2026 09:00", [Pause("16/11/2026 10:00", "16/11/2026 11:00")]).Due);
    }

    [Fact]
    [Requirement("R-WF-08"), Requirement("R-TIME-17")]
    public void A_supplement_restarts_the_limit_on_the_day_after_it_is_complete()
    {
        var account = Count(
            8, LimitUnit.WorkingDay, "13/11/2026 16:40",
            [Pause("17/11/2026 14:05", "19/11/2026 10:15", "chờ bổ sung hồ sơ")], restartedAt: "19/11/2026 10:15");
        Assert.Equal(At("1/12/2026 17:00"), account.Due);
        Assert.Equal(
            [
                "13/11 +0 Ngày tiếp nhận, không tính",
                "14/11-15/11 +0 Nghỉ cuối tuần",
                "16/11 +0 Không tính: thời hạn tính lại từ đầu sau khi bổ sung đủ hồ sơ [?]",
                "17/11-18/11 +0 Đồng hồ tạm dừng: chờ bổ sung hồ sơ",
                "19/11 +0 Bổ sung đủ hồ sơ lúc 10:15, thời hạn tính lại từ đầu từ ngày sau [?]",
                "20/11 +1 Ngày làm việc",
                "21/11-22/11 +0 Nghỉ cuối tuần",
                "23/11 +1 Ngày làm việc",
                "24/11 +1 Ngày làm việc; ngày Văn hóa Việt Nam 24/11: chưa có văn bản cho nghỉ [?]",
                "25/11-27/11 +3 Ngày làm việc",
                "28/11-29/11 +0 Nghỉ cuối tuần",
                "30/11-1/12 +2 Ngày làm việc",
            ],
            account.Text());
        Assert.Equal("NĐ 118/2025/NĐ-CP", account.Lines[4].Law);
    }

    [Theory]
    [Requirement("R-WF-08")]
    [InlineData("19/11/2026 10:15")]
    [InlineData("19/11/2026 17:00")]
    [InlineData(null)]
    public void What_lies_before_a_restart_gives_no_further_day(string? pauseEnds)
    {
        var with = Count(8, LimitUnit.WorkingDay, "13/11/2026 16:40", [Pause("17/11/2026 14:05", pauseEnds)], "19/11/2026 10:15");
        var without = Count(8, LimitUnit.WorkingDay, "13/11/2026 16:40", [], "19/11/2026 10:15");
        Assert.Equal(without.Due, with.Due);
    }

    [Fact]
    [Requirement("R-TIME-15"), Requirement("R-WF-08")]
    public void A_pause_after_a_restart_lengthens_the_new_count() =>
        Assert.Equal(
            At("2/12/2026 17:00"),
            Count(8, LimitUnit.WorkingDay, "13/11/2026 16:40", [Pause("24/11/2026 09:00", "25/11/2026 09:00")], "19/11/2026 10:15").Due);

    [Theory]
    [Requirement("R-WF-08"), Requirement("R-TIME-17")]
    [InlineData(LimitUnit.WorkingDay, 5, "20/11/2026 16:00", "27/11/2026 17:00")] // complete on the last day of the old limit
    [InlineData(LimitUnit.CalendarDay, 5, "20/11/2026 16:00", "25/11/2026 17:00")]
    [InlineData(LimitUnit.Month, 1, "20/11/2026 16:00", "21/12/2026 17:00")]
    [InlineData(LimitUnit.WorkingHour, 8, "20/11/2026 16:00", "23/11/2026 16:00")]
    [InlineData(LimitUnit.SameDay, 1, "20/11/2026 15:00", "20/11/2026 17:00")]
    [InlineData(LimitUnit.SameDay, 1, "20/11/2026 15:01", "23/11/2026 17:00")]
    [InlineData(LimitUnit.WorkingDay, 1, "13/11/2026 16:50", "16/11/2026 17:00")] // on the day of acceptance
    public void Every_unit_restarts(LimitUnit unit, int amount, string restartedAt, string due)
    {
        var account = Count(amount, unit, "13/11/2026 09:00", [], restartedAt);
        Assert.Equal(At(due), account.Due);
        Assert.Equal(Day("13/11/2026"), account.Lines[0].From);
        Assert.Equal(amount, account.Lines.Sum(l => l.Counts));
        Assert.Contains(account.Lines, l => l.Reason.Contains("Bổ sung đủ hồ sơ", StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_no_due_date_while_the_clock_stands_still()
    {
        Assert.Throws<ArgumentException>(() => Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", [Pause("17/11/2026 09:00", null)]));
        Assert.Throws<ArgumentException>(() => Count(20, LimitUnit.WorkingHour, "13/11/2026 09:00", [Pause("17/11/2026 09:00", null)]));
        Assert.Equal(At("16/11/2026 17:00"), Count(1, LimitUnit.WorkingDay, "13/11/2026 09:00", [Pause("17/11/2026 09:00", null)]).Due);
    }

    [Fact]
    public void Moments_in_the_wrong_order_are_faults()
    {
        Assert.Throws<ArgumentException>(() => Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", [], "12/11/2026 09:00"));
        Assert.Throws<ArgumentException>(() => Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", [Pause("17/11/2026 09:00", "16/11/2026 09:00")]));
    }
}
