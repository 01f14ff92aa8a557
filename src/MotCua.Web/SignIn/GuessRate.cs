using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.Web.Configuration;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>How often a form that takes a password or a code may be sent: a known browser has a rate of its own, everyone else shares that of
/// his address, so that a flood from a neighbour does not keep an officer from his own browser.</summary>
internal static class GuessRate
{
    /// <summary>The policy: <c>[EnableRateLimiting(GuessRate.Policy)]</c>.</summary>
    public const string Policy = "sign-in";

    private const int PerMinute = 60;

    public static IServiceCollection AddGuessRate(this IServiceCollection services, MotCuaSettings settings) =>
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(Policy, http =>
            HttpMethods.IsPost(http.Request.Method) && settings.RequestsPerMinute > 0 && Of(http) is { } who
                ? RateLimitPartition.GetFixedWindowLimiter(who, _ => new()
                {
                    PermitLimit = Math.Min(PerMinute, settings.RequestsPerMinute), Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter("")));

    private static string? Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<KnownBrowser>().Of(http) is { } browser ? "browser " + browser
        : http.Connection.RemoteIpAddress is { } address ? GuessGuard.NetOf(address.ToString())
        : null;
}
