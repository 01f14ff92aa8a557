using System.Text.RegularExpressions;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.People;

/// <summary>A telephone number, kept as it is dialled in Vietnam ("0912345678", "02623852123", "19001234"),
/// abroad with + and the country ("+85620555123").</summary>
[NoTerm("the structure of the number")]
public static class PhoneNumber
{
    private const string Sentence = "Số điện thoại chưa đúng. Hãy nhập như 0912 345 678, 0262 3852 123 hoặc +856 20 555 123.";

    /// <summary>Checks a typed number; +84, 0084, spaces, dots and a lost first zero are read too.</summary>
    public static NumberCheck Check(string? typed) => TryRead(typed, out var number)
        ? NumberCheck.Good(number)
        : new NumberCheck(typed?.Trim() ?? "", new Refusal("phone", Sentence, null, nameof(Party.Phone)), []);

    /// <summary>Reads a typed number into its one form; false if it cannot be dialled.</summary>
    public static bool TryRead(string? typed, out string number)
    {
        number = Normal(NumberCheck.Bare(typed)) ?? "";
        return number.Length > 0;
    }

    private static string? Normal(string bare)
    {
        var abroad = bare.StartsWith('+') || bare.StartsWith("00", StringComparison.Ordinal);
        var digits = bare.StartsWith('+') ? bare[1..] : abroad ? bare[2..] : bare;
        if (!NumberCheck.AllDigits(digits))
            return null;
        var home = digits.StartsWith("84", StringComparison.Ordinal) && (abroad || digits.Length is 11 or 12);
        if (abroad && !home)
            return digits.Length is >= 8 and <= 15 && digits[0] != '0' ? "+" + digits : null;
        if (home)
            digits = digits[2..].TrimStart('0');
        var number = IsHotline(digits) || digits.StartsWith('0') ? digits : "0" + digits;
        return IsMobile(number) || IsLandline(number) || IsHotline(number) ? number : null;
    }

    /// <summary>The stored number in groups for the eye: "0912 345 678", "0262 3852 123", "024 3825 1234".</summary>
    public static string Print(string number) => number switch
    {
        _ when IsMobile(number) => $"{number[..4]} {number[4..7]} {number[7..]}",
        _ when IsLandline(number) && number[2] is '4' or '8' => $"{number[..3]} {number[3..7]} {number[7..]}",
        _ when IsLandline(number) => $"{number[..4]} {number[4..8]} {number[8..]}",
        _ => number,
    };

    /// <summary>Whether it is a Vietnamese mobile number, to which a message can be sent.</summary>
    public static bool IsMobile(string number) =>
        number.Length == 10 && number[0] == '0' && number[1] is '3' or '5' or '7' or '8' or '9' && NumberCheck.AllDigits(number);

    private static bool IsLandline(string number) =>
        number.Length == 11 && number.StartsWith("02", StringComparison.Ordinal) && NumberCheck.AllDigits(number);

    private static bool IsHotline(string number) =>
        number.Length is 8 or 10 && (number.StartsWith("1800", StringComparison.Ordinal) || number.StartsWith("1900", StringComparison.Ordinal))
        && NumberCheck.AllDigits(number);
}

/// <summary>An e-mail address: one @, a domain with a dot, no blanks, no accents; whether it exists only a message can tell.</summary>
[NoTerm("the structure of the address")]
public static partial class EmailAddress
{
    private const int Longest = 254;

    /// <summary>Checks a typed address; the domain is kept in lower case.</summary>
    public static NumberCheck Check(string? typed)
    {
        var text = VietnameseText.Clean(typed) ?? "";
        if (text.Length > Longest || !Address().IsMatch(text))
            return new NumberCheck(text, new Refusal("email", "Địa chỉ thư điện tử chưa đúng. Hãy nhập như ten@vidu.vn, không dấu và không khoảng trắng.",
                null, nameof(Party.Email)), []);
        var at = text.IndexOf('@');
        return NumberCheck.Good(text[..at] + text[at..].ToLowerInvariant());
    }

    private const string Word = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private const string Top = "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]";

    [GeneratedRegex($@"\A(?=[^@]{{1,64}}@){Word}(\.{Word})*@({Label}\.)+{Top}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
