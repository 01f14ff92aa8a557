using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.Web.Pages.Print;

namespace MotCua.Web.Pages.Forms;

/// <summary>The receipt of a procedure's sample dossier, marked MẪU, with fictitious data (TT 01/2018/TT-VPCP Đ.5.2).</summary>
public sealed class ProcedureModel(ReplaceForm forms) : PageModel
{
    /// <summary>National code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Why it was not printed.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Prints.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        try
        {
            return await forms.SampleOf(Code, cancel) is { } paper ? PaperFile.Of(this, paper) : NotFound();
        }
        catch (FormException e)
        {
            Sentence = e.Message;
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
