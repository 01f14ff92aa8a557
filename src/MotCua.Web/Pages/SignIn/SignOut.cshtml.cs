using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.SignIn;

/// <summary>Signs an officer out.</summary>
[AllowAnonymous, NeverKept]
public sealed class SignOutModel : PageModel
{
    /// <summary>Asks; whoever is not signed in goes to the sign-in.</summary>
    public IActionResult OnGet() => Account.Of(HttpContext) is null ? LocalRedirect("/dang-nhap") : Page();

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] SignInDesk desk, CancellationToken cancel)
    {
        await desk.Leave(HttpContext, cancel);
        TempData["Done"] = "Bạn đã đăng xuất.";
        return LocalRedirect("/dang-nhap");
    }
}
