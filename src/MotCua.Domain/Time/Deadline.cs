using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>Counts time limits (R-TIME-01, 02; R-WF-08). How each unit is counted:
/// <list type="bullet">
/// <item>Days and months start on the day after acceptance, whatever the hour; acceptance on a rest day is acceptance
/// at the opening of the next working day (<see cref="WorkCalendar.AcceptedAs"/>).</item>
/// <item>Working days end at the close of the unit's working day. What is left below one day is counted in the last day:
/// up to one half ends with the first session, more with the day (16,5 days end at noon of the 17th).
/// A day worked only in the morning is a whole working day with an early close.</item>
/// <item>Calendar days run over rest days and end at the close of the last one begun; an end on a rest day moves to the close
/// of the next working day.</item>
/// <item>Months end on the same day of the month, or its last, moved likewise; a part of a month is as many thirtieths, in days.</item>
/// <item>Hours are counted in the hours of working days, from the minute of acceptance.</item>
/// <item>"Trong ngày" ends at the close of the day if accepted up to the cut-off, to the minute, else of the next working day.</item>
/// <item>A day is not counted when the clock stands still at its close; no limit ends while it stands still.</item>
/// </list></summary>
[NoTerm("the counting; its results carry the terms")]
public static class Deadline
{
    // Far above any limit of the law; a slip of the data must not walk through centuries.
    private const decimal LongestLimit = 10_000;

    /// <summary>The due date with its account.</summary>
    /// <param name="accepted">The moment of acceptance.</param>
    /// <param name="calendar">The calendar of the unit that handles.</param>
    /// <param name="cutOff">Until when a limit "trong ngày" ends the same day: 15:00, the whole minute included. It moves no other limit.</param>
    /// <param name="pauses">They lengthen the limit. One that is open when the restart comes ends with it;
    /// what lies before the restart has no part in the new count, so nothing is given twice.</param>
    /// <param name="restart">A supplement asked for at appraisal was complete: the limit starts again on the day after, hours from that moment.</param>
    /// <param name="online">Filed online: after the close of the unit's day it counts as accepted at the next opening.</param>
    /// <exception cref="ArgumentException">The limit is not above zero or over 10,000, the restart lies before the acceptance,
    /// or the count runs into a pause without an end.</exception>
    public static DueDateAccount Count(
        TimeLimit limit, DateTimeOffset accepted, WorkCalendar calendar, DayCutOff cutOff,
        IReadOnlyList<ClockPause>? pauses = null, LimitRestart? restart = null, bool online = false)
    {
        if (limit.Amount is <= 0 or > LongestLimit)
            throw new ArgumentOutOfRangeException(nameof(limit), limit.Amount, "A limit is above zero and at most 10,000.");
        if (restart?.At < accepted) throw new ArgumentException("A limit cannot restart before the acceptance.", nameof(restart));
        return new LimitCount(limit, accepted, calendar, cutOff, new PausedClock(pauses, restart?.At), restart, online).Run();
    }

    /// <summary>When a step's working hours are over.</summary>
    /// <param name="workingHours">Not negative; 0 gives the first moment at which the unit works.</param>
    public static DateTimeOffset AfterHours(decimal workingHours, DateTimeOffset from, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingHours);
        return workingHours > 0
            ? Count(new(workingHours, LimitUnit.WorkingHour), from, calendar, DayCutOff.None).Due
            : FirstWorkingMoment(from, calendar);
    }

    /// <summary>How much working time lies between two moments; nothing if the second is not after the first.</summary>
    public static TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to, WorkCalendar calendar)
    {
        var sum = TimeSpan.Zero;
        for (var day = Vietnam.Day(from); from < to && day <= Vietnam.Day(to); day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day)) continue;
            foreach (var session in calendar.OpeningsOn(day))
            {
                var (open, close) = (Vietnam.Instant(day, session.From), Vietnam.Instant(day, session.To));
                var (start, stop) = (from > open ? from : open, to < close ? to : close);
                if (start < stop) sum += stop - start;
            }
        }
        return sum;
    }

    /// <summary>The last of n working days after a moment: "chậm nhất 03 ngày làm việc kể từ ngày tiếp nhận".</summary>
    public static DateOnly WorkingDaysAfter(int n, DateTimeOffset from, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return calendar.AddWorkingDays(Vietnam.Day(calendar.AcceptedAs(from)), n);
    }

    /// <summary>Early, on time or late (R-TIME-14): the day decides before the due day, the moment on it.</summary>
    public static LimitOutcome Judge(DateTimeOffset due, DateTimeOffset done) =>
        done > due ? LimitOutcome.Late
        : Vietnam.Day(done) < Vietnam.Day(due) ? LimitOutcome.Early
        : LimitOutcome.OnTime;

    private static DateTimeOffset FirstWorkingMoment(DateTimeOffset from, WorkCalendar calendar)
    {
        for (var day = Vietnam.Day(from); ; day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day)) continue;
            foreach (var session in calendar.OpeningsOn(day))
                if (from < Vietnam.Instant(day, session.To))
                    return from > Vietnam.Instant(day, session.From) ? from : Vietnam.Instant(day, session.From);
        }
    }
}
