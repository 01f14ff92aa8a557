using CsCheck;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

/// <summary>What the catalogue says does not depend on how the sources came in.</summary>
public sealed class ImportOrderTests
{
    private static readonly string[] Kinds = ["opengov_api", "chatbot_tthc", "nhdandz_doc"];

    /// <summary>A record of one of two procedures; records of one kind differ in their day.</summary>
    private static readonly Gen<(int Code, int Kind, int Day, int Time, int Fee, bool Named)> Record =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[1, 28], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool);

    [Fact]
    [Requirement("R-ADM-16")]
    public void Any_order_and_any_split_into_runs_ends_alike() => Record.List[1, 7].Select(Gen.Int[0, 1000], (records, seed) => (records, seed)).Sample(t =>
    {
        var lines = t.records.DistinctBy(r => (r.Code, r.Kind, r.Kind == 3 ? 0 : r.Day)).Select(Line).ToList();
        var shuffled = lines.ToArray();
        new Random(t.seed).Shuffle(shuffled);
        return Ends([lines]).SequenceEqual(Ends([.. shuffled.Select(l => new[] { l })]))
            && Ends([lines]).SequenceEqual(Ends([.. shuffled.Chunk(2), shuffled]));
    }, iter: 8, threads: 1);

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_mended_file_of_the_same_day_takes_the_place_of_what_was_read_before(Engine engine)
    {
        await using var sources = await Sources.Open(engine);
        foreach (var time in new[] { 5, 6, 7, 8 })
        {
            var imported = await sources.Import(sources.File(Sources.Detail("1.980001", time: time)));
            Assert.Equal(1, imported.Created + imported.Updated);
            Assert.Equal(new TimeLimit(time, LimitUnit.WorkingDay), (await sources.Versions("1.980001"))[^1].LimitFor(Channel.Direct, null)!.Limit);
        }
        var old = await sources.Import(sources.File(Sources.Detail("1.980001", time: 9, crawled: "2026-07-01")));
        Assert.Equal((0, 1), (old.Updated, old.Unchanged));
    }

    [Fact]
    public async Task A_later_crawl_that_says_the_same_is_remembered_and_makes_no_version()
    {
        await using var sources = await Sources.Open();
        await sources.Import(sources.File(Sources.Detail("1.980002", time: 5)));
        Assert.Equal(1, (await sources.Import(sources.File(Sources.Detail("1.980002", time: 5, crawled: "2026-09-01")))).Unchanged);
        Assert.Equal(1, (await sources.Import(sources.File(Sources.Detail("1.980002", time: 6, crawled: "2026-08-01")))).Unchanged);
        Assert.Single(await sources.Versions("1.980002"));
    }

    [Fact]
    public async Task What_a_person_set_stays_where_no_source_speaks_and_is_overruled_where_one_does()
    {
        await using var sources = await Sources.Open();
        await sources.Import(sources.File(Sources.Detail("1.980003", "Tên cũ")));
        await using (var db = sources.House.Db())
        {
            var rows = await db.Set<ProcedureRow>().Where(p => p.Code == "1.980003").ToListAsync();
            var mended = ProcedureRows.Version(rows[0]) with { Process = "commune-justice-1d", Department = "justice", Name = "Tên tự đặt",
                Keywords = ["thử"] };
            db.Add(Succession.Add(rows, mended, new DateOnly(2026, 11, 17), VersionOrigin.Hand));
            db.Add(new ProcedureLockRow { Code = "1.980003", Field = CatalogueField.Papers, Reason = "Đã đọc quyết định." });
            await db.SaveChangesAsync();
        }
        await sources.Import(sources.File(Sources.Detail("1.980003", "Tên mới", paper: "Giấy khác", crawled: "2026-08-01")));
        var now = (await sources.Versions("1.980003"))[^1];
        Assert.Equal(("Tên mới", "commune-justice-1d", "justice", "Tờ khai"), (now.Name, now.Process, now.Department, now.Papers[0].Name));
        Assert.Equal(["thử"], now.Keywords);
        Assert.Equal((3, new DateOnly(2026, 11, 17)), (now.Version, now.From));
    }

    [Fact]
    public async Task A_version_that_waits_for_its_day_is_left_alone()
    {
        await using var sources = await Sources.Open();
        await sources.Import(sources.File(Sources.Detail("1.980004", "Tên cũ")));
        await using (var db = sources.House.Db())
        {
            var rows = await db.Set<ProcedureRow>().Where(p => p.Code == "1.980004").ToListAsync();
            db.Add(Succession.Add(rows, ProcedureRows.Version(rows[0]) with { Name = "Tên năm sau" }, new DateOnly(2027, 1, 1), VersionOrigin.Hand));
            await db.SaveChangesAsync();
        }
        await sources.Import(sources.File(Sources.Detail("1.980004", "Tên mới", crawled: "2026-08-01")));
        var versions = await sources.Versions("1.980004");
        Assert.Equal(
            [("Tên cũ", new DateOnly(2026, 7, 18), new DateOnly(2026, 11, 16)), ("Tên năm sau", new(2027, 1, 1), null), ("Tên mới", new(2026, 11, 17),
                new(2026, 12, 31))],
            versions.Select(v => (v.Name, v.From, v.To)));
    }

    [Fact]
    public async Task What_is_deleted_or_no_longer_published_is_kept_and_not_offered()
    {
        await using var sources = await Sources.Open();
        var imported = await sources.Import(sources.File(
            Sources.Detail("2.980005-Xoa"), """{"MATTHC":"1.980006","TENTTHC":"Thủ tục","TRANGTHAI":"2"}""",
                """{"MATTHC":"1.980007","TENTTHC":"Thủ tục","TRANGTHAI":1}"""));
        Assert.Equal(["1.980006", "2.980005-Xoa"], imported.Defects.Where(d => d.KindName == "withdrawn").Select(d => d.Code));
        await using var db = sources.House.Db();
        var reference = await sources.House.References.Get(db, default);
        Assert.Equal(
            [(true, "receive.withdrawn"), (true, "receive.withdrawn"), (false, "receive.no-level")],
            new[] { "2.980005-Xoa", "1.980006", "1.980007" }.Select(c => reference.Procedure(c, new DateOnly(2026, 11, 17))!).Select(p => (p.Withdrawn,
                p.Terms.NotHere!.Code)));
        var index = await sources.House.Indexes.Get(db);
        Assert.Equal([null, null, "1.980007"], new[] { "2.980005-Xoa", "1.980006", "1.980007" }.Select(c => index.Find(c)?.Code));
    }

    [Fact]
    public async Task Fees_of_which_one_may_be_due_are_left_to_a_person()
    {
        await using var sources = await Sources.Open();
        string Fees(string code, string fees) => Sources.Detail(code).Replace("\"fees\":[", $"\"fees\":[{fees},", StringComparison.Ordinal);
        var imported = await sources.Import(sources.File(
            Fees("1.980008", """{"type":"FEE","value":5000,"currency":"VND","description":""}"""),
            Fees("1.980009", """{"type":"SERVICE_FEE","value":5000,"currency":"VND","description":""}""")));
        Assert.Equal([("1.980008", "fees-differ")], imported.Defects.Select(d => (d.Code, d.KindName)));
        Assert.Empty((await sources.Versions("1.980008"))[0].Tariffs);
        Assert.Equal([5000L, 8000L], (await sources.Versions("1.980009"))[0].Tariffs.Select(t => t.Amount.Amount).Order());
    }

    private static string Line((int Code, int Kind, int Day, int Time, int Fee, bool Named) r)
    {
        var code = $"1.98100{r.Code}";
        if (r.Kind == 3)
            return Sources.Line(code, "Tên danh mục", r.Named ? "Đất đai" : "Hộ tịch");
        return Sources.Detail(
            code, r.Named ? $"Tên {r.Kind}" : "Tên chung", Kinds[r.Kind], r.Time, r.Time == 3 ? null : "DAY", $"2026-08-{r.Day:00}", r.Fee * 4500, "",
            decision: r.Time == 0 ? "" : $"{r.Day}/QĐ");
    }

    private static List<string> Ends(IReadOnlyList<IReadOnlyList<string>> runs) => Task.Run(async () =>
    {
        await using var sources = await Sources.Open();
        foreach (var run in runs)
            await sources.Import(sources.File(run));
        return (List<string>)[.. await sources.Digests()];
    }).GetAwaiter().GetResult();
}
