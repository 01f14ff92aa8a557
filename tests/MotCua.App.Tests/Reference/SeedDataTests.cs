using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reference;

public sealed class SeedDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-seed-").FullName;

    public SeedDataTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("data"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Repository.Path("data"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Loading_it_again_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var before = await Counts(db);
        await new SeedData(Repository.Path("data")).Load(db);
        Assert.Empty(await new DemoOfficers(Repository.Path("data")).Load(db, _ => "test"));
        Assert.Equal(before, await Counts(db));
    }

    [Fact]
    public async Task Other_hours_in_the_file_never_mix_with_the_hours_of_a_week_that_is_there()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        Change("calendar/weeks.csv", "07:30", "07:00");

        await new SeedData(folder).Load(db, TestContext.Current.CancellationToken);

        var calendar = (await house.References.Get(db, default)).CalendarOf(default);
        Assert.Equal(new TimeOnly(7, 30), calendar.OpeningsOn(new DateOnly(2026, 11, 24))[0].From);
    }

    [Theory]
    [InlineData("law/rules.csv", "2018-06-21", "21/6/2018")]
    [InlineData("law/rules.csv", "Act", "Once")]
    [InlineData("law/reasons.csv", "legal_basis", "basis")]
    [InlineData("procedures/1.001193.json", "\"version\"", "\"versoin\"")]
    public async Task A_file_that_cannot_be_read_is_named_with_its_line(string file, string before, string after)
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        Change(file, before, after);

        var wrong = await Assert.ThrowsAsync<SeedException>(() => new SeedData(folder).Load(db, TestContext.Current.CancellationToken));

        Assert.Matches($"^Tệp data/{file} .* ở dòng [0-9]+; hãy sửa dòng đó", wrong.Message);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_officer_who_comes_after_the_fictitious_ones_gets_an_id_of_his_own(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var officer = new OfficerRow
        {
            UserName = "moi", Name = "Người mới", Title = "Công chức", PasswordHash = "", SecurityStamp = "1",
            Grants = [new DutyGrantRow { Duty = Duty.Administer, UnitId = 1, From = new DateOnly(2026, 1, 1), Basis = "Quyết định" }],
        };

        db.Add(officer);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.True(officer.Id > await db.Set<OfficerRow>().Where(o => o.Demo).MaxAsync(o => o.Id, TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_is_missing_is_added_and_makes_cached_copies_old(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var before = await Counts(db);
        await db.Set<ReasonRow>().Where(r => r.Kind == "stop").ExecuteDeleteAsync();
        await new SeedData(Repository.Path("data")).Load(db);
        var after = await Counts(db);
        Assert.Equal(before[..^1], after[..^1]);
        Assert.Equal(before[^1] + 1, after[^1]);
    }

    /// <summary>Each procedure in force, with each case of it.</summary>
    public static TheoryData<Engine, string, string?> Walks()
    {
        var walks = new TheoryData<Engine, string, string?>();
        if (TestHouse.EngineOfRun is null or Engine.Sqlite)
            foreach (var procedure in SeedFiles.Procedures.Where(p => p.To is null && p.Process != Domain.Catalogue.LinkedGroup.Process))
                foreach (var caseName in procedure.Cases.DefaultIfEmpty(null!))
                    walks.Add(Engine.Sqlite, procedure.Code, caseName);
        foreach (var code in new[] { "1.115320", "1.001612" })
            walks.Add(Engine.Postgres, code, SeedFiles.Procedures.First(p => p.Code == code).Cases.FirstOrDefault());
        return walks;
    }

    [Theory, MemberData(nameof(Walks))]
    public async Task Every_procedure_walks_to_return_in_each_of_its_cases(Engine engine, string procedure, string? caseName)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var version = (await house.Stage.Procedure(procedure))!;
        var typed = await life.Typed(procedure);
        if (caseName is not null)
            typed = typed.With(("case", caseName)).With(version.PapersFor(caseName).Select(p => ($"paper.{p.Code}.passes", "yes")));
        var id = await life.Received(procedure, typed, version.CompetentLevel == Domain.Agencies.Level.Province ? "H15.01.01" : Life.Unit);
        var end = await life.Ended(id);
        Assert.Equal((DossierStatus.Returned, caseName), (end.Case.Status, end.Case.CaseName));
        Assert.Empty((await house.Verify()).Broken);
    }

    private static async Task<long[]> Counts(MotCuaDb db) =>
    [
        await db.Set<RuleRow>().CountAsync(), await db.Set<RegimeRow>().CountAsync(), await db.Set<ReasonRow>().CountAsync(),
        await db.Set<CalendarDayRow>().CountAsync(), await db.Set<WorkWeekRow>().CountAsync(), await db.Set<CodeRow>().CountAsync(),
        await db.Set<AgencyRow>().CountAsync(), await db.Set<ProcedureRow>().CountAsync(), await db.Set<ProcessRow>().CountAsync(),
        await db.Set<OfficerRow>().CountAsync(), await db.Set<DutyGrantRow>().CountAsync(), await db.Set<DossierRow>().CountAsync(),
        await db.Set<ReferenceStampRow>().Where(s => s.Id == 1).Select(s => s.Value).SingleAsync(),
    ];

    private void Change(string file, string before, string after)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(before, text);
        File.WriteAllText(path, text.Replace(before, after));
    }
}
