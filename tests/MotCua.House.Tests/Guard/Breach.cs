using Xunit;

namespace MotCua.House.Tests.Guard;

/// <summary>A place that breaks a rule.</summary>
/// <param name="Where">File or type.</param>
/// <param name="What">What is wrong there.</param>
internal sealed record Breach(string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What}";
}

/// <summary>Asks rules.</summary>
internal static class HouseRule
{
    /// <summary>Nothing breaks the rule.</summary>
    public static void Holds(IEnumerable<Breach> breaches)
    {
        if (Lines(breaches) is { Length: > 0 } lines)
            Assert.Fail(lines);
    }

    /// <summary>Nothing breaks the rule but what is listed. The list can only get shorter: to add to it, the number beside it
    /// must be raised too, and an entry that breaks nothing any more must go.</summary>
    /// <param name="most">How many exceptions there are.</param>
    /// <param name="excepted">Files or types, each with its reason in a comment.</param>
    public static void HoldsBut(IEnumerable<Breach> breaches, int most, params string[] excepted)
    {
        var found = breaches.ToList();
        Holds(
        [
            .. found.Where(b => !excepted.Contains(b.Where)),
            .. excepted.Where(e => found.TrueForAll(b => b.Where != e)).Select(e => new Breach(e, "breaks nothing any more: take it off the list")),
            .. Counted(excepted.Length, most),
        ]);
    }

    /// <summary>The rule reports exactly these places of what was planted.</summary>
    public static void Reports(IEnumerable<Breach> breaches, params string[] where) =>
        Assert.Equal(where.Order(StringComparer.Ordinal), breaches.Select(b => b.Where).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Breach> Counted(int listed, int most) =>
        listed == most ? [] : [new Breach("exceptions", $"{listed} are listed, {most} are said: the number only goes down")];

    private static string Lines(IEnumerable<Breach> breaches) =>
        string.Join('\n', breaches.Select(b => b.ToString()).Distinct().Order(StringComparer.Ordinal));
}
