using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>A file of a dossier, for those who may see the dossier: shown where a browser can, else saved.</summary>
[SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class FileModel(DossierDoor door, DossierReader reader, PaperBytes papers) : PageModel
{
    /// <summary>Sends the file.</summary>
    /// <param name="code">Code of the dossier.</param>
    /// <param name="id">Id of the file's row.</param>
    public async Task<IActionResult> OnGetAsync(string code, long id, CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, code, ReadingKind.File, $"file:{id}", cancel);
        if (view is null)
            return instead!;
        if (await reader.File(view, id, cancel) is not { } file)
            return NotFound();
        var paper = view.Papers.First(p => p.Id == file.PaperId);
        var shown = new ShownPaper(file.Digest, file.FileName, file.MediaType, IdentityPapers.Are(paper.Name, view.Reference.Rules, view.Now.Today));
        return await papers.Open(HttpContext, shown, null, cancel) switch
        {
            null => NotFound(),
            { Bytes: null } => new LocalRedirectResult(PaperBytes.OriginalOf(Request.Path)),
            var leaving => new FileStreamResult(leaving.Bytes, leaving.MediaType) { EnableRangeProcessing = true },
        };
    }
}
