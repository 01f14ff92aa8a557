using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MotCua.Web.Pages.Home;

/// <summary>The front door leads to the work list.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>Leads on.</summary>
    public IActionResult OnGet() => LocalRedirect("/viec");
}
