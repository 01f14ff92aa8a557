using MotCua.Domain.Law;

namespace MotCua.Web.Kit;

/// <summary>One thing to choose in a select, a group of radio buttons or check boxes.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What people read.</param>
/// <param name="Note">A second line: what the choice means, or why it is off.</param>
/// <param name="Disabled">Whether it cannot be chosen.</param>
public sealed record Choice(string Value, string Label, string? Note = null, bool Disabled = false)
{
    /// <summary>The members of an enum, labelled by their legal terms.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>() where TEnum : struct, Enum => Of(typeof(TEnum));

    internal static IReadOnlyList<Choice> Of(Type type) =>
        [.. Enum.GetValues(type).Cast<Enum>().Select(v => new Choice(v.ToString(), Sentence(Terms.Of(v))))];

    private static string Sentence(string term) => term.Length == 0 ? term : char.ToUpperInvariant(term[0]) + term[1..];
}
