using System.Runtime.CompilerServices;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Names;

/// <summary>Rules on names and shapes of types.</summary>
internal static class NameRules
{
    private static readonly string[] Empty = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Dto", "Impl", "Base"];

    /// <summary>A name says what the thing is: none ends in a word that says nothing.</summary>
    public static IEnumerable<Breach> Words(IEnumerable<Type> types) =>
        from type in types
        let name = type.Name.Split('`')[0]
        from word in Empty
        where name.EndsWith(word, StringComparison.Ordinal)
        select new Breach(type.FullName ?? type.Name, $"ends in {word}");

    /// <summary>A class from which none is derived is sealed.</summary>
    public static IEnumerable<Breach> Leaves(IReadOnlyCollection<Type> types)
    {
        var parents = types.Select(t => t.BaseType is { IsGenericType: true } b ? b.GetGenericTypeDefinition() : t.BaseType).ToHashSet();
        return types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(t))
            .Select(t => new Breach(t.FullName ?? t.Name, "is neither sealed nor inherited"));
    }

    /// <summary>The types that people wrote: neither closures nor pages turned into classes nor migrations.</summary>
    public static IReadOnlyList<Type> Written(IEnumerable<System.Reflection.Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(a => a.GetTypes()).Where(t =>
            t.Namespace?.StartsWith("MotCua.", StringComparison.Ordinal) == true && !t.Name.Contains('<')
            && t.Namespace is not ("MotCua.Migrations.Sqlite" or "MotCua.Migrations.Postgres")
            && !Attribute.IsDefined(t, typeof(CompilerGeneratedAttribute))),
    ];
}
