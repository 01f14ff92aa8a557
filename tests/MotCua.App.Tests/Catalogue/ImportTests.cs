using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Import;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

/// <summary>The import of procedures.</summary>
public sealed class ImportTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-16")]
    public async Task All_kinds_of_records_come_in_with_what_they_say(Engine engine)
    {
        await using var sources = await Sources.Open(engine);
        var old = """
            {"error_code":0,"result":[{"MATTHC":"1.900004","TENTTHC":"Thủ tục cũ","MACOQUANCONGBO":"G99","TRANGTHAI":"1",
             "CAPTHUCHIEN":[{"CAPTHUCHIEN":"3","TENCAP":"Cấp xã"}],
             "CACHTHUCTHUCHIEN":[{"KENH":"1","THOIGIAN":[
               {"THOIGIANGIAIQUYET":"10","DONVITINH":"Ngày làm việc",
               "PHILEPHI":[{"MAPHILEPHI":"LP","SOTIEN":"28000","DONVI":"VND","MOTA":""}]}]}],
             "THANHPHANHOSO":[{"TRUONGHOP":"Chung","GIAYTO":[{"MAGIAYTO":"TP01","TENGIAYTO":"Đơn","TENMAUDON":"Mau-09.doc",
               "URL":"https://vidu.gov.vn/mau09","SOBANCHINH":"1","SOBANSAO":"2","MA_KQ_THAYTHE":"KQ.G99.000009"}]}]}]}
            """;
        var imported = await sources.Import(
            sources.File(Sources.Line("1.900001", "Chỉ có tên"), Sources.Detail("1.900002")), sources.Document(Sources.Answer("1.900003")),
                sources.Document(old));

        Assert.Equal((4, 4, 0, 0), (imported.Read, imported.Created, imported.Updated, imported.Unchanged));
        Assert.Empty(imported.Rejected);
        Assert.Equal(new TimeLimits(3, 0, 0), imported.TimeLimits);
        var catalogue = Assert.Single(await sources.Versions("1.900001"));
        Assert.Equal(("Chỉ có tên", "Hộ tịch", "Bộ Thử nghiệm"), (catalogue.Name, catalogue.Sector, catalogue.Details!.Agency!.Name));
        Assert.NotNull(catalogue.Terms.NotHere);
        var detail = Assert.Single(await sources.Versions("1.900002"));
        Assert.Equal((new DateOnly(2026, 7, 18), Level.Commune, "KQ.G99.000001"), (detail.From, detail.Levels[0], detail.ResultCode));
        Assert.Equal(new TimeLimit(5, LimitUnit.WorkingDay), detail.LimitFor(Channel.Direct, null)!.Limit);
        Assert.Equal(8000, Assert.Single(detail.Tariffs).Amount.Amount);
        var answer = Assert.Single(await sources.Versions("1.900003"));
        Assert.Equal((OnlineLevel.Full, true, "000.00.00.G99-KQ1"), (answer.Online, answer.Papers[0].Required, answer.Papers[0].NationalCode));
        var lay = Assert.Single(await sources.Versions("1.900004"));
        Assert.Equal((1, 2, "KQ.G99.000009", "Mau-09.doc"), (lay.Papers[0].Originals, lay.Papers[0].Copies, lay.Papers[0].ReplacedBy[0],
            lay.Papers[0].Forms[0].Name));
        Assert.Equal(new TimeLimit(10, LimitUnit.WorkingDay), lay.LimitFor(Channel.Direct, null)!.Limit);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-16")]
    public async Task A_second_run_changes_nothing_and_an_interrupted_one_ends_like_a_whole_one(Engine engine)
    {
        var lines = Enumerable.Range(0, 450).Select(i => Sources.Detail($"1.91{i:0000}", $"Thủ tục thứ {i}", time: i % 7)).ToList();
        await using var whole = await Sources.Open(engine);
        var file = whole.File(lines);
        Assert.Equal(450, (await whole.Import(file)).Created);
        var again = await whole.Import(file);
        Assert.Equal((0, 0, 450), (again.Created, again.Updated, again.Unchanged));

        await using var broken = await Sources.Open(engine);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImportProcedures(broken.House.Db, broken.House.Clock).Do(
            [file], (done, _) => { if (done >= 200) stop.Cancel(); }, stop.Token));
        Assert.Equal(200, (await broken.Digests()).Count);
        var rest = await broken.Import(file);
        Assert.Equal((250, 0, 200), (rest.Created, rest.Updated, rest.Unchanged));
        Assert.Equal(await whole.Digests(), await broken.Digests());
    }

    [Fact]
    [Requirement("R-ADM-16")]
    public async Task Fifty_corrupt_lines_are_named_with_line_and_reason_and_the_rest_is_in()
    {
        await using var sources = await Sources.Open();
        var lines = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            lines.Add(Sources.Detail($"1.92{i:0000}"));
            lines.Add((i % 5) switch
            {
                0 => "{\"code\": \"1.929999\", \"name\": ", 1 => "không phải JSON", 2 => "{\"name\":\"Không có mã\"}", 3 =>
                    "{\"code\":\"1.928888\",\"name\":\"  \"}", _ => "[1, 2",
            });
        }
        var file = sources.File(lines);
        var imported = await sources.Import(file);
        Assert.Equal((100, 50, 50), (imported.Read, imported.Created, imported.Rejected.Count));
        Assert.Equal(Enumerable.Range(1, 50).Select(i => i * 2), imported.Rejected.Select(r => r.Line));
        Assert.All(imported.Rejected, r => Assert.Equal(file, r.File));
        Assert.Equal("1.928888", imported.Rejected[3].Code);
        Assert.All(imported.Rejected, r => Assert.EndsWith(".", r.Reason));
    }

    [Fact]
    [Requirement("R-ADM-16")]
    public async Task Whatever_the_order_of_files_and_runs_the_better_source_wins_and_a_lesser_one_fills_gaps()
    {
        var texts = new[]
        {
            Sources.Line("1.930001", "Tên trong danh mục"), Sources.Detail("1.930001", "Tên trên trang", "chatbot_tthc", time: 9, decision: "9/QĐ-BTN"),
            Sources.Detail("1.930001", "Tên trên trang sau", "chatbot_tthc", time: 8, crawled: "2026-09-01", decision: "8/QĐ-BTN"),
            Sources.Detail("1.930001", "Tên bản ghi", "opengov_api", time: 7, unit: null), Sources.Answer("1.930001", "Tên trả lời"),
        };
        var ends = new HashSet<string>();
        foreach (var order in new[] { "01234", "43210", "20413", "31024" })
        {
            await using var together = await Sources.Open();
            await together.Import(together.File(order.Select(i => texts[i - '0'])));
            ends.Add(string.Join('|', await together.Digests()));
            await using var apart = await Sources.Open();
            foreach (var i in order)
                await apart.Import(apart.File(texts[i - '0']));
            ends.Add(string.Join('|', await apart.Digests()));
            var version = (await apart.Versions("1.930001"))[^1];
            Assert.Equal(("Tên trả lời", "2/QĐ-BTN", "Không"), (version.Name, version.Decision, version.Details!.Conditions));
            Assert.Equal(new TimeLimit(4, LimitUnit.WorkingDay), version.LimitFor(Channel.Online, null)!.Limit);
        }
        Assert.Single(ends);
    }

    [Fact]
    public async Task Defects_are_reported_as_they_stand_once_and_close_when_the_source_mends_them()
    {
        await using var sources = await Sources.Open();
        var imported = await sources.Import(sources.File(
            Sources.Detail(" 1.940001"), Sources.Detail("1.940002", time: 3, unit: null), Sources.Detail("1.940003", fee: 100, feeText: "100.000 đồng"),
            Sources.Detail("1.940004", paper: "Đơn đề nghị theo mẫuMau so 3.docx"), Sources.Detail("1.940005", originals: 0),
            Sources.Detail("1.940006", paper: " ")));
        Assert.Equal(
            [("1.940001", "odd-code"), ("1.940002", "time-without-unit"), ("1.940003", "fee-lost-thousands"), ("1.940004", "form-glued"),
                ("1.940005", "no-quantity"), ("1.940006", "no-name")],
            imported.Defects.Select(d => (d.Code, d.KindName)));
        Assert.Contains("100 VND: 100.000 đồng", imported.Defects[2].Text);
        Assert.Empty((await sources.Versions("1.940002"))[0].Limits);
        Assert.Empty((await sources.Versions("1.940003"))[0].Tariffs);
        Assert.Equal("Đơn đề nghị theo mẫuMau so 3.docx", (await sources.Versions("1.940004"))[0].Papers[0].Name);

        await sources.Import(sources.File(Sources.Detail("1.940003", fee: 100000, feeText: "100.000 đồng", crawled: "2026-08-01")));
        await using var db = sources.House.Db();
        var rows = await db.Set<ProcedureDefectRow>().AsNoTracking().Where(d => d.Code == "1.940003").ToListAsync();
        Assert.Equal("gone", Assert.Single(rows).Settlement);
        Assert.Equal(100000, (await sources.Versions("1.940003"))[^1].Tariffs[0].Amount.Amount);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-23")]
    public async Task A_change_makes_a_new_version_from_today_and_a_received_dossier_keeps_its_own(Engine engine)
    {
        await using var sources = await Sources.Open(engine);
        var life = new Life(sources.House);
        var id = await life.Received("1.001193");
        var imported = await sources.Import(sources.File(Sources.Detail("1.001193", "Thủ tục đăng ký khai sinh", time: 30, paper: "Giấy tờ khác")));
        Assert.Equal((0, 1), (imported.Created, imported.Updated));
        var versions = await sources.Versions("1.001193");
        var (before, now) = (versions[^2], versions[^1]);
        Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 17), null), (before.To!.Value, now.From, now.To));
        Assert.Equal(before.Version, (await life.Now(id)).Case.ProcedureVersion);
        // What the product has read by hand is locked; the rest is filled in.
        Assert.Equal(before.Papers.Select(p => p.Name), now.Papers.Select(p => p.Name));
        Assert.Equal(before.Limits, now.Limits);
        Assert.Equal(before.Process, now.Process);
        Assert.Equal("Nộp tại Trung tâm.", now.Details!.Steps[0].Text);

        await using (var db = sources.House.Db())
            await db.Set<ProcedureLockRow>().Where(l => l.Code == "1.001193" && l.Field == CatalogueField.Papers)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Released, sources.House.Clock.GetUtcNow()));
        await sources.Import(sources.File(Sources.Detail("1.001193", "Thủ tục đăng ký khai sinh", time: 30, paper: "Giấy tờ khác")));
        Assert.Equal(["Giấy tờ khác"], (await sources.Versions("1.001193"))[^1].Papers.Select(p => p.Name));
    }

    [Fact]
    public async Task What_a_person_withdrew_an_import_does_not_bring_back()
    {
        await using var sources = await Sources.Open();
        await sources.Import(sources.File(Sources.Detail("1.950001")));
        await using (var db = sources.House.Db())
            await db.Set<ProcedureRow>().Where(p => p.Code == "1.950001").ExecuteUpdateAsync(p => p.SetProperty(x => x.To, new DateOnly(2026, 10, 1)));
        var imported = await sources.Import(sources.File(Sources.Detail("1.950001", "Tên mới", crawled: "2026-09-09")));
        Assert.Equal((0, 0, 1), (imported.Created, imported.Updated, imported.Unchanged));
        Assert.Single(await sources.Versions("1.950001"));
    }

    [Fact]
    public async Task The_catalogue_in_memory_follows_an_import()
    {
        await using var sources = await Sources.Open();
        await using var db = sources.House.Db();
        Assert.Null((await sources.House.References.Get(db, default)).Procedure("1.960001", new DateOnly(2026, 11, 17)));
        await sources.Import(sources.File(Sources.Detail("1.960001", "Thủ tục mới")));
        Assert.Equal("Thủ tục mới", (await sources.House.References.Get(db, default)).Procedure("1.960001", new DateOnly(2026, 11, 17))!.Name);
    }

    [Fact]
    [Requirement("R-ADM-16")]
    public async Task The_whole_published_catalogue_comes_in_and_its_known_defects_are_found()
    {
        var folder = Path.Combine(Repository.Path("."), "..", "shared", "data", "procedures");
        if (!Directory.Exists(folder))
            Assert.Skip("skipped: no ../shared");
        await using var sources = await Sources.Open();
        var imported = await sources.Import(
            [.. Directory.GetFiles(folder, "*.jsonl"), .. Directory.GetFiles(Path.Combine(folder, "dvcqg-api-raw"), "*.json")]);
        Assert.Equal((6378, 4131, 0), (imported.Read, imported.Created + imported.Updated, imported.Rejected.Count));
        Assert.Equal(66, imported.Defects.Count(d => d.KindName == "fee-lost-thousands"));
        Assert.Contains(imported.Defects, d => d is { Code: "1.014325", KindName: "odd-code" });
        Assert.Equal(956, imported.Defects.Count(d => d.KindName == "no-quantity"));
        Assert.Equal(40, imported.Defects.Count(d => d.KindName == "no-name"));
        Assert.Equal(641, imported.Defects.Count(d => d.KindName == "time-without-unit"));
        var (parsed, flagged, absent) = imported.TimeLimits;
        Assert.Equal(6703 + 80, parsed + flagged + absent);
        await using var db = sources.House.Db();
        // One code that is shipped, that of a group of linked procedures, is not in what was collected.
        Assert.Equal(4131 + 1, (await sources.House.References.Get(db, default)).Procedures.Select(p => p.Code).Distinct().Count());
    }
}
