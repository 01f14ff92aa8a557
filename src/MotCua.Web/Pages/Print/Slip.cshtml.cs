using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Reception;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Print;

/// <summary>A Mẫu 02 or 03 given at the counter, as PDF, for officers of the unit.</summary>
public sealed class SlipModel(Attempts attempts, StatutoryPapers papers) : PageModel
{
    /// <summary>The attempt.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Attempt { get; set; }

    /// <summary>The slip.</summary>
    [BindProperty(SupportsGet = true)]
    public long Slip { get; set; }

    /// <summary>Why it was not printed.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Prints.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var attempt = await attempts.Find(Attempt, SignedIn.Of(HttpContext).Id, cancel);
        if (attempt?.Slips.Find(s => s.Id == Slip) is not { } slip)
            return NotFound();
        try
        {
            var (paper, no) = await papers.OfSlip(slip, cancel);
            if (paper is not null)
                return PaperFile.Of(this, paper);
            Sentence = no?.Sentence;
        }
        catch (FormException e)
        {
            Sentence = e.Message;
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
