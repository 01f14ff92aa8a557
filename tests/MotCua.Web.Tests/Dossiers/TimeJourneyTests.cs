using System.Net;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>The clocks of a dossier, moved through its pages without scripts: it is received on 17/11/2026, eight working days end on 27/11.</summary>
public sealed class TimeJourneyTests
{
    private const string Land = "1.115320";

    [Fact]
    [Requirement("R-TIME-15")]
    [Requirement("R-TIME-09")]
    [Requirement("R-TIME-11")]
    [Requirement("R-X-02")]
    public async Task A_dossier_is_paused_runs_on_and_is_appointed_anew_while_its_limit_stays()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle, Land);
        office.House.At(2026, 11, 18, 10, 0);
        var handler = await office.Of("khanh.pq");
        var form = await (await handler.Get($"/ho-so/{code}")).Act("Tạm dừng đồng hồ tính hạn");
        Assert.Contains("người nộp hồ sơ phải thực hiện", form.Words);
        form = await form.Send(("Input.Reason", "trung-cau-giam-dinh"), ("Input.Text", "Chờ giám định chữ ký."));
        Assert.Contains("phải kèm điều khoản của luật chuyên ngành", form.Words);
        var page = await form.Send(("Input.Law", "Luật Giám định tư pháp 2012 Đ.25"));
        Assert.True(page.Path == $"/ho-so/{code}", page.Words);
        Assert.Contains("Đồng hồ tạm dừng từ Thứ Tư 18/11/2026, 10:00: chờ kết luận giám định.", page.Words);
        Assert.Contains("Cơ quan, tổ chức khác phải thực hiện thì đồng hồ mới chạy tiếp", page.Words);
        Assert.Contains("Luật Giám định tư pháp 2012 Đ.25", page.Words);
        Assert.Contains("Đồng hồ tạm dừng", page.WordsOf(".page-head"));

        office.House.At(2026, 11, 30, 9, 0);
        handler = await office.Of("khanh.pq");
        Assert.Contains("Đồng hồ tạm dừng từ 18/11", (await handler.Get("/viec")).Words);
        Assert.DoesNotContain("Quá hạn", (await handler.Get($"/ho-so/{code}")).WordsOf(".dossier-top"));
        page = await (await (await handler.Get($"/ho-so/{code}")).Act("Cho đồng hồ tính hạn chạy tiếp")).Send(("Input.Text", "Có kết luận ngày 27/11."));
        Assert.Contains("trừ thời gian tạm dừng", page.Words);
        var due = (await office.Life.Now(id)).Case.Due.Due;
        Assert.Equal(new DateOnly(2026, 12, 9), Vietnam.Day(due));
        var why = await handler.Get($"/ho-so/{code}/thoi-han");
        Assert.Contains("Tính lại khi đồng hồ chạy tiếp sau tạm dừng", why.Words);
        Assert.Contains("Đồng hồ tạm dừng: chờ kết luận giám định", why.Words);

        var head = await office.Of("khoi.nd");
        form = await (await head.Get($"/ho-so/{code}")).Act("Xin lỗi và đề nghị gia hạn, hẹn lại ngày trả");
        form = await form.Send(("Input.Day", "09/12/2026"), ("Input.Reason", "can-xac-minh-them"), ("Input.Text", "Cần đo đạc lại."));
        Assert.Contains("Ngày hẹn mới phải sau ngày đã hẹn 09/12/2026", form.Words);
        Assert.Equal("Cần đo đạc lại.", form.Typed("Input.Text"));
        page = await form.Send(("Input.Day", "16/12/2026"));
        Assert.Contains("Đã xin lỗi và hẹn lại; hạn theo luật giữ nguyên", page.Words);
        Assert.DoesNotContain("Xin lỗi và đề nghị gia hạn, hẹn lại ngày trả", page.Acts);
        Assert.Contains("không quá 01 lần", page.WordsOf(".why-not"));
        var after = (await office.Life.Now(id)).Case;
        Assert.Equal((due, new DateOnly(2026, 12, 16)), (after.Due.Due, Vietnam.Day(after.Appointment)));
    }

    [Fact]
    [Requirement("R-TIME-17")]
    [Requirement("R-TIME-12")]
    public async Task On_the_due_date_an_extension_is_refused_as_late_and_the_page_says_why()
    {
        await using var office = await Office.Open();
        var (_, code, _) = await office.At(StepKind.Handle, Land);
        office.House.At(2026, 11, 26, 23, 55);
        var form = await (await (await office.Of("khoi.nd")).Get($"/ho-so/{code}")).Act("Xin lỗi và đề nghị gia hạn, hẹn lại ngày trả");
        office.House.At(2026, 11, 27, 0, 1);
        form = await form.Send(("Input.Day", "16/12/2026"), ("Input.Reason", "can-xac-minh-them"), ("Input.Text", "Cần đo đạc lại."));
        Assert.Contains("chậm nhất 01 ngày trước ngày hết hạn (27/11/2026)", form.Words);
        Assert.Equal("Cần đo đạc lại.", form.Typed("Input.Text"));
        office.House.At(2026, 11, 27, 8, 0);
        var head = await office.Of("khoi.nd");
        var page = await head.Get($"/ho-so/{code}");
        Assert.DoesNotContain("Xin lỗi và đề nghị gia hạn, hẹn lại ngày trả", page.Acts);
        page = await (await page.Act("Xin lỗi người nộp hồ sơ")).Send(("Input.Reason", "qua-han"), ("Input.Text", "Kết quả sẽ có trong tuần sau."));
        Assert.Contains("Văn bản xin lỗi số 1", page.Words);
    }

    [Fact]
    [Requirement("R-TIME-16")]
    public async Task A_due_date_is_changed_by_one_officer_and_approved_by_another()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle, Land);
        var handler = await office.Of("khanh.pq");
        var form = await (await handler.Get($"/ho-so/{code}")).Act("Đề nghị đổi hạn giải quyết");
        form = await form.Send(("Input.Day", "11/12/2026"), ("Input.Basis", "theo thực tế"), ("Input.Text", "Thửa đất có đồi núi."));
        Assert.Contains("Đổi hạn phải có căn cứ", form.Words);
        var page = await form.Send(("Input.Basis", "NĐ 101/2024/NĐ-CP Đ.22"));
        Assert.Contains("Đang chờ duyệt đổi thành", page.Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.Raw($"/ho-so/{code}/viec/approve-due-change")).StatusCode);

        var head = await office.Of("khoi.nd");
        form = await (await head.Get($"/ho-so/{code}")).Act("Duyệt đổi hạn giải quyết");
        Assert.Contains("Phạm Quốc Khánh đề nghị đổi hạn", form.Words);
        page = await form.Send();
        Assert.Contains("Phạm Quốc Khánh đề nghị, Nguyễn Đình Khôi duyệt", page.Words);
        Assert.Equal(new DateOnly(2026, 12, 11), Vietnam.Day((await office.Life.Now(id)).Case.Due.Due));
        var why = await head.Get($"/ho-so/{code}/thoi-han");
        Assert.Equal(2, why.Document.QuerySelectorAll("main section[aria-labelledby^=tinh-] table").Length);
        Assert.Contains("không phải kết quả đếm ngày", why.Words);
    }

    [Fact]
    [Requirement("R-WF-17")]
    public async Task The_head_of_the_one_stop_unit_stops_where_no_supplement_came()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle, Land);
        await (await (await (await office.Of("khanh.pq")).Get($"/ho-so/{code}")).Act("Yêu cầu bổ sung, hoàn thiện hồ sơ"))
            .Send(("Input.Reasons", "thieu-giay-to"), ("Input.Text", "Nộp bản chính."));
        Assert.DoesNotContain("Dừng giải quyết hồ sơ", (await (await office.Of("hanh.tn")).Get($"/ho-so/{code}")).Acts);
        office.House.At(2026, 12, 28, 9, 0);
        var form = await (await (await office.Of("phuoc.nv")).Get($"/ho-so/{code}")).Act("Dừng giải quyết hồ sơ");
        form = await form.Send(("Input.Reason", "qua-han-bo-sung"));
        Assert.Contains("Hãy ghi sự việc làm căn cứ", form.Words);
        var page = await form.Send(("Input.Text", "Đã gọi ba lần, không ai đến."));
        Assert.Equal("Dừng xử lý", page.WordsOf(".page-head .status"));
        Assert.Contains("Đã gọi ba lần, không ai đến.", page.Words);
        Assert.Equal(DossierStatus.Stopped, (await office.Life.Now(id)).Case.Status);
    }
}
