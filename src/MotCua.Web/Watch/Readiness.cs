using System.Diagnostics;
using MotCua.Web.Configuration;

namespace MotCua.Web.Watch;

/// <summary>One thing that must hold before requests are sent here. Register with
/// <c>services.AddScoped&lt;IReadinessCheck, …&gt;()</c>; "/ready" asks all of them.</summary>
public interface IReadinessCheck
{
    /// <summary>A short name for programs: "database".</summary>
    string Name { get; }

    /// <summary>Null when it holds, else one Vietnamese sentence without secrets: the answer is public.</summary>
    Task<string?> Check(CancellationToken stop);
}

/// <summary>Whether bytes can be written where papers are kept, and there is room for one more form of the greatest size.</summary>
public sealed class FilesCheck(MotCuaSettings settings) : IReadinessCheck
{
    /// <inheritdoc/>
    public string Name => "files";

    /// <inheritdoc/>
    public async Task<string?> Check(CancellationToken stop)
    {
        var probe = Path.Combine(settings.Files, $".ready-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllBytesAsync(probe, [1], stop);
            return Room() is { } free && free < RequestSize.Limit(settings)
                ? "Ổ đĩa của thư mục tệp sắp hết chỗ; hãy giải phóng dung lượng." : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "Không ghi được vào thư mục tệp; hãy kiểm tra dung lượng đĩa và quyền ghi.";
        }
        finally
        {
            Remove(probe);
        }
    }

    // A network folder may not say.
    private long? Room()
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(settings.Files)! : settings.Files).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static void Remove(string probe)
    {
        try
        {
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written need not be removed.
        }
    }
}

/// <summary>"/health": the process lives. "/ready": it can work. Both answer JSON and need no sign-in.</summary>
public static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Maps both.</summary>
    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => Results.Json(new { status = "alive" })).AllowAnonymous().DisableRateLimiting();
        routes.MapGet("/ready", Answer).AllowAnonymous().DisableRateLimiting();
    }

    private static async Task<IResult> Answer(IEnumerable<IReadinessCheck> checks, ILoggerFactory loggers, CancellationToken aborted)
    {
        var results = new List<Result>();
        foreach (var check in checks)
            results.Add(await Ask(check, loggers.CreateLogger("MotCua.Ready"), aborted));
        var ready = results.TrueForAll(r => r.Ok);
        return Results.Json(new { ready, checks = results }, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Result> Ask(IReadinessCheck check, ILogger log, CancellationToken aborted)
    {
        var start = Stopwatch.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        string? reason;
        try
        {
            reason = await check.Check(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception e) when (!aborted.IsCancellationRequested)
        {
            log.LogWarning(e, "Readiness check {Check} failed", check.Name);
            reason = "Kiểm tra không hoàn thành; hãy xem nhật ký.";
        }
        return new(check.Name, reason is null, (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds, reason);
    }

    private sealed record Result(string Name, bool Ok, int Ms, string? Reason);
}
