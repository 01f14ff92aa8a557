using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;

namespace MotCua.Web.Pages.SignIn;

/// <summary>Signs an officer in.</summary>
[AllowAnonymous]
public sealed class SignInModel(MotCuaDb db, IPasswordHasher<OfficerRow> hasher) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>User name.</summary>
        [Required(ErrorMessage = "Hãy nhập tên đăng nhập.")]
        public string UserName { get; set; } = "";

        /// <summary>Password.</summary>
        [Required(ErrorMessage = "Hãy nhập mật khẩu.")]
        public string Password { get; set; } = "";
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>Checks the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return Page();
        var name = Input.UserName.Trim().ToLowerInvariant();
        var officer = await db.Set<OfficerRow>().AsNoTracking().FirstOrDefaultAsync(o => o.UserName == name, cancel);
        if (officer is null || hasher.VerifyHashedPassword(officer, officer.PasswordHash, Input.Password) == PasswordVerificationResult.Failed)
        {
            ModelState.AddModelError("", "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra và nhập lại.");
            return Page();
        }
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, officer.Id.ToString(CultureInfo.InvariantCulture)), new Claim("stamp", officer.SecurityStamp)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/viec");
    }
}
