using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Digitizing;

/// <summary>How codes of digitized papers are written in a period, as dated rules say: "digitize.code" (R-DIG-10) and "digitize.doc-code" (R-DIG-23).
/// {owner} the owner's identifier, empty where he has none; {type} the code of the kind of paper; {agency} the identifier of the agency;
/// {yy}, {yyyy} the year; {n} a number of the year without gaps, six digits or more; {v} the version.</summary>
[Term("mã kết quả số hóa", Law = "TT 01/2023/TT-VPCP Đ.10")]
public static partial class DigitizationCode
{
    private const int Digits = 6;

    /// <summary>Whether the text of a rule row can be used: it holds the number, and in braces nothing else than what is named.</summary>
    public static bool IsValid(string? pattern) => pattern is not null && pattern.Contains("{n}", StringComparison.Ordinal)
        && Braces().Matches(pattern).All(m => m.Value is "{owner}" or "{type}" or "{agency}" or "{yy}" or "{yyyy}" or "{n}" or "{v}")
        && Braces().Replace(pattern, "").AsSpan().IndexOfAny('{', '}') < 0;

    /// <summary>Writes a code.</summary>
    /// <param name="owner">The owner's identifier; null where he has none: then the part stays empty (TT 01/2023/TT-VPCP Đ.9.2.b).</param>
    /// <param name="agency">Identifier of the agency that keeps it.</param>
    /// <param name="n">The number, from 1.</param>
    /// <exception cref="ArgumentException">The pattern makes no code: a fault of the data.</exception>
    public static string Format(string pattern, string? owner, string type, string agency, DateOnly day, long n, int version = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (!IsValid(pattern))
            throw new ArgumentException($"'{pattern}' is no pattern of digitization codes.", nameof(pattern));
        return pattern
            .Replace("{owner}", owner ?? "", StringComparison.Ordinal).Replace("{type}", type, StringComparison.Ordinal)
            .Replace("{agency}", agency, StringComparison.Ordinal)
            .Replace("{yyyy}", day.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{yy}", day.ToString("yy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{n}", n.ToString($"D{Digits}", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{v}", version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();
}
