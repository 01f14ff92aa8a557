using System.Net;
using AngleSharp.Html.Dom;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Consulting;

/// <summary>Steps change hands, questions go between units and many dossiers are worked on at once, by pages without scripts.</summary>
public sealed class PeoplePagesTests
{
    [Fact]
    [Requirement("R-WF-09")]
    public async Task A_question_is_asked_on_the_dossier_and_answered_on_a_page_of_its_own()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Handle);
        var officer = await office.Of("ngoc.ltb");
        var page = await (await officer.Get($"/ho-so/{code}")).Act("Gửi lấy ý kiến");
        page = await page.Send();
        Assert.Contains("Hãy chọn cơ quan, đơn vị cần lấy ý kiến", page.Words);
        var unit = (await office.Life.UnitId("H15.12.04")).Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        page = await page.Send(("Input.Unit", unit), ("Input.Days", "2"), ("Input.Question", "Thửa đất có tranh chấp không?"));
        Assert.Equal($"/ho-so/{code}", page.Path);
        Assert.Contains("chưa có ý kiến", page.Words);
        Assert.Contains("im lặng không phải là đồng ý", page.Words);
        Assert.DoesNotContain(page.Acts, a => a.StartsWith("Trình kết quả", StringComparison.Ordinal));

        var asked = await office.Of("ngan.bt");
        var list = await asked.Get("/y-kien");
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Get($"/ho-so/{code}")).Status);
        page = await asked.Get(list.Document.QuerySelector("#tra-loi")!.Closest("section")!.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Contains("Thửa đất có tranh chấp không?", page.Words);
        page = await page.Send(("Input.Text", ""));
        Assert.Contains("Hãy chọn đồng ý, không đồng ý hay ý kiến khác", page.Words);
        page = await page.Send(("Input.Stance", "Disagrees"), ("Input.Text", "Đang tranh chấp ranh giới."));
        Assert.Equal("/y-kien", page.Path);
        page = await officer.Get($"/ho-so/{code}");
        Assert.Contains("không đồng ý", page.Words);
        Assert.Contains("Đang tranh chấp ranh giới.", page.Words);
        Assert.Contains(page.Acts, a => a.StartsWith("Trình kết quả", StringComparison.Ordinal));
        Assert.Equal(Stance.Disagrees, (await office.Life.Now(id)).Consultations[0].Answer);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.Of("hanh.tn")).Get($"/y-kien/{code}/1")).Status);
    }

    [Fact]
    public async Task A_step_is_claimed_delegated_handed_back_and_recalled()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received();
        var hanh = await office.Of("hanh.tn");
        var page = await (await hanh.Get($"/ho-so/{code}")).Act("Chuyển hồ sơ");
        page = await (await hanh.Get($"/ho-so/{code}")).Act("Thu hồi việc vừa chuyển");
        Assert.Contains("Đã thu hồi việc vừa chuyển", page.Words);
        Assert.Equal(DossierStatus.Received, (await office.Life.Now(id)).Case.Status);
        await page.Act("Chuyển hồ sơ");
        var ngoc = await office.Of("ngoc.ltb");
        page = await (await ngoc.Get($"/ho-so/{code}")).Act("Nhận việc");
        Assert.DoesNotContain("Thu hồi", string.Join('|', (await hanh.Get($"/ho-so/{code}")).Acts));
        page = await page.Act("Ủy quyền bước");
        var moan = await office.House.Officer("moan.yb");
        page = await page.Send(("Input.Officer", $"{moan.Value}"), ("Input.Note", "Xem trang 2."));
        Assert.Contains("Đã ủy quyền bước", page.Words);
        var other = await office.Of("moan.yb");
        page = await (await other.Get($"/ho-so/{code}")).Act("Trả lại việc");
        page = await page.Send(("Input.Reason", ""));
        Assert.Contains("Hãy ghi lý do trả lại việc", page.Words);
        page = await page.Send(("Input.Reason", "Nghỉ ốm."));
        Assert.Contains("Chưa ai nhận bước này", page.Words);
    }

    [Fact]
    public async Task Many_steps_are_looked_at_first_then_taken_then_given_back()
    {
        await using var office = await Office.Open();
        var (one, _, _) = await office.At(StepKind.Handle);
        var (two, _, _) = await office.At(StepKind.Handle);
        var officer = await office.Of("ngoc.ltb");
        var list = await officer.Get("/viec");
        var form = (IHtmlFormElement)list.Document.QuerySelector("form[action='/viec/nhieu']")!;
        foreach (var box in form.QuerySelectorAll("input[name=chon]"))
            ((IHtmlInputElement)box).IsChecked = true;
        var page = await list.Send(form, ("viec", "nhan-viec"));
        Assert.Contains("Xem trước: 2 hồ sơ sẽ được ghi", page.Words);
        Assert.Null((await office.Life.Step(one, StepKind.Handle)).Officer);
        page = await Confirm(page, "nhan-viec");
        Assert.Contains("Đã ghi 2 hồ sơ", page.Words);
        var ngoc = await office.House.Officer("ngoc.ltb");
        Assert.Equal(ngoc, (await office.Life.Step(two, StepKind.Handle)).Officer);
        page = await Confirm(page, "hoan-tac-nhan");
        Assert.Contains("Đã ghi 2 hồ sơ", page.Words);
        Assert.Null((await office.Life.Step(two, StepKind.Handle)).Officer);
        Assert.Contains("Chưa chọn hồ sơ nào", (await list.Send(
            (IHtmlFormElement)(await officer.Get("/viec")).Document.QuerySelector("form[action='/viec/nhieu']")!, ("viec", "nhan-viec"))).Words);
    }

    [Fact]
    public async Task Papers_of_many_dossiers_are_one_file_in_the_order_of_the_list_and_each_reading_is_written_down()
    {
        await using var office = await Office.Open();
        var codes = new List<string>();
        for (var i = 0; i < 3; i++)
            codes.Add((await office.At(StepKind.Handle)).Code);
        var officer = await office.Of("ngoc.ltb");
        var form = (IHtmlFormElement)(await officer.Get("/viec")).Document.QuerySelector("form[action='/viec/nhieu']")!;
        foreach (var box in form.QuerySelectorAll("input[name=chon]"))
            ((IHtmlInputElement)box).IsChecked = true;
        form.SetAttribute("action", "/viec/nhieu/in");
        var page = await (await officer.Get("/viec")).Send(form, ("loai", "supplement"));
        Assert.Contains($"0 hồ sơ có giấy này, {form.QuerySelectorAll("input[name=chon]").Length} hồ sơ không có", page.Words);
        Assert.Contains("chưa có yêu cầu bổ sung", page.Words);
        page = await page.Send(("loai", "control-slip"));
        Assert.Contains("Sẽ in", page.Words);

        await using var db = office.House.Db();
        var before = db.Set<App.Access.ReadingRow>().Count();
        var main = (IHtmlFormElement)page.Document.QuerySelector("form.act-form")!;
        var shown = main.QuerySelectorAll("m-code, th a").Select(a => a.TextContent.Trim()).ToList();
        var answer = await officer.Post("/viec/nhieu/in?handler=Pdf", new FormUrlEncodedContent(main.Elements.OfType<IHtmlElement>()
            .Select(e => e switch
            {
                IHtmlInputElement i => (i.Name, i.Value), IHtmlSelectElement s => (s.Name, s.Value), _ => (null, null),
            })
            .Where(f => !string.IsNullOrEmpty(f.Item1)).Select(f => KeyValuePair.Create(f.Item1!, f.Item2 ?? ""))));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var printed = pdf.GetPages().Select(p => shown.FirstOrDefault(c => p.Text.Contains(c, StringComparison.Ordinal))).OfType<string>().Distinct();
        Assert.Equal(shown, printed);
        Assert.Equal(before + shown.Count, db.Set<App.Access.ReadingRow>().Count());
        Assert.Equal(codes.Order(), shown.Order());
    }

    [Fact]
    public async Task The_control_officer_sees_what_is_stuck_with_what_mends_it()
    {
        await using var office = await Office.Open();
        await office.At(StepKind.Handle);
        var control = await office.Of("thinh.nd");
        var page = await control.Get("/kiem-soat/ho-so-ket");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Không có hồ sơ nào bị kẹt", page.Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("hanh.tn")).Get("/kiem-soat/ho-so-ket")).Status);
    }

    private static Task<Sheet> Confirm(Sheet page, string kind)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("form.act-form")!;
        form.SetAttribute("action", "/viec/nhieu?handler=Do");
        return page.Send(form, ("viec", kind));
    }
}
