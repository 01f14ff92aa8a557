using System.Net;
using AngleSharp.Html.Dom;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Documents;

/// <summary>The repository of a dossier's owner, its documents and what is done to them, in a browser without scripts.</summary>
public sealed class DocumentPagesTests
{
    private const string Basis = "QĐ 15/QĐ-UBND ngày 16/11/2026 của UBND phường Buôn Ma Thuột";

    [Fact]
    [Requirement("R-REPO-01"), Requirement("R-REPO-02")]
    public async Task Whoever_handles_a_dossier_finds_the_owners_documents_with_source_validity_and_file()
    {
        await using var office = await Office.Open();
        var held = await Held.Keep(office, until: new DateOnly(2026, 11, 16));
        await Held.Keep(office, "Giấy xác nhận tình trạng hôn nhân", code: "26000002");
        var (_, code) = await Held.Dossier(office);
        var hanh = await office.Of("hanh.tn");
        var dossier = await hanh.Get($"/ho-so/{code}");
        Assert.NotNull(dossier.Document.QuerySelector($"a[href='/ho-so/{code}/kho']"));
        var list = await hanh.Get($"/ho-so/{code}/kho");
        Assert.Contains("Giấy xác nhận tình trạng hôn nhân", list.Words);
        Assert.Contains("đã hết thời hạn hiệu lực", list.Words);
        list = await hanh.Get($"/ho-so/{code}/kho?q=xac+nhan+tinh+trang");
        Assert.DoesNotContain("Giấy chứng nhận kết hôn", list.WordsOf("tbody"));
        list = await hanh.Get($"/ho-so/{code}/kho?con-hieu-luc=true");
        Assert.DoesNotContain("Giấy chứng nhận kết hôn", list.WordsOf("tbody"));
        var page = await hanh.Get($"/ho-so/{code}/kho/{held.Id}");
        foreach (var words in new[] { held.Code, "12/GCNKH", "20/05/2015", "UBND phường Buôn Ma Thuột", "số hóa kết quả còn hiệu lực", "vĩnh viễn", "chưa xác minh" })
            Assert.Contains(words, page.Words);
        var file = await hanh.Raw($"/ho-so/{code}/kho/{held.Id}/tep");
        Assert.Equal(SampleFiles.Pdf(), await file.Content.ReadAsByteArrayAsync());
        Assert.True(file.Headers.CacheControl!.NoStore);
    }

    [Fact]
    [Requirement("R-REPO-03")]
    public async Task Nobody_else_gets_in_and_a_document_of_somebody_else_is_not_there()
    {
        await using var office = await Office.Open();
        var (mine, others) = (await Held.Keep(office), await Held.Keep(office, number: "066190004813"));
        var (_, code) = await Held.Dossier(office);
        var hanh = await office.Of("hanh.tn");
        foreach (var path in new[] { $"/ho-so/{code}/kho/{others.Id}", $"/ho-so/{code}/kho/{others.Id}/tep", $"/ho-so/{code}/kho/{Guid.NewGuid()}" })
            Assert.Equal(HttpStatusCode.NotFound, (await hanh.Raw(path)).StatusCode);
        var outsider = await office.Of("blim.h");
        foreach (var path in new[] { $"/ho-so/{code}/kho", $"/ho-so/{code}/kho/{mine.Id}", $"/ho-so/{code}/kho/{mine.Id}/tep" })
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.Raw(path)).StatusCode);
    }

    [Fact]
    [Requirement("R-REPO-03")]
    public async Task Whoever_only_oversees_the_dossier_does_not_see_the_repository()
    {
        await using var office = await Office.Open();
        await Held.Keep(office);
        var (_, code) = await Held.Dossier(office);
        var control = await office.Of("thinh.nd");
        var why = await control.Get($"/ho-so/{code}/kho");
        Assert.EndsWith("/ly-do-xem?ve=%2Fho-so%2F" + code + "%2Fkho", why.Path);
        var reason = why.Document.QuerySelector("input[name=Reason]")?.GetAttribute("value") ?? why.Document.QuerySelector("select[name=Reason] option[value]:not([value=''])")!.GetAttribute("value")!;
        var page = await why.Send(("Reason", reason));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain("kết hôn", page.Words);
    }

    [Fact]
    [Requirement("R-RET-11")]
    public async Task The_signer_annuls_with_a_ground_and_the_page_keeps_the_document_with_the_mark()
    {
        await using var office = await Office.Open();
        var held = await Held.Keep(office);
        var (id, code) = await Held.Dossier(office);
        var signer = await Signer(office, id);
        var page = await signer.Get($"/ho-so/{code}/kho/{held.Id}");
        page = await page.Send(Form(page, "Annul"), ("Basis", ""));
        Assert.Contains("Chưa ghi căn cứ", page.Words);
        page = await page.Send(Form(page, "Annul"), ("Basis", Basis));
        Assert.Contains("Đã bị hủy bỏ, thu hồi từ", page.Words);
        Assert.Contains(Basis, page.Words);
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Annul']"));
        Assert.Equal(HttpStatusCode.OK, (await signer.Raw($"/ho-so/{code}/kho/{held.Id}/tep")).StatusCode);
    }

    [Fact]
    [Requirement("R-RET-10")]
    public async Task A_replacement_is_chosen_among_the_owners_documents_and_data_is_corrected_on_the_page()
    {
        await using var office = await Office.Open();
        var (old, next) = (await Held.Keep(office), await Held.Keep(office, "Giấy chứng nhận kết hôn (cấp lại)", code: "26000002"));
        var (id, code) = await Held.Dossier(office);
        var signer = await Signer(office, id);
        var page = await signer.Get($"/ho-so/{code}/kho/{old.Id}");
        page = await page.Send(Form(page, "Replace"), ("Basis", Basis), ("ReplacedBy", next.Id.ToString()));
        Assert.Contains("Đã có bản thay thế: Giấy chứng nhận kết hôn (cấp lại)", page.Words);
        page = await signer.Get($"/ho-so/{code}/kho/{next.Id}");
        Assert.Contains("Thay thế cho Giấy chứng nhận kết hôn", page.Words);
        page = await page.Send(Form(page, "Correct"), ("Basis", "Đối chiếu bản chính"), ("Issued", "99/99/2020"));
        Assert.Equal("99/99/2020", ((IHtmlInputElement)page.Document.QuerySelector("[name=Issued]")!).Value);
        page = await page.Send(Form(page, "Correct"), ("Basis", "Đối chiếu bản chính"), ("Issued", "21/05/2015"));
        Assert.Contains("21/05/2015", page.WordsOf(".facts"));
        Assert.Contains("sửa thông tin mô tả giấy tờ (ngày cấp)", page.Words);
    }

    [Fact]
    public async Task The_counter_may_not_annul()
    {
        await using var office = await Office.Open();
        var held = await Held.Keep(office);
        var (_, code) = await Held.Dossier(office);
        var page = await (await office.Of("hanh.tn")).Get($"/ho-so/{code}/kho/{held.Id}");
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Annul']"));
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Replace']"));
    }

    [Fact]
    [Requirement("R-REPO-08")]
    public async Task The_clerk_hands_an_ended_dossier_to_the_archive_and_gets_its_package()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received();
        await office.Life.Ended(id);
        var clerk = await office.Of("le.tm");
        var page = await clerk.Get("/luu-tru");
        Assert.Contains(code, page.Words);
        Assert.Contains("17/11/2027", page.Words);
        page = await page.Send(page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Single());
        Assert.Contains($"Đã lập gói và nộp lưu hồ sơ {code}.", page.Words);
        var package = await clerk.Raw($"/luu-tru/{code}");
        Assert.Equal("application/zip", package.Content.Headers.ContentType!.MediaType);
        Assert.Contains(code, (await clerk.Get("/luu-tru?da-nop=true")).Words);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Get($"/ho-so/{code}")).Status);
        Assert.Contains("Đã nộp lưu hồ sơ điện tử", (await clerk.Get($"/ho-so/{code}")).Words);
    }

    private static IHtmlFormElement Form(Sheet page, string handler) =>
        (IHtmlFormElement)page.Document.QuerySelector($"form[action*='handler={handler}']")!;

    private static async Task<Visitor> Signer(Office office, Domain.Dossiers.DossierId id)
    {
        var signer = await office.House.OfficerWith(Duty.Sign, (await office.Life.Now(id)).Case.Competent);
        await using var db = office.House.Db();
        return await office.Of(db.Set<App.Agencies.OfficerRow>().Single(o => o.Id == signer.Value).UserName!);
    }
}
