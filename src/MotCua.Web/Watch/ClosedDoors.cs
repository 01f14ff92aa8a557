using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MotCua.Web.Watch;

/// <summary>What someone gets who may not pass: 403 where he is known, the way to the sign-in where he is not, 401 where he is a program.</summary>
public static class ClosedDoors
{
    /// <summary>Sets it for every cookie scheme.</summary>
    public static IServiceCollection AddClosedDoors(this IServiceCollection services) =>
        services.PostConfigureAll<CookieAuthenticationOptions>(cookie =>
        {
            var toSignIn = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = redirect => ErrorAnswers.IsProgram(redirect.Request)
                ? Answer(redirect, StatusCodes.Status401Unauthorized)
                : toSignIn(redirect);
            cookie.Events.OnRedirectToAccessDenied = redirect => Answer(redirect, StatusCodes.Status403Forbidden);
        });

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> redirect, int status)
    {
        redirect.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
