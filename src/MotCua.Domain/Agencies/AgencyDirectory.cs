using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>All agencies, asked by id, code and function.</summary>
[NoTerm("a look-up over the rows")]
public sealed class AgencyDirectory(IReadOnlyList<Agency> agencies)
{
    private readonly Dictionary<AgencyId, Agency> byId = agencies.ToDictionary(a => a.Id);

    /// <summary>Every agency.</summary>
    public IReadOnlyList<Agency> All => agencies;

    /// <summary>The agency; null if unknown.</summary>
    public Agency? Find(AgencyId id) => byId.GetValueOrDefault(id);

    /// <summary>The agency with the code on a day; null if there is none.</summary>
    public Agency? Find(string code) => agencies.FirstOrDefault(a => a.Code == code);

    /// <summary>The name, or a plain word where the id is unknown.</summary>
    public string NameOf(AgencyId id) => Find(id)?.Name ?? "đơn vị chưa rõ";

    /// <summary>The department of an agency with a function: its own first, then one that serves the same place, then the agency itself.</summary>
    public AgencyId Department(AgencyId competent, string function)
    {
        var place = Find(competent)?.Place;
        return (agencies.FirstOrDefault(a => a.Parent == competent && a.Function == function)
            ?? agencies.FirstOrDefault(a => a.Function == function && a.Place == place))?.Id ?? competent;
    }

    /// <summary>Whoever does a unit's work on a day: itself while it stands, then the one that took over; itself where nobody did.</summary>
    public AgencyId Heir(AgencyId unit, DateOnly day)
    {
        var seen = new HashSet<AgencyId>();
        while (seen.Add(unit) && Find(unit) is { Successor: { } next } ended && !ended.HoldsOn(day) && Find(next) is not null)
            unit = next;
        return unit;
    }

    /// <summary>Whether a unit is another one or belongs to it, at whatever depth.</summary>
    public bool IsWithin(AgencyId unit, AgencyId upper)
    {
        for (AgencyId? at = unit; at is { } here; at = Find(here)?.Parent)
            if (here == upper)
                return true;
        return false;
    }

    /// <summary>Agencies that may be competent at a level (committees and departments of provinces for the province).</summary>
    /// <param name="function">The function that handles the procedure: where an agency of that sector decides by itself no committee does.</param>
    public IEnumerable<Agency> CompetentAt(Level level, DateOnly day, string? function = null) =>
        agencies.Where(a => a.Level == level && a.HoldsOn(day) && Decides(a, function));

    /// <summary>Whether an agency decides what a function handles. A one-stop unit or a branch decides nothing: nobody there could sign.</summary>
    public bool Decides(Agency agency, string? function) =>
        function is not null && agencies.Any(a => a.Kind == AgencyKind.Vertical && a.Function == function && a.Level == agency.Level)
            ? agency.Kind == AgencyKind.Vertical && agency.Function == function
            : agency.Kind == AgencyKind.Committee || (agency.Kind == AgencyKind.Department && agency.Level is Level.Province or Level.Ministry);
}
