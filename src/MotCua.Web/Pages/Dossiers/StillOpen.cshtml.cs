using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>The sign that a page's script gives while a dossier is open; it answers with the others. Whoever may not see the dossier learns nothing.</summary>
[NeverKept, KeepsNoSession]
public sealed class StillOpenModel(Presence presence, Reaches reaches, MotCuaDb db) : PageModel
{
    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The others who have it open.</summary>
    public IReadOnlyList<Present> Others { get; private set; } = [];

    /// <summary>Without its script nobody comes here: back to the dossier.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await Seen(cancel) is null ? NotFound() : LocalRedirect($"/ho-so/{Uri.EscapeDataString(Code)}");

    /// <summary>Gives the sign.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Seen(cancel) is not { } id)
            return NotFound();
        Others = await presence.Enter(id, SignedIn.Of(HttpContext).Id, cancel);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<Guid?> Seen(CancellationToken cancel)
    {
        var id = await db.Set<DossierRow>().AsNoTracking().Where(d => d.Code == Code).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
        return id is { } dossier && await reaches.MaySee(SignedIn.Of(HttpContext).Id.Value, dossier, cancel) ? dossier : null;
    }
}
