using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>Sessions and the account as the officer sees them, and the log as the auditor does.</summary>
public sealed class SessionPageTests
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

    [Fact, Requirement("R-SEC-03")]
    public async Task An_ended_session_is_refused_at_its_next_request()
    {
        await using var front = await Front.Open();
        var here = await front.SignedIn("hanh.tn", "10.0.0.1");
        var there = front.Browser("10.0.0.9");
        var signIn = await there.Get("/dang-nhap");
        await there.Submit(signIn, signIn.Form(), [("Input.UserName", "hanh.tn"), ("Input.Password", Front.Password)], headers: ("User-Agent", Firefox));
        var stranger = await front.SignedIn("linh.hn");

        var list = await here.Get("/tai-khoan/phien");
        Assert.Contains("Firefox trên Windows", list.Text);
        Assert.Contains("10.0.0.9", list.Text);
        Assert.Equal(2, list.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Single(list.Page.QuerySelectorAll("main form input[name=phien]"));
        var others = await stranger.Get("/tai-khoan/phien");
        Assert.DoesNotContain("10.0.0.9", others.Text);

        // A number that is not his ends nothing.
        var id = list.Page.QuerySelector("input[name=phien]")!.GetAttribute("value")!;
        var token = others.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await stranger.Post("/tai-khoan/phien?handler=End", [("phien", id), ("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.OK, (await there.Get("/viec")).Status);

        var ended = await here.Submit(list, list.Form("/tai-khoan/phien?handler=End"), []);
        Assert.Contains("Đã kết thúc phiên", (await here.Follow(ended)).Text);
        Assert.StartsWith("/dang-nhap", (await there.Get("/viec")).Location);
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/viec")).Status);
    }

    [Fact]
    public async Task All_other_sessions_end_at_once()
    {
        await using var front = await Front.Open();
        var (here, second, third) = (await front.SignedIn("hanh.tn"), await front.SignedIn("hanh.tn"), await front.SignedIn("hanh.tn"));
        var list = await here.Get("/tai-khoan/phien");
        var done = await here.Follow(await here.Submit(list, list.Form("/tai-khoan/phien?handler=EndOthers"), []));
        Assert.Contains("Đã kết thúc 2 phiên khác", done.Text);
        Assert.Single(done.Page.QuerySelectorAll("tbody tr"));
        foreach (var gone in new[] { second, third })
            Assert.StartsWith("/dang-nhap", (await gone.Get("/viec")).Location);
    }

    [Fact]
    public async Task A_copied_ticket_opens_nothing_after_signing_out_and_a_busy_session_ends_by_its_age()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        var copy = front.Browser();
        copy.Take(browser);
        Assert.Equal(HttpStatusCode.OK, (await copy.Get("/viec")).Status);
        var list = await browser.Get("/viec");
        await browser.Submit(list, list.Leave(), []);
        Assert.StartsWith("/dang-nhap", (await copy.Get("/viec")).Location);

        await browser.SignIn("hanh.tn");
        for (var i = 0; i < 14; i++)
        {
            front.House.Clock.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal(HttpStatusCode.OK, (await browser.Get("/viec")).Status);
        }
        front.House.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.StartsWith("/dang-nhap", (await browser.Get("/viec")).Location);
    }

    [Fact]
    public async Task The_account_shows_duties_with_their_basis_and_how_one_signs_in()
    {
        await using var front = await Front.Open();
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get("/tai-khoan");
        foreach (var words in new[]
        {
            "Trần Ngọc Hạnh", "hanh.tn", "tiếp nhận hồ sơ", "Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột", "dữ liệu trình diễn",
            "01/01/2018", "1 phiên đang mở", "Trình diễn: chưa bắt buộc lớp xác thực thứ hai",
        })
            Assert.Contains(words, page.Text);
        Assert.Equal("/tai-khoan", (await browser.Get("/viec")).Page.QuerySelector("header .me a[href='/tai-khoan']")!.GetAttribute("href"));
    }

    [Fact, Requirement("R-SEC-03")]
    public async Task What_happens_at_the_door_is_logged_without_what_was_typed_and_the_auditor_alone_reads_it()
    {
        await using var front = await Front.Open();
        var browser = front.Browser("10.0.0.7");
        await browser.SignIn("hanh.tn", "mật khẩu gõ nhầm");
        await browser.SignIn("mật khẩu gõ vào ô tên", "x");
        await browser.SignIn("hanh.tn");
        var password = await browser.Get("/mat-khau");
        await browser.Submit(password, password.Form(),
            [("Input.Present", Front.Password), ("Input.Chosen", "chiều mưa phố núi"), ("Input.Again", "chiều mưa phố núi")]);
        var list = await browser.Get("/viec");
        await browser.Submit(list, list.Leave(), []);

        await using (var db = front.House.Db())
        {
            var rows = await db.Set<SecurityEventRow>().AsNoTracking().OrderBy(e => e.Id).ToListAsync();
            Assert.Equal(
                [
                    SecurityEventKind.Refused, SecurityEventKind.Refused, SecurityEventKind.SignedIn, SecurityEventKind.PasswordChanged,
                    SecurityEventKind.SignedOut,
                ],
                rows.Select(e => e.Kind));
            Assert.Equal([true, false, true, true, true], rows.Select(e => e.OfficerId is not null));
            Assert.All(rows, r => Assert.Equal("10.0.0.7", r.Address));
            Assert.NotNull(rows[3].SessionId);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await front.SignedIn("vu.lq")).Get("/nhat-ky/an-toan")).Status);
        var auditor = await front.SignedIn("quy.ct");
        var page = await auditor.Get("/nhat-ky/an-toan?canbo=hanh&loai=Refused&tu=17%2F11%2F2026&den=17%2F11%2F2026");
        Assert.Contains("10.0.0.7", Assert.Single(page.Page.QuerySelectorAll("tbody tr")).TextContent);
        Assert.Contains("Nhật ký an toàn", (await auditor.Get("/viec")).Page.QuerySelector("nav")!.TextContent);
        Assert.Contains("Không có sự kiện nào", (await auditor.Get("/nhat-ky/an-toan?den=16%2F11%2F2026")).Text);
        var whole = await auditor.Get("/nhat-ky/an-toan");
        Assert.Contains("Không phải tên của ai", whole.Text);
        Assert.DoesNotContain("gõ", whole.Page.QuerySelector("table")!.TextContent);
        Assert.Contains("Ngày cuối đứng trước", (await auditor.Get("/nhat-ky/an-toan?tu=2026-11-17&den=2026-11-16")).Text);
    }
}
