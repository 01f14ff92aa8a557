using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Processes;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Processing;

/// <summary>Going over to another version of the process is shown and done for the running dossiers of a process together: this leads there.</summary>
public sealed class MoveToProcessModel(DossierReader reader) : PageModel
{
    /// <summary>Leads to the page of the newest version in force.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await reader.Find(code, SignedIn.Of(HttpContext).Actor, cancel) is not { } view)
            return NotFound();
        if (!view.Allowed.Any(a => a.Kind.Type == typeof(MoveToProcess)))
            return StatusCode(StatusCodes.Status403Forbidden);
        var process = view.Now.VersionsOf(view.Dossier.Case.Process)
            .Last(p => p.From <= view.Now.Today && (p.To is null || p.To >= view.Now.Today) && p.Version != view.Dossier.Case.ProcessVersion);
        return Redirect(ProcessWords.Href(process) + "/chuyen");
    }
}
