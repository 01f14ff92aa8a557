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

/// <summary>A time limit as it was read.</summary>
/// <param name="Limit">Null where number and unit cannot both be read.</param>
/// <param name="Defect">Why it is flagged; null where it is not.</param>
[NoTerm("the outcome of a reading")]
public readonly record struct ReadLimit(TimeLimit? Limit, LimitState State, DefectKind? Defect);

/// <summary>Reads a time limit as the national database writes it. A unit is never supplied and a number never taken out of a sentence.</summary>
[NoTerm("reads a TimeLimit")]
public static partial class LimitReading
{
    // Ten years. What is longer is a slip of the keyboard, and no calendar reaches that far.
    private const decimal Longest = 3660;

    /// <summary>Reads number, unit and the words beside them.</summary>
    /// <param name="number">"10", "7.5", "10 ngày làm việc", "Không quá 10 ngày làm việc".</param>
    /// <param name="unit">"WORKING_DAY", "DAY", "HOUR", "MONTH", "Ngày làm việc", "OTHER" or nothing.</param>
    public static ReadLimit Read(string? number, string? unit, string? note)
    {
        var (written, named) = Together(number, unit);
        var amount = Number(written);
        if (amount is null)
        {
            var words = $"{number} {(IsNoUnit(unit) ? "" : unit)} {note}";
            return SaysTime(words) ? new(null, LimitState.Flagged, DefectKind.TimeInProse) : new(null, LimitState.Absent, null);
        }
        if (Unit(named) is not { } known)
            return new(null, LimitState.Flagged, DefectKind.TimeWithoutUnit);
        return amount is > 0 and <= Longest
            ? new(new TimeLimit(amount.Value, known), LimitState.Parsed, null)
            : new(null, LimitState.Flagged, DefectKind.TimeOdd);
    }

    /// <summary>Reads a whole limit as people write it: "10 ngày làm việc", "05 ngày", "8 giờ làm việc", "1/2 ngày làm việc", "trong ngày".</summary>
    public static ReadLimit ReadWhole(string? words)
    {
        var text = VietnameseText.Clean(words) ?? "";
        if (VietnameseText.Fold(text) is "trong ngay" or "trong ngay lam viec" or "giai quyet trong ngay")
            return new(new TimeLimit(1, LimitUnit.SameDay), LimitState.Parsed, null);
        if (Part().Match(text) is not { Success: true } part)
            return Read(text, null, null);
        var (above, below) = part.Groups["above"].Success
            ? (decimal.Parse(part.Groups["above"].ValueSpan, CultureInfo.InvariantCulture),
                decimal.Parse(part.Groups["below"].ValueSpan, CultureInfo.InvariantCulture))
            : (1, 2);
        // Thirds have no end in decimals: the lines of an account could not add up to them.
        return below > 0 && above * 100 % below == 0
            ? Read((above / below).ToString(CultureInfo.InvariantCulture), part.Groups["unit"].Value, null)
            : new(null, LimitState.Flagged, DefectKind.TimeOdd);
    }

    /// <summary>Whether words may name a limit. The days on which texts were signed are none.</summary>
    public static bool SaysTime(string? words) =>
        !string.IsNullOrWhiteSpace(words) && Time().IsMatch(Date().Replace(VietnameseText.Nfc(words).ToLowerInvariant(), " "));

    // "10 ngày làm việc" in the place of the number, and no unit beside it: number and unit, nothing else.
    private static (string? Number, string? Unit) Together(string? number, string? unit) =>
        IsNoUnit(unit) && number is not null && NumberAndUnit().Match(number.Trim()) is { Success: true } both
            ? (both.Groups["number"].Value, both.Groups["unit"].Value)
            : (number, unit);

    private static bool IsNoUnit(string? unit) => string.IsNullOrWhiteSpace(unit) || unit.Equals("OTHER", StringComparison.OrdinalIgnoreCase);

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var n)
            ? n : null;

    private static LimitUnit? Unit(string? unit) => VietnameseText.Fold(unit?.Replace('_', ' ') ?? "") switch
    {
        "working day" or "ngay lam viec" or "ngay lv" => LimitUnit.WorkingDay,
        "day" or "ngay" or "ngay lich" => LimitUnit.CalendarDay,
        "hour" or "gio" or "gio lam viec" => LimitUnit.WorkingHour,
        "month" or "thang" => LimitUnit.Month,
        _ => null,
    };

    [GeneratedRegex(@"\A(?<number>\d{1,4}([.,]\d{1,2})?)\s+(?<unit>\p{L}[\p{L} ]*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(@"\A((?<above>\d{1,3})\s?/\s?(?<below>\d{1,2})|nửa)\s+(?<unit>\p{L}[\p{L} ]*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"(?<!\w)(ngày|giờ|tháng|tuần|phút|quý|thời hạn|thời gian|ngay|theo mô tả|(\d+|một|hai|ba|bốn|năm|sáu|mười)\s+năm)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"(ngày\s+)?\d{1,2}\s*([/.-]\s*\d{1,2}\s*[/.-]|tháng\s+\d{1,2}\s*(năm|[/.-]))\s*\d{4}|tháng\s+\d{1,2}\s*(năm|/)\s*\d{4}|năm\s+\d{4}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
