using Microsoft.EntityFrameworkCore;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Demonstration;

public sealed class DemoLivesTests
{
    private static readonly DateTimeOffset Now = Vietnam.Instant(new DateTime(2026, 11, 17, 16, 40, 0));

    [Fact]
    [Requirement("R-X-04")]
    [Requirement("R-X-06")]
    public async Task Dossiers_since_December_2021_are_whole_each_under_the_regime_of_its_reception()
    {
        await using var house = await TestHouse.Open();
        Assert.Equal(60, await Make(house, 60, new DateOnly(2021, 12, 1)));
        var verified = await house.Verify();
        Assert.Equal((60, ""), (verified.Dossiers, string.Join('\n', verified.Broken)));
        var reference = await house.Stage.Reference();
        await using var db = house.Db();
        var rows = await db.Set<DossierRow>().ToListAsync();
        foreach (var row in rows)
        {
            var dossier = await house.Stage.Look(new DossierId(row.Id));
            Assert.Equal(reference.Rules.RegimeOn(Vietnam.Day(dossier.Case.ReceivedAt)).Id, dossier.Case.Regime);
            Assert.Equal(dossier.IsClosed, dossier.Open.Steps.IsEmpty);
            Assert.All(dossier.Open.Steps, s => Assert.NotNull(reference.Agencies.Find(s.Unit)));
            Assert.True(dossier.Case.ReceivedAt <= Now && reference.CalendarOf(default).IsOpenAt(dossier.Case.ReceivedAt));
        }
        Assert.True(rows.Select(r => r.Regime).Distinct().Count() >= 3, "Lives under several regimes.");
        Assert.Contains(rows, r => r.Status == DossierStatus.Returned);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_dossiers_on_either_database()
    {
        var from = new DateOnly(2026, 10, 26);
        await using var one = await TestHouse.Open(Engine.Sqlite);
        await using var two = await TestHouse.Open(Engine.Postgres);
        await using var three = await TestHouse.Open(Engine.Sqlite);
        await Make(one, 12, from);
        await Make(two, 12, from);
        await Make(three, 12, from, seed: 1);
        Assert.Equal(await Story(one), await Story(two));
        Assert.NotEqual(await Story(one), await Story(three));
        Assert.Empty((await two.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-WF-14")]
    public async Task Only_a_late_refusal_is_explained()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var (inTime, late) = (await life.Received("1.001612"), await life.Received("1.001612"));
        var (soon, afterwards) = (await life.Until(inTime, StepKind.Approve), await life.Until(late, StepKind.Approve));

        var first = Assert.IsType<Performed.Done>(await house.Stage.End(inTime, soon, Outcome.Refused));
        house.At(2026, 12, 1, 9, 10);
        var second = Assert.IsType<Performed.Done>(await house.Stage.End(late, afterwards, Outcome.Refused));

        Assert.Null(first.Events.OfType<RefusedAfterAppraisal>().Single().LateExplanation);
        Assert.NotNull(second.Events.OfType<RefusedAfterAppraisal>().Single().LateExplanation);
    }

    private static Task<int> Make(TestHouse house, int count, DateOnly from, int seed = 766)
    {
        var clock = new MovedClock(Vietnam.Instant(from, new TimeOnly(7, 30)));
        var stage = new Stage(house.Db, house.References, house.Files, clock, "seed", TestHouse.ResultFile);
        return new DemoLives(clock, stage, DemoPeople.Load(Repository.Path("data")), seed).Make(count, from, Now, null);
    }

    /// <summary>Codes and what happened, without the ids that differ each time.</summary>
    private static async Task<List<string>> Story(TestHouse house)
    {
        await using var db = house.Db();
        var codes = await db.Set<DossierRow>().ToDictionaryAsync(d => d.Id, d => d.Code);
        return (await db.Set<DossierEventRow>().ToListAsync()).GroupBy(e => codes[e.DossierId]).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {string.Join(' ', g.OrderBy(e => e.Version).Select(e => $"{e.At.UtcTicks}/{e.OfficerId}/{e.Kind}"))}").ToList();
    }
}
