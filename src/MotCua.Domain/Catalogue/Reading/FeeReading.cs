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
        if (fee.Amount is > 0 && fee.Currency.Length > 0 && fee.Currency is not ("VND" or "VNĐ" or "đồng" or "Đồng"))
            return (null, DefectKind.FeeForeign);
        if (fee.Amount is > 0 and < Least)
            return (null, DefectKind.FeeLostThousands);
        if (fee.Amount is null)
            return (null, text.Length > 0 ? DefectKind.FeeInProse : null);
        if (fee.Amount != decimal.Truncate(fee.Amount.Value))
            return (null, DefectKind.FeeInProse);
        var named = Named(text).ToList();
        if (fee.Amount == 0)
            return named.Count > 0 || LeftOpen(text) ? (null, DefectKind.FeeInProse) : fee.Kind == "NONE" && text.Length == 0 ? (null, null) : (Dong.Zero, null);
        return named.Count > 0 && named.Exists(n => n != fee.Amount) ? (null, DefectKind.FeeInProse) : (new Dong((long)fee.Amount), null);
    }

    /// <summary>Amounts of đồng that words name.</summary>
    public static IEnumerable<decimal> Named(string text) =>
        Amount().Matches(text).Select(m => m.Groups[1].Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal))
            .Select(n => decimal.TryParse(n, out var amount) ? amount : 0).Where(n => n >= Least);

    // "Mức lệ phí do Hội đồng nhân dân tỉnh quyết định": 0 is then no amount but a gap.
    private static bool LeftOpen(string text) => VietnameseText.Fold(text) is var t
        && (t.Contains("hoi dong nhan dan", StringComparison.Ordinal) || t.Contains("theo quy dinh", StringComparison.Ordinal));

    [GeneratedRegex(@"(\d{1,3}(?:[.,]\d{3})+|\d{4,})\s*(?:đồng|đ\b|vnđ|vnd)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
