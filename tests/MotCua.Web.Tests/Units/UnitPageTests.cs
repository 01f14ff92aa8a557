using System.Net;
using MotCua.Web.Tests.SignIn;
using Xunit;

namespace MotCua.Web.Tests.Units;

public sealed class UnitPageTests
{
    private const string At = "/danh-muc/don-vi-hanh-chinh";

    [Fact]
    public async Task An_old_name_leads_to_where_the_place_is_now_and_a_split_one_is_marked()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("vu.lq");
        var rows = await Rows(browser, At + "?q=ea+tieu");
        Assert.Equal("Xã Ea Tiêu24547 Huyện Cư Kuin, tỉnh Đắk Lắk đến 30/06/2025 Xã Ea Ktur, tỉnh Đắk Lắk NQ 1660/NQ-UBTVQH15 Đ.1", Assert.Single(rows));
        Assert.Contains("Chia cho nhiều nơi Xã Ea Bá, tỉnh Đắk Lắk Xã Ea Ly, tỉnh Đắk Lắk", (await Rows(browser, At + "?q=ea+bar,+song+hinh"))[0]);
        Assert.Contains("xã Ea Bar, huyện Sông Hinh, tỉnh Phú Yên (một phần)", Assert.Single(
            await Rows(browser, At + "?q=ea+ly,+dak+lak"), r => r.Contains("từ 01/07/2025", StringComparison.Ordinal)));
        Assert.Contains("chưa xác minh", (await Rows(browser, At + "?q=cu+kuin"))[0]);
        Assert.Contains("Không có đơn vị nào như vậy", (await browser.Get(At + "?q=xyz")).Text);
    }

    [Fact]
    public async Task Without_words_the_communes_of_the_province_are_paged_and_those_without_an_agency_are_named()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("thinh.nd");
        var page = await browser.Get(At);
        Assert.Equal(25, page.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(["Xã, phường của tỉnh Đắk Lắk (102)", "Chưa có cơ quan trong hệ thống (100)"],
            page.Page.QuerySelectorAll(".tabs a").Select(a => a.TextContent));
        Assert.Equal(2, (await Rows(browser, At + "?trang=5")).Count);
        var lacking = await Rows(browser, At + "?loc=thieu&trang=1");
        Assert.All(lacking, r => Assert.Contains("Chưa có cơ quan", r));
        Assert.DoesNotContain(lacking, r => r.StartsWith("Phường Buôn Ma Thuột", StringComparison.Ordinal));
        Assert.Contains("34/34 tỉnh, thành phố và 102/3.321 xã", page.Text);
    }

    [Fact]
    public async Task It_is_closed_to_those_who_neither_control_nor_administer()
    {
        await using var front = await Front.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await front.SignedIn("hanh.tn")).Get(At)).Status);
    }

    private static async Task<IReadOnlyList<string>> Rows(Browser browser, string path) =>
    [
        .. (await browser.Get(path)).Page.QuerySelectorAll("tbody tr")
            .Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    ];
}
