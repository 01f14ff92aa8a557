using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class UnitTimesTests
{
    private readonly World world = new();
    private readonly List<(DateTimeOffset, DossierEvent)> log = [];
    private Dossier dossier = Dossier.Unborn(default);

    [Fact]
    [Requirement("R-TIME-14")]
    public void Each_unit_has_a_clock_of_its_own()
    {
        world.At = new(2026, 11, 17, 9, 0, 0);
        Do(World.Receive());
        world.At = new(2026, 11, 17, 10, 0, 0);
        Do(new HandOver(Step(StepKind.HandOver)));
        world.At = new(2026, 11, 17, 14, 0, 0);
        Do(world.Usual(dossier.Open.Steps.Single(s => s.Unit == World.Land)));
        world.At = new(2026, 11, 18, 9, 30, 0);
        Do(world.Usual(dossier.Open.Steps.Single(s => s.Unit == World.Economy)));
        world.At = new(2026, 11, 18, 11, 0, 0);

        var times = UnitTimes.Of(default, log, _ => World.Calendar, Vietnam.Instant(world.At));
        Assert.Equal(
            [(World.OneStop, 1.0, false), (World.Economy, 7.5, false), (World.Land, 2.5, false), (World.Ward, 1.5, true)],
            times.Select(t => (t.Unit, t.Used.TotalHours, t.HasItNow)));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public void Waiting_for_the_applicant_is_nobodys_time()
    {
        world.At = new(2026, 11, 17, 9, 0, 0);
        Do(World.Receive());
        Do(new HandOver(Step(StepKind.HandOver)));
        world.At = new(2026, 11, 17, 10, 0, 0);
        Do(new RequestSupplement(dossier.Open.Steps[0].Token, new TextId(Guid.Empty), ["thieu"]));
        world.At = new(2026, 11, 18, 10, 0, 0);
        Do(new AcceptSupplement([new TakenPaper("2", PaperForm.Original, 1, true, false, [])]));
        world.At = new(2026, 11, 18, 11, 0, 0);

        var economy = UnitTimes.Of(default, log, _ => World.Calendar, Vietnam.Instant(world.At)).Single(t => t.Unit == World.Economy);
        Assert.Equal((2.0, 8.0), (economy.Used.TotalHours, economy.Waited.TotalHours));
    }

    private Token Step(StepKind kind) => dossier.Open.Steps.Single(s => s.Kind == kind).Token;

    private void Do(DossierAct act)
    {
        var decision = world.Decide(dossier, act);
        Assert.Null(decision.Refusal);
        log.AddRange(decision.Events.Select(e => (Vietnam.Instant(world.At), e)));
        dossier = dossier.After(decision.Events);
    }
}
