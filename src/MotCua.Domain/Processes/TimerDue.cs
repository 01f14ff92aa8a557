using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Processes;

/// <summary>When a timer goes off, and how that came about.</summary>
/// <param name="Account">The count by the unit's calendar; null where nothing is counted.</param>
/// <param name="Times">How often it goes off in all, at most; more than once only on a border that does not interrupt.</param>
[NoTerm("the reading of a TimerTime")]
public sealed partial record TimerDue(DateTimeOffset Due, DueDateAccount? Account, int Times)
{
    private const int Always = 1000;

    /// <summary>Counts a timer. Days and hours are working days and hours of the unit, as the times of steps are, unless the timer says elapsed;
    /// weeks are five working days or seven days; months run to the same day of the month.</summary>
    /// <param name="from">When the wait begins.</param>
    /// <exception cref="FormatException">The text is none of a timer; the check of drawings refuses it.</exception>
    public static TimerDue Of(TimerTime timer, DateTimeOffset from, WorkCalendar calendar)
    {
        if (Moment().IsMatch(timer.Text))
            return new TimerDue(At(timer.Text), null, 1);
        var match = Duration().Match(timer.Text);
        if (!match.Success)
            throw new FormatException($"'{timer.Text}' is no time of a timer.");
        var times = !match.Groups["again"].Success ? 1
            : match.Groups["times"].Value is { Length: > 0 } often ? Math.Clamp(Parse(often), 1, Always) : Always;
        var (months, days, time) = (12 * Part("y") + Part("m"), Part("d") + (timer.Elapsed ? 7 : 5) * Part("w"), Hours());
        if (months > 0)
            return Counted(new TimeLimit(months, LimitUnit.Month), days, time);
        if (timer.Elapsed && time > 0)
            return new TimerDue(from.AddDays(days).AddHours((double)time), null, times);
        return timer.Elapsed && days > 0 ? Counted(new TimeLimit(days, LimitUnit.CalendarDay), 0, 0)
            : time > 0 ? Counted(new TimeLimit(time + days * ProcessTime.HoursOfADay, LimitUnit.WorkingHour), 0, 0)
            : days > 0 ? Counted(new TimeLimit(days, LimitUnit.WorkingDay), 0, 0)
            : new TimerDue(from, null, times);

        TimerDue Counted(TimeLimit limit, int moreDays, decimal moreHours)
        {
            var account = Deadline.Count(limit, from, calendar, DayCutOff.None);
            var due = account.Due;
            if (moreDays > 0)
                due = Deadline.Count(new TimeLimit(moreDays, timer.Elapsed ? LimitUnit.CalendarDay : LimitUnit.WorkingDay), due, calendar, DayCutOff.None).Due;
            return new TimerDue(moreHours > 0 ? Deadline.AfterHours(moreHours, due, calendar) : due, due == account.Due ? account : null, times);
        }

        int Part(string name) => match.Groups[name].Value is { Length: > 0 } part ? Parse(part) : 0;

        decimal Hours() => Part("h") + Part("min") / 60m + Part("s") / 3600m;
    }

    private static int Parse(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Min(n, 10_000) : 10_000;

    private static DateTimeOffset At(string text)
    {
        var zoned = text.EndsWith('Z') || text.Length > 19 && text.LastIndexOfAny(['+', '-']) > 10;
        return zoned
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
            : Vietnam.Instant(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    [GeneratedRegex(
        @"^(?<again>R(?<times>\d*)/)?P((?<w>\d+)W|((?<y>\d+)Y)?((?<m>\d+)M)?((?<d>\d+)D)?(T((?<h>\d+)H)?((?<min>\d+)M)?((?<s>\d+)S)?)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
