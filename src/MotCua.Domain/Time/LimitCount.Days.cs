using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

internal sealed partial class LimitCount
{
    // Điều 146.1 takes a month in pieces as thirty days.
    private const int DaysOfMonth = 30;

    private DateTimeOffset WorkingDays(DateOnly start)
    {
        var days = (int)Math.Ceiling(limit.Amount);
        var last = limit.Amount - (days - 1);
        for (var day = start.AddDays(1); ; day = day.AddDays(1))
        {
            var why = calendar.Why(day);
            if (!why.Works)
                account.WriteNone(day, why);
            else if (days == 1 && last <= 0.5m && HalfOf(day) is { } half)
            {
                account.Write(day, last, $"{why.Reason}, tính đến {DayPlan.Hour(half)}", why.Law, why.Verified);
                return half;
            }
            else if (PauseAtClose(day) is { } pause)
                WritePause(day, pause);
            else if (--days > 0)
                account.WriteOne(day, why);
            else
            {
                account.Write(day, last, why);
                return calendar.CloseOf(day);
            }
        }
    }

    /// <summary>The close of the first session of the day at which the clock runs; null if it stands still at every close.</summary>
    private DateTimeOffset? HalfOf(DateOnly day)
    {
        foreach (var session in calendar.OpeningsOn(day))
            if (Vietnam.Instant(day, session.To) is var close && clock.StandingAt(close) is null)
                return close;
        return null;
    }

    private DateTimeOffset CalendarDays(DateOnly start)
    {
        const string Reason = "Ngày liên tục, kể cả ngày nghỉ";
        var running = new DayStanding(true, Reason, StartOfDays, true);
        var days = (int)Math.Ceiling(limit.Amount);
        var last = limit.Amount - (days - 1);
        for (var day = start.AddDays(1); ; day = day.AddDays(1))
        {
            if (PauseAtClose(day) is { } pause)
                WritePause(day, pause);
            else if (--days > 0)
                account.WriteOne(day, running);
            else
                return End(day, last, Reason, StartOfDays);
        }
    }

    private DateTimeOffset Months(DateOnly start)
    {
        var whole = (int)limit.Amount;
        var part = limit.Amount - whole;
        var leftOut = 0;
        var month = 1;
        for (var day = start.AddDays(1); ; day = day.AddDays(1))
        {
            if (PauseAtClose(day) is { } pause)
            {
                WritePause(day, pause);
                leftOut++;
                continue;
            }
            var days = month <= whole ? 0 : (int)Math.Ceiling(part * DaysOfMonth);
            var over = day == start.AddMonths(Math.Min(month, whole)).AddDays(days + leftOut);
            var counts = !over ? 0 : month <= whole ? 1 : part;
            if (over && (month > whole || (month == whole && part == 0)))
                return End(day, counts, $"Tháng thứ {month}", EndOfMonths);
            account.Write(day, counts, $"Tháng thứ {month}", EndOfMonths, true);
            if (over) month++;
        }
    }

    /// <summary>The end of a limit that ran over rest days: the day itself if it is a working day, else the next one.</summary>
    private DateTimeOffset End(DateOnly day, decimal counts, string reason, string law)
    {
        var why = calendar.Why(day);
        account.Write(day, counts, why.Verified ? reason : $"{reason}; ngày cuối: {why.Reason}", law, why.Verified);
        if (why.Works) return calendar.CloseOf(day);
        var end = NextRunningWorkingDay(day);
        account.Write(
            end, 0, $"Ngày cuối rơi vào ngày nghỉ ({why.Reason}), hết hạn vào ngày làm việc tiếp theo", EndOnRestDay,
            why.Verified && calendar.Why(end).Verified);
        return calendar.CloseOf(end);
    }
}
