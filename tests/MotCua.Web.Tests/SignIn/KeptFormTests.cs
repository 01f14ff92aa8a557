using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Reception;
using MotCua.Web.SignIn;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>Everything typed and attached outlives the sign-in. The sample page of the Kit stands for every page: it knows nothing of it.</summary>
public sealed class KeptFormTests
{
    private static readonly (string Name, string Value)[] Typed =
    [
        ("Input.FullName", "H'Ngát Byă"), ("Input.Number", "066190004812"), ("Input.Kind", "None"), ("Input.Passes", "yes"),
        ("Input.WhyNone", "Chưa được cấp,\n<b>đang chờ</b>"), ("Input.Born", "14/03/1990"), ("Input.Paid", "1.234.000"), ("Input.IsOwner", "false"),
    ];

    private static readonly (string Name, string File, string Content)[] Attached =
        [("Files", "đơn đề nghị.pdf", "%PDF-1.4 đơn"), ("Files", "giấy chứng sinh.pdf", "%PDF-1.4 chứng sinh")];

    [Fact]
    public async Task A_form_sent_after_the_session_ended_stands_there_again_after_the_sign_in_and_is_sent_whole()
    {
        var sent = new Recorder();
        await using var front = await Opened(sent);
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/kit");
        front.House.Clock.Advance(TimeSpan.FromHours(3));

        var turned = await browser.Submit(page, SampleOf(page), Typed, Attached);
        Assert.Empty(sent.Forms);
        var signIn = await browser.Get(turned.Location!);
        Assert.Contains("đang làm dở đã được giữ", signIn.Text);
        var opened = await browser.Follow(await browser.Submit(signIn, signIn.Form(), [("Input.UserName", "hanh.tn"), ("Input.Password", Front.Password)]));

        Assert.StartsWith("/kit?giu=", opened.Address);
        Assert.Empty(sent.Forms);
        Assert.Contains("Biểu mẫu chưa được gửi", opened.Text);
        Assert.Empty(opened.Page.QuerySelectorAll("[aria-invalid=true]"));
        var form = SampleOf(opened);
        AssertHolds(form, Typed);
        Assert.Contains("đơn đề nghị.pdf (1 KB)", form.TextContent);

        var taken = await browser.Submit(opened, form, []);
        Assert.Equal("/kit", taken.Location);
        Assert.Contains("Đã nhận mẫu của H'Ngát Byă", (await browser.Follow(taken)).Text);
        var got = Assert.Single(sent.Forms);
        Assert.Equal(Attached, got.Files);
        Assert.DoesNotContain(got.Fields, f => f.StartsWith("_giu", StringComparison.Ordinal));
        Assert.Empty(await Rows(front));
    }

    [Fact]
    public async Task Files_can_be_dropped_and_added_and_all_survive_an_error_and_a_second_end_of_the_session()
    {
        var sent = new Recorder();
        await using var front = await Opened(sent);
        var browser = await front.SignedIn("hanh.tn");
        var opened = await Reopened(front, browser, [.. Typed, ("Input.Number", "12")], Attached);
        var form = SampleOf(opened);
        Boxes(form).First().IsChecked = false;

        var refused = await browser.Submit(opened, form, []);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("phải đủ 12 chữ số", refused.Text);
        form = SampleOf(refused);
        Assert.Equal([false, true], Boxes(form).Select(i => i.IsChecked));

        front.House.Clock.Advance(TimeSpan.FromHours(3));
        var turned = await browser.Submit(refused, form, [("Input.Number", "066190004812")], [("Files", "thêm.pdf", "%PDF-1.4 thêm")]);
        opened = await browser.Follow(await browser.SignIn("hanh.tn", at: turned.Location));
        Assert.Single(await Rows(front));
        await browser.Submit(opened, SampleOf(opened), []);
        Assert.Equal(["thêm.pdf", "giấy chứng sinh.pdf"], sent.Forms[^1].Files.Select(f => f.File));
    }

    [Fact]
    public async Task Only_the_officer_who_typed_it_opens_it()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/kit");
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        var turned = await browser.Submit(page, SampleOf(page), Typed, Attached);
        var id = Assert.Single(await Rows(front)).Id;

        var other = await browser.Follow(await browser.SignIn("linh.hn", at: turned.Location));
        Assert.Contains("thuộc tài khoản khác", other.Text);
        Assert.DoesNotContain("H'Ngát Byă", other.Page.Source.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/giu/{id:D}")).Status);
        Assert.DoesNotContain("đã được giữ lại", (await browser.Get("/viec")).Text);

        var own = await front.SignedIn("hanh.tn", "10.0.0.9");
        Assert.Contains("đã được giữ lại", (await own.Get("/viec")).Text);
        var shown = await own.Get($"/giu/{id:D}");
        Assert.Contains("H'Ngát Byă", shown.Text);
        Assert.Contains("giấy chứng sinh.pdf", shown.Text);
        Assert.Equal("/viec", (await own.Submit(shown, shown.Form(), [])).Location);
        Assert.Empty(await Rows(front));
    }

    [Fact]
    public async Task Of_a_stranger_nothing_is_kept_and_he_is_told()
    {
        await using var front = await Front.Open();
        var browser = front.Browser();
        var turned = await browser.Post("/kit", Typed, Attached);
        Assert.Empty(await Rows(front));
        Assert.Contains("chưa được nhận", (await browser.Get(turned.Location!)).Text);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Of_a_form_from_another_site_nothing_is_kept(string name, string value)
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Post("/kit", Typed, null, (name, value))).Status);
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        await browser.Post("/kit", Typed, null, (name, value));
        Assert.Empty(await Rows(front));
    }

    [Fact]
    public async Task Passwords_are_never_kept()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        var (change, kit) = (await browser.Get("/mat-khau"), await browser.Get("/kit"));
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        await browser.Submit(change, change.Form(), [("Input.Present", Front.Password)]);
        Assert.Empty(await Rows(front));
        await browser.Submit(kit, SampleOf(kit), [.. Typed, ("Input.Password", "bí mật"), ("matKhau", "bí mật")]);
        Assert.DoesNotContain("bí mật", Assert.Single(await Rows(front)).Typed);
    }

    [Fact]
    public async Task A_form_whose_page_was_opened_under_another_sign_in_comes_back_filled_and_undone()
    {
        var sent = new Recorder();
        await using var front = await Opened(sent);
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/kit");
        await browser.Submit(await browser.Get("/dang-xuat"), (await browser.Get("/dang-xuat")).Form(), []);
        await browser.SignIn("linh.hn");

        var answer = await browser.Submit(page, SampleOf(page), Typed, Attached);
        var opened = await browser.Follow(answer);
        Assert.Empty(sent.Forms);
        AssertHolds(SampleOf(opened), Typed);
        await browser.Submit(opened, SampleOf(opened), []);
        Assert.Equal(Attached, Assert.Single(sent.Forms).Files);
    }

    [Fact]
    public async Task The_same_officer_signed_in_again_elsewhere_in_the_browser_just_sends_the_form()
    {
        var sent = new Recorder();
        await using var front = await Opened(sent);
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/kit");
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        await browser.SignIn("hanh.tn");
        Assert.Equal("/kit", (await browser.Submit(page, SampleOf(page), Typed, Attached)).Location);
        Assert.Single(sent.Forms);
    }

    [Fact]
    public async Task A_restart_of_the_server_is_not_noticed_by_an_open_form_nor_by_a_kept_one()
    {
        var sent = new Recorder();
        await using var front = await Opened(sent);
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/kit");
        await front.Restart();
        var taken = await browser.Submit(page, SampleOf(page), Typed, Attached);
        await front.Restart();
        Assert.Contains("Đã nhận mẫu của H'Ngát Byă", (await browser.Follow(taken)).Text);
        Assert.Equal(Attached, Assert.Single(sent.Forms).Files);

        page = await browser.Get("/kit");
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        var turned = await browser.Submit(page, SampleOf(page), Typed, Attached);
        await front.Restart();
        var opened = await browser.Follow(await browser.SignIn("hanh.tn", at: turned.Location));
        await front.Restart();
        await browser.Submit(opened, SampleOf(opened), []);
        Assert.Equal(Attached, sent.Forms[^1].Files);
    }

    [Fact]
    public async Task Kept_forms_go_after_a_day_and_beyond_twenty()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/kit");
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        for (var i = 0; i < 22; i++)
        {
            front.House.Clock.Advance(TimeSpan.FromSeconds(1));
            await browser.Submit(page, SampleOf(page), [("Input.FullName", "Y Bhăm " + i)]);
        }
        var rows = await Rows(front);
        Assert.Equal(20, rows.Count);
        Assert.DoesNotContain(rows, r => r.Typed.Contains("Y Bhăm 1\""));

        front.House.Clock.Advance(TimeSpan.FromHours(24));
        var signed = await front.SignedIn("hanh.tn");
        Assert.DoesNotContain("đã được giữ lại", (await signed.Get("/viec")).Text);
        await front.Restart();
        Assert.Empty(await Rows(front));
    }

    [Fact]
    public async Task A_page_that_saves_drafts_takes_the_kept_form_by_its_own_handler()
    {
        var sent = new Recorder();
        await using var front = await Front.Open(more: services => services.Configure<MvcOptions>(o => o.Filters.Add(sent)).Configure<RazorPagesOptions>(
            o => o.Conventions.AddPageApplicationModelConvention("/Kit/Index", m => m.EndpointMetadata.Add(new ReopensWithAttribute("Draft")))));
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/kit");
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        var turned = await browser.Submit(page, SampleOf(page), Typed, Attached);
        await browser.Follow(await browser.SignIn("hanh.tn", at: turned.Location));
        var (handler, fields, files) = Assert.Single(sent.Forms);
        Assert.Equal("Draft", handler);
        Assert.Contains("Input.FullName", fields);
        Assert.Equal(Attached, files);
    }

    [Fact]
    public async Task The_log_holds_nothing_of_what_was_typed()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        await Reopened(front, browser, Typed, Attached);
        Assert.Contains("\"route\":\"/kit\"", front.Log);
        foreach (var secret in new[] { "Ngát", "066190004812", "hanh.tn", "Hạnh", "chứng sinh", "giu=" })
            Assert.DoesNotContain(secret, front.Log);
    }

    private static Task<Front> Opened(Recorder sent) => Front.Open(more: s => s.Configure<MvcOptions>(o => o.Filters.Add(sent)));

    private static async Task<Shown> Reopened(
        Front front, Browser browser, (string Name, string Value)[] typed, (string Name, string File, string Content)[] files)
    {
        var page = await browser.Get("/kit");
        front.House.Clock.Advance(TimeSpan.FromHours(3));
        var turned = await browser.Submit(page, SampleOf(page), [.. typed.GroupBy(t => t.Name).Select(g => g.Last())], files);
        return await browser.Follow(await browser.SignIn("hanh.tn", at: turned.Location));
    }

    private static IHtmlFormElement SampleOf(Shown page) => (IHtmlFormElement)page.Page.QuerySelector("form[data-autosave-url]")!;

    private static IEnumerable<IHtmlInputElement> Boxes(IHtmlFormElement form) => form.QuerySelectorAll("input[name=_giu_tep]").Cast<IHtmlInputElement>();

    private static void AssertHolds(IHtmlFormElement form, IEnumerable<(string Name, string Value)> typed)
    {
        var shown = Browser.Fields(form).ToLookup(f => f.Name, f => f.Value);
        foreach (var (name, value) in typed)
            Assert.Contains(value, shown[name]);
    }

    private static async Task<List<ParkedFormRow>> Rows(Front front)
    {
        await using var db = front.House.Db();
        return await db.Set<ParkedFormRow>().AsNoTracking().ToListAsync();
    }
}
