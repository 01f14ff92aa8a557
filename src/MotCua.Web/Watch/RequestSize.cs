using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using MotCua.Web.Configuration;

namespace MotCua.Web.Watch;

/// <summary>Turns away a request that says itself that it is too large, before anything of it is read into memory.</summary>
public sealed class RequestSize(RequestDelegate next, MotCuaSettings settings, ILoggerFactory loggers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly ErrorAnswers _answers = new(next, settings, loggers);

    /// <summary>The greatest size in bytes.</summary>
    public static long Limit(MotCuaSettings settings) => settings.RequestLimitMb * 1024L * 1024L;

    /// <summary>Passes the request on, or answers 413.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not { } length || length <= Limit(settings))
        {
            await next(http);
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        http.Response.Headers.Connection = "close";
        await _answers.Answer(http);
        await http.Response.CompleteAsync();
        await Swallow(http, Limit(settings) * 4);
    }

    // A browser that is still sending when the connection closes shows "connection reset" and not the page: let it finish, within reason.
    private static async Task Swallow(HttpContext http, long most)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (var left = most; left > 0;)
            {
                var read = await http.Request.Body.ReadAsync(buffer, patience.Token);
                if (read == 0)
                    return;
                left -= read;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Whoever sends more, or more slowly, sees the closed connection.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
