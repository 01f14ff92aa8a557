using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>One count of a limit: walks day by day and writes the account on its way.</summary>
internal sealed partial class LimitCount(
    TimeLimit limit, DateTimeOffset accepted, WorkCalendar calendar, DayCutOff cutOff, PausedClock clock, LimitRestart? restart, bool online)
{
    private const string StartOfDays = "Bộ luật Dân sự 2015 Đ.147.2";
    private const string StartOfHours = "Bộ luật Dân sự 2015 Đ.147.1";
    private const string EndOfMonths = "Bộ luật Dân sự 2015 Đ.148.3";
    private const string EndOnRestDay = "Bộ luật Dân sự 2015 Đ.148.5";

    private readonly AccountWriter account = new(limit.Unit);

    internal DueDateAccount Run()
    {
        var from = WriteBeforeStart();
        var due = limit.Unit switch
        {
            LimitUnit.WorkingDay => WorkingDays(WriteStartDay(from)),
            LimitUnit.CalendarDay => CalendarDays(WriteStartDay(from)),
            LimitUnit.Month => Months(WriteStartDay(from)),
            LimitUnit.WorkingHour => Hours(from),
            LimitUnit.SameDay => SameDay(from),
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Unit, "No such unit."),
        };
        return new(due, limit, accepted.ToUniversalTime(), account.Finish());
    }

    /// <summary>Writes the days before the one on which the count starts.</summary>
    /// <returns>The moment from which the limit runs.</returns>
    private DateTimeOffset WriteBeforeStart()
    {
        if (restart is { At: var complete })
        {
            WriteSuperseded(Vietnam.Day(complete));
            return complete;
        }
        var counted = calendar.AcceptedAs(accepted, online);
        var (day, start) = (Vietnam.Day(accepted), Vietnam.Day(counted));
        if (day == start) return counted;
        var why = calendar.Why(day);
        var when = why.Works ? $"Nộp trực tuyến lúc {DayPlan.Hour(accepted)}, ngoài giờ làm việc" : $"Tiếp nhận vào ngày nghỉ ({why.Reason})";
        account.Write(day, 0, $"{when}, tính như tiếp nhận lúc {DayPlan.Hour(counted)} ngày {DayPlan.Date(start)}", why.Law, why.Verified);
        for (day = day.AddDays(1); day < start; day = day.AddDays(1))
            account.Write(day, 0, calendar.Why(day));
        return counted;
    }

    private void WriteSuperseded(DateOnly restart)
    {
        for (var day = Vietnam.Day(accepted); day < restart; day = day.AddDays(1))
        {
            if (day == Vietnam.Day(accepted))
                WriteAcceptance(day);
            else if (calendar.Why(day) is { Works: false } rest && limit.Unit is not (LimitUnit.CalendarDay or LimitUnit.Month))
                account.Write(day, 0, rest);
            else if (PauseAtClose(day) is { } pause)
                WritePause(day, pause);
            else
                WriteRestart(day, "Không tính: thời hạn tính lại từ đầu sau khi bổ sung đủ hồ sơ");
        }
    }

    private DateOnly WriteStartDay(DateTimeOffset from)
    {
        var day = Vietnam.Day(from);
        if (restart is null)
            WriteAcceptance(day);
        else
            WriteRestart(day, $"Bổ sung đủ hồ sơ lúc {DayPlan.Hour(from)}, thời hạn tính lại từ đầu từ ngày sau");
        return day;
    }

    private void WriteAcceptance(DateOnly day)
    {
        if (limit.SetOn is { } basis)
        {
            var length = $"{limit.Amount.ToString("0.####", CultureInfo.InvariantCulture)} {Terms.Of(limit.Unit)}";
            account.Write(day, 0, $"Do cán bộ xác định: thời hạn {length}; ngày tiếp nhận, không tính", basis, false);
        }
        else
            account.Write(day, 0, "Ngày tiếp nhận, không tính", StartOfDays, true);
    }

    private void WriteRestart(DateOnly day, string reason, decimal counts = 0) =>
        account.Write(day, counts, reason, restart?.Law, restart is not { Verified: false });

    private void WritePause(DateOnly day, ClockPause pause) =>
        account.Write(day, 0, string.IsNullOrWhiteSpace(pause.Reason) ? "Đồng hồ tạm dừng" : $"Đồng hồ tạm dừng: {pause.Reason}", pause.Law, pause.Verified);

    /// <summary>The pause that takes the day out of the count; null when the clock runs at the day's close.</summary>
    private ClockPause? PauseAtClose(DateOnly day) => clock.AlwaysRuns ? null : clock.StandingAt(calendar.CloseOf(day));

    private DateTimeOffset SameDay(DateTimeOffset from)
    {
        var day = Vietnam.Day(from);
        var close = calendar.CloseOf(day);
        var why = calendar.Why(day);
        var cut = TimeOnly.FromDateTime(Vietnam.Local(Minute(from))) > cutOff.Hour;
        var inTime = why.Works && !cut && from < close;
        var pause = PauseAtClose(day);
        if (inTime && pause is null)
        {
            WriteSameDay(day, limit.Amount, $"{Received} lúc {DayPlan.Hour(from)}, giải quyết trong ngày", why.Verified);
            return close;
        }
        if (!why.Works)
            account.Write(day, 0, why);
        else if (inTime)
            WritePause(day, pause!);
        else
        {
            var late = cut ? $"sau {DayPlan.Hour(cutOff.Hour)}" : "sau giờ đóng cửa";
            WriteSameDay(day, 0, $"{Received} lúc {DayPlan.Hour(from)}, {late}: chuyển sang ngày làm việc tiếp theo", true);
        }
        var end = NextRunningWorkingDay(day);
        WriteSameDay(end, limit.Amount, "Giải quyết trong ngày làm việc tiếp theo", calendar.Why(end).Verified);
        return calendar.CloseOf(end);
    }

    private string Received => restart is null ? "Tiếp nhận" : "Bổ sung đủ hồ sơ";

    private void WriteSameDay(DateOnly day, decimal counts, string reason, bool verified) =>
        account.Write(day, counts, reason, restart is null ? cutOff.Law : restart.Law, verified && cutOff.Verified && restart is not { Verified: false });

    /// <summary>The first working day after the day at whose close the clock runs; writes the days between.</summary>
    private DateOnly NextRunningWorkingDay(DateOnly day)
    {
        for (day = day.AddDays(1); ; day = day.AddDays(1))
        {
            if (calendar.Why(day) is { Works: false } rest)
                account.Write(day, 0, rest);
            else if (PauseAtClose(day) is { } pause)
                WritePause(day, pause);
            else
                return day;
        }
    }

    private static DateTimeOffset Minute(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));
}
