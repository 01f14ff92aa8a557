using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>How long the steps of a process take.</summary>
[NoTerm("a sum over a ProcessDefinition")]
public static class ProcessTime
{
    /// <summary>Working hours of a working day, as processes count them.</summary>
    public const decimal HoursOfADay = 8;

    /// <summary>Working hours of the longest way through; parallel branches run side by side, a way that turns back is walked once.</summary>
    public static decimal Longest(this ProcessDefinition process)
    {
        var known = new Dictionary<string, decimal>();
        return process.Elements.Where(e => e.Kind == ElementKind.Start).Select(e => From(e.Id)).DefaultIfEmpty(0).Max();

        decimal From(string id)
        {
            if (known.TryGetValue(id, out var hours))
                return hours;
            known[id] = 0;
            return known[id] = (process[id].Hours ?? 0) + process.Next(id).Select(From).DefaultIfEmpty(0).Max();
        }
    }
}
