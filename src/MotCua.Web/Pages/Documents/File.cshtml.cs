using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Papers.Documents;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Documents;

/// <summary>The stored copy of a document of a dossier's owner, for those who handle the dossier.</summary>
[SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class FileModel(DossierDoor door, OwnersDocuments documents, PaperBytes papers) : PageModel
{
    /// <summary>Sends the file.</summary>
    /// <param name="code">Code of the dossier.</param>
    /// <param name="id">Id of the document.</param>
    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, code, ReadingKind.Repository, $"kho:{id}:tep", cancel);
        if (view is null)
            return instead!;
        if (await documents.Find(view, id, cancel) is not { } document)
            return NotFound();
        var name = $"{document.Row.Code}.{document.Row.MediaType.Split('/')[^1]}";
        var identity = IdentityPapers.Are(document.Row.Title, view.Reference.Rules, view.Now.Today);
        var shown = new ShownPaper(document.Row.Digest, name, document.Row.MediaType, identity);
        return await papers.Open(HttpContext, shown, null, cancel) is { Bytes: { } bytes } leaving
            ? new FileStreamResult(bytes, leaving.MediaType) { EnableRangeProcessing = true }
            : NotFound();
    }
}
