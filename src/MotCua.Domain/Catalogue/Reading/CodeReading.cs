using System.Text.RegularExpressions;
using MotCua.Domain.Law;

namespace MotCua.Domain.Catalogue.Reading;

/// <summary>Reads the code of a procedure: "1.000948", with a local suffix ".H38" or ".000.00.00.H38" (R-FORM-19).</summary>
[NoTerm("the structure of the code")]
public static partial class CodeReading
{
    /// <summary>The code without blanks around it; null where there is none.</summary>
    public static string? Trim(string? text) => text?.Trim() is { Length: > 0 and <= 64 } code ? code : null;

    /// <summary>Whether a code has the form that codes have.</summary>
    public static bool IsUsual(string code) => Usual().IsMatch(code);

    [GeneratedRegex(@"\A[1-6]\.\d{6}(\.(\d{3}\.\d{2}\.\d{2}\.)?[HG]\d{2})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Usual();
}
