using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using MotCua.App.Reception;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Reception;

/// <summary>The counter's reception as an officer walks through it in a browser without scripts.</summary>
public sealed class ReceptionTests
{
    private static readonly (string, string)[] Person =
    [
        ("owner.kind", "Person"), ("owner.identity", "CitizenNumber"), ("owner.number", "066190004812"), ("owner.name", "Nguyễn Thị Ngọc Ưởng"),
        ("owner.birth", "14/03/1990"), ("owner.sex", "Female"), ("owner.address", "Tổ dân phố 5, phường Buôn Ma Thuột"), ("owner.phone", "0901234218"),
    ];

    private static readonly (string, string)[] BirthPapers = [("paper.1.passes", "yes"), ("paper.2.passes", "yes"), ("paper.6.passes", "yes")];

    [Fact]
    [Requirement("R-REC-07"), Requirement("R-REC-12")]
    public async Task A_complete_dossier_is_received_and_its_page_is_shown()
    {
        await using var office = await Office.Open();
        var page = await Begin(await office.Of("hanh.tn"));
        Assert.Contains("Nếu tiếp nhận lúc này, hẹn trả", page.Words);
        Assert.Contains("Thứ Ba 17/11/2026, 17:00", page.WordsOf(".due .sum"));
        page = await page.Send([("do", "receive"), .. Person, .. BirthPapers]);
        Assert.Equal("/ho-so/H15.12.01-261117-0001", page.Path);
        Assert.Contains("Đã tiếp nhận hồ sơ H15.12.01-261117-0001, hẹn trả Thứ Ba 17/11/2026, 17:00.", page.Words);
        Assert.Equal("/ho-so/H15.12.01-261117-0001/in/receipt", page.Document.QuerySelector(".result a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_next_one_begins_at_the_door_of_the_reception()
    {
        await using var office = await Office.Open();
        var page = await (await Begin(await office.Of("hanh.tn"))).Send([("do", "receive-next"), .. Person, .. BirthPapers]);
        Assert.Equal("/tiep-nhan", page.Path);
        Assert.Contains("Đã tiếp nhận hồ sơ H15.12.01-261117-0001", page.Words);
    }

    [Fact]
    public async Task Sending_the_same_form_twice_leads_to_the_same_dossier()
    {
        await using var office = await Office.Open();
        var form = await Begin(await office.Of("hanh.tn"));
        var first = await form.Send([("do", "receive"), .. Person, .. BirthPapers]);
        var second = await form.Send([("do", "receive"), .. Person, .. BirthPapers]);
        Assert.Equal(first.Path, second.Path);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.DoesNotContain("đã thành hồ sơ", second.Words);
    }

    [Fact]
    public async Task Wrong_input_is_told_in_one_place_and_at_its_field_and_all_that_was_typed_stays()
    {
        await using var office = await Office.Open();
        var form = await Begin(await office.Of("hanh.tn"));
        var page = await form.Send(
        [
            ("do", "receive"), .. Person, ("owner.number", "0661900048"), ("owner.birth", "31/02/1990"), ("owner.email", "không phải thư"),
            ("paper.1.passes", "yes"), ("paper.2.passes", "no"), ("paper.2.reason", "tay-xoa"), ("paper.2.note", "Ngày cấp bị sửa"), ("paper.1.count", "hai"),
            ("sets", "x"), ("notice", "email"), ("return.channel", "Post"), ("return.address", "Số 9 Hùng Vương"), ("supplement.items", "dòng một\ndòng hai"),
        ]);
        var lines = page.Document.QuerySelectorAll(".errors li a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(
            ["#owner_number", "#owner_birth", "#owner_email", "#paper_1_count", "#sets", "#paper_2_passes", "#paper_6_passes"], lines.Order(Order).ToList());
        Assert.All(lines, href => Assert.NotNull(page.Document.GetElementById(href[1..])));
        Assert.Contains("Số định danh cá nhân phải đủ 12 chữ số", page.WordsOf(".field:has(#owner_number) .err"));
        foreach (var (name, value) in new[]
        {
            ("owner.number", "0661900048"), ("owner.birth", "31/02/1990"), ("owner.email", "không phải thư"), ("owner.name", "Nguyễn Thị Ngọc Ưởng"),
            ("paper.1.count", "hai"), ("paper.2.passes", "no"), ("paper.2.reason", "tay-xoa"), ("paper.2.note", "Ngày cấp bị sửa"), ("sets", "x"),
            ("notice", "email"), ("return.channel", "Post"), ("return.address", "Số 9 Hùng Vương"), ("supplement.items", "dòng một\ndòng hai"),
        })
            Assert.Equal(value, page.Typed(name)?.ReplaceLineEndings("\n"));
    }

    [Fact]
    [Requirement("R-REC-05"), Requirement("R-REC-07")]
    public async Task Mẫu_02_once_and_again_only_with_a_written_reason_then_the_attempt_becomes_the_dossier()
    {
        await using var office = await Office.Open();
        var hanh = await office.Of("hanh.tn");
        (string, string)[] lacking = [("paper.2.passes", "no"), ("paper.2.reason", "thieu")];
        var form = await Begin(hanh);
        var page = await form.SendFiles([("paper.1.files", "tờ khai.pdf", SampleFiles.Pdf())],
            [("do", "complete"), .. Person, .. BirthPapers.Where(p => p.Item1 != "paper.2.passes"), .. lacking, ("supplement.items", "Bổ sung họ tên cha")]);
        Assert.Contains("Đã lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 01", page.Words);
        Assert.Contains("Giấy chứng sinh: Không có giấy tờ này. Bổ sung họ tên cha", page.WordsOf(".slips"));
        Assert.Equal("", page.Typed("supplement.items"));
        var print = page.Document.QuerySelector(".slips a")!.GetAttribute("href")!;
        Assert.Equal("application/pdf", (await hanh.Raw(print)).Content.Headers.ContentType!.MediaType);

        var again = await page.Send(("do", "complete"));
        Assert.Contains("quy định chỉ cho 1 lần", again.WordsOf(".errors"));
        Assert.True(((IHtmlDetailsElement)again.Document.GetElementById("bo-sung")!).IsOpen);
        again = await again.Send(("do", "complete"), ("supplement.second-time", "Mẫu tờ khai vừa được thay."));
        Assert.Contains("lý do yêu cầu lần nữa: Mẫu tờ khai vừa được thay.", again.WordsOf(".slips"));

        var linh = await office.Of("linh.hn");
        var list = await linh.Get("/tiep-nhan");
        var href = list.Document.QuerySelector("aside .picks a")!.GetAttribute("href")!;
        page = await (await linh.Get(href)).Send(("do", "receive"), ("paper.2.passes", "yes"));
        Assert.StartsWith("/ho-so/H15.12.01-261117-0001", page.Path);
        Assert.Contains("tờ khai.pdf", page.Words);
    }

    [Fact]
    [Requirement("R-REC-07"), Requirement("R-REC-24"), Requirement("R-REC-29")]
    public async Task Mẫu_03_has_a_ground_of_the_list_and_another_agencys_competence_is_none()
    {
        await using var office = await Office.Open();
        var form = await Begin(await office.Of("hanh.tn"));
        Assert.DoesNotContain("thẩm quyền", form.WordsOf("#tu-choi fieldset"));
        Assert.Contains("Thuộc thẩm quyền cơ quan khác thì không từ chối.", form.WordsOf("#tu-choi"));
        var page = await form.Send([("do", "refuse"), .. Person, ("refusal.ground", "khong-thuoc-tham-quyen"), ("refusal.reason", "Thuộc xã khác")]);
        Assert.Contains("chuyển đi trong ngày, không từ chối", page.WordsOf(".errors"));
        Assert.Equal("Thuộc xã khác", page.Typed("refusal.reason"));
        page = await page.Send(("do", "refuse"), ("refusal.ground", "khong-thuoc-doi-tuong"));
        Assert.Contains("Đã lập phiếu từ chối tiếp nhận giải quyết hồ sơ số 01", page.Words);
        Assert.Contains("Người nộp không thuộc đối tượng thực hiện thủ tục. Thuộc xã khác", page.WordsOf(".slips"));
        Assert.Contains("Đã từ chối tiếp nhận", page.Words);
        Assert.StartsWith("/tiep-nhan/", (await page.Send(("procedure", "1.001193"))).Path);
    }

    [Fact]
    [Requirement("R-REC-13")]
    public async Task An_immediate_result_is_recorded_without_a_receipt()
    {
        await using var office = await Office.Open();
        var form = await Begin(await office.Of("hanh.tn"), "2.000815");
        Assert.Contains("Người nộp yêu cầu giấy tiếp nhận", form.Words);
        var page = await form.Send([("do", "receive"), .. Person, ("paper.1.passes", "yes"), ("fee.0.count", "2"), ("fee.1.count", "0")]);
        Assert.Contains("Kết quả trả ngay nên không cấp giấy tiếp nhận.", page.Words);
        Assert.Contains("4.000", page.Words);
    }

    [Fact]
    public async Task Files_are_judged_by_content_and_the_good_one_is_kept_beside_the_bad_one()
    {
        await using var office = await Office.Open();
        var hanh = await office.Of("hanh.tn");
        var form = await Begin(hanh);
        var page = await form.SendFiles(
            [("paper.1.files", "đơn.pdf", SampleFiles.Png()), ("paper.1.files", "ảnh.jpg", [0x50, 0x4B, 3, 4]), ("paper.2.files", "trống.pdf", [])],
            [("do", "receive"), .. Person, .. BirthPapers]);
        Assert.Equal(
            ["Tệp “ảnh.jpg” có vẻ là tệp Word, Excel hoặc tệp nén, không phải PDF, JPG, PNG hoặc TIFF. Hãy lưu giấy tờ thành một loại đó rồi đính kèm lại.",
                "Tệp “trống.pdf” trống. Hãy quét hoặc chọn lại tệp rồi đính kèm lại."],
            page.Document.QuerySelectorAll(".errors li").Select(l => l.TextContent.Trim()));
        var link = (IHtmlAnchorElement)page.Document.QuerySelector("[data-attach='1'] .files a")!;
        Assert.Equal("đơn.png", link.TextContent);
        Assert.Contains("PDF, JPG, PNG, TIFF ≤ 20 MB; cả hồ sơ ≤ 100 MB", page.WordsOf("[data-attach='1']"));

        var file = await hanh.Raw(link.GetAttribute("href")!);
        Assert.Equal("image/png", file.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("inline; filename=", file.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Contains("filename*=UTF-8''%C4%91%C6%A1n.png", file.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal(SampleFiles.Png(), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.Of("blim.h")).Raw(link.GetAttribute("href")!)).StatusCode);

        var button = page.Document.QuerySelector("[data-attach='1'] .files button")!;
        page = await page.Send(("do", button.GetAttribute("value")!));
        Assert.Null(page.Document.QuerySelector("[data-attach='1'] .files a"));
    }

    [Fact]
    public async Task A_draft_is_kept_found_again_thrown_away_and_brought_back()
    {
        await using var office = await Office.Open();
        var hanh = await office.Of("hanh.tn");
        var page = await (await Begin(hanh)).Send([("do", "save"), .. Person, ("owner.address", " Thôn 5,  xã Ea Kar ")]);
        Assert.Contains("Đã lưu nháp lúc 09:10", page.Words);
        Assert.Equal(" Thôn 5,  xã Ea Kar ", page.Typed("owner.address"));
        office.House.Clock.Advance(TimeSpan.FromMinutes(45));
        var list = await hanh.Get("/tiep-nhan");
        Assert.Contains("Nguyễn Thị Ngọc Ưởng Thủ tục đăng ký khai sinh 45 phút trước, Trần Ngọc Hạnh", list.WordsOf("aside .picks"));
        var back = await (await hanh.Get(page.Path)).Send(("do", "discard"));
        Assert.Equal("/tiep-nhan", back.Path);
        Assert.Contains("Không có bản nháp nào", back.Words);
        page = await (await hanh.Get(page.Path)).Send(("do", "restore"));
        Assert.Equal("Nguyễn Thị Ngọc Ưởng", page.Typed("owner.name"));
    }

    [Fact]
    public async Task Two_officers_on_one_draft_are_told_of_each_other_and_nothing_typed_is_lost()
    {
        await using var office = await Office.Open();
        var hanh = await (await Begin(await office.Of("hanh.tn"))).Send([("do", "save"), .. Person]);
        var linh = await (await office.Of("linh.hn")).Get(hanh.Path);
        await linh.Send(("do", "save"), ("owner.name", "Y Moan Byă"));
        var crossed = await hanh.Send(("do", "receive"), ("owner.name", "H'Ngăm Niê Kđăm"));
        Assert.Equal(HttpStatusCode.Conflict, crossed.Status);
        Assert.Contains("H'Linh Niê đã sửa bản nháp này lúc 09:10", crossed.WordsOf(".errors"));
        Assert.Equal("H'Ngăm Niê Kđăm", crossed.Typed("owner.name"));
        Assert.Equal(HttpStatusCode.Conflict, (await crossed.Send(("do", "save"))).Status);
        var kept = await crossed.Send(("do", "overwrite"));
        Assert.Equal("H'Ngăm Niê Kđăm", kept.Typed("owner.name"));
    }

    [Fact]
    public async Task An_officer_of_another_unit_finds_no_attempt_and_one_without_the_duty_no_reception()
    {
        await using var office = await Office.Open();
        var page = await Begin(await office.Of("hanh.tn"));
        var other = await office.Of("blim.h");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(page.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(page.Path + "?handler=Aside")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("ngoc.ltb")).Get("/tiep-nhan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.Of("hanh.tn")).Get($"/tiep-nhan/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Typing_is_kept_by_itself_and_a_card_is_taken_apart()
    {
        await using var office = await Office.Open();
        var hanh = await office.Of("hanh.tn");
        var page = await Begin(hanh);
        var seen = int.Parse(page.Typed("seen")!, System.Globalization.CultureInfo.InvariantCulture);
        var answer = await hanh.Keep(page, ("owner.number", "066190004812||Lê Thị Kim Oanh|14031990|Nữ|Tổ dân phố 5|01052022"));
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("09:10:00", told.GetProperty("at").GetString());
        var set = told.GetProperty("set");
        Assert.Equal($"{seen + 1}", set.GetProperty("seen").GetString());
        string? Of(string name) => set.GetProperty(name).GetString();
        Assert.Equal(("Lê Thị Kim Oanh", "066190004812", "Female"), (Of("owner.name"), Of("owner.number"), Of("owner.sex")));
        Assert.Equal("Lê Thị Kim Oanh", (await hanh.Get(page.Path)).Typed("owner.name"));
        Assert.Contains("Còn", (await hanh.Get(page.Path + "?handler=Aside")).Words);

        await (await (await office.Of("linh.hn")).Get(page.Path)).Send(("do", "save"));
        Assert.Equal(HttpStatusCode.Conflict, (await hanh.Keep(page)).StatusCode);
    }

    [Fact]
    public async Task Outside_working_hours_it_is_possible_and_the_account_says_from_which_day_it_counts()
    {
        await using var office = await Office.Open();
        office.House.At(2026, 11, 21, 10, 0);
        var form = await Begin(await office.Of("hanh.tn"), "1.001612");
        Assert.Contains("Đang ngoài giờ làm việc. Vẫn tiếp nhận được; tính như tiếp nhận lúc Thứ Hai 23/11/2026, 07:30.", form.WordsOf(".due"));
        Assert.Contains("3 ngày làm việc, tính từ Thứ Ba 24/11/2026", form.WordsOf(".due"));
        var page = await form.Send([("do", "receive"), .. Person, ("paper.1.passes", "yes")]);
        Assert.Contains("Đã tiếp nhận hồ sơ H15.12.01-261121-0001, hẹn trả Thứ Năm 26/11/2026, 17:00.", page.Words);
    }

    [Fact]
    public async Task Another_case_shows_its_own_papers_and_known_data_are_taken_over_on_request()
    {
        await using var office = await Office.Open();
        await office.Received();
        var form = await Begin(await office.Of("hanh.tn"), "1.013225");
        Assert.Contains("Chọn trường hợp để biết ngày hẹn.", form.WordsOf(".due"));
        var page = await form.Send(("do", "refresh"), ("case", "Nhà ở riêng lẻ"), ("owner.number", "066190004812"));
        Assert.NotNull(page.Document.QuerySelector("[data-paper='7b']"));
        Assert.Contains("7 ngày làm việc", page.WordsOf(".due"));
        Assert.Contains("Chủ hồ sơ đã từng nộp tại đây", page.Words);
        page = await page.Send(("do", "reuse:owner"));
        Assert.Equal("Nguyễn Thị Ngọc Ưởng", page.Typed("owner.name"));
        Assert.Equal("0901234218", page.Typed("owner.phone"));
        page = await page.Send(("do", "all-pass"));
        Assert.Equal(("yes", "yes", ""), (page.Typed("paper.1.passes"), page.Typed("paper.7b.passes"), page.Typed("paper.8.passes")));
    }

    [Fact]
    public async Task A_form_sent_after_the_sign_in_ended_is_opened_again_saved_and_not_received()
    {
        await using var office = await Office.Open();
        var hanh = await office.Of("hanh.tn");
        var form = await Begin(hanh);
        office.House.Clock.Advance(TimeSpan.FromHours(3));
        var signIn = await form.SendFiles([("paper.1.files", "tờ khai.pdf", SampleFiles.Pdf())], [("do", "receive"), .. Person, .. BirthPapers]);
        Assert.StartsWith("/dang-nhap", signIn.Path);
        var page = await signIn.Send(("Input.UserName", "hanh.tn"), ("Input.Password", "test"));
        Assert.StartsWith(form.Path, page.Path);
        Assert.Equal("Nguyễn Thị Ngọc Ưởng", page.Typed("owner.name"));
        Assert.Contains("tờ khai.pdf", page.WordsOf("[data-attach='1']"));
        Assert.Contains("Đủ điều kiện tiếp nhận.", page.Words);
        Assert.StartsWith("/ho-so/", (await page.Send(("do", "receive"))).Path);
    }

    private static readonly Comparer<string> Order = Comparer<string>.Create((a, b) =>
    {
        string[] order = ["#owner_number", "#owner_birth", "#owner_email", "#paper_1_count", "#sets", "#paper_2_passes", "#paper_6_passes"];
        return Array.IndexOf(order, a).CompareTo(Array.IndexOf(order, b));
    });

    private static async Task<Sheet> Begin(Visitor visitor, string query = "1.001193")
    {
        var page = await (await visitor.Get("/tiep-nhan")).Send(("q", query));
        Assert.StartsWith("/tiep-nhan/", page.Path);
        return page;
    }
}
