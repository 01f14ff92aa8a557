using System.Security.Cryptography;

namespace MotCua.Web.Watch;

/// <summary>The short number that a person reads out and that stands in the log: "MC-7F3K2P".</summary>
public static class ErrorNumber
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly object Key = new();

    /// <summary>A new number; letters that are easily confused are left out.</summary>
    public static string Draw() => "MC-" + RandomNumberGenerator.GetString(Letters, 6);

    /// <summary>The number of this request, drawn at the first call.</summary>
    public static string Of(HttpContext http) => Given(http) ?? (string)(http.Items[Key] = Draw());

    /// <summary>The number of this request; null while none was drawn.</summary>
    public static string? Given(HttpContext http) => http.Items[Key] as string;
}
