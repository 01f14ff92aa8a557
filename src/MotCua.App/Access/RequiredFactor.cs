using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Access;

/// <summary>Which duties need a second factor on a day, as the rows say.</summary>
public static class RequiredFactor
{
    /// <summary>The row of the day; null where none asks for one.</summary>
    public static Rule? On(DateOnly day, RuleBook rules) => rules.Find("signin.second-factor", day);

    /// <summary>The duties that the row names.</summary>
    /// <exception cref="ArgumentException">The row names a duty that there is not: a fault of the data.</exception>
    public static IReadOnlyList<Duty> Duties(Rule rule) => [.. rule.Value.Split('|').Select(Enum.Parse<Duty>)];

    /// <summary>Whether one of the duties needs a second factor on the day.</summary>
    public static bool For(IEnumerable<DutyGrant> grants, DateOnly day, RuleBook rules) =>
        On(day, rules) is { } rule && grants.Any(g => Duties(rule).Contains(g.Duty));
}
