using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>A dossier for another commune's agency in a real browser: filed, its paper sent and taken, a part asked of others, on every width.</summary>
public sealed class AcrossBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Commune = "H15.13.01", Ward = "H15.12";

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1920, ColorScheme.Dark)]
    public async Task The_pages_between_agencies_fit_and_are_worked_from_the_keyboard(int width, ColorScheme scheme)
    {
        await using var office = await Office.Open(browser: true);
        var ward = await office.Life.UnitId(Ward);
        var typed = (await office.Life.Typed("1.001193")).With(("competent", ward.Value.ToString(CultureInfo.InvariantCulture)));
        var id = await office.Life.Received("1.001193", typed, Commune);
        var step = await office.Life.Until(id, StepKind.Handle);
        var code = (await office.Life.Now(id)).Case.Code.Value;

        await SendsThePaper(office, code, width, scheme);
        await TakesItAndAsks(office, id, step, width, scheme);
        var open = Assert.Single((await office.Life.Now(id)).Open.Steps, s => s.Kind == StepKind.Cooperate);
        await IsAsked(office, code, open, width, scheme);
        var page = await SignedIn(office, "bang.tv", width, scheme);
        await Go(page, office, "/phi-dia-gioi?tu=17/11/2026&den=17/11/2026");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("xã Ea Kar");
        await Look(page, "phi-dia-gioi", width);
        await page.Context.CloseAsync();
    }

    private async Task SendsThePaper(Office office, string code, int width, ColorScheme scheme)
    {
        var page = await SignedIn(office, "blim.h", width, scheme);
        await Go(page, office, $"/ho-so/{code}/viec/send-paper");
        await Look(page, "send-paper", width);
        await page.Locator("[name='Input.Carrier'][value='Post']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("EA123456789VN");
        await Send(page, $"**/ho-so/{code}", "Enter");
        await Look(page, "dossier-sent", width);
        await page.Context.CloseAsync();
    }

    private async Task TakesItAndAsks(Office office, DossierId id, OpenStep step, int width, ColorScheme scheme)
    {
        var code = (await office.Life.Now(id)).Case.Code.Value;
        var page = await SignedIn(office, await office.UserAt(Duty.Handle, step.Unit), width, scheme);
        await Go(page, office, $"/ho-so/{code}/viec/receive-paper");
        await Look(page, "receive-paper", width);
        await Send(page, $"**/ho-so/{code}");
        await Go(page, office, $"/ho-so/{code}/viec/ask-cooperation?buoc={step.Token.Value}");
        await page.Locator("[id='Input_Rows_0__Agency']").FocusAsync();
        await page.Keyboard.TypeAsync("van hoa");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("0,5");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Xác nhận tình trạng cư trú");
        await Look(page, "ask-cooperation", width);
        await Send(page, $"**/ho-so/{code}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Xác nhận tình trạng cư trú");
        var asked = (await office.Life.Now(id)).Open.Steps.Find(s => s.Kind == StepKind.Cooperate)!;
        await Go(page, office, $"/ho-so/{code}/viec/recall-cooperation?buoc={asked.Token.Value}");
        await Look(page, "recall-cooperation", width);
        await page.Context.CloseAsync();
    }

    private async Task IsAsked(Office office, string code, OpenStep open, int width, ColorScheme scheme)
    {
        var page = await SignedIn(office, await office.UserAt(Duty.Handle, open.Unit), width, scheme);
        await Go(page, office, "/phoi-hop");
        await Look(page, "phoi-hop", width);
        await Go(page, office, $"/ho-so/{code}/viec/answer-cooperation?buoc={open.Token.Value}");
        await Look(page, "answer-cooperation", width);
        await page.Context.CloseAsync();
    }

    private static async Task Go(IPage page, Office office, string path)
    {
        await page.GotoAsync(new Uri(office.Address, path).ToString());
        await Ready(page);
    }

    private static Task Ready(IPage page) => page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task Send(IPage page, string to, string key = "F9")
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(to);
        await Ready(page);
    }

    private static async Task Look(IPage page, string name, int width)
    {
        if (Environment.GetEnvironmentVariable("MOTCUA_TEST_LOOK") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        var sideways = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(sideways, $"{page.Url} scrolls sideways");
        // What stops a reader on a phone stops him on a wide screen too.
        if (width != 360)
            return;
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{page.Url}: " + string.Join("; ", found.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
    }

    private async Task<IPage> SignedIn(Office office, string user, int width, ColorScheme scheme)
    {
        var page = await chromium.Open(width, scheme);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", user);
        await page.FillAsync("[name='Input.Password']", "test");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => !u.Contains("/dang-nhap", StringComparison.Ordinal));
        return page;
    }
}
