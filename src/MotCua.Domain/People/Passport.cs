using MotCua.Domain.Law;

namespace MotCua.Domain.People;

/// <summary>A passport's number: 6 to 15 letters and digits, at least one digit; the country that gave it is kept beside it.</summary>
[NoTerm("the structure of the number; its term stands on the kind of identity")]
public static class Passport
{
    private const int Shortest = 6, Longest = 15;
    // ICAO Doc 9303 leaves nine places for the number in the machine-readable zone.
    private const int MachineReadable = 9;

    /// <summary>Checks a typed number. That the nationality is there is asked by <see cref="Party.Check"/>.</summary>
    /// <param name="nationality">Code of the country, "VNM"; null if not known yet.</param>
    public static NumberCheck Check(string? typed, string? nationality)
    {
        var bare = NumberCheck.Bare(typed);
        if (bare.Length is < Shortest or > Longest || !bare.All(char.IsAsciiLetterOrDigit) || !bare.Any(char.IsAsciiDigit))
            return NumberCheck.Bad(bare, "number.passport",
                $"Số hộ chiếu gồm {Shortest} đến {Longest} chữ cái không dấu và chữ số. Hãy nhập lại như trên hộ chiếu.");
        var warnings = new List<string>();
        if (bare.Length > MachineReadable)
            warnings.Add($"Số hộ chiếu thường không quá {MachineReadable} ký tự. Hãy đối chiếu với hộ chiếu.");
        if (nationality is "VNM" or "VN" && !Vietnamese(bare))
            warnings.Add("Số hộ chiếu Việt Nam gồm một chữ cái và 7 hoặc 8 chữ số. Hãy đối chiếu với hộ chiếu.");
        return NumberCheck.Good(bare, warnings);
    }

    private static bool Vietnamese(string number) =>
        number.Length is 8 or 9 && char.IsAsciiLetter(number[0]) && NumberCheck.AllDigits(number[1..]);
}
