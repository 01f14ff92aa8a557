using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>How events are stored: by a name that is not the name of the class, and chained by hash.</summary>
public static class EventFormat
{
    private static readonly Dictionary<string, Type> ByName = typeof(DossierEvent).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DossierEvent)))
        .ToDictionary(t => t.GetCustomAttribute<StoredAttribute>()?.Name ?? throw new InvalidOperationException($"{t.Name} has no [Stored]."));

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(p => p.Value, p => p.Key);

    /// <summary>Every stored name with its type.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds => ByName;

    /// <summary>The stored name of an event.</summary>
    public static string NameOf(DossierEvent e) => ByType[e.GetType()];

    /// <summary>The stored name of a kind of event.</summary>
    public static string NameOf<TEvent>() where TEvent : DossierEvent => ByType[typeof(TEvent)];

    /// <summary>The event as JSON.</summary>
    public static string Write(DossierEvent e) => JsonSerializer.Serialize(e, e.GetType(), Json.Stored);

    /// <summary>The event from its stored name and JSON.</summary>
    /// <exception cref="InvalidOperationException">The name is unknown: a newer program wrote it.</exception>
    public static DossierEvent Read(string kind, string data) => ByName.TryGetValue(kind, out var type)
        ? (DossierEvent)JsonSerializer.Deserialize(data, type, Json.Stored)!
        : throw new InvalidOperationException($"Event '{kind}' is unknown to this version of the program.");

    /// <summary>The hash that chains a row to the one before. Every field goes in with its length, so that no part of one can pass for another.</summary>
    /// <param name="before">Hash of the row before; "" for the first.</param>
    public static string Hash(DossierEventRow row, string before)
    {
        var text = new StringBuilder();
        object?[] fields =
        [
            before, row.DossierId.ToString("N"), row.Version, row.Kind, row.Data, row.At.UtcTicks, row.Actor, row.OfficerId, row.OnBehalfOf, row.Door, row.Act,
        ];
        foreach (var field in fields.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture) ?? ""))
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
