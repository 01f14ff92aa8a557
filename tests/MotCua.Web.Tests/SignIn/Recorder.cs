using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MotCua.Web.Tests.SignIn;

/// <summary>Writes down which handlers of a POST have run, and with what.</summary>
internal sealed class Recorder : IAsyncPageFilter
{
    public List<(string? Handler, IReadOnlyList<string> Fields, List<(string Name, string File, string Content)> Files)> Forms { get; } = [];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context is { HandlerMethod: { } handler } && handler.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)
            && context.HttpContext.Request.Path == "/kit" && context.ModelState.IsValid)
            Forms.Add((handler.Name, [.. context.HttpContext.Request.Form.Keys], await Files(context.HttpContext.Request.Form)));
        await next();
    }

    private static async Task<List<(string Name, string File, string Content)>> Files(IFormCollection form)
    {
        var files = new List<(string Name, string File, string Content)>();
        foreach (var file in form.Files)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            files.Add((file.Name, file.FileName, await reader.ReadToEndAsync()));
        }
        return files;
    }
}
