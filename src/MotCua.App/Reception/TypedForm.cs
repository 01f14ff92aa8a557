using System.Globalization;
using System.Text.Json;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>What was typed into a form, by field name, exactly as typed.</summary>
public sealed class TypedForm(IReadOnlyDictionary<string, string[]> values)
{
    /// <summary>Nothing typed.</summary>
    public static readonly TypedForm Empty = new(new Dictionary<string, string[]>());

    /// <summary>Every field.</summary>
    public IReadOnlyDictionary<string, string[]> Values => values;

    /// <summary>The cleaned value of a field; null if it is empty.</summary>
    public string? this[string name] => VietnameseText.Clean(Raw(name));

    /// <summary>The value of a field as it was typed; "" if there is none.</summary>
    public string Raw(string name) => values.TryGetValue(name, out var v) && v.Length > 0 ? v[^1] : "";

    /// <summary>All values of a field with several.</summary>
    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name, []);

    /// <summary>The lines of a field with several lines, cleaned, without empty ones.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        [.. Raw(name).Split('\n').Select(VietnameseText.Clean).OfType<string>()];

    /// <summary>Whether the form that was sent had the field at all.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Whether a box is ticked. A box may come with a hidden "false" behind it.</summary>
    public bool Is(string name) => All(name).Any(v => v is "true" or "on");

    /// <summary>A choice; the default where nothing or something unknown was typed.</summary>
    public T Choice<T>(string name, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(this[name], out var value) && Enum.IsDefined(value) ? value : otherwise;

    /// <summary>A whole number; null if it is none.</summary>
    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>As stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(values, Json.Stored);

    /// <summary>From the stored text.</summary>
    public static TypedForm FromJson(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, Json.Stored) ?? []);

    /// <summary>The same with some fields replaced.</summary>
    public TypedForm With(params IEnumerable<(string Name, string Value)> changes)
    {
        var copy = new Dictionary<string, string[]>(values);
        foreach (var (name, value) in changes)
            copy[name] = [value];
        return new TypedForm(copy);
    }

    /// <summary>The same without the fields whose names begin so.</summary>
    public TypedForm Without(string prefix) =>
        new(values.Where(v => !v.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(v => v.Key, v => v.Value));

    /// <summary>The fields that stand otherwise in another form, with their values there.</summary>
    public IEnumerable<(string Name, string Value)> ChangesTo(TypedForm other) =>
        other.Values.Keys.Where(k => other.Raw(k) != Raw(k)).Select(k => (k, other.Raw(k)));
}
