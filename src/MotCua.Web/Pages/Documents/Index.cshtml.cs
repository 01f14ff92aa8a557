using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Papers.Documents;
using MotCua.Domain.Papers.Documents;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Documents;

/// <summary>The repository of the owner of a dossier, for officers who handle the dossier and nobody else (R-REPO-03).</summary>
public sealed class IndexModel(DossierDoor door, OwnersDocuments documents) : PageModel
{
    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Words to look for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Only those that are in force.</summary>
    [BindProperty(SupportsGet = true, Name = "con-hieu-luc")]
    public bool OnlyInForce { get; set; }

    /// <summary>The dossier.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>What was found, newest first.</summary>
    public IReadOnlyList<HeldDocumentRow> Found { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Repository, "kho", cancel);
        if (view is null)
            return instead!;
        if (view.Sight != Sight.Handles)
            return NotFound();
        View = view;
        Found = [.. (await documents.Find(view, Query, cancel)).Where(d => !OnlyInForce || Standing(d) == DocumentStanding.InForce)];
        return Page();
    }

    /// <summary>Where a document stands today.</summary>
    public DocumentStanding Standing(HeldDocumentRow row) => row.State.On(View.Now.Today);
}
