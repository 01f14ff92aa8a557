using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>The sample page in a real browser: reachable for everybody, at every width, by day and by night.</summary>
[Collection("kit")]
public sealed class KitLookTests(KitHost host, Chromium chromium)
{
    public static readonly TheoryData<int, ColorScheme, string> Looks = Every();

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_and_the_page_does_not_scroll_sideways(int width, ColorScheme scheme, string path)
    {
        var page = await chromium.Open(width, scheme);
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        await page.GotoAsync(new Uri(host.Root, path).ToString());
        await page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, over);
        Assert.Empty(said);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Fingers_get_targets_of_44_pixels_and_the_words_of_a_segment_42()
    {
        var page = await chromium.Open(360);
        await page.GotoAsync(new Uri(host.Root, "/kit").ToString());
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("button, a.btn, .bar a, select, summary, .side-nav a, .pager a, .tabs a, .segment label"),
                   ...document.querySelectorAll("input:not([type=hidden]):not([type=checkbox]):not([type=radio])")]
                .filter(e => e.getClientRects().length > 0 && !e.closest(".vh, .skip"))
                .map(e => [e, e.getBoundingClientRect()])
                .filter(([e, r]) => r.height < (e.matches(".segment label") ? 42 : 43.5))
                .map(([e, r]) => `${e.outerHTML.slice(0, 80)} ${r.height}`)
            """);
        Assert.Empty(small);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task No_line_is_set_tighter_than_stacked_tones_need()
    {
        var page = await chromium.Open();
        await page.GotoAsync(new Uri(host.Root, "/kit").ToString());
        var tight = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("body *")]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && !e.matches("kbd, script, option"))
                .map(e => [e, getComputedStyle(e)])
                .filter(([e, s]) => parseFloat(s.lineHeight) / parseFloat(s.fontSize) < 1.295)
                .map(([e, s]) => `${e.tagName}.${e.className} ${s.lineHeight}/${s.fontSize}`)
            """);
        Assert.Empty(tight);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_every_part_of_the_form_is_shown_and_says_when_it_is_needed()
    {
        var page = await chromium.Open(scripts: false);
        await page.GotoAsync(new Uri(host.Root, "/kit").ToString());
        await Assertions.Expect(page.GetByLabel("Quốc tịch")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Cần khi dùng hộ chiếu.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static TheoryData<int, ColorScheme, string> Every()
    {
        var all = new TheoryData<int, ColorScheme, string>();
        foreach (var width in new[] { 360, 768, 1366, 1920 })
            all.Add(width, ColorScheme.Light, "/kit");
        all.Add(360, ColorScheme.Dark, "/kit");
        all.Add(360, ColorScheme.Light, "/kit?loi=1");
        all.Add(1366, ColorScheme.Dark, "/kit?loi=1");
        all.Add(360, ColorScheme.Light, "/kit/don");
        all.Add(1366, ColorScheme.Light, "/kit?ai-do=");
        return all;
    }
}
