using System.Globalization;
using MotCua.Domain.Words;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>What people type into the form of a procedure, read and written.</summary>
internal static class FormText
{
    public static string? Null(string? text) => VietnameseText.Clean(text);

    public static string Clean(string? text) => VietnameseText.Clean(text) ?? "";

    /// <summary>One thing a line; empty lines are left out.</summary>
    public static IReadOnlyList<string> Lines(string? text) => [.. (text ?? "").Split('\n').Select(Null).OfType<string>()];

    /// <summary>Things with commas or semicolons between.</summary>
    public static IReadOnlyList<string> Codes(string? text) => [.. (text ?? "").Split(',', ';', '\n').Select(Null).OfType<string>()];

    /// <summary>A number as people here write it: "16,5"; null if it is none.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(Clean(text).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 100_000
            ? number
            : null;

    public static string Written(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
