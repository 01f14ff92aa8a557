using System.Text;
using MotCua.Domain.Law;

namespace MotCua.Domain.People;

/// <summary>What the check of a typed number says.</summary>
/// <param name="Number">The number in its one stored form; what was typed, trimmed, where it was refused.</param>
/// <param name="Refusal">Why it cannot be that kind of number; null if it can.</param>
/// <param name="Warnings">What the officer should compare with the paper; never blocks.</param>
[NoTerm("an answer of a check")]
public sealed record NumberCheck(string Number, Refusal? Refusal, IReadOnlyList<string> Warnings)
{
    internal static NumberCheck Good(string number, params IReadOnlyList<string> warnings) => new(number, null, warnings);

    internal static NumberCheck Bad(string typed, string code, string sentence, string? law = null) =>
        new(typed, new Refusal(code, sentence, law, nameof(Party.Number)), []);

    /// <summary>What was typed without the spaces, dots, hyphens and brackets that people put between the digits; upper case.</summary>
    internal static string Bare(string? typed)
    {
        var bare = new StringBuilder();
        foreach (var c in typed ?? "")
            if (!char.IsWhiteSpace(c) && c is not ('.' or '-' or '\u2010' or '\u2011' or '\u2013' or '(' or ')' or '\u200B' or '\uFEFF'))
                bare.Append(char.ToUpperInvariant(c));
        return bare.ToString();
    }

    internal static bool AllDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
