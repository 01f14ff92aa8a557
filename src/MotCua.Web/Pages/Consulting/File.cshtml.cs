using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Consulting;

/// <summary>A file that was chosen for a question, for the unit that is asked and no other file.</summary>
[SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class FileModel(ConsultationList list, ReadingLog log, IFileStore store) : PageModel
{
    private static readonly string[] Shown = ["application/pdf", "image/jpeg", "image/png"];

    /// <summary>Sends the file.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int number, long id, CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        if (await list.Find(code, number, me.Id, cancel) is not { } asked
            || asked.Papers.SelectMany(p => p.Files).FirstOrDefault(f => f.Id == id) is not { } file || store.Open(file.Digest) is not { } bytes)
            return NotFound();
        await log.Write(new Reading(me.Id, null, ReadingKind.File, asked.Item.Row.DossierId, $"file:{id}"), cancel);
        var disposition = new ContentDispositionHeaderValue(Shown.Contains(file.MediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(bytes, file.MediaType) { EnableRangeProcessing = true };
    }
}
