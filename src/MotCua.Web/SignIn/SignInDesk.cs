using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using MotCua.App.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>Takes a name and a password. It answers alike, and after like time, whether the name is unknown or the password wrong.</summary>
public sealed class SignInDesk
{
    private const string Refused = "Tên đăng nhập hoặc mật khẩu không đúng; hãy kiểm tra bộ gõ, phím Caps Lock rồi nhập lại.";

    private readonly Passwords passwords;
    private readonly WrongGuesses guesses;
    private readonly KnownBrowser browser;
    private readonly ILogger log;

    internal SignInDesk(Passwords passwords, WrongGuesses guesses, KnownBrowser browser, ILogger log) =>
        (this.passwords, this.guesses, this.browser, this.log) = (passwords, guesses, browser, log);

    /// <summary>Checks a name and a password.</summary>
    /// <returns>The officer; or why not, as one sentence.</returns>
    public async Task<(OfficerRow? Officer, string? Refused)> Try(HttpContext context, string userName, string password, CancellationToken cancel)
    {
        var name = userName.Trim().ToLowerInvariant();
        var place = browser.PlaceOf(context, name);
        if (guesses.Enter(place, name) is { } wait)
            return (null, TooMany(wait));
        if (await passwords.Find(name, password, cancel) is not { } officer)
        {
            log.LogInformation("Sign-in refused");
            return (null, Refused);
        }
        guesses.Right(place, name);
        browser.Remember(context, name);
        log.LogInformation("Signed in {Officer}", officer.Id);
        return (officer, null);
    }

    /// <summary>Changes the account's password.</summary>
    /// <returns>The officer with his new stamp; or why not, as one sentence.</returns>
    public async Task<(OfficerRow? Officer, string? Refused)> Change(
        HttpContext context, Account account, string present, string chosen, CancellationToken cancel)
    {
        var place = "account " + account.Id.Value.ToString(CultureInfo.InvariantCulture);
        if (guesses.Enter(place, account.UserName) is { } wait)
            return (null, TooMany(wait));
        if (await passwords.Change(account.Id.Value, present, chosen, cancel) is not { } officer)
            return (null, "Mật khẩu đang dùng chưa đúng; hãy nhập lại.");
        guesses.Right(place, account.UserName);
        log.LogInformation("Password changed {Officer}", officer.Id);
        return (officer, null);
    }

    /// <summary>The officer as his ticket names him.</summary>
    public static ClaimsPrincipal PrincipalOf(OfficerRow officer) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, officer.Id.ToString(CultureInfo.InvariantCulture)), new Claim(SignedIn.StampClaim, officer.SecurityStamp)],
        CookieAuthenticationDefaults.AuthenticationScheme));

    private string TooMany(TimeSpan wait)
    {
        log.LogWarning("Sign-in held back after too many wrong passwords");
        return $"Đã nhập sai {WrongGuesses.Most} lần từ máy này; hãy chờ {Math.Ceiling(wait.TotalMinutes)} phút rồi thử lại, "
            + "hoặc nhờ quản trị đặt lại mật khẩu.";
    }
}
