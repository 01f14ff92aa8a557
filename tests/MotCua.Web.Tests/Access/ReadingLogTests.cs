using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Access;

/// <summary>Who looked: every way of reading a dossier leaves a line, and the auditor finds it.</summary>
public sealed class ReadingLogTests
{
    [Fact]
    [Requirement("R-SEC-09")]
    public async Task Opening_a_dossier_its_due_date_a_file_a_print_and_an_act_writes_who_by_which_duty_which_and_why()
    {
        await using var office = await Office.Open();
        var (id, code, step) = await office.At(Domain.Processes.StepKind.Return);
        var visitor = await office.Of("hanh.tn");
        var page = await visitor.Get($"/ho-so/{code}");
        var file = page.Document.QuerySelector("a[href*='/tep/']")!.GetAttribute("href")!;
        foreach (var path in new[] { $"/ho-so/{code}/thoi-han", file, $"/ho-so/{code}/in/receipt",
            $"/ho-so/{code}/viec/hand-over-result?buoc={step.Token.Value}" })
            Assert.Equal(HttpStatusCode.OK, (await visitor.Raw(path)).StatusCode);
        await visitor.Get("/viec");

        var rows = await Rows(office);

        var officer = (await office.House.Officer("hanh.tn")).Value;
        Assert.Equal(5, rows.Count);
        Assert.All(rows, r => Assert.Equal((officer, id.Value), (r.OfficerId, r.DossierId!.Value)));
        Assert.All(rows, r => Assert.NotNull(r.Duty));
        Assert.All(rows, r => Assert.StartsWith("thực hiện nhiệm vụ", r.Purpose));
        Assert.Equal([ReadingKind.Dossier, ReadingKind.Dossier, ReadingKind.File, ReadingKind.Paper, ReadingKind.Dossier], rows.Select(r => r.Kind));
        Assert.Equal(["", "due", $"file:{file.Split('/')[^1]}", "receipt", "act:hand-over-result"], rows.Select(r => r.Part));
    }

    [Fact]
    [Requirement("R-SEC-07")]
    public async Task Whoever_oversees_says_why_before_he_sees_anything_and_the_reason_holds_for_the_day()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received();
        var control = await office.Of("thinh.nd");
        var asked = await control.Get($"/ho-so/{code}");
        Assert.DoesNotContain("Nguyễn Thị Ngọc Ưởng", asked.Words);
        Assert.Contains("Chưa chọn lý do", (await asked.Send()).Words);
        Assert.Contains("Nguyễn Thị Ngọc Ưởng", (await asked.Send(("Reason", "phan-anh"))).Words);
        Assert.Contains("Nguyễn Thị Ngọc Ưởng", (await control.Get($"/ho-so/{code}")).Words);

        var rows = await Rows(office);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Equal("Xử lý phản ánh, kiến nghị về hồ sơ.", r.Purpose));

        office.House.Clock.Advance(TimeSpan.FromDays(1));
        control = await office.Of("thinh.nd");
        Assert.EndsWith("/ly-do-xem", (await control.Get($"/ho-so/{code}")).Path.Split('?')[0]);
    }

    [Fact]
    public async Task An_outsider_leaves_no_line_because_he_reads_nothing()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received();
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.Of("blim.h")).Get($"/ho-so/{code}")).Status);
        Assert.Empty(await Rows(office));
    }

    [Fact]
    [Requirement("R-SEC-09")]
    public async Task The_auditor_searches_by_officer_dossier_day_and_kind_and_nobody_else_may()
    {
        await using var office = await Office.Open();
        var (_, first) = await office.Received();
        var (_, second) = await office.Received();
        var counter = await office.Of("hanh.tn");
        await counter.Get($"/ho-so/{first}");
        await counter.Get($"/ho-so/{second}");
        await counter.Raw($"/ho-so/{second}/in/receipt");
        var audit = await office.Of("quy.ct");

        Assert.Equal(3, await Lines(""));
        Assert.Equal(1, await Lines($"?ho-so={first}"));
        Assert.Equal(2, await Lines($"?ho-so={second}&can-bo=hanh.tn"));
        Assert.Equal(1, await Lines("?loai=Paper"));
        Assert.Equal(0, await Lines("?tu=18/11/2026"));
        Assert.Equal(3, await Lines("?tu=17112026&den=17/11/2026"));
        Assert.Contains("Không có cán bộ", (await audit.Get("/nhat-ky/truy-cap?can-bo=khong.co")).Words);
        Assert.Contains("Ngày chưa đúng", (await audit.Get("/nhat-ky/truy-cap?tu=32/13/2026")).Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await counter.Get("/nhat-ky/truy-cap")).Status);

        async Task<int> Lines(string query) => (await audit.Get("/nhat-ky/truy-cap" + query)).Document.QuerySelectorAll("main tbody tr").Length;
    }

    [Fact]
    public async Task A_long_log_is_read_page_by_page_without_a_gap()
    {
        await using var office = await Office.Open();
        await using var db = office.House.Db();
        var log = new ReadingLog(db, office.House.Clock);
        var officer = await office.House.Officer("hanh.tn");
        for (var i = 0; i < ReadingLog.PageSize + 7; i++)
            await log.Write(new Reading(officer, new DutyGrant(officer, Duty.Receive, default, default, null, ""), ReadingKind.Export, null, $"n:{i}"));
        var audit = await office.Of("quy.ct");
        var page = await audit.Get("/nhat-ky/truy-cap");
        var next = await audit.Get(page.Document.QuerySelectorAll("main a.btn").Last().GetAttribute("href")!);
        Assert.Equal(ReadingLog.PageSize, page.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(7, next.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("(n:6)", next.Words);
        Assert.Contains("(n:0)", next.Words);
    }

    [Fact]
    [Requirement("R-SEC-09")]
    public async Task Knowing_an_applicant_by_his_number_is_a_look_up_and_is_logged_once_for_the_attempt()
    {
        await using var office = await Office.Open();
        var (before, _) = await office.Received();
        var attempt = await office.Life.Attempt(await office.House.Officer("hanh.tn"));
        var counter = await office.Of("hanh.tn");
        await counter.Get($"/tiep-nhan/{attempt}");
        await counter.Get($"/tiep-nhan/{attempt}");
        var row = Assert.Single(await Rows(office));
        Assert.Equal((ReadingKind.LookUp, before.Value, $"owner {attempt:N}"), (row.Kind, row.DossierId!.Value, row.Part));
    }

    private static async Task<List<ReadingRow>> Rows(Office office)
    {
        await using var db = office.House.Db();
        return await db.Set<ReadingRow>().AsNoTracking().OrderBy(r => r.Id).ToListAsync();
    }
}
