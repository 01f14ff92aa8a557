using System.Collections.Concurrent;
using System.Reflection;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Papers;

/// <summary>Finds the words that an event holds the ids of, whatever its kind.</summary>
public static class EventTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Holders = new();

    /// <summary>The ids, in the order in which the event names them.</summary>
    public static IEnumerable<TextId> Of(DossierEvent e) => Holders
        .GetOrAdd(e.GetType(), t => [.. t.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(TextId))])
        .Select(p => p.GetValue(e)).OfType<TextId>();
}
