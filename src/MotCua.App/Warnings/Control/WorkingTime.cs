using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Warnings.Control;

/// <summary>Measures the time in which a unit works.</summary>
internal static class WorkingTime
{
    /// <summary>The hours of working days between two moments; nothing where the second is not after the first.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to, WorkCalendar calendar)
    {
        var sum = TimeSpan.Zero;
        for (var day = Vietnam.Day(from); day <= Vietnam.Day(to); day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day))
                continue;
            foreach (var session in calendar.OpeningsOn(day))
            {
                var (start, end) = (Vietnam.Instant(day, session.From), Vietnam.Instant(day, session.To));
                (start, end) = (start < from ? from : start, end > to ? to : end);
                sum += end > start ? end - start : TimeSpan.Zero;
            }
        }
        return sum;
    }
}
