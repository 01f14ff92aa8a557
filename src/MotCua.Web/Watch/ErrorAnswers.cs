using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;
using MotCua.Web.Configuration;

namespace MotCua.Web.Watch;

/// <summary>Answers every request that failed without a body of its own: a page for people, application/problem+json for programs.
/// The page is drawn without a second pass through the pipeline, so that a sign-in or a database that is down cannot break it as well.</summary>
public sealed class ErrorAnswers(RequestDelegate next, MotCuaSettings settings, ILoggerFactory loggers)
{
    private const int ClientLeft = StatusCodes.Status499ClientClosedRequest;
    private const string View = "/Pages/Errors/Error.cshtml";
    private readonly ILogger _log = loggers.CreateLogger("MotCua.Error");

    /// <summary>Passes the request on; catches what it throws and fills what it left empty.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted)
                http.Response.StatusCode = ClientLeft;
        }
        catch (Exception e)
        {
            Note(http, e);
            if (http.Response.HasStarted)
            {
                // Half an answer must not look like a whole one.
                http.Abort();
                return;
            }
            http.Response.Clear();
            http.Response.StatusCode = Failure.StatusOf(e);
        }
        if (IsEmptyFailure(http.Response))
            await Answer(http);
    }

    /// <summary>Writes the answer for the status that the response has.</summary>
    public async Task Answer(HttpContext http)
    {
        var report = ErrorReport.Of(http, settings.RequestLimitMb);
        if (report.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "10";
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        if (IsProgram(http.Request))
            await WriteProblem(http, report);
        else
            await WritePage(http, await Untaken(http) is { } form ? report.With(form) : report);
    }

    // What was typed into a form is not to be lost with the request; the page that says what happened carries it along.
    private async Task<UntakenForm?> Untaken(HttpContext http)
    {
        if (http.Response.StatusCode < StatusCodes.Status500InternalServerError)
            return null;
        try
        {
            return http.RequestServices.GetService<IUntakenForms>() is { } forms ? await forms.Of(http) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _log.LogError(e, "The form of a failed request could not be kept {Number}", ErrorNumber.Of(http));
            return null;
        }
    }

    private void Note(HttpContext http, Exception e)
    {
        var status = Failure.StatusOf(e);
        var level = status switch { >= 500 => LogLevel.Error, 409 => LogLevel.Warning, _ => LogLevel.Information };
        _log.Log(level, e, "Request failed with {Status} {Number}", status, ErrorNumber.Of(http));
    }

    private static bool IsEmptyFailure(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400 and not ClientLeft, ContentLength: null or 0 }
        && string.IsNullOrEmpty(response.ContentType);

    /// <summary>Whether a program asks, which is to get problem+json and never a page or a way to the sign-in.</summary>
    public static bool IsProgram(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return request.Path.StartsWithSegments("/api")
            || (accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    // RFC 9457; "number" is ours.
    private static Task WriteProblem(HttpContext http, ErrorReport report) =>
        http.Response.WriteAsJsonAsync(
            new { type = "about:blank", title = report.Title, status = report.Status, detail = report.Sentence, number = report.Number },
            options: null, contentType: "application/problem+json");

    private async Task WritePage(HttpContext http, ErrorReport report)
    {
        try
        {
            var data = new ViewDataDictionary<ErrorReport>(
                http.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = report };
            await http.RequestServices.GetRequiredService<IActionResultExecutor<ViewResult>>().ExecuteAsync(
                new ActionContext(http, new RouteData(), new ActionDescriptor()),
                new ViewResult { ViewName = View, ViewData = data, StatusCode = report.Status });
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            _log.LogError(e, "The error page itself failed {Number}", report.Number);
            http.Response.Headers[HeaderNames.ContentType] = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"{report.Title}. {report.Sentence} Mã lỗi: {report.Number}");
        }
    }
}
