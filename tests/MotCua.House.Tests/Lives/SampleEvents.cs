using MotCua.Domain.Dossiers;

namespace MotCua.House.Tests.Lives;

/// <summary>Makes one event of a type with everything in it: the sample that is pinned when a new stored name comes.</summary>
internal static class SampleEvents
{
    /// <summary>An event in which nothing is left out.</summary>
    public static DossierEvent Make(Type type) => (DossierEvent)Value(type, type.Name, 1);

    private static object Value(Type type, string name, int depth) => Nullable.GetUnderlyingType(type) is { } inner
        ? Value(inner, name, depth)
        : type switch
        {
            _ when type == typeof(string) => name,
            _ when type == typeof(int) => 3 + depth,
            _ when type == typeof(long) => 20_000L + depth,
            _ when type == typeof(decimal) => 1.5m,
            _ when type == typeof(double) => 0.5,
            _ when type == typeof(bool) => true,
            _ when type == typeof(Guid) => new Guid(depth, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 17),
            _ when type == typeof(TimeOnly) => new TimeOnly(15, 0),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 17, 2, 10, 0, TimeSpan.Zero),
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            { IsArray: true } => Items(type.GetElementType()!, name, depth),
            { IsGenericType: true } => Collection(type, name, depth),
            _ => Record(type, depth),
        };

    private static object Collection(Type type, string name, int depth)
    {
        var arguments = type.GetGenericArguments();
        if (arguments is not [var key, var value])
            return Items(arguments[0], name, depth);
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        dictionary.Add(Value(key, name, depth), Value(value, name, depth));
        return dictionary;
    }

    private static Array Items(Type type, string name, int depth)
    {
        var items = Array.CreateInstance(type, 1);
        items.SetValue(Value(type, name, depth + 1), 0);
        return items;
    }

    private static object Record(Type type, int depth)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select((p, i) => Value(p.ParameterType, p.Name!, depth + 1 + i))]);
    }
}
