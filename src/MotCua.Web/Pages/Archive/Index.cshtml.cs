using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers.Archive;
using MotCua.App.Reference;
using MotCua.App;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Archive;

/// <summary>The clerk's list of dossiers that have ended and are to be handed to the archive of the agency within a year (R-REPO-08).</summary>
[NeedsDuty(Duty.Clerk)]
public sealed class IndexModel(ArchiveBook book, DossierDoor door, MotCuaDb db, ReferenceCache references, TimeProvider clock) : PageModel
{
    /// <summary>Whether those that were handed over are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "da-nop")]
    public bool Handed { get; set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<ArchiveLine> Lines { get; private set; } = [];

    /// <summary>Agencies by id.</summary>
    public AgencyDirectory Agencies { get; private set; } = null!;

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Lines = await book.Lines(SignedIn.Of(HttpContext).Id, Handed, cancel);
        Agencies = (await references.Get(db, cancel)).Agencies;
    }

    /// <summary>Makes the package of one dossier and hands it over.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "ma")] string code, CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, code ?? "", ReadingKind.Dossier, "nop-luu", cancel);
        if (view is null)
            return instead!;
        if (await book.HandOver(view, "counter", cancel) is { } no)
            TempData["Failed"] = no.Sentence;
        else
        {
            TempData["Done"] = $"Đã lập gói và nộp lưu hồ sơ {view.Dossier.Case.Code.Value}.";
            (TempData["DoneHref"], TempData["DoneLabel"]) = ($"/luu-tru/{view.Dossier.Case.Code.Value}", "Tải gói");
        }
        return Redirect("/luu-tru");
    }
}
