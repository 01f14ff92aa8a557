using System.Net;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>Who sees a dossier, and how much of it.</summary>
public sealed class SightTests
{
    private const string Number = "066190004812";

    [Theory]
    [Requirement("R-REPO-03")]
    [InlineData("blim.h")]
    [InlineData("khanh.pq")]
    [InlineData("vu.lq")]
    [InlineData("suong.nt")]
    public async Task Officers_without_a_part_in_it_learn_nothing(string userName)
    {
        await using var office = await Office.Open();
        var (_, code, step) = await office.At(StepKind.Return);
        var (insider, outsider) = (await office.Of("le.tm"), await office.Of(userName));
        var file = (await insider.Get($"/ho-so/{code}")).Document.QuerySelector("a[href*='/tep/']")!.GetAttribute("href")!;
        var unknown = await outsider.Get("/ho-so/H15.12.01-261117-9999");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        foreach (var path in new[]
        {
            $"/ho-so/{code}", $"/ho-so/{code}/thoi-han", file, $"/ho-so/{code}/viec/hand-over-result?buoc={step.Token.Value}",
            $"/ho-so/{code}/viec/request-withdrawal", $"/ho-so/{code}/viec/approve?buoc={step.Token.Value}",
        })
        {
            var page = await outsider.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Equal(WithoutNumber(unknown), WithoutNumber(page));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await insider.Raw($"/ho-so/{code}/tep/99999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await insider.Raw($"/ho-so/{code}/viec/no-such-act")).StatusCode);

        // The number of the error differs by request.
        static string WithoutNumber(Sheet page) => System.Text.RegularExpressions.Regex.Replace(page.Words, @"MC-\w+", "");
    }

    [Fact]
    [Requirement("R-REPO-03")]
    public async Task Whoever_works_on_a_dossier_sees_the_whole_number_and_the_list_shows_none()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received();
        var counter = await office.Of("hanh.tn");
        Assert.Contains(Number, (await counter.Get($"/ho-so/{code}")).Words);
        Assert.DoesNotContain(Number, (await counter.Get("/viec?loc=nhan")).Document.Source.Text);
    }

    [Fact]
    public async Task Control_and_audit_see_the_dossier_but_no_whole_number_and_nothing_to_do()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received();
        foreach (var userName in new[] { "thinh.nd", "quy.ct" })
        {
            var page = await (await office.Of(userName)).Get($"/ho-so/{code}");
            Assert.EndsWith("/ly-do-xem", page.Path.Split('?')[0]);
            page = await page.Send(("Reason", "tien-do"), ("Words", "Kế hoạch 12/KH-UBND"));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("•••••••••812", page.Words);
            Assert.Null(page.Document.QuerySelector(".facts-col form"));
            Assert.DoesNotContain("0901234218", page.Words);
            Assert.Empty(page.Acts);
        }
    }

    [Fact]
    public async Task An_act_beyond_the_officers_duties_is_forbidden_and_says_which_duty_it_needs()
    {
        await using var office = await Office.Open();
        var (_, code, step) = await office.At(StepKind.Approve);
        var page = await (await office.Of("ngoc.ltb")).Get($"/ho-so/{code}/viec/send-back?buoc={step.Token.Value}");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Việc này cần nhiệm vụ “phê duyệt, ký”", page.Words);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    [Requirement("R-X-03")]
    public async Task The_page_says_the_national_status_the_three_clocks_and_what_was_not_sent()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received("1.115320");
        var page = await (await office.Of("hanh.tn")).Get($"/ho-so/{code}");
        Assert.Contains("Cổng Dịch vụ công quốc gia: 2 – Được tiếp nhận", page.Words);
        Assert.Equal(["Hạn theo luật", "Hạn của bước: Chuyển hồ sơ đến bộ phận xử lý", "Ngày hẹn trả kết quả"],
            page.Document.QuerySelectorAll("dl.strip dt").Select(t => t.TextContent.Trim()));
        Assert.Contains("chưa gửi thật", page.WordsOf("[aria-labelledby=tin-bao]"));
        // Four states that are never mixed: one may stand still while another moves.
        Assert.Equal(["Nghiệp vụ", "Tài chính", "Trả kết quả", "Đồng bộ"],
            page.Document.QuerySelectorAll("[aria-labelledby=trang-thai] dt").Select(t => t.TextContent.Trim()));
        Assert.Equal(6, page.Document.QuerySelectorAll(".route .step").Length);
        Assert.Single(page.Document.QuerySelectorAll(".route .step.now"));
        Assert.Single(page.Document.QuerySelectorAll("[data-key=F9]"));
        Assert.Contains("0001", page.Document.QuerySelector(".page-head .code b")?.TextContent);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".why-not li"));
    }
}
