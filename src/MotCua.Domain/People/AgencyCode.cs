using System.Text.RegularExpressions;
using MotCua.Domain.Law;

namespace MotCua.Domain.People;

/// <summary>Identifier of an agency: "H15.12.01" (QĐ 20/2020/QĐ-TTg), at most 35 characters; other organisations have "Z" and two digits before theirs.
/// The older order of QCVN 102:2016 runs the other way, "000.01.12.H15", and is still in use on the wire.</summary>
[NoTerm("the structure of the number; its term stands on the kind of identity")]
public static partial class AgencyCode
{
    private const int Longest = 35;
    // The groups of the old order, from the left: three digits, two, two (three in the field), one level-1 code.
    private static readonly int[] OldWidths = [3, 2, 2];

    /// <summary>Checks a typed code; the old order is read too and answered in the new one.</summary>
    public static NumberCheck Check(string? typed)
    {
        var text = Tidy(typed);
        if (TryFromOld(text, out var turned))
            return NumberCheck.Good(turned);
        return IsCode(text)
            ? NumberCheck.Good(text)
            : NumberCheck.Bad(text, "number.agency", "Mã định danh cơ quan chưa đúng. Hãy nhập như H15.12.01 hoặc 000.01.12.H15.", "QĐ 20/2020/QĐ-TTg");
    }

    /// <summary>Whether the text is a code in the order of QĐ 20/2020/QĐ-TTg.</summary>
    public static bool IsCode(string? text) =>
        text is { Length: <= Longest } && (Agencies().IsMatch(text) || Others().IsMatch(text));

    /// <summary>Whether the text is a code in the old order.</summary>
    public static bool IsOldCode(string? text) => text is not null && Old().IsMatch(text);

    /// <summary>Turns the old order round and drops the zero groups at the end: 000.02.01.H15 → H15.01.02, 000.00.00.H15 → H15.</summary>
    public static bool TryFromOld(string? old, out string code)
    {
        code = "";
        var text = Tidy(old);
        if (!Old().IsMatch(text))
            return false;
        var groups = text.Split('.').Reverse().ToList();
        while (groups.Count > 1 && groups[^1].All(c => c == '0'))
            groups.RemoveAt(groups.Count - 1);
        code = string.Join('.', groups);
        return true;
    }

    /// <summary>Turns the new order into the old one: H15.01.02 → 000.02.01.H15. False where the old order has no room: more than four levels,
    /// letters or too many digits in a group.</summary>
    public static bool TryToOld(string? code, out string old)
    {
        old = "";
        var text = Tidy(code);
        if (!Agencies().IsMatch(text))
            return false;
        var groups = text.Split('.').Skip(1).ToList();
        if (groups.Count > OldWidths.Length)
            return false;
        while (groups.Count < OldWidths.Length)
            groups.Add("0");
        groups.Reverse();
        old = string.Join('.', groups.Select((g, i) => g.PadLeft(OldWidths[i], '0')).Append(text[..3]));
        return Old().IsMatch(old);
    }

    private static string Tidy(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    [GeneratedRegex(@"\A[A-Y][0-9]{2}(\.[0-9A-Z]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Agencies();

    [GeneratedRegex(@"\AZ(0[1-9]|[1-9][0-9])[0-9A-Z.]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(@"\A[0-9]{3}\.[0-9]{2}\.[0-9]{2,3}\.[A-Y][0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Old();
}
