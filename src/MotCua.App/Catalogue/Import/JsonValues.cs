using System.Globalization;
using System.Text.Json;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Import;

/// <summary>Reads JSON of others leniently: a number may be a string, a list may be missing, a text may be null.</summary>
internal static class JsonValues
{
    public static string Text(this JsonElement e, string name) => e.Find(name) is { } v ? v.AsText() : "";

    public static string AsText(this JsonElement v) => v.ValueKind switch
    {
        JsonValueKind.String => VietnameseText.Nfc(v.GetString() ?? "").Trim(),
        JsonValueKind.Number => v.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    public static IReadOnlyList<JsonElement> List(this JsonElement e, string name) =>
        e.Find(name) is { ValueKind: JsonValueKind.Array } v ? [.. v.EnumerateArray()] : [];

    public static IReadOnlyList<string> Texts(this JsonElement e, string name) => e.Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } v => [.. v.EnumerateArray().Select(AsText).Where(t => t.Length > 0)],
        { ValueKind: JsonValueKind.String } v when v.AsText() is { Length: > 0 } one => [one],
        _ => [],
    };

    public static int Count(this JsonElement e, string name) =>
        decimal.TryParse(e.Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and < 10_000 ? (int)n : 0;

    public static decimal? Amount(this JsonElement e, string name) =>
        decimal.TryParse(e.Text(name), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var n) && n is >= 0 and < 1e15m
            ? n : null;

    public static bool? Flag(this JsonElement e, string name) => e.Text(name) switch { "true" or "True" or "1" => true, "false" or "False" or "0" => false, _ => null };

    public static JsonElement? Find(this JsonElement e, string name) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out var v) ? v : null;
}
