using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>A day as the unit keeps it: whether it counts, why, and when the unit is open.</summary>
internal sealed record DayPlan(DayStanding Why, IReadOnlyList<OpeningHours> Openings)
{
    internal const string WorkingDay = "Ngày làm việc";

    /// <summary>A day of the week. Saturday and Sunday never count (QĐ 188/1999/QĐ-TTg Đ.1), even where a unit opens by order to serve people.</summary>
    internal static DayPlan Ordinary(DayOfWeek weekday, IReadOnlyList<OpeningHours> openings, string basis, bool verified)
    {
        var rest = weekday is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var works = !rest && openings.Count > 0;
        var reason = works ? WorkingDay
            : !rest ? "Đơn vị nghỉ theo lịch riêng"
            : openings.Count > 0 ? "Nghỉ cuối tuần, có mở cửa tiếp nhận"
            : "Nghỉ cuối tuần";
        return new(new(works, reason, basis, verified), openings);
    }

    /// <summary>A day that a row of the calendar changes.</summary>
    /// <param name="ordinary">What the week says of the day.</param>
    /// <param name="usual">The hours of a day from Monday to Friday, for a rest day that is worked.</param>
    internal static DayPlan Special(CalendarDay row, DayPlan ordinary, IReadOnlyList<OpeningHours> usual) => row.Kind switch
    {
        DayKind.SwappedWorked => new(Standing(row, true, WorkedFor(row)), usual),
        DayKind.HalfDay => Half(row, ordinary, usual),
        DayKind.Proposed => ordinary.Why.Works
            ? ordinary with { Why = Standing(row, true, $"{WorkingDay}; {Occasion(row)}: chưa có văn bản cho nghỉ") with { Verified = false } }
            : ordinary,
        DayKind.Compensation => new(Standing(row, false, $"Nghỉ bù {Occasion(row)}"), []),
        DayKind.SwappedOff => new(Standing(row, false, FreeFor(row)), []),
        _ => new(Standing(row, false, $"Nghỉ {Occasion(row)}"), []),
    };

    /// <summary>The same day in a year whose holidays are not known yet.</summary>
    internal DayPlan InUnknownYear(int year) =>
        this with { Why = Why with { Reason = $"{Why.Reason}, chưa có lịch nghỉ năm {year}", Verified = false } };

    private static DayPlan Half(CalendarDay row, DayPlan ordinary, IReadOnlyList<OpeningHours> usual)
    {
        var whole = ordinary.Openings.Count > 0 ? ordinary.Openings : usual;
        var morning = whole.Count > 1 ? whole[0] : whole[0] with { To = whole[0].From.Add((whole[0].To - whole[0].From) / 2) };
        var reason = ordinary.Why.Works ? $"{WorkingDay}, nghỉ buổi chiều: {row.Name}" : $"Nghỉ cuối tuần, mở cửa buổi sáng: {row.Name}";
        return new(Standing(row, ordinary.Why.Works, reason), [morning]);
    }

    private static DayStanding Standing(CalendarDay row, bool works, string reason) => new(works, reason, row.LegalBasis, row.Verified);

    private static string WorkedFor(CalendarDay row) =>
        row.SwappedWith is { } off ? $"{WorkingDay} bù cho {Date(off)}" : $"{WorkingDay} bù: {row.Name}";

    private static string FreeFor(CalendarDay row) =>
        row.SwappedWith is { } worked ? $"Nghỉ hoán đổi dịp {Occasion(row)}, làm bù {Date(worked)}" : $"Nghỉ hoán đổi dịp {Occasion(row)}";

    // "Ngày Chiến thắng 30/4" stands inside a sentence here.
    private static string Occasion(CalendarDay row) => row.Name.StartsWith("Ngày ", StringComparison.Ordinal) ? "ngày" + row.Name[4..] : row.Name;

    internal static string Date(DateOnly day) => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);

    internal static string Hour(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);

    internal static string Hour(DateTimeOffset instant) => Hour(TimeOnly.FromDateTime(Vietnam.Local(instant)));
}
