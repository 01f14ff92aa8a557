using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Tests.Time;

/// <summary>The calendar that the product ships, read from data/calendar, and short words for days and moments.</summary>
internal static class ShippedCalendar
{
    internal static readonly DayCutOff Three = new(new(15, 0), "NĐ 61/2018/NĐ-CP Đ.18", true);
    internal static readonly IReadOnlyList<CalendarDay> Days = [.. Rows("holidays.csv").Select(ReadDay)];
    internal static readonly WorkCalendar Calendar = Make(Days);

    /// <summary>The shipped week over other days.</summary>
    internal static WorkCalendar Make(IReadOnlyList<CalendarDay> days)
    {
        var week = Rows("weeks.csv").Where(r => r[0] == "Tuần hành chính").ToArray();
        var hours = week.GroupBy(r => Enum.Parse<DayOfWeek>(r[1]), r => new OpeningHours(Hour(r[2]), Hour(r[3])));
        return new(week[0][0], hours.ToDictionary(g => g.Key, g => (IReadOnlyList<OpeningHours>)[.. g]), days, week[0][4], week[0][5] == "true");
    }

    /// <summary>A moment in Vietnam: "13/2/2026 16:40" or with seconds.</summary>
    internal static DateTimeOffset At(string text) =>
        Vietnam.Instant(DateTime.ParseExact(text, ["d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss"], CultureInfo.InvariantCulture));

    /// <summary>A day: "13/2/2026".</summary>
    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The account as a table of text, one line a row.</summary>
    internal static string[] Text(this DueDateAccount account) =>
        [.. account.Lines.Select(l => string.Create(
            CultureInfo.InvariantCulture,
            $"{l.From:d/M}{(l.From == l.To ? "" : $"-{l.To:d/M}")} +{l.Counts:0.####} {l.Reason}{(l.Verified ? "" : " [?]")}"))];

    private static string[][] Rows(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MotCua.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No MotCua.slnx above the tests.");
        return [.. File.ReadLines(Path.Combine(folder.FullName, "data", "calendar", file)).Skip(1).Select(l => l.Split(','))];
    }

    private static CalendarDay ReadDay(string[] r) =>
        new(Iso(r[0]), Enum.Parse<DayKind>(r[1], ignoreCase: true), r[2], r[3], r[4] == "true", r[5] == "" ? null : Iso(r[5]));

    private static DateOnly Iso(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimeOnly Hour(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
