using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Asks an officer who oversees a dossier why he opens it.</summary>
public sealed class WhyReadModel(DossierReader reader, ReadingLog log) : PageModel
{
    private const string List = "oversee";

    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Where he was going.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    /// <summary>The reason chosen.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>His own words.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The reasons of today.</summary>
    public IReadOnlyList<Choice> Reasons { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) is null ? NotFound() : Page();

    /// <summary>Writes the reason down and goes on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is not { } view)
            return NotFound();
        if (Reasons.FirstOrDefault(r => r.Value == Reason) is not { } reason)
            ModelState.AddModelError(nameof(Reason), "Chưa chọn lý do. Hãy chọn một lý do trong danh sách.");
        else if (Words?.Length > 300)
            ModelState.AddModelError(nameof(Words), "Lời giải thích dài quá 300 ký tự. Hãy viết ngắn lại.");
        else
        {
            var me = SignedIn.Of(HttpContext);
            var purpose = string.IsNullOrWhiteSpace(Words) ? reason.Label : $"{reason.Label} {Words.Trim()}";
            await log.Write(new Reading(me.Id, view.By, ReadingKind.Dossier, view.Dossier.Id.Value, "purpose", purpose), cancel);
            return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : $"/ho-so/{view.Dossier.Case.Code.Value}");
        }
        return Page();
    }

    private async Task<DossierView?> Load(CancellationToken cancel)
    {
        if (await reader.Find(Code, SignedIn.Of(HttpContext).Actor, cancel) is not { } view)
            return null;
        Reasons = [.. view.Reference.ReasonsOf(List, view.Now.Today).Select(r => new Choice(r.Code, r.Text))];
        return view;
    }
}
