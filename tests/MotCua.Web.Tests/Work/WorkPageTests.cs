using System.Net;
using MotCua.Domain.Processes;
using MotCua.Web.Tests.SignIn;
using Xunit;

namespace MotCua.Web.Tests.Work;

public sealed class WorkPageTests
{
    [Fact]
    public async Task A_row_says_who_what_where_and_until_when_and_never_a_number_of_a_person()
    {
        await using var front = await Front.Open();
        var id = await front.Life.Received(typed: await front.Life.Typed(name: "Nguyễn Thị Ngọc Ưởng", number: "066190004812"));
        var code = (await front.Life.Now(id)).Case.Code.Value;
        var page = await (await front.SignedIn("hanh.tn")).Get("/viec");
        var row = page.Page.QuerySelector("tbody tr")!;
        Assert.Equal("/ho-so/" + code, row.QuerySelector("th a")!.GetAttribute("href"));
        var words = string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string[] parts =
            [code, "17/11 09:10", "Nguyễn Thị Ngọc Ưởng", "Chờ chuyển hồ sơ, chưa ai nhận", "Thủ tục đăng ký khai sinh", "Hạn hôm nay 17:00"];
        foreach (var part in parts)
            Assert.Contains(part, words);
        Assert.NotNull(row.QuerySelector(".deadline.today svg"));
        Assert.DoesNotContain("066190004812", page.Page.Source.Text);
        Assert.DoesNotContain("0901234218", page.Page.Source.Text);
    }

    [Fact]
    public async Task The_frame_shows_the_unit_and_the_doors_of_the_officers_duties_with_what_waits_there()
    {
        await using var front = await Front.Open();
        await front.Life.Received();
        await front.Life.Until(await front.Life.Received(), StepKind.Return);
        Assert.Equal(["Tiếp nhận", "Việc của tôi 1 đang chờ", "Số hóa", "Chờ trả 1 đang chờ", "Hộp thư trình diễn", "Đơn vị"],
            await Doors(front, "hanh.tn"));
        Assert.Equal(["Việc của tôi", "Chờ trả 1 đang chờ", "Đơn vị"], await Doors(front, "duyen.dtm"));
        Assert.Equal(["Việc của tôi", "Đơn vị"], await Doors(front, "khoi.nd"));
        Assert.Equal(["Việc của tôi", "Phối hợp", "Phi địa giới", "Hộp thư trình diễn", "Danh mục thủ tục", "Kiểm soát thời hạn", "Hồ sơ bị kẹt", "Đơn vị"],
            await Doors(front, "thinh.nd"));
        var page = await (await front.SignedIn("hanh.tn")).Get("/viec?loc=tra");
        Assert.Equal("Chờ trả 1 đang chờ", Plain(page.Page.QuerySelector("header nav a[aria-current]")!.TextContent));
        Assert.Contains("Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột", page.Page.QuerySelector(".brand")!.TextContent);
        Assert.Contains("Quầy 1", page.Page.QuerySelector(".me")!.TextContent);
    }

    [Fact]
    public async Task A_scanned_code_opens_its_dossier_and_words_show_a_list()
    {
        await using var front = await Front.Open();
        var code = (await front.Life.Now(await front.Life.Received())).Case.Code.Value;
        var browser = await front.SignedIn("hanh.tn");
        Assert.Equal("/ho-so/" + code, (await browser.Get("/viec?q=" + code.ToLowerInvariant())).Location);
        var found = await browser.Get("/viec?q=" + code[^4..]);
        Assert.Contains(code, found.Text);
        Assert.Equal(code[^4..], found.Page.QuerySelector("#tim")!.GetAttribute("value"));
        var nothing = await browser.Get("/viec?q=" + Uri.EscapeDataString("<script>không có"));
        Assert.Contains("Không có hồ sơ nào của đơn vị khớp “<script>không có”", nothing.Text);
    }

    [Theory]
    [InlineData("/viec", "Chưa có việc")]
    [InlineData("/viec?loc=toi", "Không có việc nào đang chờ bạn")]
    [InlineData("/viec?loc=khong-co&trang=-7", "Chưa có việc")]
    [InlineData("/viec?trang=999999999", "Chưa có việc")]
    public async Task An_empty_list_says_so(string path, string words)
    {
        await using var front = await Front.Open();
        var page = await (await front.SignedIn("ngoc.ltb")).Get(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(words, page.Text);
    }

    private static async Task<IReadOnlyList<string>> Doors(Front front, string userName) =>
        [.. (await (await front.SignedIn(userName)).Get("/viec")).Page.QuerySelectorAll("header nav a").Select(a => Plain(a.TextContent))];

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
