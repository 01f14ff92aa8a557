using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Reception;

/// <summary>Asks why the original of an identity paper of an attempt is needed, writes it down and opens it (R-SEC-06).</summary>
[NeedsDuty(Duty.Receive)]
public sealed class OriginalModel(AttemptReader reader, ReadingLog log, Originals originals) : PageModel
{
    /// <summary>The attempt, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The file, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public long FileId { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await reader.File(Id, FileId, SignedIn.Of(HttpContext).Id, cancel) is null ? NotFound() : Page();

    /// <summary>Writes the reason down and opens the file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        if (await reader.File(Id, FileId, me.Id, cancel) is not { } shown)
            return NotFound();
        if (Originals.Wrong(Reason) is { } wrong)
        {
            ModelState.AddModelError(nameof(Reason), wrong);
            return Page();
        }
        await log.Write(shown.Reading(me.Id, ReadingKind.Original, Reason!.Trim()), cancel);
        var file = Request.Path.Value![..^"/ban-goc".Length];
        return new LocalRedirectResult($"{file}?{Originals.Query}={Uri.EscapeDataString(originals.Slip(me.Id, file))}");
    }
}
