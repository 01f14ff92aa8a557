using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Kit;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>The dossier's pages in a real browser: at every width, for every reader, by the keyboard alone.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1366)]
    [InlineData(1920)]
    public async Task No_page_scrolls_sideways_breaks_the_policy_or_shuts_a_reader_out(int width)
    {
        await using var office = await Office.Open(browser: true);
        var typed = (await office.Life.Typed("1.115320")).With(("paper.3.give-back", "true"));
        var (waiting, waitingCode, step) = await office.At(StepKind.Handle, "1.115320", typed);
        var (_, code, approve) = await office.At(StepKind.Approve, "1.001612");
        var (_, ready, hand) = await office.At(StepKind.Return, "1.115320");
        await using (var db = office.House.Db())
            Life.Expect(await office.House.Handle(db).RequestSupplement(
                waiting, step.Token, ["thieu-giay-to"], "Nộp bản chính.", TestHouse.Hand(await office.Life.OfficerOf(step))));
        (string User, string[] Paths)[] visits =
        [
            ("hanh.tn", [$"/ho-so/{waitingCode}", $"/ho-so/{waitingCode}/thoi-han", $"/ho-so/{waitingCode}/thoi-han/ban-in",
                $"/ho-so/{waitingCode}/viec/accept-supplement",
                $"/ho-so/{ready}", $"/ho-so/{ready}/viec/hand-over-result?buoc={hand.Token.Value}", $"/ho-so/{ready}/viec/request-withdrawal"]),
            ("khoi.nd", [$"/ho-so/{code}", $"/ho-so/{code}/viec/refuse-after-appraisal?buoc={approve.Token.Value}",
                $"/ho-so/{code}/viec/send-back?buoc={approve.Token.Value}"]),
        ];
        foreach (var (user, paths) in visits)
        {
            var page = await SignedIn(office, user, width);
            var broken = new List<string>();
            page.Console += (_, said) => { if (said.Type == "error") broken.Add(said.Text); };
            foreach (var path in paths)
            {
                await page.GotoAsync(new Uri(office.Address, path).ToString());
                var sideways = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
                Assert.False(sideways, $"{path} scrolls sideways at {width}");
                // What stops a reader at 1366 pixels stops him at one of the others too.
                if (width == 1366)
                    continue;
                var found = (await page.RunAxe()).Violations;
                Assert.True(found.Length == 0, $"{path} at {width}: " + string.Join("; ", found.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
            }
            Assert.Empty(broken);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_main_act_is_done_by_the_keyboard_alone()
    {
        await using var office = await Office.Open(browser: true);
        var (id, code, _) = await office.At(StepKind.Handle);
        var page = await SignedIn(office, "ngoc.ltb", 1366);
        await page.GotoAsync(new Uri(office.Address, $"/ho-so/{code}").ToString());
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/viec/complete-step*");
        await page.Keyboard.PressAsync("F9");
        await page.WaitForSelectorAsync(".errors");
        await page.Locator("#Input_Proposal").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Đủ điều kiện.");
        await page.Keyboard.PressAsync("F9");
        await page.WaitForSelectorAsync(".result");
        Assert.Contains("trình kết quả thẩm định", await page.Locator(".result").InnerTextAsync());
        Assert.Equal(StepKind.Approve, Assert.Single((await office.Life.Now(id)).Open.Steps).Kind);
    }

    [Fact]
    public async Task Parts_that_an_answer_makes_needless_hide_with_scripts_and_stay_without()
    {
        await using var office = await Office.Open(browser: true);
        var (_, code, step) = await office.At(StepKind.Return, "1.115320");
        foreach (var scripts in new[] { true, false })
        {
            var page = await SignedIn(office, "hanh.tn", 1366, scripts);
            await page.GotoAsync(new Uri(office.Address, $"/ho-so/{code}/viec/hand-over-result?buoc={step.Token.Value}").ToString());
            Assert.Equal(!scripts, await page.Locator("#Input_Authorisation").IsVisibleAsync());
            await page.Locator("input[value=Proxy]").CheckAsync();
            Assert.True(await page.Locator("#Input_Authorisation").IsVisibleAsync());
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> SignedIn(Office office, string user, int width, bool scripts = true)
    {
        var page = await chromium.Open(width, scripts: scripts);
        await page.GotoAsync(new Uri(office.Address, "/dang-nhap").ToString());
        await page.FillAsync("[name='Input.UserName']", user);
        await page.FillAsync("[name='Input.Password']", "test");
        await page.ClickAsync("main form button.primary");
        await page.WaitForLoadStateAsync();
        return page;
    }
}
