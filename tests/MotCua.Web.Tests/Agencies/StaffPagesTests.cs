using System.Net;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Agencies;

/// <summary>Units, officers and duties through their pages, without scripts.</summary>
public sealed class StaffPagesTests
{
    private const string Chosen = "Quầy số 3 mở lúc bảy giờ rưỡi";

    private static (string, string)[] Duty(string duty, string unit) =>
    [
        ("Input.Duty", duty), ("Input.Unit", unit), ("Input.Basis", "125/QĐ-UBND"), ("Input.BasisDay", "16/11/2026"), ("Input.Years", "5"),
        ("Input.Qualified", "true"),
    ];

    [Fact]
    [Requirement("R-ADM-28")]
    public async Task A_new_officer_signs_in_with_a_one_time_password_changes_it_and_works()
    {
        await using var office = await Office.Open();
        var admin = await office.Of("nha.dt");
        var page = await admin.Get("/to-chuc/can-bo/moi?don-vi=12");
        page = await page.Send(("Input.Name", "Trần Thị Lành"), ("Input.UserName", "Lanh.TT"), ("Input.Title", "Công chức tư pháp – hộ tịch"));
        var password = page.WordsOf(".big.code");
        Assert.Equal(12, password.Length);
        var id = page.Document.QuerySelector("a.btn.primary")!.GetAttribute("href")!.Split('/')[3];
        Assert.DoesNotContain(password, (await admin.Get($"/to-chuc/can-bo/{id}")).Words);

        var visitor = office.Anyone();
        var signIn = await (await visitor.Get("/dang-nhap")).Send(("Input.UserName", "lanh.tt"), ("Input.Password", password));
        Assert.StartsWith("/mat-khau", signIn.Path);
        var after = await signIn.Send(("Input.Present", password), ("Input.Chosen", Chosen), ("Input.Again", Chosen));
        Assert.StartsWith("/chua-duoc-giao", after.Path);

        page = await (await admin.Get($"/to-chuc/can-bo/{id}/giao")).Send(Duty("Handle", "12"));
        Assert.Contains("Đã giao “xử lý hồ sơ” cho Trần Thị Lành.", page.Document.Body!.TextContent);
        var (_, code, _) = await office.At(StepKind.Handle);
        var dossier = await (await visitor.Get($"/ho-so/{code}")).Act("Nhận việc");
        Assert.Contains("giao cho Trần Thị Lành", dossier.Words);
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_what_was_typed_and_says_what_to_do()
    {
        await using var office = await Office.Open();
        var admin = await office.Of("nha.dt");
        var page = await (await admin.Get("/to-chuc/can-bo/moi?don-vi=12")).Send(
            ("Input.Name", "Trần Thị Lành"), ("Input.UserName", "ngoc.ltb"), ("Input.Title", "Công chức"), ("Input.Phone", "0262 000 0199"));
        Assert.Contains("Tên đăng nhập này đã có người dùng", page.Words);
        Assert.Equal(("Trần Thị Lành", "0262 000 0199", "12"), (page.Typed("Input.Name"), page.Typed("Input.Phone"), page.Typed("Input.Unit")));

        page = await (await admin.Get("/to-chuc/can-bo/5/giao")).Send(("Input.Duty", "Lead"), ("Input.Unit", "13"), ("Input.From", "31/02/2027"));
        Assert.Contains("Input.From", page.Document.QuerySelector("[aria-invalid=true]")!.GetAttribute("name"));
        Assert.Equal(("Lead", "31/02/2027"), (page.Typed("Input.Duty"), page.Typed("Input.From")));

        page = await (await admin.Get("/to-chuc/can-bo/5/giao")).Send([.. Duty("Administer", "12"), ("Input.From", "17/11/2026")]);
        Assert.Contains("không được giao cùng lúc", page.Words);
        page = await (await admin.Get("/to-chuc/can-bo/1/ket-thuc")).Send(("Input.Basis", ""), ("Input.LastDay", "01/11/2026"));
        Assert.Contains("Hãy ghi số quyết định", page.Words);
        Assert.Equal("01/11/2026", page.Typed("Input.LastDay"));
    }

    [Fact]
    [Requirement("R-SEC-13")]
    public async Task A_duty_to_sign_waits_for_the_leader()
    {
        await using var office = await Office.Open();
        var page = await (await (await office.Of("nha.dt")).Get("/to-chuc/can-bo/11/giao")).Send(Duty("Sign", "10"));
        Assert.Contains("chờ phê duyệt", page.Words);
        Assert.Contains("Phải người khác xét.", (await (await office.Of("nha.dt")).Get("/to-chuc/cho-duyet")).Words);

        var leader = await office.Of("tho.hv");
        var waiting = await leader.Get("/to-chuc/cho-duyet");
        var refused = await waiting.Send(Form(waiting, "Decline"), ("Input.Words", " "));
        Assert.Contains("Hãy ghi lý do không phê duyệt.", refused.Words);
        waiting = await waiting.Send(Form(waiting, "Approve"));
        Assert.Contains("Không có đề nghị giao nhiệm vụ nào đang chờ.", waiting.Words);
        Assert.Contains("Hoàng Văn Thọ phê duyệt lúc", (await leader.Get("/to-chuc/can-bo/11")).Words);
    }

    [Fact]
    [Requirement("R-ADM-10")]
    public async Task A_substitute_does_the_absent_ones_work_and_the_record_names_both()
    {
        await using var office = await Office.Open();
        var (id, code, step) = await office.At(StepKind.Handle);
        Life.Expect(await office.House.Perform(id, new ClaimStep(step.Token), TestHouse.Hand(await office.House.Officer("ngoc.ltb"))));
        var substitute = await office.Of("khanh.pq");
        Assert.Equal(HttpStatusCode.NotFound, (await substitute.Get($"/ho-so/{code}")).Status);

        var page = await (await (await office.Of("ngoc.ltb")).Get("/to-chuc/lam-thay/moi")).Send(
            ("Input.Substitute", "8"), ("Input.To", "20/11/2026"), ("Input.Basis", "Đơn nghỉ phép đã duyệt"));
        Assert.Contains("chờ phê duyệt", page.Words);
        var waiting = await (await office.Of("tho.hv")).Get("/to-chuc/cho-duyet");
        await waiting.Send(Form(waiting, "Approve"));

        Assert.Contains("Chờ tôi thẩm định, thay Lê Thị Bảo Ngọc", (await substitute.Get("/viec?loc=toi")).Words);
        Assert.Contains("Vắng, Phạm Quốc Khánh làm thay", (await (await office.Of("tho.hv")).Get("/to-chuc?don-vi=12")).Words);
        var form = await (await substitute.Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định, thay Lê Thị Bảo Ngọc");
        Assert.Contains("Làm thay Lê Thị Bảo Ngọc", form.Words);
        var done = await form.Send(("Input.Proposal", "Granted"), ("Input.Note", "Đủ điều kiện"));
        Assert.Contains("Phạm Quốc Khánh, thay Lê Thị Bảo Ngọc", done.Words);

        // Taken back: the page that is still open answers that he is not sent any more.
        var (other, next, open) = await office.At(StepKind.Handle);
        Life.Expect(await office.House.Perform(other, new ClaimStep(open.Token), TestHouse.Hand(await office.House.Officer("ngoc.ltb"))));
        form = await (await substitute.Get($"/ho-so/{next}")).Act("Trình kết quả thẩm định, thay");
        var list = await (await office.Of("ngoc.ltb")).Get("/to-chuc/lam-thay");
        Assert.Contains("đã thu hồi", (await list.Send(Form(list, "Revoke"))).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await form.Send(("Input.Proposal", "Granted"), ("Input.Note", "Đủ"))).Status);
    }

    [Fact]
    public async Task In_the_same_department_a_page_left_open_says_that_the_substitution_is_over()
    {
        await using var office = await Office.Open();
        var (id, code, step) = await office.At(StepKind.Handle);
        Life.Expect(await office.House.Perform(id, new ClaimStep(step.Token), TestHouse.Hand(await office.House.Officer("ngoc.ltb"))));
        var page = await (await (await office.Of("ngoc.ltb")).Get("/to-chuc/lam-thay/moi")).Send(
            ("Input.Substitute", "6"), ("Input.To", "20/11/2026"), ("Input.Basis", "Đơn nghỉ phép đã duyệt"));
        var waiting = await (await office.Of("tho.hv")).Get("/to-chuc/cho-duyet");
        await waiting.Send(Form(waiting, "Approve"));
        var form = await (await (await office.Of("moan.yb")).Get($"/ho-so/{code}")).Act("Trình kết quả thẩm định, thay");
        var list = await (await office.Of("ngoc.ltb")).Get("/to-chuc/lam-thay");
        await list.Send(Form(list, "Revoke"));
        var late = await form.Send(("Input.Proposal", "Granted"), ("Input.Note", "Đủ điều kiện"));
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
        Assert.Contains("không được cử làm thay", late.Words);
        Assert.Equal("Đủ điều kiện", late.Typed("Input.Note"));
    }

    [Fact]
    [Requirement("R-ADM-29")]
    public async Task Outside_his_unit_an_administrator_finds_nothing_and_without_the_duty_doors_stay_shut()
    {
        await using var office = await Office.Open();
        var admin = await office.Of("nha.dt");
        string[] elsewhere =
        [
            "/to-chuc/can-bo/24", "/to-chuc/can-bo/24/giao", "/to-chuc/can-bo/24/ket-thuc", "/to-chuc/can-bo/24/sua", "/to-chuc?don-vi=20",
            "/to-chuc/danh-sach/21", "/to-chuc/lam-thay/moi?vang=24", "/to-chuc/can-bo/999",
        ];
        foreach (var path in elsewhere)
            Assert.Equal(HttpStatusCode.NotFound, (await admin.Raw(path)).StatusCode);
        foreach (var path in elsewhere.Where(p => p != "/to-chuc/can-bo/999"))
            Assert.Equal(HttpStatusCode.OK, (await (await office.Of("vu.lq")).Raw(path)).StatusCode);
        var form = await admin.Get("/to-chuc/can-bo/5/giao");
        Assert.Contains("ngoài phạm vi quản trị", (await form.Send(Duty("Handle", "22"))).Words);

        var officer = await office.Of("ngoc.ltb");
        foreach (var path in new[] { "can-bo/moi", "can-bo/5/giao", "can-bo/5/ket-thuc", "can-bo/5/sua", "cho-duyet" })
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.Raw("/to-chuc/" + path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Raw("/to-chuc/can-bo/6")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Raw("/to-chuc/can-bo/8")).StatusCode);
    }

    [Fact]
    public async Task A_transfer_hands_over_on_the_page_and_the_timeline_says_so()
    {
        await using var office = await Office.Open();
        var (id, code, step) = await office.At(StepKind.Handle);
        Life.Expect(await office.House.Perform(id, new ClaimStep(step.Token), TestHouse.Hand(await office.House.Officer("ngoc.ltb"))));
        var page = await (await office.Of("nha.dt")).Get("/to-chuc/can-bo/5/ket-thuc");
        Assert.Contains(code, page.Words);
        page = await page.Send(("Input.LastDay", "16/11/2026"), ("Input.Basis", "88/QĐ-UBND"), ("Input.Moves[0].To", "6"));
        Assert.Contains("bàn giao 1 bước", page.Document.Body!.TextContent);
        Assert.Contains("Kết thúc theo 88/QĐ-UBND", page.Words);
        var dossier = await (await office.Of("moan.yb")).Get($"/ho-so/{code}");
        Assert.Contains("Đoàn Thị Nhã, bàn giao khi nhiệm vụ kết thúc", dossier.Words);
        Assert.StartsWith("/chua-duoc-giao", (await (await office.Of("ngoc.ltb")).Get("/viec")).Path);
    }

    [Fact]
    public async Task A_one_time_password_ends_all_sessions_and_is_given_only_where_every_duty_is_within_reach()
    {
        await using var office = await Office.Open();
        var officer = await office.Of("ngoc.ltb");
        var admin = await office.Of("nha.dt");
        var page = await admin.Get("/to-chuc/can-bo/5");
        page = await page.Send(Form(page, "Reopen"));
        var password = page.WordsOf(".big.code");
        Assert.Equal(12, password.Length);
        Assert.StartsWith("/dang-nhap", (await officer.Get("/viec")).Path);
        var again = await (await office.Anyone().Get("/dang-nhap")).Send(("Input.UserName", "ngoc.ltb"), ("Input.Password", password));
        Assert.StartsWith("/mat-khau", again.Path);

        // hue.mt gets a duty at the ward: the ward's administrator sees her, and may not open her account.
        await (await (await office.Of("vu.lq")).Get("/to-chuc/can-bo/18/giao")).Send(Duty("Handle", "13"));
        var shown = await admin.Get("/to-chuc/can-bo/18");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.DoesNotContain("một lần", shown.Words);
        Assert.Contains("ngoài phạm vi", (await page.Send(Form(page, "Reopen", "/to-chuc/can-bo/18?handler=Reopen"))).Words);
    }

    [Fact]
    [Requirement("R-ADM-09")]
    public async Task The_list_of_a_one_stop_unit_names_its_head_its_staff_and_their_fields_and_phones()
    {
        await using var office = await Office.Open();
        var admin = await office.Of("nha.dt");
        var form = await admin.Get("/to-chuc/can-bo/1/sua");
        await form.Send(("Input.Fields", "Tư pháp – hộ tịch"), ("Input.Phone", "0262 000 0198"));
        var list = await admin.Get("/to-chuc/danh-sach/11");
        var rows = list.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains("Nguyễn Văn Phước", rows[0]);
        Assert.Contains("Giám đốc", rows[0]);
        Assert.All(["Trần Ngọc Hạnh", "Tư pháp – hộ tịch", "0262 000 0198"], word => Assert.Contains(word, rows[1]));
        Assert.Contains("Chưa đủ người dự phòng", list.Words);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(Sheet sheet, string handler, string? instead = null)
    {
        var form = sheet.Document.QuerySelectorAll("main form[method=post]").OfType<AngleSharp.Html.Dom.IHtmlFormElement>()
            .First(f => f.GetAttribute("action")!.Contains("handler=" + handler, StringComparison.Ordinal));
        if (instead is not null)
            form.SetAttribute("action", instead);
        return form;
    }
}
