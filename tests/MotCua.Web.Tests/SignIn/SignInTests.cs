using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Agencies;
using MotCua.Web.SignIn;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

public sealed class SignInTests
{
    [Fact]
    public async Task An_officer_signs_in_and_lands_where_he_wanted_to_go()
    {
        await using var front = await Front.Open();
        var browser = front.Browser();
        var turned = await browser.Get("/viec?loc=tra");
        Assert.Equal("/dang-nhap?ve=%2Fviec%3Floc%3Dtra", turned.Location);
        Assert.Equal("/viec?loc=tra", (await browser.SignIn("  HANH.TN ", at: turned.Location)).Location);
        var list = await browser.Get("/viec");
        Assert.Contains("Trần Ngọc Hạnh", list.Text);
        Assert.Equal("/viec", (await browser.Get("/")).Location);
        Assert.Equal("/viec", (await browser.Get("/dang-nhap")).Location);
    }

    [Theory]
    [InlineData("//ke-gian.example/viec")]
    [InlineData("https://ke-gian.example/")]
    [InlineData("/\\ke-gian.example")]
    public async Task The_way_back_never_leads_to_another_site(string to)
    {
        await using var front = await Front.Open();
        Assert.Equal("/viec", (await front.Browser().SignIn("hanh.tn", at: "/dang-nhap?ve=" + Uri.EscapeDataString(to))).Location);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_are_answered_alike_and_cost_the_same()
    {
        var hasher = new CountingHasher();
        await using var front = await Front.Open(more: s => s.AddSingleton<IPasswordHasher<OfficerRow>>(hasher));
        var wrong = await front.Browser().SignIn("hanh.tn", "không phải mật khẩu này");
        var afterWrong = hasher.Checks;
        var unknown = await front.Browser().SignIn("khong.co", "không phải mật khẩu này");
        Assert.Equal((1, 2), (afterWrong, hasher.Checks));
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(wrong.Page.QuerySelector(".errors")?.TextContent ?? wrong.Page.QuerySelector("main")!.TextContent.Replace("hanh.tn", ""),
            unknown.Page.QuerySelector(".errors")?.TextContent ?? unknown.Page.QuerySelector("main")!.TextContent.Replace("khong.co", ""));
        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng", wrong.Text);
        Assert.DoesNotContain("không phải mật khẩu này", wrong.Page.Source.Text);
        foreach (var secret in new[] { "hanh.tn", "khong.co", "không phải", "Hạnh" })
            Assert.DoesNotContain(secret, front.Log);
    }

    [Fact]
    public async Task Wrong_passwords_hold_back_the_place_they_come_from_and_nobody_else()
    {
        await using var front = await Front.Open();
        var own = await front.SignedIn("hanh.tn", "10.0.0.1");
        await own.Submit(await own.Get("/dang-xuat"), (await own.Get("/dang-xuat")).Form(), []);

        var guesser = front.Browser("10.0.0.1");
        for (var i = 0; i < GuessGuard.Place.Most; i++)
            Assert.Contains("không đúng", (await guesser.SignIn("hanh.tn", "đoán lần thứ " + i)).Text);
        Assert.Contains("Đã nhập sai 5 lần", (await guesser.SignIn("hanh.tn")).Text);
        Assert.Contains("Đã nhập sai 5 lần", (await front.Browser("10.0.0.1").SignIn("hanh.tn")).Text);

        Assert.Equal("/viec", (await guesser.SignIn("linh.hn")).Location);
        Assert.Equal("/viec", (await front.Browser("10.0.0.2").SignIn("hanh.tn")).Location);
        Assert.Equal("/viec", (await own.SignIn("hanh.tn")).Location);

        front.House.Clock.Advance(GuessGuard.Place.Window);
        Assert.Equal("/viec", (await front.Browser("10.0.0.1").SignIn("hanh.tn")).Location);
    }

    [Fact]
    public async Task An_unknown_name_is_held_back_like_a_known_one()
    {
        await using var front = await Front.Open();
        var guesser = front.Browser();
        for (var i = 0; i < GuessGuard.Place.Most; i++)
            await guesser.SignIn("khong.co", "đoán");
        Assert.Contains("Đã nhập sai 5 lần", (await guesser.SignIn("khong.co", "đoán")).Text);
    }

    [Fact]
    public async Task A_session_ends_by_signing_out_by_time_and_by_a_new_stamp()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        var list = await browser.Get("/viec");
        var leave = list.Leave();
        Assert.Contains("Bạn đã đăng xuất", (await browser.Follow(await browser.Submit(list, leave, []))).Text);
        Assert.StartsWith("/dang-nhap", (await browser.Get("/viec")).Location);

        await browser.SignIn("hanh.tn");
        front.House.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/viec")).Status);
        front.House.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/viec")).Status);
        front.House.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.StartsWith("/dang-nhap", (await browser.Get("/viec")).Location);

        await browser.SignIn("hanh.tn");
        await using var db = front.House.Db();
        await db.Set<OfficerRow>().Where(o => o.UserName == "hanh.tn").ExecuteUpdateAsync(o => o.SetProperty(x => x.SecurityStamp, "khác"));
        Assert.StartsWith("/dang-nhap", (await browser.Get("/viec")).Location);
    }

    [Fact]
    public async Task A_demonstration_names_its_officers_by_duty_and_never_the_password()
    {
        await using var front = await Front.Open();
        var page = await front.Browser().Get("/dang-nhap?ten=khoi.nd");
        Assert.Contains("Mật khẩu chung được in một lần", page.Text);
        Assert.Contains("phê duyệt, ký", page.Text);
        Assert.Contains("khoi.nd", page.Page.QuerySelector("input[name='Input.UserName']")!.GetAttribute("value"));
        Assert.DoesNotContain(Front.Password, page.Page.Source.Text);
        Assert.Contains("dữ liệu không có thật", page.Text);
    }

    [Fact]
    public async Task An_officer_without_a_duty_today_is_told_so_and_can_leave()
    {
        await using var front = await Front.Open();
        await using (var db = front.House.Db())
            await db.Set<DutyGrantRow>().Where(g => g.OfficerId == 2).ExecuteUpdateAsync(g => g.SetProperty(x => x.To, new DateOnly(2026, 11, 16)));
        var browser = await front.SignedIn("linh.hn");
        var page = await browser.Follow(await browser.Get("/viec"));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("chưa được giao nhiệm vụ nào hôm nay", page.Text);
        Assert.Equal("/dang-nhap", (await browser.Submit(page, page.Form("/dang-xuat"), [])).Location);
    }

    [Fact]
    public async Task A_stale_sign_in_page_is_shown_anew_and_a_stale_sign_out_asks_again()
    {
        await using var front = await Front.Open();
        var browser = front.Browser();
        var open = await browser.Get("/dang-nhap?ve=%2Fviec%3Floc%3Dtra");
        await browser.SignIn("hanh.tn");
        var again = await browser.Submit(open, open.Form(), [("Input.UserName", "hanh.tn"), ("Input.Password", Front.Password)]);
        Assert.Equal("/dang-nhap?ve=%2Fviec%3Floc%3Dtra", again.Location);
        Assert.Equal("/viec?loc=tra", (await browser.Get(again.Location!)).Location);

        var list = await browser.Get("/viec");
        var leave = list.Leave();
        await browser.Submit(list, leave, []);
        await browser.SignIn("linh.hn");
        var stale = await browser.Submit(list, leave, []);
        Assert.Equal("/dang-xuat", stale.Location);
        var asked = await browser.Get("/dang-xuat");
        Assert.Equal("/dang-nhap", (await browser.Submit(asked, asked.Form(), [])).Location);
    }

    private sealed class CountingHasher : IPasswordHasher<OfficerRow>
    {
        private readonly PasswordHasher<OfficerRow> inner = new();

        public int Checks { get; private set; }

        public string HashPassword(OfficerRow user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(OfficerRow user, string hashedPassword, string providedPassword)
        {
            Checks++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
