using Microsoft.AspNetCore.Authentication.Cookies;

namespace MotCua.Web.SignIn;

/// <summary>Marks what a page's script asks for by itself: it does not lengthen a sign-in, or a page left open would keep one for ever.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsNoSessionAttribute : Attribute;

/// <summary>Keeps to it.</summary>
public static class KeepsNoSession
{
    /// <summary>Adds the rule to the cookie of the sign-in.</summary>
    public static IServiceCollection AddKeepsNoSession(this IServiceCollection services) => services.PostConfigureAll<CookieAuthenticationOptions>(cookie =>
    {
        var before = cookie.Events.OnCheckSlidingExpiration;
        cookie.Events.OnCheckSlidingExpiration = async context =>
        {
            await before(context);
            context.ShouldRenew &= context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<KeepsNoSessionAttribute>() is null;
        };
    });
}
