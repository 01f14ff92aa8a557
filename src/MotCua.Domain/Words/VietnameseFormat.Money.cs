using System.Globalization;

namespace MotCua.Domain.Words;

public static partial class VietnameseFormat
{
    private const long Million = 1_000_000, Billion = 1_000_000_000;
    private const int MostDigits = 15;

    private static readonly NumberFormatInfo Separators = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    // Folded, longest first.
    private static readonly string[] Currencies = ["viet nam dong", "dong", "vnd", "₫", "d"];

    /// <summary>Reads an amount in whole đồng: 1234000, 1.234.000, 1.234.000 đồng, 1,234,000, 1 234 000, 50.000đ, 50.000 VNĐ.
    /// No fractions, no sign, at most 15 digits; "1.5" is refused, because nobody can say what it means.</summary>
    public static bool TryParseMoney(string? text, out long amount)
    {
        amount = 0;
        var typed = VietnameseText.Fold(text ?? "");
        foreach (var currency in Currencies)
        {
            if (!typed.EndsWith(currency, StringComparison.Ordinal))
                continue;
            typed = typed[..^currency.Length].TrimEnd();
            break;
        }
        var separator = typed.FirstOrDefault(c => c is '.' or ',' or ' ');
        var groups = separator == default ? [typed] : typed.Split(separator);
        var grouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        var digits = string.Concat(groups);
        return grouped && digits.Length is >= 1 and <= MostDigits && digits.All(char.IsAsciiDigit)
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>A whole number in groups of three: "1.234.000".</summary>
    public static string Number(long number) => number.ToString("#,0", Separators);

    /// <summary>A number with as many decimals as it has, two at most: "16,5".</summary>
    public static string Number(decimal number) => number.ToString("#,0.##", Separators);

    /// <summary>An amount in đồng: "1.234.000 đồng".</summary>
    public static string Money(long amount) => Number(amount) + " đồng";

    /// <summary>An amount in đồng in words, for paper: "một triệu hai trăm ba mươi tư nghìn đồng".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static string MoneyInWords(long amount) => InWords(amount) + " đồng";

    /// <summary>A whole number in words: 105 "một trăm linh năm", 21 "hai mươi mốt", 1.000.005 "một triệu không trăm linh năm".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static string InWords(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number == 0)
            return Digits[0];
        var words = new List<string>();
        if (number >= Billion)
        {
            words.Add(InWords(number / Billion));
            words.Add("tỷ");
        }
        var rest = number % Billion;
        AddGroup(words, (int)(rest / Million), "triệu");
        AddGroup(words, (int)(rest / 1000 % 1000), "nghìn");
        AddGroup(words, (int)(rest % 1000), null);
        return string.Join(' ', words);
    }

    private static void AddGroup(List<string> words, int group, string? unit)
    {
        if (group == 0)
            return;
        var (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        var spoken = words.Count > 0 || hundreds > 0;
        if (spoken)
            words.AddRange([Digits[hundreds], "trăm"]);
        if (tens == 0 && ones > 0 && spoken)
            words.Add("linh");
        if (tens == 1)
            words.Add("mười");
        else if (tens > 1)
            words.AddRange([Digits[tens], "mươi"]);
        if (ones > 0)
            words.Add(One(tens, ones));
        if (unit is not null)
            words.Add(unit);
    }

    private static string One(int tens, int ones) => (tens, ones) switch
    {
        ( > 1, 1) => "mốt",
        ( > 1, 4) => "tư",
        ( > 0, 5) => "lăm",
        _ => Digits[ones],
    };
}
