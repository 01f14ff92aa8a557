using System.Text.RegularExpressions;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.Catalogue.Reading;

/// <summary>Reads the code of a procedure: "1.000948", with a local suffix ".H38" or ".000.00.00.H38" (R-FORM-19).</summary>
[NoTerm("the structure of the code")]
public static partial class CodeReading
{
    /// <summary>Longer ones cannot be kept as a code.</summary>
    public const int Longest = 64;

    /// <summary>The code without blanks and invisible characters around it; null where there is none, or it is longer than can be kept.</summary>
    public static string? Trim(string? text) => VietnameseText.Clean(text) is { Length: <= Longest } code ? code : null;

    /// <summary>Whether a code has the form that codes have.</summary>
    public static bool IsUsual(string code) => Usual().IsMatch(code);

    [GeneratedRegex(@"\A[1-6]\.\d{6}(\.(\d{3}\.\d{2}\.\d{2}\.)?[HG]\d{2})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Usual();
}
