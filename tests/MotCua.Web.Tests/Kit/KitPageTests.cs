using AngleSharp.Dom;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>The frame and the sample page over HTTP, with scripts off.</summary>
[Collection("kit")]
public sealed class KitPageTests(KitHost host)
{
    [Theory]
    [InlineData("/kit")]
    [InlineData("/kit?loi=1")]
    [InlineData("/kit?ai-do=")]
    [InlineData("/kit/don")]
    public async Task Markup_keeps_to_the_content_policy_and_points_only_at_what_is_there(string path)
    {
        var page = await host.Get(path);
        Assert.Empty(page.QuerySelectorAll("[style], style"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.False(string.IsNullOrEmpty(s.GetAttribute("src"))));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        var pointed = page.All.SelectMany(e => new[] { "for", "aria-describedby", "aria-labelledby", "aria-controls" }
            .SelectMany(a => (e.GetAttribute(a) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(pointed, id => Assert.Contains(id, ids));
        Assert.Equal(1, page.QuerySelectorAll("h1").Length);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Vietnamese_stays_readable_in_the_source()
    {
        var html = await host.Client.GetStringAsync("/kit");
        Assert.Contains("Hệ thống trình diễn – dữ liệu không có thật", html);
        Assert.DoesNotContain("&#x1", html);
    }

    [Fact]
    public async Task The_frame_says_who_and_where_one_is()
    {
        var page = await host.Get("/kit");
        Assert.Equal("Bộ phần tử", page.QuerySelector("nav a[aria-current=page]")!.TextContent.Trim());
        Assert.Contains("1.231", page.QuerySelector("nav a[href='/viec'] .count")!.TextContent);
        Assert.Contains("Nguyễn Thị Hạnh", page.QuerySelector(".me")!.TextContent);
        Assert.NotNull(page.QuerySelector("form[action='/dang-xuat'][method=post] input[name=__RequestVerificationToken]"));
        Assert.NotNull(page.QuerySelector("form[role=search][action='/viec'][method=get] input[name=q]"));
        Assert.Equal("#noi-dung", page.QuerySelector("a.skip")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Nobody_signed_in_sees_no_doors()
    {
        var page = await host.Get("/kit?ai-do=");
        Assert.Null(page.QuerySelector("nav[aria-label=Chính], .find, .me, .demo"));
    }

    [Fact]
    public async Task A_wrong_form_comes_back_with_everything_typed_and_a_right_one_with_its_result()
    {
        var before = await host.Get("/kit");
        var fields = Fields(before);
        fields["Input.Number"] = "0661";
        fields["Input.Born"] = "31/02/1990";
        fields["Input.Paid"] = "nhiều";
        fields["Input.Note"] = "\nGhi \"chú\" <b>";
        var wrong = await KitHost.Read(await host.Client.PostAsync("/kit", new FormUrlEncodedContent(fields)));
        Assert.Equal("Có 4 chỗ cần sửa", wrong.QuerySelector(".errors h2")!.TextContent);
        Assert.Equal("0661", Control(wrong, "Input.Number").GetAttribute("value"));
        Assert.Equal("31/02/1990", Control(wrong, "Input.Born").GetAttribute("value"));
        Assert.Equal("nhiều", Control(wrong, "Input.Paid").GetAttribute("value"));
        Assert.Equal("\nGhi \"chú\" <b>", Control(wrong, "Input.Note").TextContent);
        Assert.Contains("hãy viết như 22/11/2026", wrong.QuerySelector("#Input_Born-err")!.TextContent);

        fields["Input.Number"] = "066190004812";
        fields["Input.Born"] = "02091987";
        fields["Input.Paid"] = "1.234.000 đồng";
        fields["Input.Passes"] = "yes";
        var right = await KitHost.Read(await host.Client.PostAsync("/kit", new FormUrlEncodedContent(fields)));
        var result = right.QuerySelector("[role=status][data-focus]")!;
        Assert.Contains("Đã nhận mẫu của Y Moan Byă", result.TextContent);
        Assert.Equal("Về ô nhập", result.QuerySelector("a")!.TextContent);
        Assert.Null((await host.Get("/kit")).QuerySelector("[role=status][data-focus]"));
    }

    [Fact]
    public async Task Every_file_that_the_head_names_is_there_and_small()
    {
        var page = await host.Get("/kit");
        var named = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(l => l.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!)).ToList();
        Assert.Equal(11, named.Count);
        foreach (var file in named) Assert.True((await host.Client.GetAsync(file)).IsSuccessStatusCode, file);
        var web = Path.Combine(KitHost.Repository(), "src", "MotCua.Web", "wwwroot");
        // What is restored there is not ours.
        var restored = Path.Combine(web, "lib") + Path.DirectorySeparatorChar;
        foreach (var file in Directory.EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".css" or ".js" && !f.StartsWith(restored, StringComparison.Ordinal)))
            Assert.True(File.ReadLines(file).Count() <= 300, file);
    }

    private static Dictionary<string, string> Fields(IDocument page)
    {
        var all = new Dictionary<string, string>();
        foreach (var input in page.QuerySelectorAll("form[data-autosave-url] [name]"))
        {
            var type = input.GetAttribute("type");
            if (type is "file" || input.LocalName is "button" || type is "radio" or "checkbox" && !input.HasAttribute("checked")) continue;
            all.TryAdd(input.GetAttribute("name")!, input.GetAttribute("value") ?? input.TextContent);
        }
        return all;
    }

    private static IElement Control(IDocument page, string name) => page.QuerySelector($"[name='{name}']")!;
}
