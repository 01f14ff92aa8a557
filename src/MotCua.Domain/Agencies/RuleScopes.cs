using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>The scopes in which a rule is asked, narrowest first (R-X-08): the procedure, the units and those they belong to, the province or the
/// ministry. The nation is asked by <see cref="RuleBook.Find"/> itself.</summary>
[NoTerm("a look-up over agencies")]
public static class RuleScopes
{
    /// <summary>The scopes of a procedure at some units.</summary>
    /// <param name="units">The receiving unit first, then the agency that resolves.</param>
    public static string[] Of(AgencyDirectory agencies, string procedure, params ReadOnlySpan<AgencyId> units)
    {
        var (scopes, wide) = (new List<string> { $"procedure:{procedure}" }, new List<string>());
        foreach (var unit in units)
            Add(agencies, unit, scopes, wide);
        return [.. scopes, .. wide];
    }

    /// <summary>The scopes of a unit, whatever the procedure.</summary>
    public static string[] Of(AgencyDirectory agencies, AgencyId unit)
    {
        var (scopes, wide) = (new List<string>(), new List<string>());
        Add(agencies, unit, scopes, wide);
        return [.. scopes, .. wide];
    }

    /// <summary>The scope of all units of the province, or of the ministry, to which an agency belongs.</summary>
    public static string Wide(Agency agency) =>
        agency.Level == Level.Ministry ? $"ministry:{agency.Code.Split('.')[0]}" : $"province:{agency.Code.Split('.')[0]}";

    private static void Add(AgencyDirectory agencies, AgencyId unit, List<string> scopes, List<string> wide)
    {
        for (var at = agencies.Find(unit); at is not null; at = at.Parent is { } parent ? agencies.Find(parent) : null)
        {
            if ($"unit:{at.Code}" is var own && !scopes.Contains(own))
                scopes.Add(own);
            if (at.Parent is null && Wide(at) is var whole && !wide.Contains(whole))
                wide.Add(whole);
        }
    }
}
