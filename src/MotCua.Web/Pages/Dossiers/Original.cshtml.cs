using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Asks why the original of an identity paper is needed, writes it down and opens it (R-SEC-06).</summary>
public sealed class OriginalModel(DossierDoor door, DossierReader reader, ReadingLog log, Originals originals) : PageModel
{
    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The file, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The paper.</summary>
    public string Paper { get; private set; } = "";

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => (await Load(cancel)).Instead ?? Page();

    /// <summary>Writes the reason down and opens the file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (view, instead) = await Load(cancel);
        if (instead is not null)
            return instead;
        if (Originals.Wrong(Reason) is { } wrong)
        {
            ModelState.AddModelError(nameof(Reason), wrong);
            return Page();
        }
        var me = SignedIn.Of(HttpContext);
        await log.Write(new Reading(me.Id, view!.By, ReadingKind.Original, view.Dossier.Id.Value, $"file:{Id}", Reason!.Trim()), cancel);
        var file = Request.Path.Value![..^"/ban-goc".Length];
        return new LocalRedirectResult($"{file}?{Originals.Query}={Uri.EscapeDataString(originals.Slip(me.Id, file))}");
    }

    private async Task<(DossierView? View, IActionResult? Instead)> Load(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Dossier, $"file:{Id}", cancel);
        if (view is null)
            return (null, instead);
        if (await reader.File(view, Id, cancel) is not { } file)
            return (null, NotFound());
        Paper = view.Papers.First(p => p.Id == file.PaperId).Name;
        return (view, null);
    }
}
