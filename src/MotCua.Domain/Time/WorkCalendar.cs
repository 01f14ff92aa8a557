using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>When a unit works: its week over the nation's holidays, compensating days and swaps. Never changes once made.</summary>
/// <remarks>A weekly rest day on which the unit opens by order is open for reception and yet no working day:
/// an acceptance in those hours is an acceptance of that day, and no limit counts it.</remarks>
[Term("lịch làm việc", Law = "QĐ 188/1999/QĐ-TTg Đ.1")]
public sealed class WorkCalendar
{
    private readonly PlannedWeek week;
    private readonly PlannedWeek[] dated;
    private readonly Dictionary<DateOnly, DayPlan> special = [];
    private readonly HashSet<int> knownYears;
    // Every day from the first to the last known year: counting asks for one day after the other.
    private readonly DayPlan?[] known;
    private readonly int firstKnown;

    /// <summary>Makes the calendar of a unit.</summary>
    /// <param name="week">The sessions of each weekday, in order; a weekday that is missing is closed.</param>
    /// <param name="days">The days that differ. Of two rows for one day the later wins, and any wins over a proposed one.</param>
    /// <param name="weekBasis">The text on which the week rests.</param>
    /// <param name="datedWeeks">Weeks that the unit keeps in its place for a time; of two for one day the later one begun.</param>
    /// <exception cref="ArgumentException">No day from Monday to Friday has hours, or sessions overlap: a fault of the data.</exception>
    public WorkCalendar(
        string name, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week, IReadOnlyList<CalendarDay> days,
        string weekBasis, bool weekVerified, IReadOnlyList<DatedWeek>? datedWeeks = null)
    {
        (Name, Week, WeekBasis, WeekVerified) = (name, week, weekBasis, weekVerified);
        this.week = new PlannedWeek(new DatedWeek(name, DateOnly.MinValue, null, week, weekBasis, weekVerified));
        dated = [.. (datedWeeks ?? []).OrderByDescending(w => w.From).Select(w => new PlannedWeek(w))];
        Days = [.. WithPartners(days).OrderBy(d => d.Day)];
        foreach (var row in Days.OrderBy(d => d.Kind != DayKind.Proposed))
            special[row.Day] = DayPlan.Special(row, WeekOn(row.Day)[row.Day], HoursWorkedFor(row));
        knownYears = [.. Days.Where(d => d.Kind != DayKind.Proposed).Select(d => d.Day.Year)];
        LastKnownYear = knownYears.Count == 0 ? 0 : knownYears.Max();
        (known, firstKnown) = knownYears.Count == 0 ? ([], 0) : Laid(knownYears.Min());
    }

    /// <summary>Monday to Friday, 07:30–11:30 and 13:00–17:00: forty hours in five days.</summary>
    public static IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> DefaultWeek { get; } =
        Enumerable.Range((int)DayOfWeek.Monday, 5).ToDictionary(
            d => (DayOfWeek)d,
            _ => (IReadOnlyList<OpeningHours>)[new(new(7, 30), new(11, 30)), new(new(13, 0), new(17, 0))]);

    /// <summary>The calendar's name.</summary>
    public string Name { get; }

    /// <summary>The sessions of each weekday.</summary>
    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Week { get; }

    /// <summary>The days that differ from the week, in order; the second day of each swap is among them.</summary>
    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>The text on which the week rests.</summary>
    public string WeekBasis { get; }

    /// <summary>False where that text was not read.</summary>
    public bool WeekVerified { get; }

    /// <summary>The last year whose holidays are known; 0 if none is. A year without holidays counts Monday to Friday, and says so.</summary>
    public int LastKnownYear { get; }

    /// <summary>How long a usual working day is: what hours are told in days by.</summary>
    public TimeSpan UsualDay => week.Usual.Aggregate(TimeSpan.Zero, (sum, o) => sum + (o.To - o.From));

    /// <summary>Whether the day counts as a working day.</summary>
    public bool IsWorkingDay(DateOnly day) => PlanOf(day).Why.Works;

    /// <summary>Whether the day counts, why, by which text, and whether that text was read.</summary>
    public DayStanding Why(DateOnly day) => Known(day) is { } plan ? plan.Why : PlanOf(day).InUnknownYear(day.Year).Why;

    /// <summary>The sessions of the day; none when the unit is closed.</summary>
    public IReadOnlyList<OpeningHours> OpeningsOn(DateOnly day) => PlanOf(day).Openings;

    /// <summary>The moment at which the unit opens; on a closed day the usual hour of a working day.</summary>
    public DateTimeOffset OpeningOf(DateOnly day) => Vietnam.Instant(day, Hours(day)[0].From);

    /// <summary>The moment at which the unit closes; on a closed day the usual hour of a working day.</summary>
    public DateTimeOffset CloseOf(DateOnly day) => Vietnam.Instant(day, Hours(day)[^1].To);

    /// <summary>The first working day after the day.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => AddWorkingDays(day, 1);

    /// <summary>Whether the unit is open at the moment (the closing moment is no longer open).</summary>
    public bool IsOpenAt(DateTimeOffset instant)
    {
        var local = Vietnam.Local(instant);
        var hour = TimeOnly.FromDateTime(local);
        return OpeningsOn(DateOnly.FromDateTime(local)).Any(o => o.From <= hour && hour < o.To);
    }

    /// <summary>The moment as which an acceptance counts: itself on a working day, whatever the hour; on a rest day the next opening,
    /// which is that of the next working day unless the unit opens on a rest day by order.</summary>
    /// <param name="online">Filed online: after the close of the day, to the minute, it is the next opening on a working day, too.</param>
    public DateTimeOffset AcceptedAs(DateTimeOffset accepted, bool online = false)
    {
        var day = Vietnam.Day(accepted);
        if (IsWorkingDay(day) && !(online && accepted >= CloseOf(day).AddMinutes(1))) return accepted;
        if (OpeningsOn(day).Count > 0 && accepted < CloseOf(day)) return accepted > OpeningOf(day) ? accepted : OpeningOf(day);
        do day = day.AddDays(1);
        while (OpeningsOn(day).Count == 0);
        return OpeningOf(day);
    }

    /// <summary>The n-th working day after the day (before it, if n is negative); the day itself for 0.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int n)
    {
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>How many working days lie after a, up to and with b; negative when b is before a: how many a is past b.</summary>
    public int WorkingDaysBetween(DateOnly a, DateOnly b)
    {
        if (b < a) return -WorkingDaysBetween(b, a);
        var count = 0;
        for (var day = a; day < b;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count++;
        }
        return count;
    }

    private DayPlan PlanOf(DateOnly day) => Known(day) ?? WeekOn(day)[day];

    private DayPlan? Known(DateOnly day)
    {
        var at = day.DayNumber - firstKnown;
        return (uint)at < (uint)known.Length ? known[at] : special.GetValueOrDefault(day);
    }

    private (DayPlan?[] Known, int First) Laid(int firstYear)
    {
        var first = new DateOnly(firstYear, 1, 1);
        var days = new DayPlan?[new DateOnly(LastKnownYear, 12, 31).DayNumber - first.DayNumber + 1];
        for (var i = 0; i < days.Length; i++)
        {
            var day = first.AddDays(i);
            days[i] = special.TryGetValue(day, out var plan) ? plan : knownYears.Contains(day.Year) ? WeekOn(day)[day] : null;
        }
        return (days, first.DayNumber);
    }

    private IReadOnlyList<OpeningHours> Hours(DateOnly day) => OpeningsOn(day) is { Count: > 0 } own ? own : WeekOn(day).Usual;

    private IReadOnlyList<OpeningHours> HoursWorkedFor(CalendarDay row) =>
        row.SwappedWith is { } other && WeekOn(other)[other] is { Why.Works: true } plan ? plan.Openings : WeekOn(row.Day).Usual;

    private PlannedWeek WeekOn(DateOnly day)
    {
        foreach (var own in dated)
            if (own.Week.From <= day && (own.Week.To is null || day <= own.Week.To))
                return own;
        return week;
    }

    private static IEnumerable<CalendarDay> WithPartners(IReadOnlyList<CalendarDay> days)
    {
        var named = days.Where(d => d.Kind != DayKind.Proposed).Select(d => d.Day).ToHashSet();
        foreach (var row in days)
        {
            yield return row;
            if (row is { SwappedWith: { } other, Kind: DayKind.SwappedOff or DayKind.SwappedWorked } && named.Add(other))
                yield return row with
                {
                    Day = other,
                    SwappedWith = row.Day,
                    Kind = row.Kind == DayKind.SwappedOff ? DayKind.SwappedWorked : DayKind.SwappedOff,
                };
        }
    }
}
