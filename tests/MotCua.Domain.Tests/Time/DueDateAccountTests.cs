using System.Text.Json;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

public class DueDateAccountTests
{
    private static DueDateAccount Count(decimal amount, LimitUnit unit, string accepted) =>
        Deadline.Count(new(amount, unit), At(accepted), Calendar, Three);

    [Fact]
    [Requirement("R-TIME-04")]
    public void It_says_what_each_day_is_and_by_which_text()
    {
        var account = Count(10, LimitUnit.WorkingDay, "13/2/2026 16:40");
        Assert.Equal(
            [
                "13/2 +0 Ngày tiếp nhận, không tính",
                "14/2-15/2 +0 Nghỉ cuối tuần",
                "16/2-20/2 +0 Nghỉ Tết Nguyên đán",
                "21/2-22/2 +0 Nghỉ cuối tuần",
                "23/2-27/2 +5 Ngày làm việc",
                "28/2-1/3 +0 Nghỉ cuối tuần",
                "2/3-6/3 +5 Ngày làm việc",
            ],
            account.Text());
        Assert.Equal(
            ["Bộ luật Dân sự 2015 Đ.147.2", "QĐ 188/1999/QĐ-TTg Đ.1", "Bộ luật Lao động 2019 Đ.112.1; Thông báo 9441/TB-BNV ngày 16/10/2025"],
            account.Lines.Take(3).Select(l => l.Law));
        Assert.All(account.Lines, l => Assert.Equal("ngày làm việc", l.Unit));
        Assert.True(account.Verified);
    }

    [Fact]
    [Requirement("R-TIME-18")]
    public void It_shows_both_days_of_a_swap() =>
        Assert.Equal(
            [
                "20/8 +0 Ngày tiếp nhận, không tính",
                "21/8 +1 Ngày làm việc",
                "22/8 +1 Ngày làm việc bù cho 31/8/2026",
                "23/8 +0 Nghỉ cuối tuần",
                "24/8-28/8 +5 Ngày làm việc",
                "29/8-30/8 +0 Nghỉ cuối tuần",
                "31/8 +0 Nghỉ hoán đổi dịp Quốc khánh 2/9, làm bù 22/8/2026",
                "1/9-2/9 +0 Nghỉ Quốc khánh 2/9",
                "3/9 +1 Ngày làm việc",
            ],
            Count(8, LimitUnit.WorkingDay, "20/8/2026 09:00").Text());

    [Fact]
    public void It_begins_on_the_day_of_acceptance_even_if_that_is_a_rest_day() =>
        Assert.Equal(
            [
                "25/4 +0 Tiếp nhận vào ngày nghỉ (Nghỉ cuối tuần), tính như tiếp nhận lúc 07:30 ngày 28/4/2026",
                "26/4 +0 Nghỉ Giỗ Tổ Hùng Vương",
                "27/4 +0 Nghỉ bù Giỗ Tổ Hùng Vương",
                "28/4 +0 Ngày tiếp nhận, không tính",
                "29/4 +1 Ngày làm việc",
            ],
            Count(1, LimitUnit.WorkingDay, "25/4/2026 09:00").Text());

    [Fact]
    public void Days_to_which_an_end_is_moved_count_nothing() =>
        Assert.Equal(
            [
                "28/4 +0 Ngày tiếp nhận, không tính",
                "29/4-30/4 +2 Ngày liên tục, kể cả ngày nghỉ",
                "1/5 +0 Nghỉ ngày Quốc tế Lao động 1/5",
                "2/5-3/5 +0 Nghỉ cuối tuần",
                "4/5 +0 Ngày cuối rơi vào ngày nghỉ (Nghỉ ngày Chiến thắng 30/4), hết hạn vào ngày làm việc tiếp theo",
            ],
            Count(2, LimitUnit.CalendarDay, "28/4/2026 09:00").Text());

    [Fact]
    [Requirement("R-TIME-01")]
    public void It_says_why_a_limit_within_the_day_moves()
    {
        Assert.Equal(["20/11 +1 Tiếp nhận lúc 15:00, giải quyết trong ngày"], Count(1, LimitUnit.SameDay, "20/11/2026 15:00").Text());
        Assert.Equal(
            [
                "20/11 +0 Tiếp nhận lúc 15:01, sau 15:00: chuyển sang ngày làm việc tiếp theo",
                "21/11-22/11 +0 Nghỉ cuối tuần",
                "23/11 +1 Giải quyết trong ngày làm việc tiếp theo",
            ],
            Count(1, LimitUnit.SameDay, "20/11/2026 15:01").Text());
    }

    [Fact]
    public void Hours_merge_like_days() =>
        Assert.Equal(
            [
                "12/2 +0.3333 Tiếp nhận lúc 16:40, tính giờ làm việc từ lúc đó",
                "13/2 +8 Ngày làm việc",
                "14/2-15/2 +0 Nghỉ cuối tuần",
                "16/2-20/2 +0 Nghỉ Tết Nguyên đán",
                "21/2-22/2 +0 Nghỉ cuối tuần",
                "23/2-24/2 +15.6667 Ngày làm việc",
            ],
            Count(24, LimitUnit.WorkingHour, "12/2/2026 16:40").Text());

    [Fact]
    [Requirement("R-TIME-07")]
    public void A_discussed_holiday_counts_as_a_working_day_and_is_said_to_be_discussed()
    {
        var account = Count(2, LimitUnit.WorkingDay, "20/11/2026 09:00");
        Assert.Equal(At("24/11/2026 17:00"), account.Due);
        Assert.Equal("24/11 +1 Ngày làm việc; ngày Văn hóa Việt Nam 24/11: chưa có văn bản cho nghỉ [?]", account.Text()[^1]);
        Assert.False(account.Verified);

        var enacted = Make([.. Days.Select(d => d.Kind == DayKind.Proposed ? d with { Kind = DayKind.Holiday, Verified = true } : d)]);
        Assert.Equal(At("25/11/2026 17:00"), Deadline.Count(account.Limit, account.AcceptedAt, enacted, Three).Due);
    }

    [Fact]
    [Requirement("R-TIME-19")]
    public void Estimated_days_are_marked()
    {
        var account = Count(1, LimitUnit.WorkingDay, "3/2/2027 09:00");
        Assert.Equal(
            [
                "3/2 +0 Ngày tiếp nhận, không tính",
                "4/2-8/2 +0 Nghỉ Tết Nguyên đán [?]",
                "9/2-10/2 +0 Nghỉ bù Tết Nguyên đán [?]",
                "11/2 +1 Ngày làm việc; Tết Nguyên đán (phương án nghỉ từ 5/2): chưa có văn bản cho nghỉ [?]",
            ],
            account.Text());
        Assert.False(account.Verified);
    }

    [Theory]
    [InlineData(LimitUnit.WorkingDay, "3/1-4/1 +2 Ngày làm việc, chưa có lịch nghỉ năm 2028 [?]")]
    [InlineData(LimitUnit.CalendarDay, "3/1 +1 Ngày liên tục, kể cả ngày nghỉ; ngày cuối: Ngày làm việc, chưa có lịch nghỉ năm 2028 [?]")]
    public void A_year_without_a_calendar_counts_Monday_to_Friday_and_says_so(LimitUnit unit, string last)
    {
        var account = Count(unit == LimitUnit.WorkingDay ? 3 : 4, unit, "30/12/2027 09:00");
        Assert.Equal(last, account.Text()[^1]);
        Assert.False(account.Verified);
    }

    [Fact]
    public void It_is_read_back_from_JSON_as_it_was_written()
    {
        var account = Count(16.5m, LimitUnit.WorkingDay, "13/2/2026 16:40");
        var json = JsonSerializer.Serialize(account);
        Assert.Equal(account, JsonSerializer.Deserialize<DueDateAccount>(json));
        Assert.Equal(["Due", "Limit", "AcceptedAt", "Lines"], JsonDocument.Parse(json).RootElement.EnumerateObject().Select(p => p.Name));
        Assert.NotEqual(account, account with { Lines = [.. account.Lines.Skip(1)] });
    }
}
