using System.Net;
using System.Text;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Processes;

/// <summary>Drafts are made, checked, published and succeeded on pages without scripts.</summary>
public sealed class PublishPagesTests
{
    private const string Procedure = "1.000689";

    [Fact]
    [Requirement("R-WF-01")]
    public async Task A_process_from_the_template_is_checked_published_and_shown_on_the_dossier_that_follows_it()
    {
        await using var office = await Office.Open();
        var drawer = await office.Of("tho.hv");
        var form = await drawer.Get($"/quy-trinh/moi?thu-tuc={Procedure}");
        Assert.Equal(["1", "13", "4", "3", "3"], Hours(form));
        Assert.Contains("thời hạn 24 giờ (3 ngày)", form.Words);
        var preview = await form.Send(("do", "preview"), ("Input.Decision", "12/QĐ-UBND"));
        Assert.Contains("Mọi bước có người làm", preview.Words);
        Assert.NotNull(preview.Document.QuerySelector("svg.bpmn"));
        var draft = await preview.Send(("do", "save"));
        Assert.Contains("Bản thảo", draft.WordsOf(".page-head"));
        Assert.Null(draft.Document.QuerySelector("form[action$='handler=Publish']"));

        var checkedPage = await Press(await (await office.Of("thao.bn")).Get(draft.Path), "Check");
        Assert.Contains("Đã kiểm soát, chờ ban hành", checkedPage.WordsOf(".page-head"));
        var head = await office.Of("dat.nv");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("hanh.tn")).Raw(draft.Path)).StatusCode);
        var published = await Press(await head.Get(draft.Path), "Publish");
        Assert.Contains("Đang hiệu lực", published.WordsOf(".page-head"));
        Assert.Contains("Bế Nguyệt Thảo", published.WordsOf(".facts"));

        var (_, code, _) = await office.At(StepKind.Approve, Procedure);
        var dossier = await (await office.Of("hanh.tn")).Get($"/ho-so/{code}");
        var picture = dossier.Document.QuerySelector("svg.bpmn")!;
        Assert.Equal(2, picture.QuerySelectorAll("g.at-done").Length);
        Assert.Contains("đang ở đây, chưa ai nhận, từ", picture.QuerySelector("g.at-here > title")!.TextContent);
        Assert.Contains("“Phê duyệt, ký kết quả”", picture.QuerySelector("title")!.TextContent);
        Assert.Contains("Thời gian mỗi cơ quan đã giữ hồ sơ", dossier.Words);
        Assert.Contains(", từ ", dossier.WordsOf(".route .step.now"));
    }

    [Fact]
    public async Task Rows_are_added_moved_and_dropped_and_name_one_another_still()
    {
        await using var office = await Office.Open();
        var form = await (await office.Of("tho.hv")).Get($"/quy-trinh/moi?thu-tuc={Procedure}");
        form = await form.Send(("do", "add"));
        Assert.Equal(6, Hours(form).Count);
        form = await form.Send(("Input.Steps[5].Name", "Kiểm tra lại"), ("Input.Steps[5].Hours", "0,5"), ("Input.Steps[5].BackTo", "2"), ("do", "up-5"));
        form = await form.Send(("do", "up-4"));
        form = await form.Send(("do", "up-3"));
        Assert.Equal("Kiểm tra lại", form.Typed("Input.Steps[2].Name"));
        form = await form.Send(("do", "drop-0"));
        Assert.Equal(("Kiểm tra lại", "1", "0,5"), (form.Typed("Input.Steps[1].Name"), form.Typed("Input.Steps[1].BackTo"),
            form.Typed("Input.Steps[1].Hours")));
        var saved = await form.Send(("Input.Name", "Có chuyển lại"), ("do", "save"));
        Assert.Contains("Bản thảo", saved.WordsOf(".page-head"));
        Assert.Contains("Không đồng ý", saved.Document.QuerySelector("svg.bpmn")!.TextContent);
        var wrong = await form.Send(("Input.Steps[1].Hours", "hai"), ("Input.Steps[0].Name", ""), ("do", "save"));
        Assert.Contains("số giờ làm việc, như 4 hoặc 1,5", wrong.WordsOf(".errors"));
        Assert.Equal("hai", wrong.Typed("Input.Steps[1].Hours"));
    }

    [Fact]
    public async Task A_file_becomes_a_draft_comes_back_as_it_was_and_is_mended_in_the_table()
    {
        await using var office = await Office.Open();
        var drawer = await office.Of("tho.hv");
        const string Foreign = "<x:mine xmlns:x=\"urn:other\" note=\"giữ nguyên\"/>";
        var file = $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" name="Từ tệp">
            <extensionElements>{Foreign}</extensionElements><startEvent id="s"/><exclusiveGateway id="g" default="f2" name="Chọn"/>
            <task id="a" name="Xem hồ sơ"/><task id="b" name="Xem kỹ"/><endEvent id="e"/><sequenceFlow id="f0" sourceRef="s" targetRef="g"/>
            <sequenceFlow id="f1" sourceRef="g" targetRef="a"><conditionExpression>dossier.sets &gt; 1</conditionExpression></sequenceFlow>
            <sequenceFlow id="f2" sourceRef="g" targetRef="b"/><sequenceFlow id="f3" sourceRef="a" targetRef="e"/><sequenceFlow id="f4" sourceRef="b" targetRef="e"/>
            </process></definitions>
            """;
        var draft = await (await drawer.Get("/quy-trinh/tai-len")).SendFiles([("Drawing", "tu-tep.bpmn", Encoding.UTF8.GetBytes(file))]);
        Assert.Contains("Phải sửa trước khi ban hành", draft.Words);
        var back = await (await drawer.Raw(draft.Path + "?handler=File")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("urn:other", back);
        Assert.Contains("giữ nguyên", back);
        var table = await drawer.Get(draft.Path + "/sua");
        Assert.Equal(2, Hours(table).Count);
        Assert.Null(table.Document.QuerySelector("button[value=add]"));
        var saved = await table.Send(
            ("Input.Steps[0].Kind", "Handle"), ("Input.Steps[0].Where", "Department"), ("Input.Steps[0].Hours", "2,5"),
            ("Input.Steps[1].Kind", "Handle"), ("Input.Steps[1].Where", "Department"), ("do", "save"));
        Assert.Contains("2,5 giờ", saved.Words);
        Assert.Contains("không có bước trả kết quả", saved.Words);
        var refused = await (await drawer.Get("/quy-trinh/tai-len")).SendFiles([("Drawing", "x.bpmn", "<html/>"u8.ToArray())]);
        Assert.Contains("Tệp không phải BPMN 2.0", refused.Words);
        var drawn = await drawer.Raw(draft.Path + "/ve");
        Assert.Contains("style-src 'self'; ", string.Join("", drawn.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("style-src-attr 'unsafe-inline'", string.Join("", drawn.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("unsafe", string.Join("", (await drawer.Raw(draft.Path)).Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Running_dossiers_are_moved_from_the_page_of_the_new_version()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received("1.000689");
        var drawer = await office.Of("tho.hv");
        var next = await drawer.Get("/quy-trinh/commune-usual-3d/1");
        var draft = await next.Send((AngleSharp.Html.Dom.IHtmlFormElement)next.Document.QuerySelector("form[action$='handler=Next']")!);
        var edit = await drawer.Get(draft.Path + "/sua");
        await edit.Send(("Input.Decision", "13/QĐ-UBND"), ("Input.Procedures", Procedure), ("Input.Steps[0].Hours", "1"), ("do", "save"));
        var replayed = await drawer.Get($"{draft.Path}/chay-lai?thu-tuc={Procedure}");
        Assert.Contains("Đã chạy lại 1 hồ sơ", replayed.Words);
        Assert.Contains("Khối lượng mỗi đơn vị", replayed.Words);
        await Press(await (await office.Of("thao.bn")).Get(draft.Path), "Check");
        await Press(await (await office.Of("dat.nv")).Get(draft.Path), "Publish");
        var list = await drawer.Get("/quy-trinh/commune-usual-3d/2/chuyen");
        Assert.Contains(code, list.Words);
        var led = await drawer.Get($"/ho-so/{code}/viec/move-to-process");
        Assert.Equal("/quy-trinh/commune-usual-3d/2/chuyen", led.Path);
        var moved = await list.Send();
        Assert.Contains("Đã chuyển 1 hồ sơ", moved.Words);
        Assert.Contains("Không có hồ sơ đang chạy", moved.Words);
        Assert.Contains("Từ bản 1 sang bản 2", (await drawer.Get($"/ho-so/{code}")).Words);
    }

    private static Task<Sheet> Press(Sheet page, string handler) =>
        page.Send((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector($"form[action$='handler={handler}']")!);

    private static List<string?> Hours(Sheet page) =>
        [.. page.Document.QuerySelectorAll("input[name$='.Hours']").Select(e => e.GetAttribute("value"))];
}
