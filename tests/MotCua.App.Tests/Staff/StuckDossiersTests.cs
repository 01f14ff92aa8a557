using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Processing;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Staff;

/// <summary>No open dossier lies with nobody who could go on with it; where one does, the look finds it and says which.</summary>
public sealed class StuckDossiersTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-05")]
    public async Task On_demonstration_data_nothing_is_stuck(Testing.Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var from = new DateOnly(2026, 10, 20);
        var clock = new MovedClock(Vietnam.Instant(from, new TimeOnly(7, 30)));
        var stage = new Stage(house.Db, house.References, house.Files, clock, "seed", TestHouse.ResultFile);
        await new DemoLives(clock, stage, DemoPeople.Load(Repository.Path("data"))).Make(
            60, from, house.Clock.GetUtcNow(), null, TestContext.Current.CancellationToken);
        await using var db = house.Db();
        Assert.True(await db.Set<DossierStepRow>().CountAsync(TestContext.Current.CancellationToken) > 5);
        Assert.Empty((await Stuck(house, db).Find(cancel: TestContext.Current.CancellationToken)).Items);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Each_planted_defect_is_found_and_no_other(Testing.Engine engine)
    {
        foreach (var kind in Enum.GetValues<StuckKind>())
        {
            await using var bureau = await Bureau.Open(engine);
            var (id, step) = await Handled(bureau, "ngoc.ltb");
            await bureau.Life.Received("1.115320");
            await using var db = bureau.House.Db();
            await Plant(db, kind, bureau.Today, id, step);
            var found = (await Stuck(bureau.House, db).Find()).Items;
            Assert.All(found, f => Assert.Equal((kind, id.Value), (f.Kind, f.Dossier)));
            Assert.Single(found);
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-10")]
    public async Task The_sweep_takes_back_what_lies_with_who_left_and_moves_what_lies_at_an_ended_unit(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        var (left, _) = await Handled(bureau, "ngoc.ltb");
        await using var db = bureau.House.Db();
        await Plant(db, StuckKind.OfficerLeft, bureau.Today, left, default);
        var unit = (await bureau.Life.Step(left, StepKind.Handle)).Unit;
        var heir = await bureau.Unit("H15.12.04");
        await db.Set<AgencyRow>().Where(a => a.Id == unit.Value)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.To, bureau.Today.AddDays(-1)).SetProperty(x => x.SuccessorId, heir.Value));
        await Stamp(db);
        Assert.True(await Stuck(bureau.House, db).Mend() >= 2);
        var step = await bureau.Life.Step(left, StepKind.Handle);
        Assert.Equal((heir, null), (step.Unit, step.Officer));
        Assert.Empty((await Stuck(bureau.House, db).Find()).Items);
        Assert.Empty((await bureau.House.Verify()).Broken);
        // A step that opens from now on opens at the heir's.
        var next = await bureau.Life.Received();
        Assert.Equal(heir, (await bureau.Life.Until(next, StepKind.Handle)).Unit);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-10")]
    public async Task Leave_moves_the_queue_to_the_substitute_and_departure_to_the_unit_wherever_a_step_comes_from(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        var (id, step) = await Handled(bureau, "ngoc.ltb");
        Life.Expect(await bureau.House.Perform(id, new CompleteStep(step, Outcome.Granted, null), TestHouse.Hand(await bureau.Of("ngoc.ltb"))));
        await bureau.End("nha.dt", "ngoc.ltb", bureau.Today.AddDays(-1));
        // It is sent back to the step that she did: it lies at the unit, not with her.
        var approve = await bureau.Life.Step(id, StepKind.Approve);
        await using (var db = bureau.House.Db())
            Life.Expect(await bureau.House.Handle(db).SendBack(
                id, approve.Token, "du-thao-sai", "Sửa họ tên.", TestHouse.Hand(await bureau.Life.OfficerOf(approve)), TestContext.Current.CancellationToken));
        Assert.Null((await bureau.Life.Step(id, StepKind.Handle)).Officer);
        // A colleague's recall after she left opens nothing for her either.
        await using var look = bureau.House.Db();
        Assert.Empty((await Stuck(bureau.House, look).Find(cancel: TestContext.Current.CancellationToken)).Items);
        Assert.Equal(0, await bureau.Left());
    }

    private static StuckDossiers Stuck(TestHouse house, MotCuaDb db) =>
        new(db, house.References, house.Handle(db), new StepHandOver(db, house.Handle(db), house.Clock), house.Clock);

    /// <summary>Breaks the world behind the desk's back, as no act may.</summary>
    private static async Task Plant(MotCuaDb db, StuckKind kind, DateOnly today, DossierId id, Token step)
    {
        var row = await db.Set<DossierStepRow>().AsNoTracking().SingleAsync(s => s.DossierId == id.Value);
        var of = db.Set<DutyGrantRow>().Where(g => g.OfficerId == row.OfficerId);
        var yesterday = today.AddDays(-1);
        _ = kind switch
        {
            StuckKind.OfficerLeft => await of.ExecuteUpdateAsync(g => g.SetProperty(x => x.To, yesterday)),
            StuckKind.DutyEnded => await of.Where(g => g.Duty == Duty.Handle).ExecuteUpdateAsync(g => g.SetProperty(x => x.Duty, Duty.Digitize)),
            StuckKind.UnitEnded => await db.Set<AgencyRow>().Where(a => a.Id == row.UnitId).ExecuteUpdateAsync(a => a.SetProperty(x => x.To, yesterday)),
            StuckKind.Nobody => await db.Set<DossierStepRow>().Where(s => s.DossierId == id.Value).ExecuteUpdateAsync(s => s.SetProperty(x => x.OfficerId,
                (int?)null))
                + await db.Set<DutyGrantRow>().Where(g => g.UnitId == row.UnitId && g.Duty == Duty.Handle).ExecuteUpdateAsync(g => g.SetProperty(x => x.To,
                    yesterday)),
            StuckKind.NoStep => await db.Set<DossierStepRow>().Where(s => s.DossierId == id.Value).ExecuteDeleteAsync(),
            _ => await db.Set<DossierRow>().Where(d => d.Id == id.Value).ExecuteUpdateAsync(d => d.SetProperty(x => x.CompetentId, 9999)),
        };
        await Stamp(db);
    }

    private static Task Stamp(MotCuaDb db) => ReferenceStamp.Hold(db, TestContext.Current.CancellationToken);

    private static async Task<(DossierId Id, Token Step)> Handled(Bureau bureau, string userName)
    {
        var id = await bureau.Life.Received();
        var step = await bureau.Life.Until(id, StepKind.Handle);
        Life.Expect(await bureau.House.Perform(id, new ClaimStep(step.Token), TestHouse.Hand(await bureau.Of(userName))));
        return (id, step.Token);
    }
}
