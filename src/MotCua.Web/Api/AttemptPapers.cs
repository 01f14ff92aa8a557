using MotCua.App.Access;
using MotCua.App.Reception;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;

namespace MotCua.Web.Api;

/// <summary>The files of an attempt, for officers of its unit.</summary>
public static class AttemptPapers
{
    /// <summary>GET /tiep-nhan/{id}/tep/{file}: the bytes, shown in the browser where it can show them.</summary>
    public static void MapAttemptPapers(this IEndpointRouteBuilder app) => app.MapGet("/tiep-nhan/{id:guid}/tep/{file:long}", async (
        Guid id, long file, HttpContext http, AttemptReader reader, PaperBytes papers, CancellationToken stop) =>
    {
        if (SignedIn.Find(http) is not { } me || await reader.File(id, file, me.Id, stop) is not { } shown)
            return Results.NotFound();
        var paper = new ShownPaper(shown.Row.Digest, shown.Row.FileName, shown.Row.MediaType, shown.Identity);
        return await papers.Open(http, paper, shown.Reading(me.Id, ReadingKind.File), stop) switch
        {
            null => Results.NotFound(),
            { Bytes: null } => Results.LocalRedirect(PaperBytes.OriginalOf(http.Request.Path)),
            var leaving => Results.Stream(leaving.Bytes, leaving.MediaType, enableRangeProcessing: true),
        };
    }).WithSecurityHeadersPolicy(BrowserRules.Papers);
}
