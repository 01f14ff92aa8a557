using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.SignIn;

/// <summary>The second step of the sign-in: the code of the officer who has given his password.</summary>
[AllowAnonymous, NeverKept, EnableRateLimiting(GuessRate.Policy)]
public sealed class CodeModel(SignInDesk desk) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The phone's code, or a recovery code.</summary>
        [Required(ErrorMessage = "Hãy nhập mã.")]
        public string Code { get; set; } = "";
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>Whose code is awaited.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Shows the form; whoever has not given a password begins there.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Account.Of(HttpContext) is not null)
            return Onward();
        return await Awaited(cancel) ? Page() : Anew();
    }

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Awaited(cancel))
            return Anew();
        if (!ModelState.IsValid)
            return Page();
        if (await desk.TryCode(HttpContext, Input.Code, cancel) is not { } step)
            return Anew();
        if (step.Refused is not { } refused)
            return Onward();
        ModelState.Remove("Input.Code");
        Input.Code = "";
        ModelState.AddModelError("Input.Code", refused);
        return Page();
    }

    private async Task<bool> Awaited(CancellationToken cancel)
    {
        UserName = await desk.Awaited(HttpContext, cancel) ?? "";
        return UserName.Length > 0;
    }

    private RedirectToPageResult Anew()
    {
        TempData["Failed"] = "Đã quá mười phút từ khi nhập mật khẩu; hãy đăng nhập lại từ đầu.";
        return RedirectToPage("/SignIn/SignIn", new { ve = Url.IsLocalUrl(ReturnTo) ? ReturnTo : null });
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/viec");
}
