using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>A file of a dossier, for those who may see the dossier: shown where a browser can, else saved.</summary>
[SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class FileModel(DossierDoor door, DossierReader reader, IFileStore store) : PageModel
{
    private static readonly string[] Shown = ["application/pdf", "image/jpeg", "image/png"];

    /// <summary>Sends the file.</summary>
    /// <param name="code">Code of the dossier.</param>
    /// <param name="id">Id of the file's row.</param>
    public async Task<IActionResult> OnGetAsync(string code, long id, CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, code, ReadingKind.File, $"file:{id}", cancel);
        if (view is null)
            return instead!;
        if (await reader.File(view, id, cancel) is not { } file || store.Open(file.Digest) is not { } bytes)
            return NotFound();
        var inline = Shown.Contains(file.MediaType);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        // Papers of persons stay in no cache but that of the browser that asked, and there not on disk.
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(bytes, file.MediaType) { EnableRangeProcessing = true };
    }
}
