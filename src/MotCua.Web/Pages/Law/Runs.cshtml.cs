using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Amending;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Recomputations of due dates with their progress, and the log of changes.</summary>
[NeedsDuty(Duty.Administer, Duty.Control)]
public sealed class RunsModel(LawReader reader, Amend amend) : PageModel
{
    /// <summary>The last recomputations.</summary>
    public IReadOnlyList<RunLine> Runs { get; private set; } = [];

    /// <summary>The last changes.</summary>
    public IReadOnlyList<LawChangeLine> Changes { get; private set; } = [];

    /// <summary>Whether the officer may ask for one.</summary>
    public bool MayAsk { get; private set; }

    /// <summary>The text for a recomputation without a change.</summary>
    [BindProperty]
    public string? Basis { get; set; }

    /// <summary>Shows them; the page is read again every few seconds while one runs.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Runs.Any(r => r.Run.Finished is null))
            Response.Headers["Refresh"] = "4";
    }

    /// <summary>Counts all open due dates anew.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!SignedIn.Of(HttpContext).Has(Duty.Administer))
            return Forbid();
        var (run, no) = await amend.RecomputeAll(Basis ?? "", SignedIn.Of(HttpContext).Id, cancel);
        if (run is not null)
            return Redirect("/danh-muc/tinh-lai");
        ModelState.AddRefusal(no! with { Field = nameof(Basis) }, "");
        await Load(cancel);
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        MayAsk = SignedIn.Of(HttpContext).Has(Duty.Administer);
        Runs = await reader.Runs(cancel);
        Changes = await reader.Changes(cancel);
    }
}
