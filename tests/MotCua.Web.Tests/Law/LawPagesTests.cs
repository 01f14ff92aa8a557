using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Amending;
using MotCua.Domain.Words;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Law;

/// <summary>Rules, the calendar and what follows of a change, as the province's administrator walks through them without scripts.</summary>
public sealed class LawPagesTests
{
    private const string Day = "/danh-muc/lich/ngay?ngay=24/11/2026&pham-vi=nation";

    [Theory]
    [InlineData("/danh-muc/quy-dinh")]
    [InlineData("/danh-muc/quy-dinh/them?khoa=apology.before-days")]
    [InlineData("/danh-muc/giai-doan")]
    [InlineData("/danh-muc/lich")]
    [InlineData(Day)]
    [InlineData("/danh-muc/lich/tuan")]
    [InlineData("/danh-muc/lich/tuan/giao")]
    [InlineData("/danh-muc/lich/tuan/moi")]
    [InlineData("/danh-muc/tinh-lai")]
    public async Task Only_those_who_administer_come_in(string path)
    {
        await using var office = await Office.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("hanh.tn")).Raw(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await office.Of("vu.lq")).Raw(path)).StatusCode);
    }

    [Fact]
    [Requirement("R-X-04")]
    public async Task The_rules_in_force_are_seen_for_any_day()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        var now = await visitor.Get("/danh-muc/quy-dinh");
        Assert.Contains("giai đoạn R4", now.Words);
        Assert.Contains("ứng dụng VNeID", now.Words);
        Assert.Contains("Bộ biểu mẫu 2025", now.Words);
        var then = await visitor.Get("/danh-muc/quy-dinh?ngay=13/12/2021");
        Assert.Contains("giai đoạn R2", then.Words);
        Assert.Contains("Bộ biểu mẫu 2018", then.Words);
        Assert.Contains("cấp huyện", then.Words);
        Assert.DoesNotContain("VNeID", then.Words);
        Assert.Contains("chưa xác minh", now.Words);
    }

    [Fact]
    [Requirement("R-TIME-07")]
    public async Task A_holiday_is_looked_at_with_old_and_new_due_dates_then_saved_and_the_dossier_says_why()
    {
        await using var office = await Office.Open();
        var life = new Life(office.House);
        var id = await life.Received("1.013225");
        var (code, due) = ((await life.Now(id)).Case.Code.Value, (await life.Now(id)).Case.Due.Due);
        var visitor = await office.Of("vu.lq");
        var form = await visitor.Get(Day);
        Assert.Equal("Ngày Văn hóa Việt Nam 24/11", form.Typed("Input.Name"));
        var wrong = await form.Send(("Input.Kind", "Holiday"), ("Input.Basis", ""), ("Do", "look"));
        Assert.Contains("Hãy ghi căn cứ", wrong.WordsOf(".errors"));
        var seen = await wrong.Send(("Input.Basis", "Luật số 9/2026/QH16"), ("Input.Verified", "true"), ("Do", "look"));
        Assert.Contains(code, seen.WordsOf("#xem-truoc"));
        Assert.Contains(VietnameseFormat.LongDay(due), seen.WordsOf("#xem-truoc"));
        Assert.Contains(VietnameseFormat.LongDay(due.AddDays(1)), seen.WordsOf("#xem-truoc"));
        Assert.Empty(await Runs(office));
        var saved = await seen.Send(("Do", "save"));
        Assert.Contains("Đã lưu thay đổi", saved.Words);
        Assert.Contains("nghỉ lễ, tết: Ngày Văn hóa Việt Nam", saved.Words);
        Assert.Single(await Runs(office));
        await Finished(office);
        Assert.Contains("Luật số 9/2026/QH16", (await visitor.Get("/danh-muc/tinh-lai")).Words);
        var counter = await office.Of("hanh.tn");
        var dossier = await counter.Get($"/ho-so/{code}");
        Assert.Contains("Đã tính lại hạn giải quyết", dossier.Words);
        Assert.Contains("Căn cứ: Luật số 9/2026/QH16", dossier.Words);
    }

    [Fact]
    public async Task A_rule_is_looked_at_and_saved_with_what_was_typed_kept()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        var form = await visitor.Get("/danh-muc/quy-dinh/them?khoa=supplement.notice.working-days");
        var wrong = await form.Send(("Input.Value", "hai"), ("Input.From", "01/12/2026"), ("Input.Basis", "QĐ 1"), ("Do", "look"));
        Assert.Contains("Hãy viết một số nguyên", wrong.WordsOf(".errors"));
        Assert.Equal(("hai", "QĐ 1"), (wrong.Typed("Input.Value"), wrong.Typed("Input.Basis")));
        var seen = await wrong.Send(("Input.Value", "2"), ("Input.Scope", "province:H15"), ("Do", "look"));
        Assert.Contains("không làm đổi hạn", seen.WordsOf("#xem-truoc"));
        var saved = await seen.Send(("Do", "save"));
        Assert.Contains("2 ngày làm việc", saved.Words);
        Assert.Contains("mức chặt hơn thắng", saved.Words);
    }

    [Fact]
    [Requirement("R-TIME-19")]
    public async Task A_year_is_seen_with_a_letter_for_each_day_that_differs_and_its_estimates_marked()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        var year = await visitor.Get("/danh-muc/lich?nam=2027");
        Assert.Equal(12, year.Document.QuerySelectorAll(".month").Length);
        Assert.Equal(365, year.Document.QuerySelectorAll(".month td a").Length);
        Assert.Contains("dự kiến", year.Words);
        var cell = year.Document.QuerySelector(".month td a[title*='Tết Nguyên đán']")!;
        Assert.StartsWith("4L", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa có lịch nghỉ năm 2028", (await visitor.Get("/danh-muc/lich?nam=2028")).Words);
    }

    [Fact]
    [Requirement("R-TIME-03")]
    public async Task A_week_is_made_and_given_to_a_unit()
    {
        await using var office = await Office.Open();
        var visitor = await office.Of("vu.lq");
        var form = await visitor.Get("/danh-muc/lich/tuan/moi");
        (string, string)[] hours =
            [("week.0", "07:00"), ("week.1", "11:00"), ("week.2", "13:30"), ("week.3", "17:30"), ("friday.0", "7:00"), ("friday.1", "11:00")];
        var wrong = await form.Send([.. hours, ("Input.Name", "Tuần mùa hè"), ("Input.Basis", "QĐ 3"), ("saturday.0", "7 giờ"), ("Do", "save")]);
        Assert.Contains("hãy viết giờ như 07:30", wrong.WordsOf(".errors"));
        Assert.Equal("07:00", wrong.Typed("week.0"));
        var made = await wrong.Send(("saturday.0", ""), ("Do", "save"));
        Assert.Contains("Tuần mùa hè", made.Words);
        var give = await visitor.Get("/danh-muc/lich/tuan/giao");
        var looked = await give.Send(
            ("Input.Unit", "10"), ("Input.Week", "Tuần mùa hè"), ("Input.From", "01/12/2026"), ("Input.Basis", "QĐ 4"), ("Do", "look"));
        var given = await looked.Send(("Do", "save"));
        Assert.Contains("từ 01/12/2026", given.Words);
    }

    private static async Task<List<RecomputeRunRow>> Runs(Office office)
    {
        await using var db = office.House.Db();
        return await db.Set<RecomputeRunRow>().AsNoTracking().ToListAsync();
    }

    /// <summary>The host works it off by itself; here it is not waited for but helped.</summary>
    private static async Task Finished(Office office)
    {
        while ((await Runs(office)).Any(r => r.Finished is null))
        {
            await using var db = office.House.Db();
            await new Recompute(db, office.House.Desk(db), new OpenDossiers(db), office.House.Clock).Step();
        }
    }
}
