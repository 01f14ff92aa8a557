using System.Net;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Work;

/// <summary>Lists as files, and the follow-up book.</summary>
public sealed class ExportPageTests
{
    [Fact]
    public async Task The_file_of_a_list_holds_the_rows_of_the_list()
    {
        await using var office = await Office.Open();
        var (_, birth) = await office.Received();
        await office.Received("1.001612");
        var counter = await office.Of("hanh.tn");
        var page = await counter.Get("/viec?thu-tuc=1.001193");
        var href = page.Document.QuerySelector("a[href*='dang=csv']")!.GetAttribute("href")!;
        var answer = await counter.Raw(href);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches(@"^ho-so-20261117-\d{4}\.csv$", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = (await answer.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains(birth, lines[1]);
        var book = await counter.Raw(page.Document.QuerySelector("a[href*='dang=xlsx']")!.GetAttribute("href")!);
        Assert.Equal("PK"u8.ToArray(), (await book.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Equal("/viec?han=x", (await counter.Raw("/viec/xuat?han=x")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_book_of_the_unit_shows_its_columns_and_lines()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received();
        await office.Life.Ended(id);
        var book = await (await office.Of("hanh.tn")).Get("/so-theo-doi");
        Assert.Equal(
            ["STT", "Mã hồ sơ", "Tên thủ tục hành chính", "Tên tổ chức, cá nhân", "Địa chỉ, số điện thoại", "Cơ quan chủ trì giải quyết", "Nhận hồ sơ",
                "Hẹn trả kết quả", "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận"],
            book.Document.QuerySelectorAll("thead th").Select(t => t.TextContent.Trim()));
        foreach (var words in new[] { code, "Nguyễn Thị Ngọc Ưởng", "0901234218", "09:10 17/11/2026", "Nhận tại Bộ phận Một cửa" })
            Assert.Contains(words, book.WordsOf("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.Of("hanh.tn")).Get("/so-theo-doi?don-vi=21")).Status);
        Assert.Contains("Bạn không có nhiệm vụ tại Bộ phận Một cửa", (await (await office.Of("khanh.pq")).Get("/so-theo-doi")).Words);
        Assert.Empty((await (await office.Of("hanh.tn")).Get("/so-theo-doi?nam=2025")).Document.QuerySelectorAll("select[name=nam] option[value='2025']"));
    }
}
