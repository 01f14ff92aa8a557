using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.SignIn;

/// <summary>Changes the officer's own password.</summary>
[AnyAccount(AccountState.OneTimePassword), NeverKept, EnableRateLimiting(GuessRate.Policy)]
public sealed class PasswordModel : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The present password.</summary>
        [Required(ErrorMessage = "Hãy nhập mật khẩu đang dùng.")]
        public string Present { get; set; } = "";

        /// <summary>The new one.</summary>
        [Required(ErrorMessage = "Hãy nhập mật khẩu mới.")]
        public string Chosen { get; set; } = "";

        /// <summary>The new one again.</summary>
        [Compare(nameof(Chosen), ErrorMessage = "Hai lần nhập mật khẩu mới chưa giống nhau; hãy nhập lại.")]
        public string Again { get; set; } = "";
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>Whose password it is.</summary>
    public Account Who => Account.Of(HttpContext)!;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Changes the password; sessions elsewhere end, this one goes on.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] SignInDesk desk, [FromServices] PasswordRules rules, CancellationToken cancel)
    {
        if (ModelState.IsValid && rules.Wrong(Input.Chosen, Input.Present, Who.UserName) is { } wrong)
            ModelState.AddModelError("Input.Chosen", wrong);
        if (!ModelState.IsValid)
            return Page();
        if (await desk.Change(HttpContext, Who, Input.Present, Input.Chosen, cancel) is { } refused)
        {
            ModelState.AddModelError("Input.Present", refused);
            return Page();
        }
        TempData["Done"] = $"Đã đổi mật khẩu. {PasswordRules.Strength(Input.Chosen)} Các phiên đăng nhập khác của bạn đã kết thúc.";
        return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/viec");
    }
}
