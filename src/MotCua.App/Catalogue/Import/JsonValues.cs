using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Import;

/// <summary>Reads JSON of others leniently: a number may be a string, a list may be missing, a text may be null.</summary>
internal static partial class JsonValues
{
    /// <summary>A text: NFC, one space between words, without what cannot be seen or stored; lines stay lines.</summary>
    public static string Text(this JsonElement e, string name) => e.Find(name) is { } v ? v.AsText() : "";

    /// <summary>The same of a value.</summary>
    public static string AsText(this JsonElement v) => v.ValueKind switch
    {
        JsonValueKind.String => Lines(Raw(v)),
        JsonValueKind.Number => v.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    /// <summary>A text as it is written, blanks and all.</summary>
    public static string Written(this JsonElement e, string name) =>
        e.Find(name) is { ValueKind: JsonValueKind.String } v ? Raw(v) : e.Text(name);

    public static IReadOnlyList<JsonElement> List(this JsonElement e, string name) => e.Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } v => [.. v.EnumerateArray()],
        { ValueKind: JsonValueKind.Object } one => [one],
        _ => [],
    };

    public static IReadOnlyList<string> Texts(this JsonElement e, string name) => e.Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } v => [.. v.EnumerateArray().Select(AsText).Where(t => t.Length > 0)],
        { ValueKind: JsonValueKind.String } v when v.AsText() is { Length: > 0 } one => [one],
        _ => [],
    };

    public static int Count(this JsonElement e, string name) =>
        decimal.TryParse(e.Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and < 10_000 ? (int)n : 0;

    /// <summary>An amount; null where there is none, or where the number can be read in two ways: "28.000" as a text is 28 or 28 thousand.</summary>
    public static decimal? Amount(this JsonElement e, string name)
    {
        var text = e.Text(name);
        if (e.Find(name) is { ValueKind: JsonValueKind.String } && Grouped().IsMatch(text))
            return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var n)
            && n is >= 0 and < 1e15m
            ? n : null;
    }

    public static bool? Flag(this JsonElement e, string name) => e.Text(name).ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    public static JsonElement? Find(this JsonElement e, string name) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out var v) ? v : null;

    private static string Lines(string text) => text.AsSpan().IndexOfAny('\n', '\r') < 0
        ? VietnameseText.Clean(text) ?? ""
        : string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => VietnameseText.Clean(l) ?? "")).Trim('\n');

    // Half of a surrogate pair is JSON, and no text.
    private static string Raw(JsonElement v)
    {
        try
        {
            return v.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            using var mended = JsonDocument.Parse(Half().Replace(v.GetRawText(), "\\ufffd"));
            return mended.RootElement.GetString() ?? "";
        }
    }

    [GeneratedRegex(@"\A\d{1,3}([.,]\d{3})+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Half();
}
