using Microsoft.Net.Http.Headers;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;

namespace MotCua.Web.Api;

/// <summary>The files of an attempt, for officers of its unit.</summary>
public static class AttemptPapers
{
    /// <summary>GET /tiep-nhan/{id}/tep/{file}: the bytes, shown in the browser where it can show them.</summary>
    public static void MapAttemptPapers(this IEndpointRouteBuilder app) => app.MapGet("/tiep-nhan/{id:guid}/tep/{file:long}", async (
        Guid id, long file, HttpContext http, AttemptReader reader, IFileStore store, CancellationToken stop) =>
    {
        if (SignedIn.Find(http) is not { } me || await reader.File(id, file, me.Id, stop) is not { } row || store.Open(row.Digest) is not { } bytes)
            return Results.NotFound();
        // Browsers show no TIFF.
        var shown = row.MediaType != FileKinds.MediaType(FileKind.Tiff);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(row.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(bytes, row.MediaType, enableRangeProcessing: true);
    }).WithSecurityHeadersPolicy(BrowserRules.Papers);
}
