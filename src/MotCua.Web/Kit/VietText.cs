using System.Globalization;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Web.Kit;

/// <summary>Days, instants, amounts and numbers as screens write them; the forms that paper shares are those of
/// <see cref="VietnameseFormat"/>.</summary>
public static class VietText
{
    private static readonly NumberFormatInfo Digits = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>"Thứ Ba".</summary>
    public static string Weekday(DateOnly day) => VietnameseFormat.Weekday(day);

    /// <summary>"01/12/2026".</summary>
    public static string Day(DateOnly day) => VietnameseFormat.Day(day);

    /// <summary>"Thứ Ba 01/12/2026".</summary>
    public static string FullDay(DateOnly day) => VietnameseFormat.LongDay(day);

    /// <summary>"01/12".</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd'/'MM", CultureInfo.InvariantCulture);

    /// <summary>"17:00" in Vietnam.</summary>
    public static string Hour(DateTimeOffset instant) => VietnameseFormat.Hour(instant);

    /// <summary>"Thứ Ba 01/12/2026, 17:00" in Vietnam.</summary>
    public static string Instant(DateTimeOffset instant) => VietnameseFormat.LongDay(instant);

    /// <summary>"01/12 17:00" in Vietnam.</summary>
    public static string ShortInstant(DateTimeOffset instant) => $"{ShortDay(Vietnam.Day(instant))} {Hour(instant)}";

    /// <summary>"41.600".</summary>
    public static string Number(long number) => VietnameseFormat.Number(number);

    /// <summary>"80,16": as many decimals as there are, at most two.</summary>
    public static string Number(decimal number) => number.ToString("#,0.##", Digits);

    /// <summary>"41.600 đồng".</summary>
    public static string Money(Dong amount) => VietnameseFormat.Money(amount.Amount);

    /// <summary>Reads whole đồng however people write them.</summary>
    internal static bool TryMoney(string? text, out Dong amount)
    {
        var read = VietnameseFormat.TryParseMoney(text, out var whole);
        amount = new Dong(whole);
        return read;
    }
}
