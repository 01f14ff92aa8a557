using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Demonstration;

/// <summary>A clock that stands where it is put, and moves on inside working hours.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Puts the clock to an instant.</summary>
    public void Set(DateTimeOffset at) => now = at;

    /// <summary>Moves on by working minutes of a calendar; outside opening hours the clock jumps to the next opening first.</summary>
    public void Work(int minutes, WorkCalendar calendar) => now = Deadline.AfterHours(minutes / 60m, now, calendar);

    /// <summary>09:10 of the last working morning before an instant.</summary>
    public static DateTimeOffset LastWorkingMorning(DateTimeOffset before, WorkCalendar calendar)
    {
        var day = Vietnam.Day(before);
        while (!calendar.IsWorkingDay(day) || Vietnam.Instant(day, new TimeOnly(9, 10)) > before)
            day = day.AddDays(-1);
        return Vietnam.Instant(day, new TimeOnly(9, 10));
    }
}
