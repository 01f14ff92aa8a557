using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using MotCua.Web.Configuration;

namespace MotCua.Web.Watch;

/// <summary>How often one address may ask. Many officers share one address, so the general limit is wide.</summary>
public static class RequestRate
{
    /// <summary>The policy for pages where a password or a code can be guessed: <c>[EnableRateLimiting(RequestRate.Guessing)]</c>.</summary>
    public const string Guessing = "guessing";

    private const int GuessesPerMinute = 60;

    /// <summary>Adds both limits.</summary>
    public static IServiceCollection AddRequestRate(this IServiceCollection services, MotCuaSettings settings) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                settings.RequestsPerMinute == 0 || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
                    ? RateLimitPartition.GetNoLimiter("")
                    : PerMinute(http, settings.RequestsPerMinute));
            limits.AddPolicy(Guessing, http => HttpMethods.IsPost(http.Request.Method) && settings.RequestsPerMinute > 0
                ? PerMinute(http, Math.Min(GuessesPerMinute, settings.RequestsPerMinute))
                : RateLimitPartition.GetNoLimiter(""));
            limits.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });

    private static RateLimitPartition<string> PerMinute(HttpContext http, int permits) =>
        http.Connection.RemoteIpAddress is { } address
            ? RateLimitPartition.GetFixedWindowLimiter(address.ToString(), _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("");
}
