using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>A draft result and an instruction in a real browser, worked from the keyboard, on a phone and on a wide screen.</summary>
public sealed class DraftBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1920)]
    public async Task A_draft_is_attached_approved_edited_and_refused_at_the_register_on_every_width(int width)
    {
        await using var office = await Office.Open(browser: true);
        var (id, code, step) = await office.At(StepKind.Handle);
        var page = await SignedIn(office, "ngoc.ltb", width);
        await Go(page, office, $"/ho-so/{code}/viec/attach-draft?buoc={step.Token.Value}");
        await page.Locator("#Input_Abstract").FocusAsync();
        await page.Keyboard.TypeAsync("Trích lục khai sinh");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("15/TL-UBND");
        await Look(page, "attach-draft", width);
        await Upload(page, "du-thao-1.pdf", 1);
        await page.Locator(".actions .primary").PressAsync("Enter");
        await page.WaitForURLAsync($"**/ho-so/{code}");
        await page.Context.CloseAsync();

        await office.Life.Until(id, StepKind.Approve);
        page = await SignedIn(office, "khoi.nd", width);
        await Go(page, office, $"/ho-so/{code}");
        await Look(page, "to-approve", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Phê duyệt kết quả" }).PressAsync("Enter");
        await page.WaitForSelectorAsync(".result");
        await page.Context.CloseAsync();

        var register = (await office.Life.Now(id)).Open.Steps[0];
        page = await SignedIn(office, "le.tm", width);
        await Go(page, office, $"/ho-so/{code}/viec/register-result?buoc={register.Token.Value}");
        await Look(page, "register", width);
        await Go(page, office, $"/ho-so/{code}/viec/attach-draft?buoc={register.Token.Value}");
        await Upload(page, "du-thao-2.pdf", 2);
        await page.Locator(".actions .primary").PressAsync("Enter");
        await page.WaitForURLAsync($"**/ho-so/{code}");
        await Assertions.Expect(page.Locator("[aria-labelledby=du-thao]")).ToContainTextAsync("Phê duyệt trước chỉ thuộc về phiên bản 1");
        await Look(page, "two-versions", width);
        await Go(page, office, $"/ho-so/{code}/viec/register-result?buoc={register.Token.Value}");
        await page.Locator(".actions .primary").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".errors")).ToContainTextAsync("Dự thảo phiên bản 2 chưa được phê duyệt");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1920)]
    public async Task An_instruction_is_given_and_reported_on_every_width(int width)
    {
        await using var office = await Office.Open(browser: true);
        var (id, code, step) = await office.At(StepKind.Handle);
        var receiver = (await office.House.Officer("ngoc.ltb")).Value;
        var page = await SignedIn(office, "phuoc.nv", width);
        await Go(page, office, $"/ho-so/{code}/chi-dao");
        await Look(page, "give", width);
        await page.Locator("#Input_Text").FillAsync("Ưu tiên xử lý trước ngày hẹn.");
        await page.Locator("select[name='Input.To']").SelectOptionAsync(string.Create(CultureInfo.InvariantCulture, $"{receiver}-{step.Unit.Value}"));
        await page.Locator(".actions .primary").PressAsync("Enter");
        await page.WaitForURLAsync($"**/ho-so/{code}");
        await Look(page, "given", width);
        await page.Context.CloseAsync();

        page = await SignedIn(office, "ngoc.ltb", width);
        await Go(page, office, "/chi-dao");
        await Look(page, "list", width);
        await Go(page, office, $"/ho-so/{code}/chi-dao/1");
        await Look(page, "report", width);
        await page.Locator("#Input_Text").FillAsync("Đã thẩm định xong.");
        await page.Locator(".actions .primary").PressAsync("Enter");
        await page.WaitForURLAsync("**/chi-dao");
        Assert.Equal(InstructionState.Reported, (await office.Life.Now(id)).Instructions[0].State);
        await page.Context.CloseAsync();
    }

    private static Task Go(IPage page, Office office, string path) => page.GotoAsync(new Uri(office.Address, path).ToString());

    private static Task Upload(IPage page, string name, int version) => page.SetInputFilesAsync("[name='Input.Digest']", new FilePayload
    {
        Name = name, MimeType = "application/pdf", Buffer = [.. JourneyTests.Pdf, .. System.Text.Encoding.ASCII.GetBytes($"% {version}\n")],
    });

    private static async Task Look(IPage page, string what, int width)
    {
        if (Environment.GetEnvironmentVariable("MOTCUA_TEST_LOOK") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{what}-{width}.png"), FullPage = true });
        var sideways = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(sideways, $"{what} scrolls sideways at {width}");
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{what} at {width}: " + string.Join("; ", found.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
    }

    private async Task<IPage> SignedIn(Office office, string user, int width)
    {
        var page = await chromium.Open(width);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", user);
        await page.FillAsync("[name='Input.Password']", "test");
        await page.ClickAsync("main form button.primary");
        await page.WaitForLoadStateAsync();
        return page;
    }
}
