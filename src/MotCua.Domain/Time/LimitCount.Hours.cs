using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

internal sealed partial class LimitCount
{
    // A third of an hour has no end in decimals: lines are rounded, and the last one makes the sum right.
    private const int Digits = 4;

    private DateTimeOffset Hours(DateTimeOffset from)
    {
        from = Minute(from);
        var total = TimeSpan.FromTicks((long)Math.Round(limit.Amount * TimeSpan.TicksPerHour));
        var (ran, written) = (TimeSpan.Zero, 0m);
        for (var day = Vietnam.Day(from); ; day = day.AddDays(1))
        {
            var (more, end) = RunOn(day, from, total - ran);
            ran += more;
            var hours = end is null ? Math.Round((decimal)ran.Ticks / TimeSpan.TicksPerHour, Digits) : limit.Amount;
            WriteHours(day, from, end, hours - written);
            written = hours;
            if (end is { } due) return due;
        }
    }

    /// <summary>How long the clock runs in the working hours of a day, and the moment at which nothing is left, if it comes.</summary>
    private (TimeSpan Ran, DateTimeOffset? End) RunOn(DateOnly day, DateTimeOffset from, TimeSpan left)
    {
        var ran = TimeSpan.Zero;
        if (!calendar.IsWorkingDay(day)) return (ran, null);
        foreach (var session in calendar.OpeningsOn(day))
        {
            var (open, close) = (Vietnam.Instant(day, session.From), Vietnam.Instant(day, session.To));
            if (from >= close) continue;
            foreach (var (start, stop) in clock.Running(from > open ? from : open, close))
            {
                if (stop - start >= left - ran) return (left, start + (left - ran));
                ran += stop - start;
            }
        }
        return (ran, null);
    }

    private void WriteHours(DateOnly day, DateTimeOffset from, DateTimeOffset? end, decimal hours)
    {
        var why = calendar.Why(day);
        var pause = why.Works ? PauseIn(day, from, end) : null;
        var less = pause is null ? "" : $", trừ lúc đồng hồ tạm dừng: {pause.Reason}";
        if (day == Vietnam.Day(from) && restart is not null)
            WriteRestart(day, $"Bổ sung đủ hồ sơ lúc {DayPlan.Hour(from)}, thời hạn tính lại từ đầu từ lúc đó{less}", hours);
        else if (day == Vietnam.Day(from))
            account.Write(day, hours, $"Tiếp nhận lúc {DayPlan.Hour(from)}, tính giờ làm việc từ lúc đó{less}", StartOfHours, why.Verified);
        else if (pause is null)
            account.Write(day, hours, why);
        else if (hours == 0)
            WritePause(day, pause);
        else
            account.Write(day, hours, why.Reason + less, pause.Law, why.Verified);
    }

    /// <summary>A pause that takes away working time of the day between two moments.</summary>
    private ClockPause? PauseIn(DateOnly day, DateTimeOffset from, DateTimeOffset? end) =>
        calendar.OpeningsOn(day)
            .Select(o => (Open: Vietnam.Instant(day, o.From), Close: Vietnam.Instant(day, o.To)))
            .Select(s => clock.Between(s.Open > from ? s.Open : from, s.Close < end ? s.Close : end ?? s.Close))
            .FirstOrDefault(p => p is not null);
}
