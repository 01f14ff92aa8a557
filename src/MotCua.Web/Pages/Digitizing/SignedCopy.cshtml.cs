using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Digitizing;
using MotCua.App.Papers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;
using MotCua.Web.Watch;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>The signed copy of a paper; that of an identity paper is marked with who looks at it.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle), SecurityHeadersPolicy(BrowserRules.Papers)]
public sealed class SignedCopyModel(ScanReader reader, PaperBytes papers, TimeProvider clock) : PageModel
{
    /// <summary>Sends the copy.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid paper, CancellationToken cancel)
    {
        if (await reader.SignedCopy(id, paper, SignedIn.Of(HttpContext).Id, cancel) is not { } found)
            return NotFound();
        var identity = IdentityPapers.Are(found.Paper.Name, found.Place.Reference.Rules, Vietnam.Day(clock.GetUtcNow()));
        var shown = new ShownPaper(found.Paper.Signed!, $"{found.Paper.DocumentCode ?? "ban-so-hoa"}.pdf", "application/pdf", identity);
        return await papers.Open(HttpContext, shown, null, cancel) is { Bytes: { } bytes } leaving
            ? new FileStreamResult(bytes, leaving.MediaType) { EnableRangeProcessing = true } : NotFound();
    }
}
