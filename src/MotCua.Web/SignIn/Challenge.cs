using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>Answers a request that needs a sign-in and has none: leads to the sign-in page, and keeps the form that it brought.</summary>
internal static class Challenge
{
    /// <summary>How long after its end a ticket still tells whose form this is.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    public static async Task Answer(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Response.Redirect(await Where(context.HttpContext, context.Options));

    private static async Task<string> Where(HttpContext http, CookieAuthenticationOptions options)
    {
        var asked = http.Request.PathAndQuery();
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return SignInPage(options, asked);
        if (http.SendsForm() && WhoWasHere(http, options) is { } officer)
        {
            var kept = await http.RequestServices.GetRequiredService<ParkedForms>().Park(http.Request, officer, http.RequestAborted);
            return SignInPage(options, kept.Reopens);
        }
        var page = Requests.Requery(asked, ["handler"]);
        return QueryHelpers.AddQueryString(SignInPage(options, page), "mat", "true");
    }

    private static string SignInPage(CookieAuthenticationOptions options, string returnTo) =>
        QueryHelpers.AddQueryString(options.LoginPath, options.ReturnUrlParameter, returnTo);

    // The ticket is ours and whole, only too old: it opens nothing, but says whose form this is.
    private static OfficerId? WhoWasHere(HttpContext http, CookieAuthenticationOptions options)
    {
        var cookie = options.CookieManager.GetRequestCookie(http, options.Cookie.Name!);
        var ticket = string.IsNullOrEmpty(cookie) ? null : options.TicketDataFormat.Unprotect(cookie);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return ticket?.Properties.ExpiresUtc is { } ends && now - ends < Memory ? SignedIn.IdOf(ticket.Principal) : null;
    }
}
