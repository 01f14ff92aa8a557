using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>What became of a step of the sign-in.</summary>
/// <param name="Refused">Why it was not taken, as one sentence; null if it was.</param>
/// <param name="CodeWanted">The password was right, and a code is wanted now.</param>
public sealed record SignInStep(string? Refused, bool CodeWanted = false);

/// <summary>What became of a confirmation.</summary>
/// <param name="Field">"Password" or "Code", whichever was wrong; empty where neither was looked at.</param>
public sealed record Unconfirmed(string Field, string Sentence);

/// <summary>Takes a name and a password, then a code where the officer has a second factor. It answers alike, and after like time, whether the
/// name is unknown or the password wrong.</summary>
public sealed class SignInDesk
{
    private const string Password = "password";
    private const string Code = "code";
    private const string Confirming = "confirm";
    private const string WrongCode = "Mã không đúng hoặc đã dùng; hãy chờ mã mới trên điện thoại hoặc nhập một mã khôi phục khác.";

    private readonly Passwords passwords;
    private readonly GuessGuard guard;
    private readonly KnownBrowser browser;
    private readonly Sessions sessions;
    private readonly SecondFactors factors;
    private readonly SecurityLog events;
    private readonly ILogger log;

    internal SignInDesk(
        Passwords passwords, GuessGuard guard, KnownBrowser browser, Sessions sessions, SecondFactors factors, SecurityLog events, ILogger log) =>
        (this.passwords, this.guard, this.browser, this.sessions, this.factors, this.events, this.log) =
            (passwords, guard, browser, sessions, factors, events, log);

    /// <summary>Checks a name and a password; signs in, or asks for the code.</summary>
    public async Task<SignInStep> Try(HttpContext context, string userName, string password, CancellationToken cancel)
    {
        var name = userName.Trim().ToLowerInvariant();
        var id = await passwords.IdOf(name, cancel);
        if (await Held(context, Password, name, id, cancel) is { } held)
            return new SignInStep(held);
        if (await passwords.Find(name, password, cancel) is not { } officer)
        {
            log.LogInformation("Sign-in refused");
            await events.Write(SecurityEventKind.Refused, id, Account.OriginOf(context), cancel);
            return new SignInStep("Tên đăng nhập hoặc mật khẩu không đúng; hãy kiểm tra bộ gõ, phím Caps Lock rồi nhập lại.");
        }
        await guard.Right(context, Password, name, new OfficerId(officer.Id), cancel);
        if (await factors.Of(new OfficerId(officer.Id), cancel) is not null)
        {
            HalfWay.Keep(context, officer);
            return new SignInStep(null, CodeWanted: true);
        }
        await Enter(context, officer, signIn: true, cancel);
        return new SignInStep(null);
    }

    /// <summary>Whose code is awaited; null for nobody's, or no longer.</summary>
    public async Task<string?> Awaited(HttpContext context, CancellationToken cancel) => (await Halfway(context, cancel))?.UserName;

    /// <summary>Checks the code of whoever has given his password, and signs in.</summary>
    /// <returns>Null where no code is awaited any more: the password has to be given again.</returns>
    public async Task<SignInStep?> TryCode(HttpContext context, string code, CancellationToken cancel)
    {
        if (await Halfway(context, cancel) is not { } officer)
            return null;
        var id = new OfficerId(officer.Id);
        if (await Held(context, Code, officer.UserName, id, cancel) is { } held)
            return new SignInStep(held);
        if (await factors.Check(id, code, Account.OriginOf(context), cancel) == CodeVerdict.Wrong)
        {
            await events.Write(SecurityEventKind.CodeRefused, id, Account.OriginOf(context), cancel);
            return new SignInStep(WrongCode);
        }
        await guard.Right(context, Code, officer.UserName, id, cancel);
        HalfWay.Forget(context);
        await Enter(context, officer, signIn: true, cancel);
        return new SignInStep(null);
    }

    /// <summary>Asks a signed-in officer for his password once more, and for a code where it is needed, before something grave.</summary>
    /// <param name="code">The code; null where none is asked for.</param>
    /// <returns>What was wrong; null if nothing.</returns>
    public async Task<Unconfirmed?> Confirm(HttpContext context, Account account, string password, string? code, CancellationToken cancel)
    {
        if (await Held(context, Confirming, account.UserName, account.Id, cancel) is { } held)
            return new Unconfirmed("", held);
        if (await passwords.Find(account.UserName, password, cancel) is null)
        {
            await events.Write(SecurityEventKind.Refused, account.Id, Account.OriginOf(context), cancel);
            return new Unconfirmed("Password", "Mật khẩu đang dùng chưa đúng; hãy nhập lại.");
        }
        if (code is not null && await factors.Check(account.Id, code, Account.OriginOf(context), cancel) == CodeVerdict.Wrong)
        {
            await events.Write(SecurityEventKind.CodeRefused, account.Id, Account.OriginOf(context), cancel);
            return new Unconfirmed("Code", WrongCode);
        }
        await guard.Right(context, Confirming, account.UserName, account.Id, cancel);
        return null;
    }

    /// <summary>Changes the account's password; all its sessions end, and this browser gets a new one.</summary>
    /// <returns>Why not; null if done.</returns>
    public async Task<string?> Change(HttpContext context, Account account, string present, string chosen, CancellationToken cancel)
    {
        if (await Confirm(context, account, present, null, cancel) is { } wrong)
            return wrong.Sentence;
        if (await passwords.Change(account.Id.Value, present, chosen, cancel) is not { } officer)
            return "Mật khẩu vừa được đổi ở nơi khác; hãy nhập lại mật khẩu đang dùng.";
        var origin = Account.OriginOf(context);
        await events.Write(SecurityEventKind.PasswordChanged, account.Id, origin, cancel);
        await sessions.EndAll(account.Id, null, SessionEnd.PasswordChanged, origin, cancel);
        await Enter(context, officer, signIn: false, cancel);
        log.LogInformation("Password changed {Officer}", officer.Id);
        return null;
    }

    /// <summary>Signs out: the session ends, also for whoever has copied its ticket.</summary>
    public async Task Leave(HttpContext context, CancellationToken cancel)
    {
        if (Account.Of(context) is { } account)
            await sessions.End(account.Id, account.Session, SessionEnd.SignedOut, Account.OriginOf(context), cancel);
        HalfWay.Forget(context);
        await context.SignOutAsync();
    }

    private async Task Enter(HttpContext context, OfficerRow officer, bool signIn, CancellationToken cancel)
    {
        var origin = Account.OriginOf(context);
        if (Account.Of(context) is { } before)
            await sessions.End(before.Id, before.Session, SessionEnd.Replaced, origin, cancel);
        var (_, key) = await sessions.Begin(new OfficerId(officer.Id), Device.Of(context.Request), origin.Address, signIn, cancel);
        browser.Remember(context, officer.UserName);
        await context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, officer.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(SignedIn.StampClaim, officer.SecurityStamp), new Claim(SignedIn.SessionClaim, key),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme)));
        if (signIn)
            log.LogInformation("Signed in {Officer}", officer.Id);
    }

    private async Task<OfficerRow?> Halfway(HttpContext context, CancellationToken cancel) =>
        HalfWay.Of(context) is { } half && await passwords.OfficerOf(half.Officer, half.Stamp, cancel) is { } officer ? officer : null;

    private async Task<string?> Held(HttpContext context, string what, string name, OfficerId? officer, CancellationToken cancel)
    {
        if (await guard.Enter(context, what, name, officer, cancel) is not var (limit, answer))
            return null;
        log.LogWarning("Held back after too many wrong tries");
        if (answer.First)
            await events.Write(SecurityEventKind.HeldBack, officer, Account.OriginOf(context), cancel);
        var minutes = Math.Ceiling(answer.Wait!.Value.TotalMinutes);
        return limit == GuessGuard.Place
            ? $"Đã nhập sai {limit.Most} lần từ máy này; hãy chờ {minutes} phút rồi thử lại, "
                + $"hoặc nhờ quản trị đặt lại {(what == Code ? "lớp xác thực" : "mật khẩu")}."
            : $"Có quá nhiều lần nhập sai từ máy lạ; hãy đăng nhập ở máy bạn vẫn dùng, hoặc chờ {minutes} phút rồi thử lại ở máy này.";
    }
}
