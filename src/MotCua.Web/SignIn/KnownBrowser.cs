using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MotCua.Web.SignIn;

/// <summary>Remembers in a browser which names have signed in there. Such a browser has a count of wrong passwords of its own for these names:
/// a neighbour behind the same address cannot use it up. It opens nothing.</summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    private const string Cookie = "motcua.may";
    private const char Between = '\n';
    private const int MostNames = 20;
    private readonly IDataProtector protector = protection.CreateProtector("MotCua.KnownBrowser");

    /// <summary>The browser in which the name has signed in before; null for another one.</summary>
    public string? Of(HttpContext context, string name) => Read(context) is [var id, .. var names] && names.Contains(name) ? id : null;

    /// <summary>The browser, if anybody has ever signed in there.</summary>
    public string? Of(HttpContext context) => Read(context) is [var id, ..] ? id : null;

    /// <summary>Remembers that the name has signed in here.</summary>
    public void Remember(HttpContext context, string name)
    {
        var (id, names) = Read(context) is [var known, .. var before] ? (known, before) : (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), []);
        string[] kept = [name, .. names.Where(n => n != name).Take(MostNames - 1)];
        context.Response.Cookies.Append(Cookie, protector.Protect(string.Join(Between, [id, .. kept])), new CookieOptions
        {
            HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(400), Path = "/",
        });
    }

    private string[] Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 } cookie ? protector.Unprotect(cookie).Split(Between) : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
