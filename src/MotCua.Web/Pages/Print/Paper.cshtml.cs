using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Print;

/// <summary>A statutory paper of a dossier as PDF, for an officer who may see the dossier.</summary>
public sealed class PaperModel(DossierDoor door, StatutoryPapers papers) : PageModel
{
    /// <summary>The dossier's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>"receipt", "supplement", "refusal", "control-slip".</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>Why it was not printed.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Prints.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Paper, StatutoryPapers.Types.Contains(Type) ? Type : "", cancel);
        if (view is null)
            return instead!;
        try
        {
            var (paper, no) = await papers.OfDossier(view, Type, cancel);
            if (paper is not null)
                return PaperFile.Of(this, paper);
            Sentence = no?.Sentence;
        }
        catch (FormException e)
        {
            Sentence = e.Message;
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}

/// <summary>A paper as an answer: shown in the browser, saved under a name that says what it is.</summary>
internal static class PaperFile
{
    public static FileContentResult Of(PageModel page, PrintedPaper paper)
    {
        page.Response.Headers.ContentDisposition = $"inline; filename=\"{paper.FileName}\"";
        page.Response.Headers.CacheControl = "private, no-store";
        return page.File(paper.Pdf, "application/pdf");
    }
}
