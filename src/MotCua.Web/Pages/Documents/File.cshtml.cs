using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Papers.Documents;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Documents;

/// <summary>The stored copy of a document of a dossier's owner, for those who handle the dossier.</summary>
[SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class FileModel(DossierDoor door, OwnersDocuments documents, IFileStore store) : PageModel
{
    /// <summary>Sends the file.</summary>
    /// <param name="code">Code of the dossier.</param>
    /// <param name="id">Id of the document.</param>
    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, code, ReadingKind.Repository, $"kho:{id}:tep", cancel);
        if (view is null)
            return instead!;
        if (await documents.Find(view, id, cancel) is not { } document || store.Open(document.Row.Digest) is not { } bytes)
            return NotFound();
        var disposition = new ContentDispositionHeaderValue(document.Row.MediaType is "application/pdf" or "image/jpeg" or "image/png" ? "inline" : "attachment");
        disposition.SetHttpFileName($"{document.Row.Code}.{document.Row.MediaType.Split('/')[^1]}");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(bytes, document.Row.MediaType) { EnableRangeProcessing = true };
    }
}
