using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Domain.Words;

namespace MotCua.Domain.Catalogue.Reading;

/// <summary>What could be read of a time limit.</summary>
[NoTerm("the outcome of a reading")]
public enum LimitState
{
    /// <summary>Number and unit.</summary>
    Parsed,
    /// <summary>A number without a unit, or words that may be a limit.</summary>
    Flagged,
    /// <summary>Nothing.</summary>
    Absent,
}

/// <summary>Reads a time limit as the national database writes it. A unit is never supplied and a number never taken out of a sentence.</summary>
[NoTerm("reads a TimeLimit")]
public static partial class LimitReading
{
    private const decimal Longest = 3660;

    /// <summary>Reads number, unit and the words beside them.</summary>
    /// <param name="number">"10", "7.5", "Không quá 10 ngày làm việc".</param>
    /// <param name="unit">"WORKING_DAY", "DAY", "HOUR", "MONTH", "Ngày làm việc", "OTHER" or nothing.</param>
    public static (TimeLimit? Limit, LimitState State) Read(string? number, string? unit, string? note)
    {
        var amount = Number(number);
        if (amount is > 0 and <= Longest && Unit(unit) is { } known)
            return (new TimeLimit(amount.Value, known), LimitState.Parsed);
        var words = string.IsNullOrWhiteSpace(number) || amount is not null ? note : $"{number} {note}";
        return (null, amount > 0 || SaysTime(words) ? LimitState.Flagged : LimitState.Absent);
    }

    /// <summary>Whether words may name a limit.</summary>
    public static bool SaysTime(string? words) => !string.IsNullOrWhiteSpace(words) && Time().IsMatch(VietnameseText.Fold(words));

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
            ? n : null;

    private static LimitUnit? Unit(string? unit) => VietnameseText.Fold(unit?.Replace('_', ' ') ?? "").Trim() switch
    {
        "working day" or "ngay lam viec" or "ngay lv" => LimitUnit.WorkingDay,
        "day" or "ngay" or "ngay lich" => LimitUnit.CalendarDay,
        "hour" or "gio" or "gio lam viec" => LimitUnit.WorkingHour,
        "month" or "thang" => LimitUnit.Month,
        _ => null,
    };

    [GeneratedRegex(@"(^| )(ngay|gio|thang|tuan|nam|phut|ngay lam viec|theo mo ta|buoi)( |[,.;:)(/-]|$)|ngay \d|\d ngay", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
