using System.Net.Http.Headers;
using MotCua.App.Papers.Signing;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>The key that a line of configuration names.</summary>
public static class SigningKeys
{
    private const string Token = "pkcs11:";
    private const string Remote = "csc:";

    /// <summary>What a line may be, in Vietnamese, for the manual.</summary>
    public const string Accepts =
        "đường dẫn tệp .p12 hoặc .pfx; hoặc pkcs11:/đường/dẫn/thư-viện.so?token=TÊN&key=TÊN; hoặc csc:https://nhà-cung-cấp/?credential=MÃ";

    /// <summary>Whether a line names a key.</summary>
    public static bool Understands(string line) => line.StartsWith(Token, StringComparison.Ordinal) ? Parts(line[Token.Length..]).Path.Length > 0
        : line.StartsWith(Remote, StringComparison.Ordinal) ? Address(line) is not null
        : Path.GetExtension(line).ToLowerInvariant() is ".p12" or ".pfx";

    /// <summary>The key; the test key where no line is given.</summary>
    /// <param name="line">As <see cref="Accepts"/> says.</param>
    /// <param name="secret">Password, PIN or access token; null for none. For a provider "PIN:ACCESS TOKEN".</param>
    /// <param name="testFolder">Where the test key lies.</param>
    public static ISigningKey Of(string? line, string? secret, string testFolder, TimeProvider clock)
    {
        if (line is null)
            return new TestKey(testFolder, clock);
        if (line.StartsWith(Token, StringComparison.Ordinal))
        {
            var (path, query) = Parts(line[Token.Length..]);
            return new TokenKey(path, query.GetValueOrDefault("token"), query.GetValueOrDefault("key"), secret);
        }
        if (!line.StartsWith(Remote, StringComparison.Ordinal))
            return new Pkcs12Key(line, secret);
        var address = Address(line) ?? throw new SigningException("Khóa cấu hình signingKey không đọc được; hãy xem lại địa chỉ dịch vụ ký từ xa.");
        var (pin, access) = secret?.Split(':', 2) is [var first, var second] ? (first, second) : (secret, null);
        var http = new HttpClient { BaseAddress = new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + '/'), Timeout = TimeSpan.FromSeconds(60) };
        if (access is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access);
        return new RemoteKey(http, Parts(address.PathAndQuery).Query["credential"], pin);
    }

    // A digest and a PIN go over the line: plain http only to this very machine.
    private static Uri? Address(string line) =>
        Uri.TryCreate(line[Remote.Length..], UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
        && Parts(uri.PathAndQuery).Query.GetValueOrDefault("credential") is { Length: > 0 } ? uri : null;

    private static (string Path, Dictionary<string, string> Query) Parts(string text)
    {
        var (path, query) = text.Split('?', 2) is [var p, var q] ? (p, q) : (text, "");
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2);
        var read = new Dictionary<string, string>();
        foreach (var pair in pairs)
            read[pair[0]] = Uri.UnescapeDataString(pair[1]);
        return (path, read);
    }
}
