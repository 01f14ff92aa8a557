using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Consulting;

/// <summary>A file that was chosen for a question, for the unit that is asked and no other file.</summary>
[SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class FileModel(ConsultationList list, PaperBytes papers, ReferenceCache references, MotCuaDb db, TimeProvider clock) : PageModel
{
    /// <summary>Sends the file. Whoever is asked gets pictures of identity papers with the mark; the original is for those who handle the dossier.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int number, long id, CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        if (await list.Find(code, number, me.Id, cancel) is not { } asked
            || asked.Papers.FirstOrDefault(p => p.Files.Exists(f => f.Id == id)) is not { } paper)
            return NotFound();
        var file = paper.Files.First(f => f.Id == id);
        var identity = IdentityPapers.Are(paper.Name, (await references.Get(db, cancel)).Rules, Vietnam.Day(clock.GetUtcNow()));
        var reading = new Reading(me.Id, null, ReadingKind.File, asked.Item.Row.DossierId, $"file:{id}");
        var shown = new ShownPaper(file.Digest, file.FileName, file.MediaType, identity);
        return await papers.Open(HttpContext, shown, reading, cancel) is { Bytes: { } bytes } leaving
            ? new FileStreamResult(bytes, leaving.MediaType) { EnableRangeProcessing = true }
            : NotFound();
    }
}
