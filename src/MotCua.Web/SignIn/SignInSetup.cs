using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Access;
using MotCua.Web.Configuration;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>Cookie sign-in for officers; everything that is not said to be open is closed.</summary>
internal static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services, MotCuaSettings settings)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = "/dang-nhap";
            cookie.LogoutPath = "/dang-xuat";
            cookie.ReturnUrlParameter = "ve";
            cookie.Cookie.Name = "motcua";
            cookie.Cookie.Path = "/";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(settings.SessionMinutes);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = Challenge.Answer;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, DutyDoor>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "motcua.form";
            o.Cookie.Path = "/";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = "motcua.tin");
        services.AddAccess(settings);
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<StaleForms>();
            mvc.Filters.Add<ReopenForms>();
            mvc.Filters.Add<ShellOfPage>();
        });
    }

    private static void AddAccess(this IServiceCollection services, MotCuaSettings settings)
    {
        services.AddSingleton(new SessionLimits(TimeSpan.FromMinutes(settings.SessionMinutes), TimeSpan.FromHours(settings.SessionHours)));
        services.AddSingleton<ISecretSeal, SecretSeal>();
        services.AddScoped<SecurityLog>().AddScoped<SecurityEvents>().AddScoped<WrongGuesses>().AddScoped<Sessions>().AddScoped<SecondFactors>();
        services.AddSingleton<KnownBrowser>().AddSingleton<PasswordOfNobody>().AddScoped<GuessGuard>().AddScoped<Passwords>().AddGuessRate(settings);
        services.AddScoped<OneTimePasswords>();
        services.AddSingleton(_ => PasswordRules.Load(Path.Combine(ProductFolder.SeedFolder, "security", "leaked-passwords.txt")));
        services.AddScoped(p => new SignInDesk(
            p.GetRequiredService<Passwords>(), p.GetRequiredService<GuessGuard>(), p.GetRequiredService<KnownBrowser>(),
            p.GetRequiredService<Sessions>(), p.GetRequiredService<SecondFactors>(), p.GetRequiredService<SecurityLog>(),
            p.GetRequiredService<ILoggerFactory>().CreateLogger("MotCua.SignIn")));
        services.AddSingleton<HeldFiles>().AddSingleton<IUntakenForms, UntakenForms>();
        services.AddScoped<SentInPieces>().AddScoped<ParkedForms>().AddScoped<SignInSweep>().AddHostedService<SweepSignIn>();
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<LoadSignedIn>();
        app.UseMiddleware<Gates>();
        app.UseAuthorization();
    }
}
