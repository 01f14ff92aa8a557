using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>How a dossier code is written in a period, as the dated rule "code.pattern" says:
/// {old} the agency in the old order, {code} in today's, {yyMMdd} the day of reception, {aa} the two digits of the agency that owns a central system,
/// {n} the number of the day: four digits, more when the day has more than 9999 dossiers, never wrapping (R-FORM-17, R-FORM-18).</summary>
[NoTerm("a template of the dossier code")]
public static partial class DossierCodePattern
{
    /// <summary>Whether the text of a rule row can be used: one agency, the day, the number, and nothing else in braces.</summary>
    public static bool IsValid(string? pattern) => pattern is not null && Shape().IsMatch(pattern);

    /// <summary>Writes a code.</summary>
    /// <param name="agencyCode">Identifier in today's order: "H15.12.01".</param>
    /// <param name="oldCode">Identifier in the old order: "000.01.12.H15".</param>
    /// <param name="day">The day of reception in Vietnam.</param>
    /// <param name="n">The number of the day, from 1.</param>
    /// <param name="aa">Two digits, where the pattern asks for them.</param>
    /// <exception cref="ArgumentException">The pattern, the agency's identifier or <paramref name="aa"/> makes no code, or the number is below 1:
    /// a fault of the data, not of a person.</exception>
    public static DossierCode Format(string pattern, string agencyCode, string oldCode, DateOnly day, long n, string? aa = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (!IsValid(pattern))
            throw new ArgumentException($"'{pattern}' is no pattern of dossier codes.", nameof(pattern));
        if (pattern.Contains("{aa}", StringComparison.Ordinal) && !(aa is { Length: 2 } && aa.All(char.IsAsciiDigit)))
            throw new ArgumentException($"The pattern '{pattern}' needs the two digits of the central system.", nameof(aa));
        var text = pattern
            .Replace("{old}", oldCode, StringComparison.Ordinal)
            .Replace("{code}", agencyCode, StringComparison.Ordinal)
            .Replace("{yyMMdd}", day.ToString("yyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{aa}", aa, StringComparison.Ordinal)
            .Replace("{n}", n.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return DossierCode.TryParse(text, out var code) && code.Value == text
            ? code
            : throw new ArgumentException($"'{text}' is no dossier code: check the agency's identifier.", nameof(agencyCode));
    }

    [GeneratedRegex(@"\A(\{old\}|\{code\})-\{yyMMdd\}-(\{aa\})?\{n\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
