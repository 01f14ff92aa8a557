using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reference;

public sealed class SeedDataTests
{
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
        foreach (var procedure in SeedFiles.Procedures.Where(p => p.To is null))
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
        var version = (await house.Stage.Reference()).Procedure(procedure, Vietnam.Day(house.Clock.GetUtcNow()))!;
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
        await db.Set<ReferenceStampRow>().Select(s => s.Value).SingleAsync(),
    ];
}
