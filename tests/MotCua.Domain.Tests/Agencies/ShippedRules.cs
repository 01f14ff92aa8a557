using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Testing;

namespace MotCua.Domain.Tests.Agencies;

/// <summary>The dated rows on duties that the product ships, read from data/law.</summary>
internal static class ShippedRules
{
    internal static readonly RuleBook Duties = new([.. File.ReadLines(Repository.Path("data", "law", "rules.csv"))
        .Where(l => l.StartsWith("duty.", StringComparison.Ordinal)).Select(Read)], []);

    /// <summary>The same with one more row.</summary>
    internal static RuleBook With(string key, string scope, string value, DateOnly from) =>
        new([.. Duties.Rules, new Rule(key, scope, value, "QĐ", from, null, Binds.Act, true)], []);

    private static Rule Read(string line)
    {
        // The legal basis alone may hold commas, and is quoted then.
        var basis = line.Contains('"') ? line[(line.IndexOf('"') + 1)..line.LastIndexOf('"')] : null;
        var r = (basis is null ? line : line.Replace($"\"{basis}\"", "", StringComparison.Ordinal)).Split(',');
        return new Rule(r[0], r[1], r[2], basis ?? r[3], Day(r[4])!.Value, Day(r[5]), Enum.Parse<Binds>(r[6]), r[7] == "true");
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
