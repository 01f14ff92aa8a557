using System.Net;
using MotCua.Web.Configuration;
using MotCua.Web.Tests.Host;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>Cookies over HTTPS, which a proxy in front tells of: it is believed only where it is known.</summary>
public sealed class HostCookieTests
{
    private static readonly MotCuaSettings Behind = new() { RequestsPerMinute = 0, Proxies = ["127.0.0.1"] };

    [Fact]
    public async Task Over_HTTPS_every_cookie_is_bound_to_the_host()
    {
        await using var site = await Started(Behind);
        var cookies = await CookiesOf(site, "https");
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c =>
        {
            Assert.StartsWith("__Host-motcua", c);
            Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite", c, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_stranger_who_says_that_he_is_a_proxy_is_not_believed()
    {
        await using var site = await Started(Behind with { Proxies = [] });
        Assert.All(await CookiesOf(site, "https"), c => Assert.StartsWith("motcua", c));
        await using var other = await Started(Behind with { Proxies = ["192.0.2.1"] });
        Assert.All(await CookiesOf(other, "https"), c => Assert.StartsWith("motcua", c));
    }

    [Fact]
    public async Task A_form_is_taken_with_the_bound_cookie_and_not_with_one_that_a_neighbour_could_plant()
    {
        await using var site = await Started(Behind);
        using var page = await site.Client.SendAsync(Request(HttpMethod.Get, "https"));
        var cookie = page.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var (sent, taken) in new[] { (cookie, true), (cookie.Replace("__Host-", ""), false) })
        {
            using var request = Request(HttpMethod.Post, "https");
            request.Headers.Add("Cookie", sent);
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token, ["Input.UserName"] = "khong.co", ["Input.Password"] = "x",
            });
            using var answer = await site.Client.SendAsync(request);
            Assert.Equal((sent, taken ? HttpStatusCode.OK : HttpStatusCode.Redirect), (sent, answer.StatusCode));
        }
    }

    private static async Task<TestSite> Started(MotCuaSettings settings)
    {
        var site = await TestSite.Start(settings);
        await site.Prepare();
        return site;
    }

    private static async Task<IReadOnlyList<string>> CookiesOf(TestSite site, string scheme)
    {
        using var answer = await site.Client.SendAsync(Request(HttpMethod.Get, scheme));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. answer.Headers.GetValues("Set-Cookie")];
    }

    private static HttpRequestMessage Request(HttpMethod method, string scheme)
    {
        var request = new HttpRequestMessage(method, "/dang-nhap");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "10.0.0.5");
        request.Headers.Add("Accept", "text/html");
        return request;
    }
}
