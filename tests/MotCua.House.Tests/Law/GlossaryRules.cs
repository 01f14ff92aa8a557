using System.Reflection;
using MotCua.Domain.Law;
using MotCua.Domain.Words;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Law;

/// <summary>Rules on the words of the law.</summary>
internal static class GlossaryRules
{
    /// <summary>The types that need a word of the law or a reason for having none: public things, neither bags of functions nor shapes of others.</summary>
    public static IReadOnlyList<Type> Things(Assembly assembly) =>
    [
        .. assembly.GetTypes().Where(t => t is { IsPublic: true, IsInterface: false } && !(t.IsAbstract && t.IsSealed)
            && !t.IsSubclassOf(typeof(Attribute)) && !t.IsSubclassOf(typeof(Exception))),
    ];

    /// <summary>The tables among the types of a floor, and the named lists whose values they hold.</summary>
    public static IReadOnlyList<Type> Rows(Assembly assembly)
    {
        var rows = Things(assembly).Where(t => t.Name.EndsWith("Row", StringComparison.Ordinal)).ToList();
        var values = rows.SelectMany(r => r.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType);
        return [.. rows, .. values.Where(v => v.IsEnum && v.Assembly == assembly).Distinct()];
    }

    /// <summary>Everything has a term, or says why it has none; so has each member of a named list.</summary>
    public static IEnumerable<Breach> Named(IEnumerable<Type> things)
    {
        foreach (var type in things)
        {
            var (term, none) = (type.GetCustomAttribute<TermAttribute>(), type.GetCustomAttribute<NoTermAttribute>());
            if (term is null == none is null)
                yield return new Breach(
                    type.FullName ?? "", term is null ? "has neither a term nor a reason for having none" : "has a term and a reason for having none");
            if (none is { } && none.Why.Trim().Length < 5)
                yield return new Breach(type.FullName ?? "", "gives no reason for having no term");
            if (term is { } && type.IsEnum)
                foreach (var member in Members(type).Where(m => m.Term is null))
                    yield return new Breach(type.FullName ?? "", $"has no term for {member.Field.Name}");
        }
    }

    /// <summary>A term means one thing, a name likewise.</summary>
    public static IEnumerable<Breach> Single(IReadOnlyCollection<Type> things)
    {
        var terms = things.Select(t => (Type: t, Term: t.GetCustomAttribute<TermAttribute>()?.Vietnamese)).Where(t => t.Term is not null);
        foreach (var same in terms.GroupBy(t => t.Term).Where(g => g.Count() > 1))
            foreach (var (type, term) in same)
                yield return new Breach(type.FullName ?? "", $"shares the term “{term}” with another type");
        foreach (var type in things.Where(t => t.IsEnum))
            foreach (var same in Members(type).Where(m => m.Term is not null).GroupBy(m => m.Term!.Vietnamese).Where(g => g.Count() > 1))
                yield return new Breach(type.FullName ?? "", $"has the term “{same.Key}” twice");
        foreach (var same in things.GroupBy(t => t.Name).Where(g => g.Count() > 1))
            foreach (var type in same)
                yield return new Breach(type.FullName ?? "", $"shares the name {type.Name} with another type");
    }

    /// <summary>A term is written as the law writes it: composed, without spaces around it.</summary>
    public static IEnumerable<Breach> Written(IEnumerable<Type> things) =>
        from type in things
        from term in Terms(type)
        where VietnameseText.Nfc(term) != term || term != term.Trim() || term.Length == 0
        select new Breach(type.FullName ?? "", $"writes its term “{term}” in another way than the law");

    /// <summary>The members of an enum with their terms.</summary>
    public static IEnumerable<(FieldInfo Field, TermAttribute? Term)> Members(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f, f.GetCustomAttribute<TermAttribute>()));

    private static IEnumerable<string> Terms(Type type)
    {
        if (type.GetCustomAttribute<TermAttribute>() is { } term)
            yield return term.Vietnamese;
        foreach (var member in type.IsEnum ? Members(type) : [])
            if (member.Term is { } own)
                yield return own.Vietnamese;
    }
}
