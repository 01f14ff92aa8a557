using System.Reflection;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Rooms;

/// <summary>Bans, asked of what was compiled: the analyzer asks the same while compiling.</summary>
internal static class BanRules
{
    /// <summary>The lines of a list of banned symbols: "P:System.DateTime.UtcNow;why".</summary>
    public static IReadOnlyList<string> Symbols(string list) =>
        [.. list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(';')[0])];

    /// <summary>Nothing of the list is used.</summary>
    public static IEnumerable<Breach> Used(AssemblyReading floor, IReadOnlyCollection<string> banned) =>
        floor.Members.SelectMany(u => Names(u.Used).Where(banned.Contains).Select(n => new Breach(u.By.FullName ?? u.By.Name, $"uses {n[2..]} in {u.Member}")))
            .Concat(floor.Types.Where(u => banned.Contains($"T:{u.Known.FullName}"))
                .Select(u => new Breach(u.By.FullName ?? u.By.Name, $"knows {u.Known.FullName} in {u.Member}")));

    private static IEnumerable<string> Names(MemberInfo member)
    {
        var type = (member.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : member.DeclaringType)?.FullName;
        if (member is not MethodBase method)
            yield break;
        yield return $"M:{type}.{method.Name}";
        if (method.GetParameters() is { Length: > 0 } parameters)
            yield return $"M:{type}.{method.Name}({string.Join(',', parameters.Select(p => p.ParameterType.FullName))})";
        if (method.Name.StartsWith("get_", StringComparison.Ordinal))
            yield return $"P:{type}.{method.Name[4..]}";
    }
}
