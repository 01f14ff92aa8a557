using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Digitizing;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>Separator sheets of the dossier's components, to be laid between papers in the feeder.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle), SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class SheetsModel(ScanPlaces places, ISheetPrinter printer, TimeProvider clock) : PageModel
{
    /// <summary>Sends the sheets.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await places.Find(id, SignedIn.Of(HttpContext).Id, cancel) is not { } place)
            return NotFound();
        var sheets = place.Components.Where(c => c.Why is null).Select(c => (c.Number, c.Name)).ToList();
        return sheets.Count == 0 ? NotFound() : File(printer.Print(sheets, clock.GetUtcNow()), "application/pdf");
    }
}
