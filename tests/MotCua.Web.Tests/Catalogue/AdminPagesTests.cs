using System.Net;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Law;
using MotCua.Domain.Catalogue;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Catalogue;

/// <summary>The catalogue's administration as an officer without scripts walks through it.</summary>
public sealed class AdminPagesTests
{
    private const string Birth = "/danh-muc/thu-tuc/1.001193";

    [Theory]
    [InlineData("/danh-muc/thu-tuc")]
    [InlineData(Birth)]
    [InlineData(Birth + "/so-sanh?a=1&b=2")]
    [InlineData(Birth + "/sua")]
    [InlineData(Birth + "/bai-bo")]
    [InlineData("/danh-muc/sai-sot")]
    [InlineData("/danh-muc/gan-quy-trinh")]
    public async Task Only_those_who_administer_or_control_come_in(string path)
    {
        await using var office = await Office.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("hanh.tn")).Raw(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("khoi.nd")).Raw(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await office.Of("vu.lq")).Raw(path)).StatusCode);
    }

    [Fact]
    public async Task A_control_officer_of_a_ward_reads_and_changes_nothing()
    {
        await using var office = await Office.Open();
        await Defect(office);
        var visitor = await office.Of("thinh.nd");
        Assert.Empty((await visitor.Get("/danh-muc/thu-tuc")).Document.QuerySelectorAll("[data-row-check]"));
        Assert.Empty((await visitor.Get(Birth)).Document.QuerySelectorAll("main form"));
        Assert.Empty((await visitor.Get("/danh-muc/sai-sot")).Document.QuerySelectorAll("main form"));
        var edit = await visitor.Get(Birth + "/sua");
        Assert.Equal(HttpStatusCode.Forbidden, edit.Status);
        var sent = await edit.Send(("Input.Sector", "Khác"), ("Input.Reason", "Thử"), ("do", "save"));
        Assert.Equal(HttpStatusCode.Forbidden, sent.Status);
        Assert.Equal(2, (await Sheet(office)).Last);
    }

    [Fact]
    public async Task An_edit_is_looked_at_saved_and_used_at_the_counter()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        var form = await (await visitor.Get(Birth + "/sua")).Send(("do", "papers"));
        var row = (await Sheet(office)).Shown.Papers.Count;
        Assert.Equal($"{row + 1}", form.Typed($"Input.Papers[{row}].Code"));

        var wrong = await form.Send((
            $"Input.Papers[{row}].Name", "Giấy xác nhận của thôn"), ($"Input.Papers[{row}].Code", "A 9"), ("Input.Reason", ""), ("do", "preview"));
        Assert.Contains("chỉ gồm chữ thường không dấu và số", wrong.WordsOf(".errors"));
        Assert.Contains("Hãy ghi lý do sửa", wrong.WordsOf(".errors"));
        Assert.Equal("Giấy xác nhận của thôn", wrong.Typed($"Input.Papers[{row}].Name"));
        Assert.DoesNotContain("Lưu phiên bản", wrong.Words);

        var seen = await wrong.Send(
            ($"Input.Papers[{row}].Code", "9"), ("Input.Reason", "QĐ 12/QĐ-BTP"), ("Input.Sector", "Hộ tịch, quốc tịch"), ("do", "preview"));
        Assert.Contains("Khác nhau ở 2 mục: lĩnh vực, trường hợp và thành phần hồ sơ.", seen.Words);
        Assert.Contains("Giấy xác nhận của thôn", seen.WordsOf(".compared tr.added ins"));
        Assert.Equal(["Sector", "Papers"], seen.Document.QuerySelectorAll("input[name='Input.Lock']").Select(e => e.GetAttribute("value")));
        Assert.Equal(2, (await Sheet(office)).Last);

        var saved = await seen.Send(("do", "save"));
        Assert.Contains("Đã lập bản 3 của thủ tục 1.001193, có hiệu lực từ 17/11/2026.", saved.Words);
        var sheet = await Sheet(office);
        Assert.Equal("9", sheet.Shown.Papers[^1].Code);
        Assert.Equal(7, sheet.Shown.Papers.Count - 1);
        Assert.Contains(sheet.Locks, l => l.Field == CatalogueField.Sector);

        var counter = await office.Of("hanh.tn");
        var started = await counter.Get("/tiep-nhan?q=1.001193");
        var attempt = await started.Send((AngleSharp.Html.Dom.IHtmlFormElement)started.Document.QuerySelector("button[value='1.001193']")!.Closest(
            "form")!, ("procedure", "1.001193"));
        Assert.Contains("Giấy xác nhận của thôn", attempt.Words);
    }

    [Fact]
    public async Task Saving_something_else_than_was_shown_shows_it_first()
    {
        await using var office = await Office.Open();
        var form = await (await office.Of("vu.lq")).Get(Birth + "/sua");
        var seen = await form.Send(("Input.Sector", "Khác"), ("Input.Reason", "Thử"), ("do", "preview"));
        var other = await seen.Send(("Input.Sector", "Khác hẳn"), ("do", "save"));
        Assert.Contains("Nội dung đã đổi sau khi xem thay đổi", other.WordsOf(".errors"));
        Assert.Equal(2, (await Sheet(office)).Last);
        Assert.Contains("Đã lập bản 3", (await (await other.Send(("do", "preview"))).Send(("do", "save"))).Words);
        Assert.Equal("Khác hẳn", (await Sheet(office)).Shown.Sector);
    }

    [Fact]
    public async Task Nothing_changes_when_a_form_is_sent_as_it_stands()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        foreach (var code in new[] { "1.001193", "1.001612", "1.013225", "1.115334", "2.000815" })
        {
            var seen = await (await visitor.Get($"/danh-muc/thu-tuc/{code}/sua")).Send(("Input.Reason", "Thử"), ("do", "preview"));
            Assert.Contains("Chưa có gì thay đổi so với bản đang sửa", seen.WordsOf(".errors"));
            Assert.Contains("Có 1 chỗ cần sửa", seen.WordsOf(".errors"));
        }
    }

    [Fact]
    public async Task Who_comes_second_keeps_what_was_typed_and_sees_who_came_first()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        var (mine, theirs) = (await visitor.Get(Birth + "/sua"), await visitor.Get(Birth + "/sua"));
        await (await theirs.Send(("Input.Name", "Đăng ký khai sinh mới"), ("Input.Reason", "Trước"), ("do", "preview"))).Send(("do", "save"));
        var late = await mine.Send(("Input.Sector", "Khác"), ("Input.Reason", "Sau"), ("do", "preview"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Lý Quang Vũ đã lập bản 3 lúc 17/11/2026 09:10", late.WordsOf(".errors"));
        Assert.Equal("Khác", late.Typed("Input.Sector"));
        var rebased = await late.Send(("do", "rebase"));
        Assert.Contains("Thay đổi so với bản 3", rebased.Words);
        Assert.Contains("Khác nhau ở 2 mục: tên thủ tục, lĩnh vực.", rebased.Words);
        Assert.Contains("Đã lập bản 4", (await rebased.Send(("do", "save"))).Words);
    }

    [Fact]
    public async Task A_procedure_of_two_hundred_papers_goes_through_the_form_whole()
    {
        await using var office = await Office.Open();
        await using (var db = office.House.Db())
        {
            var version = (await Sheet(office)).Shown;
            var papers = Enumerable.Range(1, 200).Select(i => new RequiredPaper($"{i}", $"Giấy tờ thứ {i}", 1, 0, false, null, null, false, null));
            db.Add(ProcedureRows.Of(version with { Code = "1.999001", Version = 1, Papers = [.. papers] }, VersionOrigin.Import));
            await ReferenceStamp.Raise(db, default);
            await db.SaveChangesAsync();
        }
        var form = await (await office.Of("vu.lq")).Get("/danh-muc/thu-tuc/1.999001/sua");
        var seen = await form.Send(
            ("Input.Papers[4].Remove", "true"), ("Input.Papers[199].Originals", "x"), ("Input.Reason", "Thử"), ("do", "preview"));
        Assert.Contains("Có 1 chỗ cần sửa", seen.WordsOf(".errors"));
        Assert.Equal("x", seen.Typed("Input.Papers[199].Originals"));
        await (await seen.Send(("Input.Papers[199].Originals", "3"), ("do", "preview"))).Send(("do", "save"));
        var saved = (await Sheet(office, "1.999001")).Shown;
        Assert.Equal((199, 3), (saved.Papers.Count, saved.Papers[^1].Originals));
        Assert.DoesNotContain(saved.Papers, p => p.Code == "5");
    }

    [Fact]
    public async Task Defects_are_settled_one_by_one_and_taken_back()
    {
        await using var office = await Office.Open();
        await Defect(office);
        await Defect(office, "kind-of-tomorrow", "somewhere[0]");
        await Defect(office, "no-quantity", "cases[0].components[1]", "Giấy chứng sinh");
        var visitor = await office.Of("vu.lq");
        var page = await visitor.Get("/danh-muc/sai-sot");
        Assert.Contains("Còn 3 sai sót", page.Words);
        Assert.Equal("Mức thu mất phần nghìn", page.WordsOf("#h-ss"));

        page = await page.Send();
        Assert.Equal("Loại “kind-of-tomorrow”", page.WordsOf("#h-ss"));
        page = await visitor.Get(page.Document.QuerySelector("[data-key='F4']")!.GetAttribute("href")!);
        Assert.Equal("Giấy tờ không có số lượng", page.WordsOf("#h-ss"));
        var edit = page.Document.QuerySelector("[data-key='F8']")!.GetAttribute("href")!;
        Assert.EndsWith("#Input_Papers_1__Name", edit);
        var form = await visitor.Get(edit.Split('#')[0]);
        Assert.NotNull(form.Document.QuerySelector("#Input_Papers_1__Name"));
        Assert.Contains("Đang sửa sai sót: Giấy tờ không có số lượng", form.Words);
        page = await (await form.Send(("Input.Papers[1].Copies", "4"), ("Input.Reason", "Theo QĐ"), ("do", "preview"))).Send(("do", "save"));
        Assert.Contains("Đã xem hết. Còn 1 sai sót để sau", page.Words);

        var undo = page.Document.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Last();
        page = await page.Send(undo);
        Assert.Equal("Mức thu mất phần nghìn", page.WordsOf("#h-ss"));
        Assert.Contains("Còn 2 sai sót", page.Words);
        Assert.Equal([null, "mended", null], (await Sheet(office)).Defects.OrderBy(d => d.Kind == "no-quantity" ? 1 : d.Id > 1 ? 2 : 0).Select(d =>
            d.Settlement));
    }

    [Fact]
    public async Task A_field_is_locked_and_opened_a_procedure_withdrawn_and_processes_given()
    {
        await using var office = await Office.Open();
        await using (var db = office.House.Db())
        {
            var version = (await Sheet(office)).Shown;
            db.Add(ProcedureRows.Of(version with { Code = "1.999001", Version = 1, Process = "", Limits = [version.Limits[0] with { Limit = new(9,
                Domain.Time.LimitUnit.WorkingDay) }] }, VersionOrigin.Import));
            await ReferenceStamp.Raise(db, default);
            await db.SaveChangesAsync();
        }
        var visitor = await office.Of("vu.lq");
        var sheet = await visitor.Get("/danh-muc/thu-tuc/1.999001");
        var locks = await sheet.Send(Form(sheet, "Lock"), ("field", "Name"), ("reason", "Đã rà soát"));
        Assert.Contains("Đã khóa “tên thủ tục”", locks.Words);
        Assert.Contains("Đã mở khóa “tên thủ tục”", (await locks.Send(Form(locks, "Unlock"), ("reason", "Theo nguồn"))).Words);

        var list = await visitor.Get("/danh-muc/thu-tuc?tiep-nhan=receive.no-process");
        var offer = await list.Send(("chon", "1.999001"), ("do", "offer"));
        Assert.Equal("commune-usual-7d", offer.Typed("dong[0].Process"));
        Assert.Contains("Hãy ghi lý do", (await offer.Send(("do", "give"))).WordsOf(".errors"));
        var given = await offer.Send(("ly-do", "QĐ 7"), ("do", "give"));
        Assert.Contains("Đã gắn quy trình cho 1 thủ tục.", given.Words);
        Assert.Equal("commune-usual-7d", (await Sheet(office, "1.999001")).Shown.Process);

        var end = await visitor.Get("/danh-muc/thu-tuc/1.999001/bai-bo");
        Assert.Contains("Hãy nhập ngày bãi bỏ", (await end.Send(("Input.Basis", "QĐ 8"))).WordsOf(".errors"));
        Assert.Contains("bị bãi bỏ từ ngày 01/12/2026", (await end.Send(("Input.From", "01/12/2026"), ("Input.Basis", "QĐ 8"))).Words);
        Assert.Equal(new DateOnly(2026, 11, 30), (await Sheet(office, "1.999001")).Versions[^1].To);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(Sheet sheet, string handler) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)sheet.Document.QuerySelectorAll("main form").First(f =>
            f.GetAttribute("action")!.EndsWith("handler=" + handler, StringComparison.Ordinal));

    private static async Task<ProcedureSheet> Sheet(Office office, string code = "1.001193")
    {
        await using var db = office.House.Db();
        var rights = new CatalogueRights(db, new App.Agencies.Duties(db, office.House.Clock));
        var editing = new EditProcedure(db, rights, office.House.Clock);
        return (await new ProcedureSheets(db, editing, new SettleDefects(db, rights, office.House.Clock), office.House.Clock).Find(code))!;
    }

    private static async Task Defect(Office office, string kind = "fee-lost-thousands", string field = "methods[0].fees[0]", string text = "20 VND")
    {
        await using var db = office.House.Db();
        db.Add(new ProcedureDefectRow { Code = "1.001193", Kind = kind, Field = field, Text = text, Digest = kind, Found = office.House.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }
}
