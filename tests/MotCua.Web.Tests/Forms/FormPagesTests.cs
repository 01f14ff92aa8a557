using System.Net;
using System.Text;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Forms;

/// <summary>The pages of forms and of paper books, with scripts off.</summary>
public sealed class FormPagesTests
{
    [Fact]
    [Requirement("R-FORM-26")]
    public async Task An_administrator_takes_a_template_changes_it_and_puts_it_into_use()
    {
        await using var office = await Office.Open();
        var admin = await office.Of("vu.lq");
        var list = await admin.Get("/bieu-mau");
        Assert.Equal("giấy cấp từ 21/06/2018 đến 14/09/2025", list.WordsOf("section[aria-labelledby=h-2018] header .end"));
        Assert.Equal(13, list.Document.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("chưa xác minh", StringComparison.Ordinal)));
        var file = await (await admin.Raw("/bieu-mau/receipt/2025?handler=File")).Content.ReadAsStringAsync();
        var page = await admin.Get("/bieu-mau/receipt/2025");
        byte[] With(string from, string to) => Encoding.UTF8.GetBytes(file.Replace(from, to, StringComparison.Ordinal));
        var wrong = await page.SendFiles([("File", "a.json", With("{appointment}", "{hen}"))]);
        Assert.Contains("không có nội dung “hen”", wrong.Words);
        var waiting = await page.SendFiles([("File", "a.json", With("Đơn vị tiếp nhận", "Nơi tiếp nhận"))]);
        Assert.Contains("Bản chờ đưa vào sử dụng", waiting.Words);
        Assert.Contains("Ngày bắt đầu dùng phải từ hôm nay", (await waiting.Send(("Input.From", "16/11/2026"), ("Input.Basis", "Công văn 5"))).Words);
        var used = await waiting.Send(("Input.From", "17/11/2026"), ("Input.Basis", "Công văn 5"));
        Assert.Contains("Bản 2, dùng từ 17/11/2026", used.Words);
        Assert.Contains("Công văn 5", used.Words);
    }

    [Fact]
    public async Task Whoever_does_not_administer_the_province_sees_no_way_to_replace()
    {
        await using var office = await Office.Open();
        var page = await (await office.Of("thinh.nd")).Get("/bieu-mau/receipt/2025");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Tải lên", page.Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("hanh.tn")).Get("/bieu-mau")).Status);
    }

    [Fact]
    [Requirement("R-FORM-12")]
    public async Task A_dossier_is_entered_from_the_paper_book_and_what_was_typed_is_kept_when_it_cannot_be()
    {
        await using var office = await Office.Open();
        var clerk = await office.Of("hanh.tn");
        Assert.Contains("Đã mở quyển 01/2026, số 01 đến", (await (await clerk.Get("/so-giay")).Send(("Input.Pages", "2"))).Document.Body!.TextContent);
        office.House.At(2026, 11, 17, 10, 0);
        var attempt = await office.Life.Attempt(await office.House.Officer("hanh.tn"));
        var form = await (await clerk.Get($"/tiep-nhan/{attempt}")).Send(("do", "paper"));
        Assert.Equal($"/tiep-nhan/{attempt}/so-giay", form.Path);
        Assert.Contains("Hãy nhập giờ nhận dạng 08:30.", (await form.Send(("Input.Hour", "8h"))).Words);
        var late = await form.Send(
            ("Input.Number", "1"), ("Input.Day", "17/11/2026"), ("Input.Hour", "10:05"), ("Input.Reason", "Mất mạng"));
        Assert.Contains("Giờ nhận hồ sơ chưa đến", late.Words);
        Assert.Equal(("10:05", "Mất mạng"), (late.Typed("Input.Hour"), late.Typed("Input.Reason")));
        var done = await late.Send(("Input.Hour", "08:05"));
        Assert.StartsWith("/ho-so/", done.Path);
        Assert.Contains("Số 01 trong sổ giấy; nhận lúc Thứ Ba 17/11/2026, 08:05", done.Words);
        Assert.Contains("Mất mạng", done.Words);
    }

    [Fact]
    [Requirement("R-FORM-11")]
    public async Task The_book_is_offered_as_PDF_and_the_procedures_sample_too()
    {
        await using var office = await Office.Open();
        await office.Received();
        var clerk = await office.Of("hanh.tn");
        var unit = (await office.Life.UnitId()).Value;
        var book = await clerk.Raw($"/so-theo-doi/in?don-vi={unit}&nam=2026&tu=01/11/2026&den=30/11/2026");
        Assert.Equal("application/pdf", book.Content.Headers.ContentType!.MediaType);
        var wrong = await clerk.Get($"/so-theo-doi/in?don-vi={unit}&nam=2026&tu=01/11/2025&den=30/11/2026");
        Assert.Equal(HttpStatusCode.Conflict, wrong.Status);
        Assert.Contains("trong năm 2026", wrong.Words);
        Assert.Equal("application/pdf", (await clerk.Raw("/bieu-mau/thu-tuc/1.001193")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Raw("/bieu-mau/thu-tuc/9.999999")).StatusCode);
    }
}
