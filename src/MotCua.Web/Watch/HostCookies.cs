using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MotCua.Web.Watch;

/// <summary>Over HTTPS our cookies bear the prefix <c>__Host-</c>: a browser takes such a cookie only from this very host, for all of it, and never
/// over HTTP, so that no neighbouring site can plant one. Everything inside knows the plain names.</summary>
public sealed class HostCookies(RequestDelegate next)
{
    /// <summary>How every cookie of ours begins.</summary>
    public const string Ours = "motcua";

    private const string Prefix = "__Host-";

    /// <summary>Takes the prefix off what comes in, and puts it on what goes out.</summary>
    public Task Invoke(HttpContext http)
    {
        if (http.Request.IsHttps)
        {
            http.Request.Headers.Cookie = Read(http.Request.Headers.Cookie);
            http.Response.OnStarting(() =>
            {
                var cookies = http.Response.Headers.SetCookie;
                if (cookies.Count > 0)
                    http.Response.Headers.SetCookie = new StringValues([.. cookies.Select(Write)]);
                return Task.CompletedTask;
            });
        }
        return next(http);
    }

    // A cookie of ours without the prefix was not set by us over HTTPS: it is not read.
    private static StringValues Read(StringValues headers) => new([.. headers.Select(header => string.Join("; ",
        (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(c => !c.StartsWith(Ours, StringComparison.Ordinal))
            .Select(c => c.StartsWith(Prefix + Ours, StringComparison.Ordinal) ? c[Prefix.Length..] : c)))]);

    private static string? Write(string? header)
    {
        if (header is null || !header.StartsWith(Ours, StringComparison.Ordinal) || !SetCookieHeaderValue.TryParse(header, out var cookie))
            return header;
        cookie.Name = Prefix + cookie.Name;
        (cookie.Path, cookie.Domain, cookie.Secure) = ("/", default, true);
        return cookie.ToString();
    }
}
