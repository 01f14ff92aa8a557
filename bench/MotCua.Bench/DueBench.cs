using System.Diagnostics;
using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Bench;

/// <summary>One due date with its account against a bare loop that walks the same days and asks a set of days off for each. An operation counts
/// every limit from 1 to 60 working days once, each accepted at another moment of the year; both come to the same days.</summary>
internal sealed class DueBench : IBench
{
    private const int Longest = 60;

    private readonly List<(TimeLimit Limit, DateTimeOffset Accepted, DateOnly Day)> questions = [];
    private WorkCalendar calendar = null!;
    private HashSet<DateOnly> off = [];
    private long sum;

    /// <inheritdoc/>
    public bool NeedsServer => false;

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        calendar = Shipped();
        var year = Enumerable.Range(0, 3 * 365).Select(d => new DateOnly(2025, 1, 1).AddDays(d)).ToList();
        off = [.. year.Where(d => !calendar.IsWorkingDay(d))];
        var received = year.Where(d => d.Year == 2026 && calendar.IsWorkingDay(d)).ToList();
        for (var days = 1; days <= Longest; days++)
        {
            var day = received[days * 4];
            questions.Add((new TimeLimit(days, LimitUnit.WorkingDay), Vietnam.Instant(day, new TimeOnly(9, days % 60)), day));
        }
        foreach (var (limit, accepted, day) in questions)
            if (Vietnam.Day(Count(limit, accepted).Due) != Bare(day, (int)limit.Amount))
                throw new InvalidOperationException($"Hai cách đếm {limit.Amount} ngày từ {day:yyyy-MM-dd} cho hai ngày khác nhau.");
        var (ours, baseline) = await Alternating.Run(
            line.Rounds, () => Task.FromResult(For(line.Seconds / 2, Ours)), () => Task.FromResult(For(line.Seconds / 2, Loop)), say);
        say(string.Create(
            CultureInfo.InvariantCulture, $"mỗi hạn {1e6 / ours.PerSecond:0.00} µs, vòng lặp trần {1e6 / baseline.PerSecond:0.00} µs ({sum % 10})"));
        return new Measured("due", line.Rounds, [new MeasuredRow(null, Longest, "limits of 1 to 60 working days", ours, baseline)]);
    }

    private void Ours()
    {
        foreach (var (limit, accepted, _) in questions)
            sum += Count(limit, accepted).Lines.Count;
    }

    private void Loop()
    {
        foreach (var (limit, _, day) in questions)
            sum += Bare(day, (int)limit.Amount).DayNumber;
    }

    private DueDateAccount Count(TimeLimit limit, DateTimeOffset accepted) => Deadline.Count(limit, accepted, calendar, DayCutOff.None);

    private DateOnly Bare(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (!off.Contains(day))
                days--;
        }
        return day;
    }

    private Speed For(double seconds, Action operation)
    {
        var (times, whole) = (new List<double>(), Stopwatch.StartNew());
        while (whole.Elapsed.TotalSeconds < seconds)
        {
            var one = Stopwatch.StartNew();
            operation();
            times.Add(one.Elapsed.TotalMilliseconds);
        }
        return Speed.Of(times, whole.Elapsed.TotalSeconds, questions.Count);
    }

    /// <summary>The calendar that the product ships.</summary>
    private static WorkCalendar Shipped()
    {
        var days = Rows("holidays.csv").Select(r => new CalendarDay(
            DateOnly.ParseExact(r[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Enum.Parse<DayKind>(r[1], ignoreCase: true), r[2], r[3], r[4] == "true",
            r[5].Length == 0 ? null : DateOnly.ParseExact(r[5], "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return new WorkCalendar("Tuần hành chính", WorkCalendar.DefaultWeek, [.. days], "QĐ 188/1999/QĐ-TTg Đ.1", true);
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Shared.Root, "data", "calendar", file)).Skip(1).Select(l => l.Split(','));
}
