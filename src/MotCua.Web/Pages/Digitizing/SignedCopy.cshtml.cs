using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using MotCua.App.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>The signed copy of a paper.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle), SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class SignedCopyModel(ScanReader reader) : PageModel
{
    /// <summary>Sends the copy.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid paper, CancellationToken cancel)
    {
        if (await reader.SignedCopy(id, paper, SignedIn.Of(HttpContext).Id, cancel) is not { } found)
            return NotFound();
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"{found.Paper.DocumentCode ?? "ban-so-hoa"}.pdf");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(found.Copy, "application/pdf") { EnableRangeProcessing = true };
    }
}
