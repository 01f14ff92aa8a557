using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>The code of a dossier: agency, day of reception, number of the day, in the old order of the agency's groups or in today's:
/// "000.00.12.H15-191204-0005", "H15.12.01-261122-0003".</summary>
[Term("mã số hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.26; TT 01/2018/TT-VPCP Đ.19; TT 03/2025/TT-VPCP Đ.13")]
public readonly partial record struct DossierCode(string Value)
{
    /// <summary>For a text that is no code.</summary>
    public static readonly Refusal NotACode = new(
        "dossier-code", "Mã hồ sơ chưa đúng. Hãy nhập như trên giấy tiếp nhận: H15.12.01-261122-0003.", null, nameof(Value));

    /// <summary>What stands before the tail, hyphen included: "H15.12.01-261122-".</summary>
    public string Head => ToString()[..TailStart];

    /// <summary>The number of the day, "0003": four digits or more, after the two digits of the central system where the code has them.
    /// Bold on the screen.</summary>
    public string Tail => ToString()[TailStart..];

    /// <summary>The identifier of the agency in the order in which the code has it: "H15.12.01".</summary>
    public string Agency => ToString().Split('-')[0];

    private int TailStart => ToString().LastIndexOf('-') + 1;

    /// <summary>Reads a code as people type or scan it: spaces, lower case and typographic hyphens do no harm.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DossierCode code)
    {
        code = default;
        if (text is null)
            return false;
        var tidy = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')).Select(Plain)).ToUpperInvariant();
        if (!Shape().IsMatch(tidy))
            return false;
        code = new DossierCode(tidy);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    private static char Plain(char c) => c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' ? '-' : c;

    [GeneratedRegex(@"\A([0-9]{3}\.[0-9]{2}\.[0-9]{2,3}\.[A-Y][0-9]{2}|[A-Y][0-9]{2}(\.[0-9A-Z]+)*)-[0-9]{6}-[0-9]{4,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
