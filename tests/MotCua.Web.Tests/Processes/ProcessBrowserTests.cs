using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Processes;

/// <summary>Making processes in a real browser.</summary>
public sealed class ProcessBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>What a person types in five minutes at one key a second, with time to read.</summary>
    private const int MostKeys = 60;

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1920, ColorScheme.Dark)]
    public async Task A_usual_process_takes_few_keys_and_its_pages_fit_every_screen(int width, ColorScheme scheme)
    {
        await using var office = await Office.Open(browser: true);
        var page = await SignedIn(office, width, scheme);
        await page.GotoAsync(new Uri(office.Address, "/quy-trinh/moi").ToString());
        await Ready(page);
        var keys = 0;
        async Task Type(string text)
        {
            keys += text.Length;
            await page.Keyboard.TypeAsync(text);
        }

        async Task Press(string key)
        {
            keys++;
            await page.Keyboard.PressAsync(key);
        }

        await Type("1.000689");
        await Press("Enter");
        await Assertions.Expect(page.Locator("[name='Input.Steps[1].Hours']")).ToHaveValueAsync("13");
        await Ready(page);
        await Press("Tab");
        await Press("Tab");
        await Type("2682/QĐ-UBND");
        await Press("F9");
        await page.WaitForURLAsync("**/quy-trinh/ban/*");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Mọi bước có người làm");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("2682/QĐ-UBND");
        Assert.True(keys <= MostKeys, $"{keys} keys");
        await Look(page);
        var draft = page.Url;
        foreach (var path in new[] { draft + "/sua", new Uri(office.Address, "/quy-trinh").ToString(), new Uri(office.Address,
            "/quy-trinh/tai-len").ToString() })
        {
            await page.GotoAsync(path);
            await Look(page);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_editor_opens_under_the_rules_of_the_browser_and_keeps_what_was_drawn()
    {
        await using var office = await Office.Open(browser: true);
        var page = await SignedIn(office, 1366);
        var broken = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error" && !said.Text.Contains("Permissions-Policy")) broken.Add(said.Text); };
        await page.GotoAsync(new Uri(office.Address, "/quy-trinh/moi?thu-tuc=1.000689").ToString());
        await Ready(page);
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/quy-trinh/ban/*");
        await page.GotoAsync(page.Url + "/ve");
        if (await page.Locator(".canvas").CountAsync() == 0)
        {
            await Assertions.Expect(page.Locator(".note")).ToContainTextAsync("chưa được cài");
            Tool.Missing("bpmn-js");
        }
        await page.Locator("g[data-element-id=appraise]").DblClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Thẩm định kỹ");
        await page.Locator(".canvas svg").First.ClickAsync(new() { Position = new() { X = 600, Y = 5 } });
        await Assertions.Expect(page.Locator("[data-drawing-said]")).ToContainTextAsync("chưa lưu");
        await Assertions.Expect(page.Locator(".bjs-powered-by")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync("Đã lưu sơ đồ");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("Thẩm định kỹ");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("13 giờ");
        Assert.Empty(broken);
        await page.Context.CloseAsync();
    }

    // A key works once the page's script has run.
    private static Task Ready(IPage page) => page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task Look(IPage page)
    {
        var sideways = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(sideways, $"{page.Url} scrolls sideways");
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{page.Url}: " + string.Join("; ", found.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
    }

    private async Task<IPage> SignedIn(Office office, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.Open(width, scheme);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", "tho.hv");
        await page.FillAsync("[name='Input.Password']", "test");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => !u.Contains("/dang-nhap", StringComparison.Ordinal));
        return page;
    }
}
