using System.Globalization;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;

namespace MotCua.Web.Kit;

/// <summary>Days, instants, amounts and numbers as people in Vietnam write them, on any machine and culture.</summary>
public static class VietText
{
    private static readonly string[] Weekdays =
        ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly NumberFormatInfo Digits = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>"Thứ Ba".</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>"01/12/2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", Plain);

    /// <summary>"Thứ Ba 01/12/2026".</summary>
    public static string FullDay(DateOnly day) => $"{Weekday(day)} {Day(day)}";

    /// <summary>"01/12".</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd'/'MM", Plain);

    /// <summary>"17:00" in Vietnam.</summary>
    public static string Hour(DateTimeOffset instant) => Vietnam.Local(instant).ToString("HH':'mm", Plain);

    /// <summary>"Thứ Ba 01/12/2026, 17:00" in Vietnam.</summary>
    public static string Instant(DateTimeOffset instant) => $"{FullDay(Vietnam.Day(instant))}, {Hour(instant)}";

    /// <summary>"01/12 17:00" in Vietnam.</summary>
    public static string ShortInstant(DateTimeOffset instant) => $"{ShortDay(Vietnam.Day(instant))} {Hour(instant)}";

    /// <summary>"41.600".</summary>
    public static string Number(long number) => number.ToString("#,0", Digits);

    /// <summary>"80,16": as many decimals as there are, at most two.</summary>
    public static string Number(decimal number) => number.ToString("#,0.##", Digits);

    /// <summary>"41.600 đồng".</summary>
    public static string Money(Dong amount) => Number(amount.Amount) + " đồng";

    /// <summary>Reads a day written as 22/11/2026, 22-11-2026, 22.11.2026, 22112026 or 2026-11-22.</summary>
    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(
            text?.Trim(),
            ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "ddMMyyyy", "yyyy-MM-dd"],
            Plain,
            DateTimeStyles.None,
            out day);

    /// <summary>Reads whole đồng written as 1234000, 1.234.000, 1 234 000, with or without "đồng", "đ", "VND".</summary>
    public static bool TryMoney(string? text, out Dong amount)
    {
        amount = default;
        var bare = (text ?? "").Trim();
        foreach (var unit in new[] { "đồng", "VNĐ", "VND", "đ" })
            if (bare.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) { bare = bare[..^unit.Length].TrimEnd(); break; }
        var groups = bare.Split('.', ' ', '\u00a0');
        var grouped = groups.Length == 1 || groups[0].Length is >= 1 and <= 3 && groups[1..].All(g => g.Length == 3);
        if (!grouped || !long.TryParse(string.Concat(groups), NumberStyles.None, Plain, out var whole)) return false;
        amount = new Dong(whole);
        return true;
    }
}
