using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.SignIn;
using Xunit;

namespace MotCua.Web.Tests.Work;

/// <summary>Filters live in the address: what is asked can be shared, gone back to and put right.</summary>
public sealed class WorkFilterPageTests
{
    [Fact]
    public async Task An_address_with_every_filter_fills_the_form_that_leads_to_the_same_address()
    {
        await using var front = await Front.Open();
        var life = front.Life;
        await life.Received();
        var (browser, unit) = (await front.SignedIn("hanh.tn"), (await life.UnitId()).Value);
        var me = (await front.House.Officer("hanh.tn")).Value;
        var address = "/viec?" + string.Join('&', new[]
        {
            "xem=tat-ca", "q=khai sinh", "buoc=chuyen", "han=sap-han", "trang-thai=tiep-nhan", $"don-vi={unit}", $"can-bo={me}", "linh-vuc=Hộ tịch",
            "thu-tuc=1.001193", "nguoi=uong", "ma=0001", "kenh=truc-tiep", $"so={unit}.2026", "nhan-tu=17/11/2026", "nhan-den=17/11/2026",
            "hen-tu=17112026", "hen-den=2026-11-17", "xep=ma",
        }.Select(p => p.Split('=') is [var name, var value] ? $"{name}={Uri.EscapeDataString(value)}" : p));
        var page = await browser.Get(address);
        Assert.Single(page.Page.QuerySelectorAll("tbody tr"));
        // The form is a GET: what it sends is its fields.
        var sent = "/viec?" + string.Join('&', Browser.Fields(page.Form("/viec")).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));
        var landed = await browser.Get(sent);
        Assert.Equal(HttpStatusCode.Found, landed.Status);
        Assert.Equal(Pairs(address), Pairs(landed.Location!));
        Assert.Equal(Codes(page), Codes(await browser.Get(landed.Location!)));
        Assert.Equal(16, page.Page.QuerySelectorAll(".chips .chip").Length - 1);
        var without = page.Page.QuerySelectorAll(".chips .chip").First(c => c.TextContent.Contains("Người", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.DoesNotContain("nguoi", without);
        Assert.Equal(Pairs(address).Count - 1, Pairs(without).Count);
    }

    [Theory]
    [InlineData("nhan-tu=32/11/2026", "Ngày chưa đúng; hãy viết như 22/11/2026.", "32/11/2026")]
    [InlineData("nhan-tu=18/11/2026&nhan-den=17/11/2026", "Ngày này trước ngày bắt đầu.", "18/11/2026")]
    [InlineData("thu-tuc=khong+co+thu+tuc+nay", "Chưa rõ thủ tục nào.", "khong co thu tuc nay")]
    [InlineData("nguoi=%3F%3F", "Hãy gõ họ tên", "??")]
    [InlineData("han=ngay-mai", "Lựa chọn này không có.", null)]
    public async Task What_cannot_be_read_gets_one_sentence_keeps_what_was_typed_and_shows_no_rows(string query, string sentence, string? kept)
    {
        await using var front = await Front.Open();
        await front.Life.Received();
        var page = await (await front.SignedIn("hanh.tn")).Get("/viec?" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Page.QuerySelectorAll(".err")).TextContent);
        Assert.NotNull(page.Page.QuerySelector("details.work-filters[open]"));
        Assert.Empty(page.Page.QuerySelectorAll("tbody tr"));
        Assert.True(kept is null || page.Page.QuerySelectorAll<IHtmlInputElement>(".work-filters input").Any(i => i.Value == kept));
    }

    [Fact]
    public async Task Links_beside_the_list_say_how_many_rows_they_lead_to_and_what_is_late_has_a_sign()
    {
        await using var front = await Front.Open();
        await front.Life.Received();
        await front.Life.Until(await front.Life.Received(), StepKind.Return);
        front.House.At(2026, 11, 18, 9, 0);
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/viec");
        var links = page.Page.QuerySelectorAll(".side-nav a").Where(a => a.QuerySelector("span") is not null).ToList();
        Assert.True(links.Count >= 6);
        foreach (var link in links)
        {
            var rows = (await browser.Get(link.GetAttribute("href")!)).Page.QuerySelectorAll("tbody tr").Length;
            Assert.Equal((link.TextContent, rows + " hồ sơ"), (link.TextContent, Plain(link.QuerySelector("span")!.TextContent)));
        }
        var late = Assert.Single(page.Page.QuerySelectorAll(".side-nav .late"));
        Assert.NotNull(late.QuerySelector("svg"));
        Assert.Contains("Quá hạn", late.ParentElement!.TextContent);
        Assert.NotNull(page.Page.QuerySelector("tbody .deadline.late svg"));
    }

    [Fact]
    [Requirement("R-REPO-03")]
    public async Task Another_units_officer_finds_and_counts_nothing_by_any_filter()
    {
        await using var front = await Front.Open();
        var code = (await front.Life.Now(await front.Life.Received())).Case.Code.Value;
        var unit = (await front.Life.UnitId()).Value;
        var browser = await front.SignedIn("blim.h");
        foreach (var query in new[]
        {
            "", "xem=toi", "xem=tat-ca", "xem=da-lam", $"q={code}", $"xem=tat-ca&ma={code}", "xem=tat-ca&nguoi=066190004812", $"xem=tat-ca&don-vi={unit}",
            $"xem=don-vi&don-vi={unit}", $"xem=tat-ca&so={unit}.2026", "xem=tat-ca&can-bo=1", "han=sap-han",
        })
        {
            var page = await browser.Get("/viec?" + query);
            Assert.Equal((query, HttpStatusCode.OK), (query, page.Status));
            Assert.DoesNotContain("/ho-so/", page.Page.QuerySelector("main")!.InnerHtml);
            Assert.DoesNotContain("Ưởng", page.Text);
            Assert.All(page.Page.QuerySelectorAll(".side-nav a > span"), s => Assert.Equal("0 hồ sơ", Plain(s.TextContent)));
            var file = await browser.Get("/viec/xuat?dang=csv&" + query);
            Assert.DoesNotContain(code, file.Page.Source.Text);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/so-theo-doi?don-vi={unit}")).Status);
    }

    [Fact]
    public async Task A_list_of_more_than_a_page_goes_on_and_comes_back()
    {
        await using var front = await Front.Open();
        for (var i = 0; i < App.Work.WorkSearch.PageSize + 1; i++)
            await front.Life.Received();
        var browser = await front.SignedIn("hanh.tn");
        var first = await browser.Get("/viec?linh-vuc=" + Uri.EscapeDataString("Hộ tịch"));
        Assert.Contains("25 hồ sơ ở trang này, còn nữa", Plain(first.Page.QuerySelector(".pager p")!.TextContent));
        Assert.Null(first.Page.QuerySelector(".pager a[rel=prev]"));
        var second = await browser.Get(first.Page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        Assert.Single(Codes(second));
        Assert.Empty(Codes(second).Intersect(Codes(first)));
        Assert.Equal(Codes(first), Codes(await browser.Get(second.Page.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href")!)));
    }

    private static IReadOnlyList<string> Codes(Shown page) => [.. page.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];

    private static Dictionary<string, string> Pairs(string address) => Microsoft.AspNetCore.WebUtilities.QueryHelpers
        .ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]).ToDictionary(p => p.Key, p => p.Value.ToString());

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
