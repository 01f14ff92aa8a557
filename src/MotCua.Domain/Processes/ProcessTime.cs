using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>How long the steps of a process take.</summary>
[NoTerm("a sum over a ProcessDefinition")]
public static class ProcessTime
{
    /// <summary>Working hours of a working day, as processes count them.</summary>
    public const decimal HoursOfADay = 8;

    /// <summary>Working hours of the longest way through; parallel branches run side by side, a way that turns back is walked once, and steps that
    /// follow one another in a shared time have it once.</summary>
    public static decimal Longest(this ProcessDefinition process)
    {
        var known = new Dictionary<(string, string?), decimal>();
        return Longest(null);

        decimal Longest(string? scope) =>
            process.Elements.Where(e => e.Kind == ElementKind.Start && e.Scope == scope).Select(e => From(e.Id, null)).DefaultIfEmpty(0).Max();

        decimal From(string id, string? running)
        {
            if (known.TryGetValue((id, running), out var hours))
                return hours;
            known[(id, running)] = 0;
            var element = process[id];
            var own = element.Group is { } group && group == running ? 0
                : element.Kind == ElementKind.SubProcess ? Math.Max(element.Hours ?? 0, Longest(id)) : element.Hours ?? 0;
            // A gateway does not end a shared time: the steps behind it may still be in it.
            var then = element.Kind == ElementKind.Task ? element.Group : running;
            var next = process.Next(id).Concat(process.Elements.Where(e => e.Host == id).Select(e => e.Id));
            return known[(id, running)] = own + next.Select(n => From(n, then)).DefaultIfEmpty(0).Max();
        }
    }

    /// <summary>Working hours of all steps together; a shared time once.</summary>
    public static decimal Sum(this ProcessDefinition process)
    {
        var steps = process.Elements.Where(e => e.Kind == ElementKind.Task).ToList();
        return steps.Where(s => s.Group is null).Sum(s => s.Hours ?? 0)
            + steps.Where(s => s.Group is not null).GroupBy(s => s.Group).Sum(g => g.Max(s => s.Hours ?? 0));
    }
}
