using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.App.Catalogue;
using MotCua.Web.Tests.Dossiers;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Catalogue;

/// <summary>The catalogue's administration in a real browser: at every width, by the keyboard alone.</summary>
public sealed class AdminBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1920, ColorScheme.Dark)]
    public async Task No_page_scrolls_sideways_or_shuts_a_reader_out(int width, ColorScheme scheme)
    {
        await using var office = await Office.Open(browser: true);
        await Defects(office);
        var page = await SignedIn(office, width, scheme);
        var broken = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error") broken.Add(said.Text); };
        foreach (var path in new[]
        {
            "/danh-muc/thu-tuc", "/danh-muc/thu-tuc/1.013225", "/danh-muc/thu-tuc/1.013225/so-sanh", "/danh-muc/sai-sot",
            "/danh-muc/gan-quy-trinh", "/quy-trinh", "/quy-trinh/land-correction-parallel/1", "/danh-muc/thu-tuc/1.013225/bai-bo",
        })
        {
            await page.GotoAsync(new Uri(office.Address, path).ToString());
            await Look(page, path);
        }
        await page.GotoAsync(new Uri(office.Address, "/danh-muc/thu-tuc/1.001193/sua").ToString());
        await page.FillAsync("#Input_Name", "Đăng ký khai sinh tại nhà");
        await page.ClickAsync("[name=do][value=preview]:not(.vh)");
        await Assertions.Expect(page.Locator(".errors")).ToContainTextAsync("Hãy ghi lý do sửa");
        await Look(page, "preview");
        Assert.Empty(broken);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Defects_are_reviewed_by_one_key_each()
    {
        await using var office = await Office.Open(browser: true);
        await Defects(office);
        var page = await SignedIn(office, 1366);
        await page.GotoAsync(new Uri(office.Address, "/danh-muc/sai-sot").ToString());
        await Assertions.Expect(page.Locator("main [role=status]").First).ToHaveTextAsync("Còn 3 sai sót");
        await Press(page, "F9");
        await Assertions.Expect(page.Locator("#h-ss")).ToHaveTextAsync("Thời hạn thiếu đơn vị");
        await Press(page, "Shift+F4");
        await Assertions.Expect(page.Locator("#h-ss")).ToHaveTextAsync("Mức thu mất phần nghìn");
        await Press(page, "F4");
        await Assertions.Expect(page.Locator("#h-ss")).ToHaveTextAsync("Thời hạn thiếu đơn vị");
        await Press(page, "F9");
        await Assertions.Expect(page.Locator("#h-ss")).ToHaveTextAsync("Giấy tờ không có số lượng");
        await Press(page, "F8");
        await page.WaitForURLAsync("**/sua?loi=*#Input_Papers_1__Name");
        await page.FillAsync("#Input_Papers_1__Copies", "4");
        await page.FillAsync("#Input_Reason", "Theo quyết định");
        await Press(page, "F9");
        await page.GetByText("Lưu phiên bản").WaitForAsync();
        await Press(page, "F9");
        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync("Đã lập bản 3");
        await Assertions.Expect(page.Locator(".empty")).ToContainTextAsync("Còn 1 sai sót để sau");
        await page.Context.CloseAsync();
    }

    // A key works once the page's script has run.
    private static async Task Press(IPage page, string key)
    {
        await page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Keyboard.PressAsync(key);
    }

    private static async Task Look(IPage page, string path)
    {
        var sideways = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(sideways, $"{path} scrolls sideways");
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{path}: " + string.Join("; ", found.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
    }

    private static async Task Defects(Office office)
    {
        await using var db = office.House.Db();
        foreach (var (kind, field, text) in new[]
        {
            ("fee-lost-thousands", "methods[0].fees[0]", "20 VND"), ("time-without-unit", "methods[0].time", "3"),
            ("no-quantity", "cases[0].components[1]", "Giấy chứng sinh"),
        })
        {
            db.Add(new ProcedureDefectRow { Code = "1.001193", Kind = kind, Field = field, Text = text, Digest = kind,
                Found = office.House.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }
    }

    private async Task<IPage> SignedIn(Office office, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.Open(width, scheme);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", "vu.lq");
        await page.FillAsync("[name='Input.Password']", "test");
        await page.ClickAsync("main form button.primary");
        await page.WaitForLoadStateAsync();
        return page;
    }
}
