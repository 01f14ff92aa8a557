using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>The account of the due date in force, to be printed and given with the receipt to who asks for it.</summary>
public sealed class DueDateAnnexModel(DossierDoor door) : PageModel
{
    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The dossier.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>Shows the sheet.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Paper, "due-annex", cancel);
        if (view is null)
            return instead!;
        View = view;
        return Page();
    }
}
