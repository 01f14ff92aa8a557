using System.Net;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MotCua.App.Warnings;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Warnings;

/// <summary>The bell, the page of warnings, the prepared apology and the lists of the control officer, as people use them.</summary>
public sealed class WarningPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Land = "1.115320";

    [Fact]
    [Requirement("R-TIME-13")]
    public async Task The_bell_counts_what_is_unread_and_each_line_leads_to_its_dossier()
    {
        await using var office = await Office.Open();
        var (_, code, _) = await office.At(StepKind.Handle, Land);
        var officer = await office.Of("tuyet.dt");
        Assert.Null((await officer.Get("/viec")).Document.QuerySelector(".bell .count"));
        office.House.At(2026, 11, 26, 8, 0);
        await Warn(office);
        officer = await office.Of("tuyet.dt");
        var list = await officer.Get("/viec");
        Assert.Equal("2 chưa đọc", list.WordsOf(".bell .count"));
        var page = await officer.Get(list.Document.QuerySelector(".bell")!.GetAttribute("href")!);
        Assert.Contains("1 đến hạn ngày làm việc kế tiếp", page.Words);
        Assert.Contains("Bạn phụ trách đơn vị", page.Words);
        Assert.Contains("Còn 1 ngày làm việc", page.Words);
        Assert.Equal($"/ho-so/{code}", page.Document.QuerySelector("tbody th a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await officer.Get($"/ho-so/{code}")).Status);
        var id = page.Document.QuerySelector("tbody input[name=chon]")!.GetAttribute("value")!;
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("form:has(table)")!;
        form.SetAttribute("action", "/nhac-viec?handler=Read");
        page = await page.Send(form, ("chon", id));
        Assert.Contains("Đã đánh dấu 1 dòng là đã đọc", page.Document.Body!.TextContent);
        Assert.Equal("1 chưa đọc", page.WordsOf(".bell .count"));
        page = await page.Send((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("form[action*=All]")!);
        Assert.Null(page.Document.QuerySelector(".bell .count"));
    }

    [Fact]
    [Requirement("R-TIME-09")]
    public async Task The_head_opens_the_prepared_apology_and_nothing_is_sent_before_he_says_so()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle, Land);
        office.House.At(2026, 11, 26, 8, 0);
        var head = await office.Of("khoi.nd");
        var page = await head.Get("/nhac-viec");
        Assert.Contains("Hôm nay là ngày cuối để đề nghị gia hạn 1 hồ sơ", page.Words);
        page = await head.Get("/nhac-viec/xin-loi");
        var link = page.Document.QuerySelector("tbody th a")!;
        Assert.Equal("F9", link.GetAttribute("aria-keyshortcuts"));
        page = await head.Get(link.GetAttribute("href")!);
        Assert.Equal("02/12/2026", page.Typed("Input.Day"));
        Assert.Equal("cho-y-kien-phoi-hop", page.Typed("Input.Reason"));
        Assert.Contains("Hồ sơ đang ở bước", page.Typed("Input.Text"));
        Assert.Equal(0, (await office.Life.Now(id)).Case.Clock.Reappointments);
        page = await page.Send();
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.Equal(new DateOnly(2026, 12, 2), Vietnam.Day((await office.Life.Now(id)).Case.Appointment));
        Assert.Contains("Hôm nay không có hồ sơ nào", (await head.Get("/nhac-viec/xin-loi")).Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("khanh.pq")).Get("/nhac-viec/xin-loi")).Status);
    }

    [Fact]
    [Requirement("R-REC-10")]
    public async Task The_clock_of_an_online_dossier_stands_beside_the_open_attempts()
    {
        await using var office = await Office.Open();
        var officer = await office.House.Officer("hanh.tn");
        await office.Life.Attempt(officer, typed: (await office.Life.Typed()).With(("channel", "Online")));
        var visitor = await office.Of("hanh.tn");
        Assert.Contains("Trả lời trước 18/11 09:10 (8 giờ làm việc)", (await visitor.Get("/tiep-nhan")).Words);
        office.House.At(2026, 11, 17, 15, 0);
        visitor = await office.Of("hanh.tn");
        Assert.Contains("Đã qua 4 giờ làm việc", (await visitor.Get("/tiep-nhan")).Words);
        office.House.At(2026, 11, 18, 9, 11);
        visitor = await office.Of("hanh.tn");
        Assert.Contains("Quá 8 giờ làm việc", (await visitor.Get("/tiep-nhan")).Words);
        await Warn(office);
        var page = await visitor.Get("/nhac-viec");
        Assert.Contains("Lần nộp chưa trả lời", page.Words);
        Assert.StartsWith("/tiep-nhan/", page.Document.QuerySelector("tbody th a")!.GetAttribute("href"));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public async Task The_control_officer_sees_a_number_the_dossiers_behind_it_and_takes_them_out()
    {
        await using var office = await Office.Open();
        var code = await Paused(office);
        var control = await office.Of("thinh.nd");
        var page = await control.Get("/kiem-soat/thoi-gian");
        Assert.Contains("Phạm Quốc Khánh Chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính 1 1 hồ sơ", page.Words);
        page = await control.Get(page.Document.QuerySelector("tbody td a")!.GetAttribute("href")!);
        Assert.Equal([$"/ho-so/{code}"], page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")));
        var file = await control.Raw(page.Document.QuerySelector("a[href*='dang=csv']")!.GetAttribute("href")!);
        Assert.Contains(code, await file.Content.ReadAsStringAsync());
        Assert.StartsWith("kiem-soat Pauses", Assert.Single(await Readings(office)).Part);
        page = await control.Get("/kiem-soat/thoi-gian?tu=01/01/2026&den=31/12/2026");
        Assert.Contains("Mỗi lần chỉ xem tối đa 93 ngày", page.Words);
        page = await control.Get("/kiem-soat/thoi-gian?tu=hom%20qua");
        Assert.Contains("Ngày chưa đúng", page.Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("khanh.pq")).Get("/kiem-soat/thoi-gian")).Status);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1920)]
    public async Task The_pages_fit_every_width_shut_no_reader_out_and_are_used_by_the_keyboard(int width)
    {
        await using var office = await Office.Open(browser: true);
        await office.At(StepKind.Handle, Land);
        await Paused(office);
        await office.Life.Attempt(await office.House.Officer("hanh.tn"), typed: (await office.Life.Typed()).With(("channel", "Online")));
        office.House.At(2026, 11, 26, 8, 0);
        await Warn(office);
        foreach (var (user, path) in new[]
        {
            ("phuoc.nv", "/nhac-viec"), ("khoi.nd", "/nhac-viec"), ("khoi.nd", "/nhac-viec/xin-loi"), ("thinh.nd", "/kiem-soat/thoi-gian"),
            ("thinh.nd", "/kiem-soat/thoi-gian/ho-so?loai=tam-dung"), ("hanh.tn", "/tiep-nhan"),
        })
        {
            var broken = new List<string>();
            var page = await SignedIn(office, user, width);
            page.Console += (_, said) => { if (said.Type == "error") broken.Add(said.Text); };
            await page.GotoAsync(new Uri(office.Address, path).ToString());
            // Keys pressed before the scripts listen are lost.
            await page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), path);
            var found = width == 360 ? (await page.RunAxe()).Violations : [];
            Assert.True(found.Length == 0, $"{path} at {width}: " + string.Join("; ", found.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
            if ((user, path) == ("phuoc.nv", "/nhac-viec"))
                await ReadOneAndOpenIt(page);
            if (path == "/nhac-viec/xin-loi")
            {
                await page.Keyboard.PressAsync("F9");
                await page.WaitForURLAsync("**/viec/request-extension");
            }
            Assert.Empty(broken);
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> SignedIn(Office office, string user, int width)
    {
        var page = await chromium.Open(width);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", user);
        await page.FillAsync("[name='Input.Password']", "test");
        await page.ClickAsync("main form button.primary");
        // The next page must not overtake the sign-in.
        await page.WaitForURLAsync("**/viec");
        return page;
    }

    private static async Task ReadOneAndOpenIt(IPage page)
    {
        var unread = await page.Locator("tr.unread").CountAsync();
        await page.Locator("tbody tr a").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("F8");
        await page.WaitForSelectorAsync(".result");
        // The result takes the focus when the scripts run.
        await page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal(unread - 1, await page.Locator("tr.unread").CountAsync());
        await page.Locator("tr:not(.unread) a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ho-so/**");
    }

    private static async Task Warn(Office office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RaiseWarnings>().Run();
    }

    private static async Task<string> Paused(Office office)
    {
        var (id, code, step) = await office.At(StepKind.Handle, Land);
        await using var db = office.House.Db();
        Life.Expect(await office.House.Time(db).Pause(
            id, step.Token, StandingClock.FinancialDuty, "NĐ 151/2025/NĐ-CP Đ.1", "Chờ nộp.", TestHouse.Hand(await office.Life.OfficerOf(step))));
        return code;
    }

    private static async Task<IReadOnlyList<App.Access.ReadingRow>> Readings(Office office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var (rows, _) = await scope.ServiceProvider.GetRequiredService<App.Access.ReadingLog>().Find(
            new App.Access.ReadingQuery(null, null, null, App.Access.ReadingKind.Export, null));
        return rows;
    }
}
