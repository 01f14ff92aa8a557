using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>How near a due date is: each state has its own shape and colour on the screen.</summary>
[NoTerm("a look of the screen")]
public enum DueState
{
    /// <summary>More than two working days are left.</summary>
    Far,

    /// <summary>One or two working days are left.</summary>
    Near,

    /// <summary>It is the due day.</summary>
    Today,

    /// <summary>The due moment is past.</summary>
    Late,
}

/// <summary>Says in words how far away a due date is.</summary>
[NoTerm("words for the screen")]
public static class DueDescription
{
    private const int NearDays = 2;

    /// <summary>How near the due date is.</summary>
    public static DueState StateOf(DateTimeOffset due, DateTimeOffset now, WorkCalendar calendar) =>
        now > due ? DueState.Late
        : Vietnam.Day(now) == Vietnam.Day(due) ? DueState.Today
        : calendar.WorkingDaysBetween(Vietnam.Day(now), Vietnam.Day(due)) <= NearDays ? DueState.Near
        : DueState.Far;

    /// <summary>"Còn 6 ngày làm việc", "Hạn hôm nay 17:00", "Quá hạn 1 ngày" (working days, as the law counts them),
    /// "Quá hạn từ 17:00 hôm nay" before the first working day is over the limit.</summary>
    public static string Remaining(DateTimeOffset due, DateTimeOffset now, WorkCalendar calendar)
    {
        var (dueDay, today) = (Vietnam.Day(due), Vietnam.Day(now));
        var days = calendar.WorkingDaysBetween(today, dueDay);
        return StateOf(due, now, calendar) switch
        {
            DueState.Today => $"Hạn hôm nay {DayPlan.Hour(due)}",
            DueState.Late when days < 0 => $"Quá hạn {Number(-days)} ngày",
            DueState.Late when dueDay == today => $"Quá hạn từ {DayPlan.Hour(due)} hôm nay",
            DueState.Late => $"Quá hạn từ {DayPlan.Hour(due)} ngày {DayPlan.Date(dueDay)}",
            _ when days > 0 => $"Còn {Number(days)} ngày làm việc",
            _ => $"Hạn {DayPlan.Hour(due)} ngày {DayPlan.Date(dueDay)}",
        };
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
