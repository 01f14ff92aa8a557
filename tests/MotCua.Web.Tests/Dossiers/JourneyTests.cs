using System.Net;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>The legal ways of a dossier, walked through its pages without scripts.</summary>
public sealed class JourneyTests
{
    internal static readonly byte[] Pdf = SampleFiles.Pdf("giấy khai sinh");

    [Fact]
    [Requirement("R-WF-06")]
    [Requirement("R-RET-06")]
    [Requirement("R-RET-12")]
    public async Task A_dossier_goes_from_the_counter_to_the_result_in_the_applicants_hands()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received();
        var counter = await office.Of("hanh.tn");
        var page = await counter.Get($"/ho-so/{code}");
        Assert.Equal("Được tiếp nhận", page.WordsOf(".page-head .status"));
        Assert.Contains("Đang chờ Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột chuyển hồ sơ", page.Words);
        page = await page.Act("Chuyển hồ sơ đến cơ quan giải quyết");
        Assert.True(page.Path == $"/ho-so/{code}", page.Words);
        Assert.Contains("Đã ghi: chuyển hồ sơ đến cơ quan giải quyết", page.Words);
        Assert.Contains("Bản giấy phải chuyển chậm nhất Thứ Ba 17/11/2026", page.Words);

        var handler = await office.Of("ngoc.ltb");
        page = await (await handler.Get($"/ho-so/{code}")).Act("Nhận việc");
        Assert.Contains("Người phụ trách: Lê Thị Bảo Ngọc", page.Words);
        page = await (await page.Act("Trình kết quả thẩm định")).Send(("Input.Proposal", "Granted"), ("Input.Note", "Đủ điều kiện.\nĐề nghị ký."));
        Assert.Contains("Đề xuất: chấp thuận", page.Words);

        var leader = await office.Of("khoi.nd");
        page = await leader.Get($"/ho-so/{code}");
        Assert.Contains("Lê Thị Bảo Ngọc đề xuất: chấp thuận Đủ điều kiện. Đề nghị ký.", page.WordsOf(".acts-now"));
        await page.Act("Phê duyệt kết quả");

        var clerk = await office.Of("le.tm");
        page = await (await (await clerk.Get($"/ho-so/{code}")).Act("Vào sổ, phát hành kết quả"))
            .SendFiles([("Input.Digest", "giấy khai sinh.pdf", Pdf)], ("Input.ResultNumber", "215/KS"), ("Input.Day", "17/11/2026"));
        Assert.Equal("Đã xử lý xong", page.WordsOf(".page-head .status"));
        Assert.Contains("215/KS, ngày 17/11/2026", page.Words);
        Assert.Contains("Chưa trao", page.Words, StringComparison.OrdinalIgnoreCase);
        var file = await clerk.Raw(page.Document.QuerySelector("a[href*='/tep/']")!.GetAttribute("href")!);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", string.Join("", file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());

        page = await (await (await counter.Get($"/ho-so/{code}")).Act("Trao kết quả cho người nộp")).Send(("Input.Proof", "Receipt"));
        Assert.Equal("Đã trả kết quả", page.WordsOf(".page-head .status"));
        Assert.Empty(page.Acts);
        Assert.Equal(DossierStatus.Returned, (await office.Life.Now(id)).Case.Status);
        Assert.Empty((await office.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-WF-07")]
    [Requirement("R-WF-08")]
    public async Task A_supplement_stops_the_clock_and_starts_the_limit_anew()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle, "1.115320");
        var before = (await office.Life.Now(id)).Case.Due.Due;
        var handler = await office.Of("khanh.pq");
        var form = await (await handler.Get($"/ho-so/{code}")).Act("Yêu cầu bổ sung, hoàn thiện hồ sơ");
        Assert.Contains("chậm nhất Thứ Sáu 20/11/2026", form.Words);
        form = await form.Send(("Input.Text", "Nộp Giấy chứng nhận bản chính."));
        Assert.Contains("Hãy chọn ít nhất một lý do", form.Words);
        Assert.Equal("Nộp Giấy chứng nhận bản chính.", form.Typed("Input.Text"));
        var page = await form.Send(("Input.Reasons", "thieu-giay-to"), ("Input.Text", "Nộp Giấy chứng nhận bản chính.\nNộp văn bản đại diện."));
        Assert.Contains("Tạm dừng tính hạn", page.WordsOf(".page-head"));
        Assert.Contains("Thiếu giấy tờ trong thành phần hồ sơ.", page.Words);

        office.House.At(2026, 11, 19, 10, 15);
        var counter = await office.Of("hanh.tn");
        form = await (await counter.Get($"/ho-so/{code}")).Act("Tiếp nhận giấy tờ bổ sung");
        Assert.Contains("Nộp văn bản đại diện.", form.Words);
        form = await form.Send();
        Assert.Contains("Chưa ghi giấy tờ nào được bổ sung", form.Words);
        page = await form.SendFiles(
            [("Input[3].Files", "GCN.pdf", Pdf)], ("Input[3].Passes", "yes"), ("Input[3].GiveBack", "true"));
        Assert.Equal("Đang xử lý", page.WordsOf(".page-head .status"));
        Assert.Contains("tính lại từ đầu sau bổ sung", page.Words);
        Assert.Contains("đang giữ 1 bản chính", page.Words);
        var after = (await office.Life.Now(id)).Case;
        Assert.True(after.Due.Due > before);
        Assert.Equal(after.Due.Due, after.Appointment);

        var due = await counter.Get($"/ho-so/{code}/thoi-han");
        Assert.Equal(3, due.Document.QuerySelectorAll("main table").Length); // two accounts and each unit's own time
        Assert.Contains("Thời gian của từng cơ quan", due.Words);
        Assert.Contains("Tính lại từ đầu khi nhận đủ giấy tờ bổ sung", due.Words);
        Assert.Contains("Hạn trước đó", due.Words);
        var sheet = await counter.Get($"/ho-so/{code}/thoi-han/ban-in");
        Assert.Contains("Kèm theo Giấy tiếp nhận hồ sơ và hẹn trả kết quả số", sheet.Words);
        Assert.Single(sheet.Document.QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task What_is_sent_back_comes_again_to_the_same_officer_and_then_to_the_leader()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Approve);
        var leader = await office.Of("khoi.nd");
        var form = await (await leader.Get($"/ho-so/{code}")).Act("Trả lại để xử lý lại");
        form = await form.Send(("Input.Note", "Sai năm sinh."));
        Assert.Contains("Hãy chọn một lý do trả lại", form.Words);
        var page = await form.Send(("Input.Reason", "du-thao-sai"), ("Input.Note", "Sai năm sinh của mẹ."));
        Assert.Contains("Dự thảo kết quả có sai sót", page.Words);
        Assert.Contains("Sai năm sinh của mẹ.", page.Words);

        var handler = await office.Of("ngoc.ltb");
        page = await (await (await handler.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định")).Send(("Input.Proposal", "Granted"));
        Assert.Contains("phê duyệt, ký kết quả", page.WordsOf(".dossier-top"), StringComparison.OrdinalIgnoreCase);
        await (await leader.Get($"/ho-so/{code}")).Act("Phê duyệt kết quả");
        Assert.Equal(Outcome.Granted, (await office.Life.Now(id)).Case.Decided);
    }

    [Fact]
    [Requirement("R-WF-14")]
    public async Task A_refusal_in_time_needs_its_reasons_and_a_late_one_an_explanation_too()
    {
        await using var office = await Office.Open();
        var (inTime, late) = (await office.At(StepKind.Approve, "1.001612"), await office.At(StepKind.Approve, "1.001612"));
        var leader = await office.Of("khoi.nd");
        var form = await (await leader.Get($"/ho-so/{inTime.Code}")).Act("Từ chối giải quyết hồ sơ sau thẩm định");
        Assert.DoesNotContain("Giải trình", form.WordsOf("form[data-guard]"));
        var page = await form.Send(("Input.Reason", "khong-du-dieu-kien"), ("Input.Note", "Ngành nghề chưa đủ điều kiện."));
        Assert.Contains("Phiếu từ chối số 1", page.Words);
        Assert.Contains("Phiếu từ chối", page.WordsOf(".page-head"));

        office.House.At(2026, 12, 1, 9, 0);
        leader = await office.Of("khoi.nd");
        form = await (await leader.Get($"/ho-so/{late.Code}")).Act("Từ chối giải quyết hồ sơ sau thẩm định");
        form = await form.Send(("Input.Reason", "khong-du-dieu-kien"), ("Input.Note", "Ngành nghề chưa đủ điều kiện."));
        Assert.Contains("phải kèm giải trình lý do chậm", form.Words);
        Assert.Equal("Ngành nghề chưa đủ điều kiện.", form.Typed("Input.Note"));
        page = await form.Send(("Input.LateExplanation", "Chờ ý kiến của cơ quan thuế."));
        Assert.Contains("Chờ ý kiến của cơ quan thuế.", page.Words);

        var clerk = await office.Of("le.tm");
        page = await (await (await clerk.Get($"/ho-so/{inTime.Code}")).Act("Vào sổ, phát hành kết quả"))
            .SendFiles([], ("Input.ResultNumber", "01/PTC-TTPVHCC"));
        Assert.Equal("Đã xử lý xong", page.WordsOf(".page-head .status"));
    }

    [Fact]
    [Requirement("R-WF-17")]
    [Requirement("R-WF-24")]
    public async Task A_withdrawal_before_any_decision_ends_in_a_stop()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Approve);
        var counter = await office.Of("hanh.tn");
        var form = await (await counter.Get($"/ho-so/{code}")).Act("Yêu cầu rút hồ sơ");
        form = await form.Send(("Input.By", "Submitter"), ("Input.Channel", "Postal"));
        Assert.Contains("Hãy ghi nội dung yêu cầu", form.Words);
        var page = await form.Send(("Input.Text", "Đã chuyển nơi ở, không cần nữa."));
        Assert.Contains("Người nộp hồ sơ yêu cầu, bưu chính công ích", page.Words);
        Assert.Contains("phải kiểm tra và trả lời ngay", page.Words);
        Assert.DoesNotContain("Trả lời không dừng giải quyết hồ sơ", page.Acts);
        page = await (await page.Act("Dừng giải quyết hồ sơ")).Send(("Input.Reason", "nguoi-nop-yeu-cau"));
        Assert.Equal("Dừng xử lý", page.WordsOf(".page-head .status"));
        Assert.Contains("Thông báo dừng số 1", page.Words);
        Assert.True((await office.Life.Now(id)).Open.Steps.IsEmpty);
    }

    [Fact]
    [Requirement("R-WF-18")]
    public async Task A_withdrawal_after_the_decision_is_answered_and_the_dossier_goes_on()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Register);
        var counter = await office.Of("hanh.tn");
        var page = await (await (await counter.Get($"/ho-so/{code}")).Act("Yêu cầu rút hồ sơ")).Send(("Input.Text", "Xin rút."));
        Assert.DoesNotContain("Dừng giải quyết hồ sơ", page.Acts);
        Assert.Contains("Dừng giải quyết hồ sơ: Đã có quyết định hoặc thông báo kết quả nên không dừng được", page.WordsOf(".why-not"));
        page = await (await page.Act("Trả lời không dừng giải quyết hồ sơ")).Send(("Input.Text", "Kết quả đã được phê duyệt."));
        Assert.Equal("Đang xử lý", page.WordsOf(".page-head .status"));
        Assert.Equal(DossierStatus.Returned, (await office.Life.Ended(id)).Case.Status);
    }

    [Fact]
    [Requirement("R-RET-05")]
    [Requirement("R-RET-14")]
    public async Task A_proxy_without_the_receipt_shows_his_authorisation_and_his_papers()
    {
        await using var office = await Office.Open();
        var (_, code, _) = await office.At(StepKind.Return, "1.115320");
        var counter = await office.Of("duyen.dtm");
        var form = await (await counter.Get($"/ho-so/{code}")).Act("Trao kết quả cho người nộp");
        form = await form.Send(("Input.Collector", "Proxy"), ("Input.Proof", "PersonalPaper"), ("Input.PaperShown", "Căn cước 066•••812"));
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Contains("Người nhận thay phải có văn bản ủy quyền", form.Words);
        Assert.Equal("Căn cước 066•••812", form.Typed("Input.PaperShown"));
        form = await form.Send(("Input.PaperShown", ""), ("Input.Authorisation", "Y Thuận Êban; giấy ủy quyền 12/2026, UBND phường chứng thực"));
        Assert.Contains("Mất giấy tiếp nhận thì phải ghi giấy tờ tùy thân", form.Words);
        var page = await form.Send(("Input.PaperShown", "Căn cước 066•••812"));
        Assert.Contains("Người được ủy quyền nhận; xuất trình giấy tờ tùy thân vì mất giấy tiếp nhận", page.Words);
        Assert.Contains("báo mất khi nhận kết quả, số này đã đóng", page.Words);
    }

    [Fact]
    public async Task What_is_unpaid_holds_the_result_back_until_it_is_paid()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Return, "1.001612");
        var owed = MotCua.Web.Kit.VietText.Number((await office.Life.Now(id)).Money.Owed.Amount);
        var counter = await office.Of("hanh.tn");
        var page = await counter.Get($"/ho-so/{code}");
        Assert.DoesNotContain("Trao kết quả cho người nộp", page.Acts);
        Assert.Contains("Hồ sơ còn phí, lệ phí chưa thu", page.WordsOf(".why-not"));
        var form = await page.Act("Thu phí, lệ phí của hồ sơ");
        form = await form.Send(("Input.Amount", "một trăm"));
        Assert.Contains("Số tiền chưa đúng", form.Words);
        Assert.Equal("một trăm", form.Typed("Input.Amount"));
        page = await form.Send(("Input.Amount", owed), ("Input.Method", "Transfer"), ("Input.Receipt", "BL-0007"));
        Assert.Contains($"{owed} đồng, chuyển khoản, biên lai BL-0007", page.Words);
        page = await (await page.Act("Trao kết quả cho người nộp")).Send(("Input.Proof", "Receipt"));
        Assert.Equal("Đã trả kết quả", page.WordsOf(".page-head .status"));
    }
}
