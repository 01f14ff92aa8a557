using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.Catalogue.Reading;

/// <summary>Reads a fee as the national database writes it.</summary>
[NoTerm("reads a Tariff")]
public static partial class FeeReading
{
    /// <summary>Amounts below it have lost their thousands: no fee of the country is that small.</summary>
    public const decimal Least = 1000;

    /// <summary>The amount where it is clear; the kind of defect where it is not; both null where nothing is charged or said.</summary>
    public static (Dong? Amount, DefectKind? Defect) Read(WrittenFee fee)
    {
        var text = fee.Text.Trim();
        if (fee.Amount is null)
            return (null, text.Length == 0 || IsFree(text) ? null : DefectKind.FeeInProse);
        if (fee.Amount == 0)
            return Nothing(fee.Kind, text);
        if (!IsDong(fee.Currency))
            return (null, DefectKind.FeeForeign);
        if (fee.Amount is > 0 and < Least)
            return (null, DefectKind.FeeLostThousands);
        var agrees = fee.Amount > 0 && fee.Amount == decimal.Truncate(fee.Amount.Value) && Named(text).All(n => n == fee.Amount);
        return agrees ? (new Dong((long)fee.Amount), null) : (null, DefectKind.FeeInProse);
    }

    /// <summary>Fee (lệ phí) or charge (phí), where kind or words say so and do not contradict each other; else null. The portal's FEE is phí,
    /// its SERVICE_FEE is lệ phí; its export as a document writes CHARGE for lệ phí.</summary>
    public static TariffKind? KindOf(WrittenFee fee)
    {
        TariffKind? kind = fee.Kind switch
        {
            "SERVICE_FEE" or "CHARGE" => TariffKind.Fee,
            "FEE" => TariffKind.Charge,
            _ when fee.Kind.StartsWith("LP", StringComparison.OrdinalIgnoreCase) => TariffKind.Fee,
            _ => null,
        };
        var words = Beginning().Match(VietnameseText.Nfc(fee.Text));
        if (!words.Success)
            return kind;
        var said = words.Groups["fee"].Success ? TariffKind.Fee : TariffKind.Charge;
        return kind is null || kind == said ? said : null;
    }

    /// <summary>What one unit is, where the words name it after the amount ("20.000 đồng/tờ khai"); else the dossier.</summary>
    public static string PerOf(WrittenFee fee) => Unit().Match(fee.Text) is { Success: true } unit ? unit.Groups["per"].Value.Trim() : "hồ sơ";

    /// <summary>Amounts of đồng that words name, from 1.000 on.</summary>
    public static IEnumerable<decimal> Named(string text) => Amount().Matches(text).Select(Value).Where(n => n >= Least);

    /// <summary>Whether a currency is đồng, however it is written; where none is named it is.</summary>
    public static bool IsDong(string currency) => VietnameseText.Fold(currency) is var c
        && (c is "" or "d" || c.StartsWith("vnd", StringComparison.Ordinal) || c.StartsWith("dong", StringComparison.Ordinal)
            || c.StartsWith("d/", StringComparison.Ordinal) || c.StartsWith("viet nam dong", StringComparison.Ordinal));

    // "Mức lệ phí do Hội đồng nhân dân tỉnh quyết định": 0 is then no amount but a gap. It is one only where the words say so, or are none.
    private static (Dong?, DefectKind?) Nothing(string kind, string text) => (kind, text) switch
    {
        ("NONE", "") => (null, null),
        (_, "") => (Dong.Zero, null),
        _ when !IsFree(text) => (null, DefectKind.FeeInProse),
        ("NONE", _) => (null, null),
        _ => (Dong.Zero, null),
    };

    private static bool IsFree(string text) => Free().IsMatch(VietnameseText.Nfc(text));

    private static decimal Value(Match amount)
    {
        var scale = amount.Groups["scale"].Value.ToLowerInvariant();
        var number = amount.Groups["number"].Value;
        number = scale.Length > 0 ? number.Replace(',', '.') : number.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n < 1e12m
            ? n * (scale switch { "" => 1, "triệu" => 1_000_000, "tỷ" => 1_000_000_000, _ => 1000 })
            : 0;
    }

    [GeneratedRegex(
        @"(?<number>\d+(?:[.,]\d{1,2})?)\s*(?<scale>triệu|tỷ|nghìn|ngàn)\b|(?<number>\d{1,3}(?:[.,]\d{3})+|\d{4,15})\s*(?:đồng|đ\b|vnđ|vnd)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\A[-+*\s]*(không(\s+(có|thu|phải nộp|mất|quy định))?(\s+(phí|lệ phí|phí,? lệ phí|phí và lệ phí))?"
        + @"|miễn(\s+(thu|phí|lệ phí|phí,? lệ phí))?|0\s*(đ|đồng|vnđ))[\s.;]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Free();

    [GeneratedRegex(
        @"\A[-+*(\s]*(mức\s+)?(thu\s+)?((?<fee>lệ phí)|phí)\b(?!,)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        @"\d\s*(đồng|đ|vnđ|vnd)\s*/\s*(0?1\s+)?(?<per>\p{L}[\p{L} ]{0,18}\p{L}|\p{L})(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();
}
