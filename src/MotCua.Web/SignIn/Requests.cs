using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>What the sign-in asks of a request.</summary>
internal static class Requests
{
    /// <summary>Path and query, as a link inside this site.</summary>
    public static string PathAndQuery(this HttpRequest request) =>
        request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    /// <summary>Whether a form sent here may be kept: it comes from our own page, to a page of ours that carries no secret.</summary>
    public static bool SendsForm(this HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && !ErrorAnswers.IsProgram(context.Request)
        && context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && context.Request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate"
        && context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<PageActionDescriptor>() is not null && metadata.GetMetadata<NeverKeptAttribute>() is null;

    /// <summary>An address with some names of its query left out and others added.</summary>
    public static string Requery(string address, IReadOnlyCollection<string> without, params (string Name, string Value)[] with)
    {
        var (path, query) = address.Split('?', 2) is [var p, var q] ? (p, q) : (address, "");
        var kept = QueryHelpers.ParseQuery(query).Where(v => !without.Contains(v.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(v => v.Value, (v, value) => KeyValuePair.Create(v.Key, value));
        return QueryHelpers.AddQueryString(path, [.. kept, .. with.Select(w => KeyValuePair.Create(w.Name, (string?)w.Value))]);
    }

    /// <summary>A value of an address's query; null if there is none.</summary>
    public static string? QueryValue(string? address, string name) =>
        address?.Split('?', 2) is [_, var query] && QueryHelpers.ParseQuery(query).TryGetValue(name, out var values) ? values.ToString() : null;
}
