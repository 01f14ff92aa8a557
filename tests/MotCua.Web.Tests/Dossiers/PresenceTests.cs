using System.Net;
using Microsoft.Playwright;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>Two officers with the same dossier open.</summary>
public sealed class PresenceTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_opening_alone_counts_and_whoever_may_not_see_the_dossier_learns_and_says_nothing()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received();
        var (one, two, outside) = (await office.Of("hanh.tn"), await office.Of("linh.hn"), await office.Of("khanh.pq"));
        Assert.DoesNotContain("Đang mở cùng lúc", (await one.Get($"/ho-so/{code}")).Words);
        Assert.Contains("Đang mở cùng lúc: Trần Ngọc Hạnh (tiếp nhận hồ sơ), từ 09:10.", (await two.Get($"/ho-so/{code}")).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.Get($"/ho-so/{code}")).Status);
        var place = (await two.Get($"/ho-so/{code}")).Document.QuerySelector("[data-presence]")!;
        var to = place.GetAttribute("data-presence")!;
        var answer = await two.Post(to, new FormUrlEncodedContent([new(place.GetAttribute("data-token-name")!, place.GetAttribute("data-token")!)]));
        Assert.Contains("Trần Ngọc Hạnh", await answer.Content.ReadAsStringAsync());
        var mine = (await outside.Get("/viec/bo-loc")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var refused = await outside.Post(to, new FormUrlEncodedContent([new("__RequestVerificationToken", mine)]));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.Raw(to)).StatusCode);
        // Without its token it is no form of ours: it leads back to the page.
        Assert.Equal(HttpStatusCode.Found, (await two.Post(to, new FormUrlEncodedContent([]))).StatusCode);
        Assert.DoesNotContain("Phạm Quốc Khánh", (await one.Get($"/ho-so/{code}")).Words);
    }

    [Fact]
    public async Task A_page_that_stays_open_shows_who_comes_and_who_has_gone()
    {
        await using var office = await Office.Open(browser: true);
        var (_, code) = await office.Received();
        var (first, second) = (await SignedIn(office, "hanh.tn"), await SignedIn(office, "linh.hn"));
        var address = new Uri(office.Address, $"/ho-so/{code}").ToString();
        await first.Clock.InstallAsync();
        await first.GotoAsync(address);
        var others = first.Locator("[data-presence-others]");
        Assert.Equal("", (await others.InnerTextAsync()).Trim());
        await second.GotoAsync(address);
        Assert.Contains("Trần Ngọc Hạnh", await second.Locator("[data-presence-others]").InnerTextAsync());
        await second.Context.CloseAsync();
        await Beat(first);
        Assert.Contains("Đang mở cùng lúc: H'Linh Niê (tiếp nhận hồ sơ), từ 09:10.", await others.InnerTextAsync());
        office.House.Clock.Advance(TimeSpan.FromSeconds(91));
        await Beat(first);
        Assert.Equal("", (await others.InnerTextAsync()).Trim());
    }

    /// <summary>Lets half a minute pass in the page, and waits for the answer and what it changes.</summary>
    private static async Task Beat(IPage page)
    {
        var before = await page.Locator("[data-presence-others]").InnerHTMLAsync();
        await page.RunAndWaitForResponseAsync(() => page.Clock.FastForwardAsync(30_000), r => r.Url.EndsWith("/dang-mo", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("before => document.querySelector('[data-presence-others]').innerHTML !== before", before);
    }

    private async Task<IPage> SignedIn(Office office, string user)
    {
        var page = await chromium.Open();
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", user);
        await page.FillAsync("[name='Input.Password']", "test");
        await page.ClickAsync("main form button.primary");
        await page.WaitForLoadStateAsync();
        return page;
    }
}
