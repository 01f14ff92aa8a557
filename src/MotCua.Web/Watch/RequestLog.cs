using System.Diagnostics;

namespace MotCua.Web.Watch;

/// <summary>One line a request: method, route, status, time and the error's number. The route is the pattern of the endpoint,
/// never the address itself: an address can hold a name, a citizen's number or a search.</summary>
public sealed class RequestLog(RequestDelegate next, ILoggerFactory loggers)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
    private readonly ILogger _log = loggers.CreateLogger("MotCua.Request");

    /// <summary>Passes the request on and writes the line when it is answered.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var status = http.Response.StatusCode;
            _log.Log(
                status >= 500 ? LogLevel.Error : LogLevel.Information, default,
                new Line(Method(http), Route(http), status, Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1), ErrorNumber.Given(http)).Fields(),
                null, (_, _) => "request");
        }
    }

    // The method too is what the caller typed.
    private static string Method(HttpContext http) => Methods.FirstOrDefault(m => m == http.Request.Method) ?? "other";

    private static string Route(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route ? "/" + route.TrimStart('/') : "(none)";

    private sealed record Line(string Method, string Route, int Status, double Ms, string? Number)
    {
        public IReadOnlyList<KeyValuePair<string, object?>> Fields() =>
            [new("method", Method), new("route", Route), new("status", Status), new("ms", Ms), new("number", Number)];
    }
}
