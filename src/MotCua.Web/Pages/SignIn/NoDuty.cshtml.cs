using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.SignIn;

/// <summary>Tells an officer that he has no duty today, and whom to ask.</summary>
[AnyAccount(AccountState.NoDuty)]
public sealed class NoDutyModel : PageModel
{
    /// <summary>Whom the page speaks to.</summary>
    public Account Who { get; private set; } = null!;

    /// <summary>Shows the page; whoever has a duty goes to his work.</summary>
    public IActionResult OnGet()
    {
        if (SignedIn.Find(HttpContext) is not null)
            return LocalRedirect("/viec");
        Who = Account.Of(HttpContext)!;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
