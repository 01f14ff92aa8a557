using MotCua.Domain.Agencies;

namespace MotCua.App.Access;

/// <summary>How far a duty at a unit reaches: that unit and all below it.</summary>
public static class UnitReach
{
    /// <summary>The units with all below them; null where one of them stands at the top, and so nothing is left out.</summary>
    public static IReadOnlySet<int>? Of(IEnumerable<AgencyId> units, AgencyDirectory agencies)
    {
        var reach = units.Select(u => u.Value).ToHashSet();
        if (reach.Any(u => agencies.Find(new AgencyId(u)) is { Parent: null }))
            return null;
        for (var before = -1; before != reach.Count;)
        {
            before = reach.Count;
            reach.UnionWith(agencies.All.Where(a => a.Parent is { } p && reach.Contains(p.Value)).Select(a => a.Id.Value));
        }
        return reach;
    }
}
