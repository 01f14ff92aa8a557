using System.Globalization;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>An officer who has given his password and not yet his code: kept for some minutes in a sealed cookie that opens nothing else.</summary>
/// <param name="Stamp">His stamp then: a changed password ends this, too.</param>
internal sealed record HalfWay(OfficerId Officer, string Stamp, DateTimeOffset At)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Cookie = "motcua.buoc2";
    private const string Purpose = "half-way";

    public static void Keep(HttpContext http, OfficerRow officer)
    {
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var text = string.Create(CultureInfo.InvariantCulture, $"{officer.Id}\n{officer.SecurityStamp}\n{now.UtcTicks}");
        http.Response.Cookies.Append(Cookie, services.GetRequiredService<ISecretSeal>().Seal(Purpose, text), Options(http));
    }

    public static HalfWay? Of(HttpContext http)
    {
        var services = http.RequestServices;
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie
            || services.GetRequiredService<ISecretSeal>().Open(Purpose, cookie)?.Split('\n') is not [var id, var stamp, var ticks])
            return null;
        var at = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return services.GetRequiredService<TimeProvider>().GetUtcNow() - at < Life
            ? new HalfWay(new OfficerId(int.Parse(id, CultureInfo.InvariantCulture)), stamp, at)
            : null;
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/",
    };
}
