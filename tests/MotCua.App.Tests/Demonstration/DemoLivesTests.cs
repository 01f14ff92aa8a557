using Microsoft.EntityFrameworkCore;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Demonstration;

public sealed class DemoLivesTests
{
    [Fact]
    public async Task Lives_are_made_by_acts_in_opening_hours_and_verify()
    {
        await using var house = await TestHouse.Open();
        var from = new DateOnly(2026, 8, 3);
        var clock = new MovedClock(Vietnam.Instant(from, new TimeOnly(7, 30)));
        var stage = new Stage(house.Db, house.References, house.Files, clock, "seed", n => System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4 {n}"));

        var made = await new DemoLives(clock, stage, DemoPeople.Load(Repository.Path("data")))
            .Make(60, from, house.Clock.GetUtcNow(), null, TestContext.Current.CancellationToken);

        Assert.Equal(60, made);
        Assert.Empty((await house.Verify()).Broken);
        await using var db = house.Db();
        var calendar = (await house.References.Get(db, default)).CalendarOf(default);
        foreach (var at in await db.Set<DossierRow>().Select(d => d.Received).ToListAsync(TestContext.Current.CancellationToken))
            Assert.Contains(calendar.OpeningsOn(Vietnam.Day(at)), o => TimeOnly.FromDateTime(Vietnam.Local(at)).IsBetween(o.From, o.To));
    }

    [Fact]
    public async Task Only_a_late_refusal_is_explained()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var stage = new Stage(house.Db, house.References, house.Files, house.Clock, "seed", n => System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4 {n}"));
        var (inTime, late) = (await life.Received("1.001612"), await life.Received("1.001612"));
        var (soon, afterwards) = (await life.Until(inTime, Domain.Processes.StepKind.Approve), await life.Until(late, Domain.Processes.StepKind.Approve));

        var first = Assert.IsType<Performed.Done>(await stage.End(inTime, soon, Outcome.Refused, TestContext.Current.CancellationToken));
        house.At(2026, 12, 1, 9, 10);
        var second = Assert.IsType<Performed.Done>(await stage.End(late, afterwards, Outcome.Refused, TestContext.Current.CancellationToken));

        Assert.Null(first.Events.OfType<RefusedAfterAppraisal>().Single().LateExplanation);
        Assert.NotNull(second.Events.OfType<RefusedAfterAppraisal>().Single().LateExplanation);
    }
}
