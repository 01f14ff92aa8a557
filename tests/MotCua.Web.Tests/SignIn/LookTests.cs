using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MotCua.App.Agencies;
using MotCua.Domain.Processes;
using MotCua.Web.Tests.Kit;
using OtpNet;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>The pages around the work in a real browser: reachable for everybody, at every width, by day and by night, and by the keyboard alone.</summary>
public sealed class LookTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Axe_finds_nothing_and_no_page_scrolls_sideways()
    {
        await using var front = await Front.Open(browser: true);
        await front.Life.Received();
        await front.Life.Until(await front.Life.Received("1.001612"), StepKind.Return);
        (int, ColorScheme)[] screens = [(360, ColorScheme.Light), (1366, ColorScheme.Dark), (1920, ColorScheme.Light)];
        foreach (var (width, scheme) in screens)
        {
            var page = await chromium.Open(width, scheme);
            await Look(page, front, "/dang-nhap?ve=/kit?giu=" + Guid.Empty);
            await page.Locator("summary").ClickAsync();
            await Look(page, null, "the open list of accounts");
            await page.GetByLabel("Tên đăng nhập").FillAsync("hanh.tn");
            await page.GetByLabel("Mật khẩu").FillAsync("sai rồi");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByText("không đúng")).ToBeVisibleAsync();
            await Look(page, null, "a refused sign-in");
            await SignIn(page);
            foreach (var path in new[]
            {
                "/viec", "/viec?loc=nhan", "/viec?q=khong+co", "/hop-thu", "/mat-khau", "/tai-khoan", "/tai-khoan/phien", "/tai-khoan/xac-thuc",
                "/dang-xuat", "/khong-co",
            })
                await Look(page, front, path);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_page_for_nobodys_duty_is_reachable_too()
    {
        await using var front = await Front.Open(browser: true);
        await using (var db = front.House.Db())
            await db.Set<DutyGrantRow>().Where(g => g.OfficerId == 1).ExecuteDeleteAsync();
        var page = await chromium.Open(360);
        await page.GotoAsync(new Uri(front.Address, "/dang-nhap").ToString());
        await SignIn(page);
        await Assertions.Expect(page.GetByText("chưa được giao nhiệm vụ nào hôm nay")).ToBeVisibleAsync();
        await Look(page, null, "no duty");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_second_factor_is_set_up_and_asked_for_without_scripts_at_every_width()
    {
        await using var front = await Front.Open(browser: true);
        await using (var db = front.House.Db())
            await db.Set<OfficerRow>().ExecuteUpdateAsync(o => o.SetProperty(x => x.Demo, false));
        foreach (var (width, officer) in new[] { (360, "quy.ct"), (1920, "khoi.nd") })
        {
            var page = await chromium.Open(width, scripts: false);
            await page.GotoAsync(new Uri(front.Address, "/dang-nhap").ToString());
            await SignIn(page, officer);
            await page.Locator("summary").ClickAsync();
            await Look(page, null, "the second factor is wanted", scripts: false);
            var secret = (await page.Locator(".secret").TextContentAsync())!.Replace(" ", "");
            await page.GetByLabel("Mã sáu chữ số").FillAsync(new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(front.House.Clock.GetUtcNow().UtcDateTime));
            await page.GetByLabel("Mật khẩu đang dùng").FillAsync(Front.Password);
            await page.Keyboard.PressAsync("Enter");
            var code = (await page.Locator(".recovery li").First.TextContentAsync())!;
            await Look(page, null, "recovery codes", scripts: false);
            await page.GetByText("Tôi đã cất các mã này").ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new Uri(front.Address, "/viec").ToString());
            await Look(page, front, "/tai-khoan/xac-thuc", scripts: false);
            await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
            await SignIn(page, officer, to: "/dang-nhap/ma");
            await Look(page, null, "the code is asked for", scripts: false);
            await page.GetByLabel("Mã xác thực").FillAsync(code);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page).ToHaveURLAsync(new Uri(front.Address, "/viec").ToString());
            if (officer == "quy.ct")
                await Look(page, front, "/nhat-ky/an-toan", scripts: false);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_list_is_worked_with_the_keyboard_and_a_kept_form_comes_back_without_scripts()
    {
        await using var front = await Front.Open(browser: true);
        foreach (var name in new[] { "Nguyễn Thị Ngọc Ưởng", "Trần Thị Ưởng" })
            await front.Life.Received(typed: await front.Life.Typed(name: name));
        var page = await chromium.Open();
        await page.GotoAsync(new Uri(front.Address, "/dang-nhap").ToString());
        await SignIn(page);
        await page.Keyboard.PressAsync("F2");
        await page.Keyboard.TypeAsync("uong");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tìm “uong”" })).ToBeVisibleAsync();
        await page.Locator("tbody a").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Nguyễn Thị Ngọc Ưởng").First).ToBeVisibleAsync();
        Assert.EndsWith("-0001", page.Url);
        await page.Context.CloseAsync();

        page = await chromium.Open(scripts: false);
        await page.GotoAsync(new Uri(front.Address, "/dang-nhap?ve=/kit").ToString());
        await SignIn(page);
        await page.Locator("#Input_FullName").FillAsync("H'Ngăm Kđăm");
        await page.Locator("#Files").SetInputFilesAsync(
            new FilePayload { Name = "đơn.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 đơn"u8.ToArray() });
        front.House.Clock.Advance(TimeSpan.FromHours(2));
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi mẫu", Exact = false }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("Biểu mẫu đang làm dở đã được giữ")).ToBeVisibleAsync();
        await SignIn(page);
        await Assertions.Expect(page.Locator("#Input_FullName")).ToHaveValueAsync("H'Ngăm Kđăm");
        await Assertions.Expect(page.GetByLabel("đơn.pdf")).ToBeCheckedAsync();
        await Look(page, null, "a form opened again", scripts: false);
        await page.Context.CloseAsync();
    }

    private static async Task SignIn(IPage page, string userName = "hanh.tn", string? to = null)
    {
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(Front.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => to is null ? !url.Contains("/dang-nhap", StringComparison.Ordinal) : url.EndsWith(to, StringComparison.Ordinal));
    }

    private static async Task Look(IPage page, Front? front, string what, bool scripts = true)
    {
        if (front is not null)
            await page.GotoAsync(new Uri(front.Address, what).ToString());
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal((what, page.ViewportSize!.Width, 0), (what, page.ViewportSize!.Width, over));
        if (!scripts)
            return;
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{what} at {page.ViewportSize.Width}: {v.Id}: {n.Html}")));
    }
}
