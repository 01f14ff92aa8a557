using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

/// <summary>The boundaries that the requirements name, one after the other, on the shipped calendar.</summary>
public class BoundaryTests
{
    private static readonly Rule Restarts = new(
        "supplement.restarts", "nation", "true", "NĐ 61/2018/NĐ-CP Đ.19.4", new(2018, 6, 21), new(2025, 6, 30), Binds.Reception, true);

    private static DueDateAccount Count(
        decimal amount, LimitUnit unit, string accepted, SupplementWait? wait = null, bool online = false, params ClockPause[] pauses) =>
        Deadline.Count(new(amount, unit), At(accepted), Calendar, Three, wait is null ? pauses : [.. pauses, wait.Pause], wait?.Restart, online);

    [Theory]
    [Requirement("R-TIME-17"), Requirement("R-WF-03")]
    [InlineData("20/11/2026 14:59")]
    [InlineData("20/11/2026 15:00")]
    [InlineData("20/11/2026 15:01")]
    [InlineData("20/11/2026 16:59:59")]
    [InlineData("20/11/2026 17:01")]
    [InlineData("20/11/2026 06:00")]
    public void The_cut_off_moves_no_limit_in_days_months_or_hours(string accepted)
    {
        Assert.Equal(At("27/11/2026 17:00"), Count(5, LimitUnit.WorkingDay, accepted).Due);
        Assert.Equal(At("25/11/2026 17:00"), Count(5, LimitUnit.CalendarDay, accepted).Due);
        Assert.Equal(At("21/12/2026 17:00"), Count(1, LimitUnit.Month, accepted).Due);
        Assert.Equal("20/11 +0 Ngày tiếp nhận, không tính", Count(5, LimitUnit.WorkingDay, accepted).Text()[0]);
    }

    [Theory]
    [Requirement("R-TIME-17")]
    [InlineData(1, LimitUnit.WorkingDay, "23/2/2026 17:00")] // Friday 13/2 before Tết
    [InlineData(1, LimitUnit.CalendarDay, "23/2/2026 17:00")]
    [InlineData(1, LimitUnit.SameDay, "13/2/2026 17:00")]
    [InlineData(8, LimitUnit.WorkingHour, "23/2/2026 14:30")]
    [InlineData(1, LimitUnit.Month, "13/3/2026 17:00")]
    public void On_the_Friday_before_Tet(int amount, LimitUnit unit, string due) =>
        Assert.Equal(At(due), Count(amount, unit, "13/2/2026 14:30").Due);

    [Theory]
    [Requirement("R-TIME-17"), Requirement("R-TIME-18")]
    [InlineData(1, LimitUnit.WorkingDay, "21/8/2026 09:00", "22/8/2026 17:00")] // the swapped Saturday counts
    [InlineData(1, LimitUnit.CalendarDay, "21/8/2026 09:00", "22/8/2026 17:00")]
    [InlineData(1, LimitUnit.SameDay, "22/8/2026 15:00", "22/8/2026 17:00")]
    [InlineData(1, LimitUnit.SameDay, "22/8/2026 15:01", "24/8/2026 17:00")]
    [InlineData(4, LimitUnit.WorkingHour, "21/8/2026 16:00", "22/8/2026 10:30")]
    [InlineData(1, LimitUnit.WorkingDay, "31/8/2026 09:00", "4/9/2026 17:00")] // its Monday does not: accepted as of 3/9
    public void On_both_days_of_a_swap(int amount, LimitUnit unit, string accepted, string due) =>
        Assert.Equal(At(due), Count(amount, unit, accepted).Due);

    [Fact]
    [Requirement("R-TIME-17"), Requirement("R-WF-08")]
    public void A_supplement_asked_for_and_complete_on_the_last_day_restarts_the_limit()
    {
        var wait = new SupplementWait(At("20/11/2020 09:00"), At("20/11/2020 16:59"), Restarts);
        var account = Count(5, LimitUnit.WorkingDay, "13/11/2020 09:00", wait);
        Assert.Equal(At("20/11/2020 17:00"), Count(5, LimitUnit.WorkingDay, "13/11/2020 09:00").Due);
        Assert.Equal(At("27/11/2020 17:00"), account.Due);
        var restart = account.Lines.Single(l => l.From == Day("20/11/2020"));
        Assert.Equal((0m, "NĐ 61/2018/NĐ-CP Đ.19.4", true), (restart.Counts, restart.Law, restart.Verified));
    }

    [Fact]
    [Requirement("R-WF-08"), Requirement("R-TIME-15")]
    public void A_rule_that_says_so_lets_the_limit_run_on_after_a_supplement()
    {
        var wait = new SupplementWait(
            At("17/11/2026 14:05"), At("19/11/2026 17:00"), Restarts with { Value = "false", LegalBasis = "Luật riêng Đ.5", Verified = false });
        var account = Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", wait);
        Assert.Equal(At("25/11/2026 17:00"), account.Due); // 16, 20, 23, 24, 25
        Assert.Equal("17/11-19/11 +0 Đồng hồ tạm dừng: chờ bổ sung hồ sơ [?]", account.Text()[3]);
        Assert.Equal("Luật riêng Đ.5", account.Lines[3].Law);
    }

    [Theory]
    [Requirement("R-TIME-20")]
    [InlineData("20/11/2026 16:59", "23/11/2026 17:00")]
    [InlineData("20/11/2026 17:00:59", "23/11/2026 17:00")]
    [InlineData("20/11/2026 17:01", "24/11/2026 17:00")] // Friday evening is Monday's opening
    [InlineData("23/11/2026 05:00", "24/11/2026 17:00")]
    [InlineData("23/11/2026 12:10", "24/11/2026 17:00")]
    [InlineData("21/11/2026 09:00", "24/11/2026 17:00")]
    [InlineData("13/2/2026 20:00", "24/2/2026 17:00")]
    public void What_is_filed_online_outside_hours_is_accepted_at_the_next_opening(string filed, string due) =>
        Assert.Equal(At(due), Count(1, LimitUnit.WorkingDay, filed, online: true).Due);

    [Fact]
    [Requirement("R-TIME-20")]
    public void The_account_says_why_an_online_filing_moves() =>
        Assert.Equal(
            [
                "20/11 +0 Nộp trực tuyến lúc 20:15, ngoài giờ làm việc, tính như tiếp nhận lúc 07:30 ngày 23/11/2026",
                "21/11-22/11 +0 Nghỉ cuối tuần",
                "23/11 +8 Tiếp nhận lúc 07:30, tính giờ làm việc từ lúc đó",
            ],
            Count(8, LimitUnit.WorkingHour, "20/11/2026 20:15", online: true).Text());

    [Fact]
    [Requirement("R-TIME-01")]
    public void A_limit_within_the_day_names_the_row_of_the_cut_off()
    {
        var unread = new DayCutOff(new(16, 0), "QĐ 1/2026/QĐ-UBND", false);
        var account = Deadline.Count(new(1, LimitUnit.SameDay), At("20/11/2026 15:30"), Calendar, unread);
        Assert.Equal(At("20/11/2026 17:00"), account.Due);
        Assert.Equal(("QĐ 1/2026/QĐ-UBND", false), (account.Lines[0].Law, account.Lines[0].Verified));
    }

    [Fact]
    [Requirement("R-WF-08")]
    public void The_restart_names_the_row_of_the_dossiers_day()
    {
        var row = Restarts with { LegalBasis = "NĐ 118/2025/NĐ-CP", Verified = false };
        var account = Count(5, LimitUnit.WorkingDay, "13/11/2026 09:00", new SupplementWait(At("16/11/2026 09:00"), At("18/11/2026 09:00"), row));
        Assert.All(account.Lines.Where(l => l.From >= Day("16/11/2026") && l.To <= Day("18/11/2026")),
            l => Assert.Equal(("NĐ 118/2025/NĐ-CP", false), (l.Law, l.Verified)));
    }

    [Fact]
    public void A_limit_that_an_officer_determined_says_so_with_his_basis()
    {
        var limit = new TimeLimit(3, LimitUnit.WorkingDay) { SetOn = "Luật Đầu tư Đ.12" };
        var account = Deadline.Count(limit, At("13/11/2026 09:00"), Calendar, Three);
        Assert.Equal(At("18/11/2026 17:00"), account.Due);
        Assert.Equal("13/11 +0 Do cán bộ xác định: thời hạn 3 ngày làm việc; ngày tiếp nhận, không tính [?]", account.Text()[0]);
        Assert.Equal("Luật Đầu tư Đ.12", account.Lines[0].Law);
    }

    [Theory]
    [InlineData("16/11/2026 09:00", "16/11/2026 10:30", 1.5)]
    [InlineData("16/11/2026 11:00", "16/11/2026 13:30", 1)]
    [InlineData("13/11/2026 16:00", "16/11/2026 08:30", 2)]
    [InlineData("13/2/2026 07:30", "23/2/2026 17:00", 16)]
    [InlineData("14/2/2026 07:30", "22/2/2026 17:00", 0)]
    [InlineData("16/11/2026 10:00", "16/11/2026 09:00", 0)]
    public void Working_time_is_that_in_which_the_unit_works(string from, string to, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Deadline.WorkingTime(At(from), At(to), Calendar));
}
