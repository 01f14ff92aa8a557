using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>The door by which pages open dossiers for reading: whoever may see one is written down before anything is shown (R-SEC-09), and
/// whoever oversees it without working on it says why first (R-SEC-07).</summary>
public sealed class DossierDoor(DossierReader reader, ReadingLog log)
{
    /// <summary>Opens a dossier.</summary>
    /// <param name="part">Which part: "receipt", "file:12", "" for the whole.</param>
    /// <returns>The dossier; or the answer to give instead: not found, or the page that asks why.</returns>
    public async Task<(DossierView? View, IActionResult? Instead)> Open(
        PageModel page, string code, ReadingKind kind, string part, CancellationToken cancel)
    {
        var me = SignedIn.Of(page.HttpContext);
        if (await reader.Find(code, me.Actor, cancel) is not { } view)
            return (null, page.NotFound());
        var purpose = view.Sight == Sight.Oversees ? await log.PurposeToday(me.Id, view.Dossier.Id.Value, cancel) : null;
        if (view.Sight == Sight.Oversees && purpose is null)
            return (null, new RedirectResult(
                $"/ho-so/{view.Dossier.Case.Code.Value}/ly-do-xem?ve={Uri.EscapeDataString(page.Request.Path + page.Request.QueryString)}"));
        await log.Write(new Reading(me.Id, view.By, kind, view.Dossier.Id.Value, part, purpose), cancel);
        return (view, null);
    }
}
