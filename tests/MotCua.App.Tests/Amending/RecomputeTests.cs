using Microsoft.EntityFrameworkCore;
using MotCua.App.Amending;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Amending;

public sealed class RecomputeTests
{
    private const string TenDays = "1.013225";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-07")]
    public async Task A_holiday_that_is_enacted_moves_open_due_dates_as_acts_and_closed_ones_never(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        using var law = new Amendments(house);
        var life = new Life(house);
        var (open, closed, soon) = (await life.Received(TenDays), await life.Received(TenDays), await life.Received());
        await life.Ended(closed);
        var before = (await life.Now(open)).Case.Due;

        var (run, no) = await law.Do(Amendments.CultureDay);
        Assert.Null(no);
        Assert.NotNull(run);
        var finished = await law.Finish();

        var after = await life.Now(open);
        Assert.Equal(before.Due.AddDays(1), after.Case.Due.Due);
        Assert.Equal(after.Case.Due.Due, after.Case.Appointment);
        Assert.Contains(after.Case.Due.Lines, l => l is { Counts: 0, Law: "Luật thử nghiệm số 1/2026", Verified: true });
        var act = Assert.Single(await law.Acts(open));
        Assert.Equal((ActorKind.Job, Recompute.Door, "due-recomputed"), (act.Actor, act.Door, act.Kind));
        Assert.Equal(before.Due, ((DueRecomputed)EventFormat.Read(act.Kind, act.Data)).Before);
        Assert.Empty(await law.Acts(closed));
        Assert.Empty(await law.Acts(soon));
        Assert.Equal((1, 1, 1, 0), (finished.Total, finished.Done, finished.Changed, finished.Failed));
        Assert.NotNull(finished.Finished);
        await using var db = house.Db();
        var row = await db.Set<DossierRow>().SingleAsync(d => d.Id == open.Value);
        Assert.Equal((after.Version, after.Case.Due.Due, after.Case.Appointment), (row.Version, row.Due, row.Appointment));
        Assert.Contains(
            await db.Set<OutboxRow>().Where(o => o.DossierId == open.Value && o.Kind == "due-recomputed").ToListAsync(),
            o => o.Text.Contains("Hẹn trả kết quả mới", StringComparison.Ordinal));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_stopped_job_goes_on_where_it_was_and_nothing_is_done_twice(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        using var law = new Amendments(house);
        var life = new Life(house);
        var ids = new List<DossierId>();
        for (var i = 0; i < 3; i++)
            ids.Add(await life.Received(TenDays));
        await law.Do(Amendments.CultureDay);
        // What a program that died after its first dossier left behind.
        await using (var db = house.Db())
        {
            var first = ids.OrderBy(i => i.Value).First();
            Assert.IsType<Performed.Done>(await house.Desk(db).Perform(
                first, new RecomputeDue(Amendments.CultureDay.Basis), new Hand(Actor.Job, Recompute.Door)));
        }
        var finished = await law.Finish();
        Assert.Equal((3, 2), (finished.Done, finished.Changed));
        Assert.All(ids, id => Assert.Single(law.Acts(id).Result));
        await law.RecomputeAll("Rà soát");
        var again = await law.Finish();
        Assert.Equal((3, 0), (again.Done, again.Changed));
        Assert.All(ids, id => Assert.Single(law.Acts(id).Result));
        Assert.False(await law.Step());
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Two_programs_at_one_run_count_no_dossier_twice(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        using var law = new Amendments(house);
        var life = new Life(house);
        var ids = new List<DossierId>();
        for (var i = 0; i < 4; i++)
            ids.Add(await life.Received(TenDays));
        await law.Do(Amendments.CultureDay);
        await Together.Do(2, _ => law.Step());
        var finished = await law.Finish();
        Assert.Equal((4, 4, 0), (finished.Done, finished.Changed, finished.Failed));
        Assert.All(ids, id => Assert.Single(law.Acts(id).Result));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task A_dossier_whose_log_cannot_be_read_is_counted_and_keeps_no_other_from_its_due_date()
    {
        await using var house = await TestHouse.Open();
        using var law = new Amendments(house);
        var life = new Life(house);
        var (good, bad) = (await life.Received(TenDays), await life.Received(TenDays));
        await using (var db = house.Db())
            await db.Database.ExecuteSqlAsync(
                $"UPDATE dossier_events SET \"Kind\" = 'of-another-program' WHERE \"DossierId\" = {bad.Value} AND \"Version\" = 2");
        await law.Do(Amendments.CultureDay);
        var faults = new List<RecomputeFault>();
        while (await law.Step(faults.Add))
        {
        }
        Assert.Equal(bad, Assert.Single(faults).Id);
        Assert.Single(await law.Acts(good));
        var finished = await law.Finish();
        Assert.Equal((2, 1, 1), (finished.Done, finished.Changed, finished.Failed));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Many_at_a_time_write_what_one_by_one_writes(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        using var law = new Amendments(house);
        var life = new Life(house);
        var (one, other) = (await life.Received(TenDays), await life.Received(TenDays));
        await life.Until(one, StepKind.Handle);
        await life.Until(other, StepKind.Handle);
        await law.Do(Amendments.CultureDay with { Day = new DateOnly(2026, 11, 18) });
        await house.Perform(one, new RecomputeDue("Căn cứ"), new Hand(Actor.Job, Recompute.Door));
        await using var db = house.Db();
        var many = await house.Desk(db).PerformMany(
            [other], new RecomputeDue("Căn cứ"), new Hand(Actor.Job, Recompute.Door));
        Assert.Equal(1, many!.Done);
        var (a, b) = (await life.Now(one), await life.Now(other));
        Assert.Equal((a.Version, a.Case.Due, a.Case.Appointment), (b.Version, b.Case.Due, b.Case.Appointment));
        Assert.Equal(a.Open.Steps.Select(s => s.Due), b.Open.Steps.Select(s => s.Due));
        var rows = await db.Set<DossierStepRow>().Where(s => s.DossierId == other.Value).Select(s => s.Due).ToListAsync();
        Assert.Equal(b.Open.Steps.Select(s => s.Due), rows);
        Assert.Equal(
            await db.Set<OutboxRow>().Where(o => o.DossierId == one.Value).Select(o => o.Receiver + o.Kind + o.Version).Order().ToListAsync(),
            await db.Set<OutboxRow>().Where(o => o.DossierId == other.Value).Select(o => o.Receiver + o.Kind + o.Version).Order().ToListAsync());
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task Only_a_job_brings_one_act_to_many_dossiers()
    {
        await using var house = await TestHouse.Open();
        var officer = await house.Officer(Amendments.Administrator);
        await using var db = house.Db();
        await Assert.ThrowsAsync<ArgumentException>(() => house.Desk(db).PerformMany([], new RecomputeDue("x"), TestHouse.Hand(officer)));
    }
}
