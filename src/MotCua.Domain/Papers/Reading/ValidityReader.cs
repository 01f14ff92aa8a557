using System.Globalization;
using System.Text.RegularExpressions;

namespace MotCua.Domain.Papers.Reading;

/// <summary>How long and for what the paper is valid.</summary>
internal static partial class ValidityReader
{
    public static ReadField Until(Paper paper, ReadField date)
    {
        var plain = paper.Body.Plain;
        foreach (Match match in Printed().Matches(plain))
            if (DateReader.Day(match.Groups["d"].Value, match.Groups["m"].Value, match.Groups["y"].Value) is { } day)
                return ReadField.Of(DateReader.Written(day), Math.Min(
                    new[] { "d", "m", "y" }.Min(g => paper.Body.Sure(match.Groups[g].Index, match.Groups[g].Length)), Later(day, date)));
        if (Counted().Match(plain) is not { Success: true } counted || date.Value is null)
            return ReadField.None;
        var n = int.Parse(counted.Groups["n"].Value, CultureInfo.InvariantCulture);
        var from = DateOnly.ParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var last = counted.Groups["u"].Value switch { "nam" => from.AddYears(n), "thang" => from.AddMonths(n), _ => from.AddDays(n) };
        return n is < 1 or > 120 ? ReadField.None
            : ReadField.Of(DateReader.Written(last), Math.Min(date.Confidence, paper.Body.Sure(counted.Groups["n"].Index, counted.Groups["n"].Length)));
    }

    public static ReadField Scope(Paper paper)
    {
        var pattern = paper.Kind switch { PaperKinds.Single => UsedFor(), PaperKinds.Proxy => Entrusted(), _ => null };
        if (pattern is null || paper.Body.Find(pattern) is not { } found)
            return ReadField.None;
        var text = Regex.Replace(found.Text, @"\s+", " ").TrimEnd('.', ';', ',', ' ');
        return text.Length < 8 ? ReadField.None : ReadField.Of(PaperWords.Repair(text, out _), found.Sure);
    }

    // A paper does not end before it begins.
    private static double Later(DateOnly day, ReadField date) =>
        date.Value is null ? 0.85 : string.CompareOrdinal(DateReader.Written(day), date.Value) >= 0 ? 1 : 0;

    private const string Valid = @"(?:co gia tri|gia tri su dung|co hieu luc|hieu luc|thoi han uy quyen|thoi han)";

    [GeneratedRegex(Valid + @"[^.;]{0,70}?\s?(?:den|toi)(?: het)?(?: ngay)?\s*:?\s"
        + @"(?:(?<d>\d{1,2})\s+thang\s+(?<m>\d{1,2})\s+nam\s+(?<y>\d{4})|(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4}))")]
    private static partial Regex Printed();

    [GeneratedRegex(Valid + @"[^.;]{0,60}?\s(?<n>\d{1,3})\s+(?:\([^)]{2,20}\)\s+)?"
        + @"(?<u>thang|nam|ngay)(?: lam viec)?,?\s+(?:ke )?tu\s+ngay\s+(?:cap|ky|dang|lap|duoc|ban|xac)")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:giay nay )?duoc cap de\s*[:;]?\s*(?<v>[^.:]+(?:\d\.\d[^.:]*)?)")]
    private static partial Regex UsedFor();

    [GeneratedRegex(@"(?:thay mat|dai dien)(?: cho)?\s+(?:minh|toi|ben a|chung toi)\s+(?<v>[^.:]+)")]
    private static partial Regex Entrusted();
}
