using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.Domain.Dossiers;
using MotCua.Testing;
using MotCua.Web.Tests.Kit;
using MotCua.Web.Tests.SignIn;
using Xunit;

namespace MotCua.Web.Tests.Journey;

/// <summary>The main job from the counter to the result in the applicant's hands, in a real browser: once without scripts, once without a mouse.
/// Nothing of a person stands in the log afterwards, and the record verifies.</summary>
public sealed partial class WholeWalkTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Name = "Y Moan Byă";
    private const string Number = "066087999031";
    private const string Address = "Buôn Akŏ Dhông, phường Buôn Ma Thuột";
    private const string Phone = "0901234640";
    private const string Opinion = "Đã đối chiếu giấy chứng sinh, đủ điều kiện.";

    [Fact]
    [Requirement("R-REC-12")]
    public async Task The_whole_walk_works_with_scripts_off_on_a_phone()
    {
        await using var front = await Front.Open(browser: true);
        var walk = new Walk(chromium, front, Width: 360, Scripts: false);
        var code = await walk.Receive(async page =>
        {
            await page.Locator("main input[name=q]").FillAsync("khai sinh");
            await page.Keyboard.PressAsync("Enter");
            // Several answer: the one that is wanted stands among them.
            await page.Locator("button[value='1.001193']").ClickAsync();
        }, Fill, page => Click(page));
        await walk.Lead(code, Click, (page, label) => page.GetByLabel(label));
        await Proven(front, code);
    }

    [Fact]
    public async Task The_whole_walk_works_by_the_keyboard_alone()
    {
        await using var front = await Front.Open(browser: true);
        var walk = new Walk(chromium, front, Width: 1366, Scripts: true);
        var code = await walk.Receive(async page =>
        {
            await page.Keyboard.PressAsync("F2");
            await page.Keyboard.TypeAsync("khai sinh");
            await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Enter");
        }, Type, page => page.Keyboard.PressAsync("F9"));
        await walk.Lead(code, page => page.Keyboard.PressAsync("F9"), null);
        await Proven(front, code);
    }

    private static async Task Proven(Front front, string code)
    {
        await using (var db = front.House.Db())
        {
            var view = await front.House.Reader(db).Find(code, Actor.Job);
            Assert.Equal(DossierStatus.Returned, view!.Dossier.Case.Status);
            Assert.Equal((Name, Number), (view.Owner.Name, view.Owner.Number));
        }
        Assert.Empty((await front.House.Verify()).Broken);
        Assert.All(front.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        foreach (var secret in new[] { Name, Number, Address, Phone, Opinion, "chứng sinh", Front.Password, "Trần Ngọc Hạnh" })
            Assert.DoesNotContain(secret, Regex.Unescape(front.Log.Replace("\\\"", "'")), StringComparison.OrdinalIgnoreCase);
    }

    private static Task Click(IPage page) => page.Locator("main [data-key=F9]").First.ClickAsync();

    private static async Task Fill(IPage page)
    {
        foreach (var (field, text) in Typed)
            await page.Locator($"[name='{field}']").FillAsync(text);
        foreach (var choice in await page.Locator("input[type=radio][value=yes]").AllAsync())
            await page.Locator($"label[for='{await choice.GetAttributeAsync("id")}']").ClickAsync();
    }

    /// <summary>Types where the Tab key leads: a field that it does not reach fails the test.</summary>
    private static async Task Type(IPage page)
    {
        foreach (var (field, text) in Typed)
        {
            await Tab(page, $"[name='{field}']");
            await page.Keyboard.TypeAsync(text);
        }
        await page.Keyboard.PressAsync("F8");
    }

    private static async Task Tab(IPage page, string selector)
    {
        for (var i = 0; i < 150; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The Tab key does not reach {selector}.");
    }

    private static readonly (string Field, string Text)[] Typed =
        [("owner.number", Number), ("owner.name", Name), ("owner.birth", "02/09/1987"), ("owner.address", Address), ("owner.phone", Phone)];

    private sealed record Walk(Chromium Chromium, Front Front, int Width, bool Scripts)
    {
        public async Task<string> Receive(Func<IPage, Task> choose, Func<IPage, Task> fill, Func<IPage, Task> main)
        {
            var page = await At("hanh.tn", "/tiep-nhan");
            await choose(page);
            await page.WaitForURLAsync(ReceptionPage());
            await Look(page);
            await fill(page);
            await Look(page);
            await main(page);
            await page.WaitForURLAsync(DossierPage());
            await Look(page);
            var code = DossierPage().Match(page.Url).Groups[1].Value;
            await page.Context.CloseAsync();
            return code;
        }

        /// <summary>Hands over, appraises, approves, registers, returns: each officer opens the dossier and does the one next act.</summary>
        /// <param name="label">Finds a control where a mouse may be used; null: the keyboard alone.</param>
        public async Task Lead(string code, Func<IPage, Task> main, Func<IPage, string, ILocator>? label)
        {
            await Act("hanh.tn", code, main, null);
            await Act("ngoc.ltb", code, main, async page =>
            {
                await Pick(page, "Input.Proposal", "Granted", label is null);
                await Write(page, "[name='Input.Note']", Opinion, label is null);
            });
            await Act("khoi.nd", code, main, null);
            await Act("le.tm", code, main, async page =>
            {
                await Write(page, "[name='Input.ResultNumber']", "15/KS", label is null);
                await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload
                {
                    Name = "giấy khai sinh.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(),
                });
            });
            await Act("hanh.tn", code, main, page => Pick(page, "Input.Proof", "Receipt", label is null));
        }

        /// <summary>Chooses by a finger on the label, or with Tab and the space bar.</summary>
        private static async Task Pick(IPage page, string name, string value, bool keyboard)
        {
            var choice = page.Locator($"[name='{name}'][value='{value}']");
            if (keyboard)
            {
                await Tab(page, $"[name='{name}']");
                await page.Keyboard.PressAsync("Space");
            }
            else
                await page.Locator($"label[for='{await choice.GetAttributeAsync("id")}']").ClickAsync();
            await Assertions.Expect(choice).ToBeCheckedAsync();
        }

        private static async Task Write(IPage page, string selector, string text, bool keyboard)
        {
            if (!keyboard)
            {
                await page.Locator(selector).FillAsync(text);
                return;
            }
            await Tab(page, selector);
            await page.Keyboard.TypeAsync(text);
        }

        private async Task Act(string userName, string code, Func<IPage, Task> main, Func<IPage, Task>? type)
        {
            var page = await At(userName, "/ho-so/" + code);
            await Look(page);
            await main(page);
            await page.Locator("main .result, main .actions").First.WaitForAsync();
            if (new Uri(page.Url).AbsolutePath.Contains("/viec/", StringComparison.Ordinal))
            {
                await Look(page);
                if (type is not null)
                    await type(page);
                await main(page);
            }
            await page.Locator("main .result[role=status]").WaitForAsync();
            Assert.Matches(DossierPage(), page.Url);
            await page.Context.CloseAsync();
        }

        private async Task<IPage> At(string userName, string path)
        {
            var page = await Chromium.Open(Width, scripts: Scripts);
            page.SetDefaultTimeout(30_000);
            await page.GotoAsync(new Uri(Front.Address, "/dang-nhap?ve=" + Uri.EscapeDataString(path)).ToString());
            await page.Locator("[name='Input.UserName']").FillAsync(userName);
            await page.Locator("[name='Input.Password']").FillAsync(Front.Password);
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync(url => !url.Contains("/dang-nhap", StringComparison.Ordinal));
            return page;
        }

        private async Task Look(IPage page)
        {
            // A page is looked at with its styles.
            await page.WaitForLoadStateAsync();
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.Equal((page.Url, 0), (page.Url, over));
            if (Scripts)
                Assert.Empty((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url}: {v.Id}: {n.Html}")));
        }
    }

    [GeneratedRegex("/ho-so/([A-Z0-9.-]+)(?:[?#].*)?$")]
    private static partial Regex DossierPage();

    [GeneratedRegex("/tiep-nhan/[0-9a-f-]{36}")]
    private static partial Regex ReceptionPage();
}
