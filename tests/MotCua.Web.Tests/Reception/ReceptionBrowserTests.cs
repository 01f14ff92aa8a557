using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Reception;

/// <summary>The counter's reception in a real browser: with the keyboard alone, in few touches, and reachable for everybody.</summary>
public sealed class ReceptionBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Card = "066190004812|240123456|Lê Thị Kim Oanh|14031990|Nữ|Tổ dân phố 5, phường Buôn Ma Thuột, Đắk Lắk|01052022";

    [Fact]
    public async Task With_the_keyboard_alone_a_dossier_is_received_in_eight_touches()
    {
        await using var office = await Office.Open(browser: true);
        var page = await At(office, "/tiep-nhan");
        var keys = page.Keyboard;
        var touches = 0;
        await Assertions.Expect(page.Locator("[name=q][role=combobox]")).ToBeFocusedAsync();
        await keys.TypeAsync("tre moi sinh");
        touches++;
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Press("Enter");
        await page.WaitForURLAsync("**/tiep-nhan/*");
        await Assertions.Expect(page.Locator("[name='owner.number']")).ToBeFocusedAsync();
        await keys.TypeAsync(Card);
        await keys.PressAsync("Enter");
        touches++;
        await Assertions.Expect(page.Locator("[name='owner.name']")).ToHaveValueAsync("Lê Thị Kim Oanh");
        await page.Locator("[name='owner.phone']").FocusAsync();
        await keys.TypeAsync("0901234218");
        touches += 2;
        await Press("F8");
        await Assertions.Expect(page.GetByText("Đủ điều kiện tiếp nhận.")).ToBeVisibleAsync();
        await Press("F9");
        await page.WaitForURLAsync("**/ho-so/H15.12.01-261117-0001");
        Assert.True(touches <= 8, $"{touches} touches");
        await page.Context.CloseAsync();

        async Task Press(string key)
        {
            await keys.PressAsync(key);
            touches++;
        }
    }

    [Fact]
    public async Task What_is_typed_is_kept_while_typing_and_files_go_up_at_once()
    {
        await using var office = await Office.Open(browser: true);
        var page = await Begun(office);
        await page.FillAsync("[name='owner.name']", "Y Khương Êban");
        await Assertions.Expect(page.Locator("[data-saved]")).ToHaveTextAsync("Đã lưu nháp 09:10:00");
        await page.SetInputFilesAsync("[name='paper.1.files']", [Payload("đơn.pdf", SampleFiles.Pdf()), Payload("x.docx", [0x50, 0x4B, 3, 4])]);
        await Assertions.Expect(page.Locator("[data-attach='1'] .files a")).ToHaveTextAsync("đơn.pdf");
        await Assertions.Expect(page.Locator("[data-attach='1'] .err").First).ToContainTextAsync("không phải PDF, JPG, PNG hoặc TIFF");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='owner.name']")).ToHaveValueAsync("Y Khương Êban");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Asking_for_a_supplement_unfolds_its_fields_and_ctrl_enter_gives_the_slip()
    {
        await using var office = await Office.Open(browser: true);
        var page = await Begun(office);
        await page.FillAsync("[name='owner.number']", Card);
        await page.Locator("[name='owner.number']").BlurAsync();
        await Assertions.Expect(page.Locator("[name='owner.address']")).ToHaveValueAsync("Tổ dân phố 5, phường Buôn Ma Thuột, Đắk Lắk");
        await page.Keyboard.PressAsync("Control+F9");
        await Assertions.Expect(page.Locator("[name='supplement.items']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Giấy chứng sinh");
        await page.CheckAsync("[name='supplement.reasons'][value='thieu-giay-to']");
        await page.FocusAsync("[name='supplement.items']");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync("Đã lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 01");
        await Assertions.Expect(page.Locator(".slips")).ToContainTextAsync("Giấy chứng sinh");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Sums_follow_the_counts_and_another_channel_brings_its_own_fees()
    {
        await using var office = await Office.Open(browser: true);
        var page = await Begun(office, "2.000815");
        await page.FillAsync("[name='fee.0.count']", "12");
        await Assertions.Expect(page.Locator("[data-fee-total]")).ToHaveTextAsync("25.000");
        page = await Begun(office, "1.001612");
        await Assertions.Expect(page.Locator("[data-fee-total]")).ToHaveTextAsync("50.000");
        await page.GetByText("Bưu chính công ích", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-fee-total]")).ToHaveTextAsync("150.000");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1366, ColorScheme.Dark)]
    [InlineData(1920, ColorScheme.Light)]
    public async Task Axe_finds_nothing_and_the_pages_do_not_scroll_sideways(int width, ColorScheme scheme)
    {
        await using var office = await Office.Open(browser: true);
        await office.Received();
        var page = await At(office, "/tiep-nhan", width, scheme);
        await Look(page);
        page = await Begun(office, "1.001193", width, scheme);
        await Look(page);
        await page.Locator("[name='owner.number']").FillAsync("066190004812");
        await page.Locator("summary").First.ClickAsync();
        await page.Locator("summary").Last.ClickAsync();
        await page.Locator("[name='paper.2.passes'][value='no']").CheckAsync(new() { Force = true });
        await page.GetByText("Người khác nộp thay", new() { Exact = true }).ClickAsync();
        await page.Locator(".actions .primary").ClickAsync();
        await Assertions.Expect(page.Locator(".errors")).ToBeVisibleAsync();
        await Look(page);
        await page.Context.CloseAsync();
    }

    private static async Task Look(IPage page)
    {
        await page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private async Task<IPage> Begun(Office office, string procedure = "1.001193", int width = 1366, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await At(office, $"/tiep-nhan?q={procedure}", width, scheme);
        await page.Locator($"button[value='{procedure}']").ClickAsync();
        await page.WaitForURLAsync("**/tiep-nhan/*");
        return page;
    }

    private async Task<IPage> At(Office office, string path, int width = 1366, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.Open(width, scheme);
        await page.GotoAsync(new Uri(office.Address, $"/dang-nhap?ve={path}").ToString());
        await page.FillAsync("[name='Input.UserName']", "hanh.tn");
        await page.FillAsync("[name='Input.Password']", "test");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + path);
        return page;
    }

    private static FilePayload Payload(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };
}
