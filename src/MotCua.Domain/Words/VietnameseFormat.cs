using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Words;

/// <summary>Days, hours and amounts as people in Vietnam write them. The printed forms never depend on the machine's culture or zone.</summary>
[NoTerm("handling of text")]
public static partial class VietnameseFormat
{
    private const int FirstYear = 1800, LastYear = 2399;

    /// <summary>Reads a day: 22/11/2026, 2/9/2026, 22-11-2026, 22.11.2026, 22112026, 2026-11-22. The year has four digits, 1800 to 2399.</summary>
    public static bool TryParseDay(string? text, out DateOnly day)
    {
        day = default;
        var parts = (text ?? "").Split(['/', '-', '.', ' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!parts.All(p => p.All(char.IsAsciiDigit)))
            return false;
        return parts switch
        {
            [{ Length: 8 } run] => TryDay(run[4..], run[2..4], run[..2], out day),
            [{ Length: 4 } y, { Length: <= 2 } m, { Length: <= 2 } d] => TryDay(y, m, d, out day),
            [{ Length: <= 2 } d, { Length: <= 2 } m, { Length: 4 } y] => TryDay(y, m, d, out day),
            _ => false,
        };
    }

    /// <summary>"22/11/2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day in Vietnam on which the instant falls: "22/11/2026".</summary>
    public static string Day(DateTimeOffset instant) => Day(Vietnam.Day(instant));

    /// <summary>"Thứ Ba".</summary>
    public static string Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => "Thứ Hai",
        DayOfWeek.Tuesday => "Thứ Ba",
        DayOfWeek.Wednesday => "Thứ Tư",
        DayOfWeek.Thursday => "Thứ Năm",
        DayOfWeek.Friday => "Thứ Sáu",
        DayOfWeek.Saturday => "Thứ Bảy",
        _ => "Chủ Nhật",
    };

    /// <summary>"Thứ Ba 01/12/2026".</summary>
    public static string LongDay(DateOnly day) => $"{Weekday(day)} {Day(day)}";

    /// <summary>"Thứ Ba 01/12/2026, 17:00", in Vietnam's time.</summary>
    public static string LongDay(DateTimeOffset instant) => $"{LongDay(Vietnam.Day(instant))}, {Hour(instant)}";

    /// <summary>"17:00".</summary>
    public static string Hour(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The hour in Vietnam: "17:00".</summary>
    public static string Hour(DateTimeOffset instant) => Hour(TimeOnly.FromDateTime(Vietnam.Local(instant)));

    /// <summary>The day and hour in Vietnam as lists show them: "22/11/2026 17:00".</summary>
    public static string Moment(DateTimeOffset instant) => $"{Day(instant)} {Hour(instant)}";

    /// <summary>The day as papers write it: "ngày 05 tháng 02 năm 2026", "ngày 22 tháng 11 năm 2026".
    /// Days under 10 and months 1 and 2 take a zero (NĐ 30/2020/NĐ-CP Phụ lục I).</summary>
    public static string PaperDay(DateOnly day)
    {
        var month = day.Month <= 2 ? TwoDigits(day.Month) : day.Month.ToString(CultureInfo.InvariantCulture);
        return $"ngày {TwoDigits(day.Day)} tháng {month} năm {day.Year.ToString("D4", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The hour in Vietnam as papers write it: "17 giờ 00 phút".</summary>
    public static string PaperHour(DateTimeOffset instant) =>
        Vietnam.Local(instant).ToString("HH' giờ 'mm' phút'", CultureInfo.InvariantCulture);

    /// <summary>A count with two digits at least, as papers ask for sets: "01".</summary>
    public static string TwoDigits(int count) => count.ToString("D2", CultureInfo.InvariantCulture);

    private static bool TryDay(string year, string month, string day, out DateOnly result)
    {
        result = default;
        var (y, m, d) = (Whole(year), Whole(month), Whole(day));
        if (y is < FirstYear or > LastYear || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return false;
        result = new DateOnly(y, m, d);
        return true;
    }

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
