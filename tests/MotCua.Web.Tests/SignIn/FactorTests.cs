using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Testing;
using MotCua.Web.SignIn;
using OtpNet;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>The second factor from the pages: set up, asked for, renewed, removed.</summary>
public sealed class FactorTests
{
    private const string Page = "/tai-khoan/xac-thuc";

    [Fact]
    public async Task An_officer_sets_it_up_and_is_asked_for_a_code_from_then_on()
    {
        await using var front = await Front.Open();
        var (browser, elsewhere) = (await front.SignedIn("hanh.tn"), await front.SignedIn("hanh.tn"));
        var page = await browser.Get(Page);
        Assert.Contains("Trình diễn: chưa bắt buộc lớp xác thực thứ hai", page.Text);
        Assert.NotNull(page.Page.QuerySelector("svg.qr path"));
        var secret = SecretOf(page);

        var wrong = await browser.Submit(page, page.Form(), [("Input.Code", "000000"), ("Input.Password", Front.Password)]);
        Assert.Contains("Mã chưa khớp", wrong.Text);
        Assert.Equal(secret, SecretOf(wrong));
        var unproven = await browser.Submit(wrong, wrong.Form(), [("Input.Code", Code(front, secret)), ("Input.Password", "sai mật khẩu")]);
        Assert.Contains("Mật khẩu đang dùng chưa đúng", unproven.Text);
        var done = await browser.Submit(unproven, unproven.Form(), [("Input.Code", Code(front, secret)), ("Input.Password", Front.Password)]);
        Assert.Equal(10, CodesOf(done).Count);
        Assert.DoesNotContain(secret, done.Page.Source.Text);
        Assert.Empty(CodesOf(await browser.Get(Page)));
        Assert.StartsWith("/dang-nhap", (await elsewhere.Get("/viec")).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/viec")).Status);

        front.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var fresh = front.Browser();
        var asked = await fresh.SignIn("hanh.tn", at: "/dang-nhap?ve=%2Fviec%3Floc%3Dtra");
        Assert.Equal("/dang-nhap/ma?ve=%2Fviec%3Floc%3Dtra", asked.Location);
        Assert.StartsWith("/dang-nhap?", (await fresh.Get("/viec")).Location);
        var step = await fresh.Get(asked.Location!);
        Assert.Contains("không đúng hoặc đã dùng", (await fresh.Submit(step, step.Form(), [("Input.Code", "123456")])).Text);
        Assert.Equal("/viec?loc=tra", (await fresh.Submit(step, step.Form(), [("Input.Code", Spaced(Code(front, secret)))])).Location);
        Assert.Equal(HttpStatusCode.OK, (await fresh.Get("/viec")).Status);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var front = await Front.Open();
        var (secret, _) = await Enrolled(front, "hanh.tn");
        front.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Code(front, secret);
        Assert.Equal("/viec", (await SignIn(front.Browser(), "hanh.tn", code)).Location);
        Assert.Contains("không đúng hoặc đã dùng", (await SignIn(front.Browser("10.0.0.2"), "hanh.tn", code)).Text);
        front.House.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/viec", (await SignIn(front.Browser(), "hanh.tn", Code(front, secret))).Location);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_ones_replace_the_old()
    {
        await using var front = await Front.Open();
        var (secret, codes) = await Enrolled(front, "hanh.tn");
        var browser = front.Browser();
        Assert.Equal("/viec", (await SignIn(browser, "hanh.tn", codes[0].ToUpperInvariant())).Location);
        Assert.Contains("không đúng hoặc đã dùng", (await SignIn(front.Browser(), "hanh.tn", codes[0])).Text);
        var page = await browser.Get(Page);
        Assert.Contains("còn 9 mã chưa dùng", page.Text);
        front.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var renewed = await browser.Submit(
            page, page.Form(), [("Input.Password", Front.Password), ("Input.Code", Code(front, secret))], action: Page + "?handler=Renew");
        Assert.Equal(10, CodesOf(renewed).Count);
        Assert.Contains("không đúng hoặc đã dùng", (await SignIn(front.Browser(), "hanh.tn", codes[1])).Text);
        Assert.Equal("/viec", (await SignIn(front.Browser(), "hanh.tn", CodesOf(renewed)[1])).Location);
    }

    [Fact]
    public async Task It_is_removed_only_with_password_and_code()
    {
        await using var front = await Front.Open();
        var (secret, codes) = await Enrolled(front, "hanh.tn");
        var browser = front.Browser();
        await SignIn(browser, "hanh.tn", codes[0]);
        front.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await browser.Get(Page);
        foreach (var (password, code, why) in new[]
        {
            (Front.Password, "", "Hãy nhập mã"), ("", Code(front, secret), "Hãy nhập mật khẩu"),
            (Front.Password, "999999", "không đúng hoặc đã dùng"), ("sai", Code(front, secret), "Mật khẩu đang dùng chưa đúng"),
        })
            Assert.Contains(why, (await Remove(password, code)).Text);
        Assert.Equal("/tai-khoan", (await Remove(Front.Password, Code(front, secret))).Location);
        Assert.Contains("Đã tắt lớp xác thực thứ hai", (await browser.Get("/tai-khoan")).Text);
        Assert.Equal("/viec", (await front.Browser().SignIn("hanh.tn")).Location);

        Task<Shown> Remove(string password, string code) =>
            browser.Submit(page, page.Form(), [("Input.Password", password), ("Input.Code", code)], action: Page + "?handler=Remove");
    }

    [Theory, Requirement("R-SEC-03")]
    [InlineData("khoi.nd", true)]
    [InlineData("vu.lq", true)]
    [InlineData("quy.ct", true)]
    [InlineData("hanh.tn", false)]
    public async Task A_second_factor_is_required_on_a_real_database_from_the_rows_day(string userName, bool required)
    {
        await using var front = await Front.Open(new DateTime(2026, 6, 30, 23, 50, 0));
        await using (var db = front.House.Db())
            await db.Set<OfficerRow>().ExecuteUpdateAsync(o => o.SetProperty(x => x.Demo, false));
        var browser = await front.SignedIn(userName);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/viec")).Status);
        front.House.At(2026, 7, 1, 0, 5);
        var turned = await browser.Get("/viec?loc=tra");
        if (!required)
        {
            Assert.Equal(HttpStatusCode.OK, turned.Status);
            return;
        }
        Assert.Equal(Gates.Factor + "?ve=%2Fviec%3Floc%3Dtra", turned.Location);
        Assert.StartsWith(Gates.Factor, (await browser.Get("/tai-khoan")).Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/api/thu-tuc?q=a", ("Accept", "application/json"))).Status);
        var page = await browser.Get(turned.Location!);
        Assert.Contains("phải bật lớp xác thực thứ hai", page.Text);
        Assert.Contains("phê duyệt, ký; quản trị hệ thống; kiểm tra nhật ký", page.Text);
        Assert.Contains("Chưa xác minh", page.Text);
        var done = await browser.Submit(page, page.Form(), [("Input.Code", Code(front, SecretOf(page))), ("Input.Password", Front.Password)]);
        Assert.Equal("/viec?loc=tra", done.Page.QuerySelector("main a.btn.primary")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/viec?loc=tra")).Status);
    }

    [Fact]
    public async Task A_form_sent_when_the_second_factor_became_due_is_kept()
    {
        await using var front = await Front.Open(new DateTime(2026, 6, 30, 23, 50, 0));
        await using (var db = front.House.Db())
            await db.Set<OfficerRow>().ExecuteUpdateAsync(o => o.SetProperty(x => x.Demo, false));
        var browser = await front.SignedIn("khoi.nd");
        var form = await browser.Get("/kit");
        var sample = form.Page.QuerySelectorAll("main form[method=post]").Cast<AngleSharp.Html.Dom.IHtmlFormElement>()
            .First(f => f.QuerySelector("[name='Input.FullName']") is not null);
        front.House.At(2026, 7, 1, 0, 5);
        var turned = await browser.Submit(form, sample, [("Input.FullName", "H'Ngát Byă")]);
        Assert.StartsWith(Gates.Factor + "?ve=%2Fkit%3Fgiu%3D", turned.Location);
        var page = await browser.Get(turned.Location!);
        var done = await browser.Submit(page, page.Form(), [("Input.Code", Code(front, SecretOf(page))), ("Input.Password", Front.Password)]);
        var opened = await browser.Get(done.Page.QuerySelector("main a.btn.primary")!.GetAttribute("href")!);
        Assert.Equal("H'Ngát Byă", opened.Page.QuerySelector("[name='Input.FullName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_step_between_password_and_code_ends_by_time_and_by_a_new_stamp_and_opens_nothing()
    {
        await using var front = await Front.Open();
        var (secret, _) = await Enrolled(front, "hanh.tn");
        Assert.StartsWith("/dang-nhap", (await front.Browser().Get("/dang-nhap/ma")).Location);
        foreach (var byTime in new[] { true, false })
        {
            front.House.Clock.Advance(TimeSpan.FromMinutes(1));
            var browser = front.Browser();
            await browser.SignIn("hanh.tn");
            var page = await browser.Get("/dang-nhap/ma");
            if (byTime)
                front.House.Clock.Advance(TimeSpan.FromMinutes(10));
            else
                await using (var db = front.House.Db())
                    await db.Set<OfficerRow>().ExecuteUpdateAsync(o => o.SetProperty(x => x.SecurityStamp, "khác"));
            Assert.Equal("/dang-nhap", (await browser.Submit(page, page.Form(), [("Input.Code", Code(front, secret))])).Location);
            Assert.StartsWith("/dang-nhap", (await browser.Get("/viec")).Location);
        }
    }

    [Fact]
    public async Task Wrong_codes_hold_back_like_wrong_passwords()
    {
        await using var front = await Front.Open();
        var (secret, codes) = await Enrolled(front, "hanh.tn");
        front.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var thief = front.Browser("203.0.113.9");
        for (var i = 0; i < GuessGuard.Place.Most; i++)
            Assert.Contains("không đúng hoặc đã dùng", (await SignIn(thief, "hanh.tn", "00000" + i)).Text);
        Assert.Contains("Đã nhập sai 5 lần", (await SignIn(thief, "hanh.tn", codes[0])).Text);
        Assert.Equal("/viec", (await SignIn(front.Browser("10.0.0.1"), "hanh.tn", Code(front, secret))).Location);
    }

    [Theory]
    [InlineData("//ke-gian.example/viec")]
    [InlineData("https://ke-gian.example/")]
    [InlineData("/\\ke-gian.example")]
    public async Task The_way_back_after_the_code_never_leads_to_another_site(string to)
    {
        await using var front = await Front.Open();
        var (_, codes) = await Enrolled(front, "hanh.tn");
        var browser = front.Browser();
        await browser.SignIn("hanh.tn");
        var page = await browser.Get("/dang-nhap/ma?ve=" + Uri.EscapeDataString(to));
        Assert.Equal("/viec", (await browser.Submit(page, page.Form(), [("Input.Code", codes[0])])).Location);
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> Enrolled(Front front, string userName)
    {
        var browser = await front.SignedIn(userName);
        var page = await browser.Get(Page);
        var secret = SecretOf(page);
        return (secret, CodesOf(await browser.Submit(page, page.Form(), [("Input.Code", Code(front, secret)), ("Input.Password", Front.Password)])));
    }

    private static async Task<Shown> SignIn(Browser browser, string userName, string code)
    {
        await browser.SignIn(userName);
        var page = await browser.Get("/dang-nhap/ma");
        return await browser.Submit(page, page.Form(), [("Input.Code", code)]);
    }

    private static string SecretOf(Shown page) => page.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "");

    private static IReadOnlyList<string> CodesOf(Shown page) => [.. page.Page.QuerySelectorAll(".recovery li").Select(l => l.TextContent.Trim())];

    private static string Code(Front front, string secret) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(front.House.Clock.GetUtcNow().UtcDateTime);

    private static string Spaced(string code) => $" {code[..3]} {code[3..]} ";
}
