using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MotCua.Web.Tests.SignIn;
using Xunit;

namespace MotCua.Web.Tests.Work;

/// <summary>Saved filters on their pages.</summary>
public sealed class SavedPageTests
{
    [Fact]
    public async Task A_filter_is_saved_from_the_list_shown_with_its_counter_deleted_and_brought_back()
    {
        await using var front = await Front.Open();
        await front.Life.Received();
        var browser = await front.SignedIn("hanh.tn");
        var list = await browser.Get("/viec?buoc=chuyen&thu-tuc=1.001193");
        var refused = await browser.Submit(list, Save(list), [("ten", " ")]);
        Assert.Contains("Hãy đặt cho bộ lọc một tên", refused.Page.QuerySelector(".errors")!.TextContent);
        var saved = await browser.Submit(refused, Save(refused), [("ten", "Khai sinh mới nhận")]);
        Assert.Equal("/viec?buoc=chuyen&thu-tuc=1.001193", saved.Location);
        list = await browser.Get(saved.Location!);
        Assert.Contains("Đã lưu bộ lọc “Khai sinh mới nhận”.", list.Text);
        var link = list.Page.QuerySelector(".side-nav a[href='/viec?buoc=chuyen&thu-tuc=1.001193']")!;
        Assert.Equal("Khai sinh mới nhận 1 hồ sơ", Plain(link.TextContent));
        Assert.Equal("page", link.GetAttribute("aria-current"));

        var manage = await browser.Get("/viec/bo-loc");
        var gone = await browser.Submit(manage, Act(manage, "Delete"), [("id", Id(manage))]);
        manage = await browser.Get(gone.Location!);
        Assert.Contains("Đã xóa bộ lọc “Khai sinh mới nhận”.", manage.Text);
        Assert.Empty(manage.Page.QuerySelectorAll("tbody tr"));
        var back = await browser.Submit(manage, Act(manage, "Restore"), [("id", manage.Page.QuerySelector(".result button")!.GetAttribute("value")!)]);
        Assert.Single((await browser.Get(back.Location!)).Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_leader_shares_and_the_officers_of_his_unit_see_it_and_cannot_change_it()
    {
        await using var front = await Front.Open();
        var unit = (await front.Life.UnitId()).Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var head = await front.SignedIn("phuoc.nv");
        var list = await head.Get("/viec?han=qua-han");
        await head.Submit(list, Save(list), [("ten", "Quá hạn của quầy")]);
        var manage = await head.Get("/viec/bo-loc");
        var id = Id(manage);
        await head.Submit(manage, Act(manage, "Share"), [("don-vi", unit)]);
        var counter = await front.SignedIn("hanh.tn");
        Assert.NotNull((await counter.Get("/viec")).Page.QuerySelector(".side-nav a[href='/viec?han=qua-han']:not([aria-current])"));
        var shared = await counter.Get("/viec/bo-loc");
        Assert.Contains("Đơn vị chia sẻ với tôi", shared.Text);
        Assert.Empty(shared.Page.QuerySelectorAll("tbody tr"));
        var token = Browser.Fields(shared.Leave()).First(f => f.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.Found, (await counter.Post("/viec/bo-loc?handler=Delete", [("id", id), token])).Status);
        Assert.DoesNotContain("Quá hạn của quầy", (await (await front.SignedIn("khanh.pq")).Get("/viec")).Text);
        Assert.Single((await head.Get("/viec/bo-loc")).Page.QuerySelectorAll("tbody tr"));
    }

    private static IHtmlFormElement Save(Shown page) => page.Page.QuerySelectorAll<IHtmlFormElement>("main form[action*='handler=Save']").First();

    private static IHtmlFormElement Act(Shown page, string handler) => page.Page.QuerySelectorAll<IHtmlFormElement>("main form")
        .First(f => f.GetAttribute("action")!.EndsWith("handler=" + handler, StringComparison.Ordinal));

    private static string Id(Shown page) => page.Page.QuerySelector("tbody input[name=id]")!.GetAttribute("value")!;

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
