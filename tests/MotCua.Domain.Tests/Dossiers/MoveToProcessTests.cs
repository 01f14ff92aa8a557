using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>A running dossier goes over to another version of its process only where it can stand there.</summary>
public sealed class MoveToProcessTests
{
    private readonly World world = new();

    [Fact]
    [Requirement("R-WF-23")]
    public void The_steps_stay_open_and_neither_the_limit_nor_the_appointment_moves()
    {
        var before = world.Until(StepKind.Handle);
        var after = world.Do(before, new MoveToProcess(2));
        Assert.Equal(2, after.Case.ProcessVersion);
        Assert.Equal((before.Case.Due, before.Case.Appointment), (after.Case.Due, after.Case.Appointment));
        Assert.Equal(before.Open.Steps.Select(s => (s.Token, s.Element, s.Unit)), after.Open.Steps.Select(s => (s.Token, s.Element, s.Unit)));
    }

    [Fact]
    public void It_does_not_go_to_the_version_it_follows_nor_to_one_that_is_not_in_force()
    {
        var dossier = world.Until(StepKind.Handle);
        Assert.Equal("move-process.same", Refused(dossier, 1, World.Process, Next()));
        Assert.Equal("move-process.unknown", Refused(dossier, 3, World.Process, Next()));
        Assert.Equal("move-process.only", Refused(dossier, 2, World.Process));
        Assert.Equal("move-process.only", Refused(dossier, 2, World.Process, Next() with { From = new DateOnly(2027, 1, 1) }));
        Assert.Equal("move-process.only", Refused(dossier, 2, World.Process, Next() with { To = new DateOnly(2026, 11, 16) }));
        Assert.Equal("dossier.unborn", Refused(Dossier.Unborn(new DossierId(Guid.Empty)), 2, World.Process, Next()));
    }

    [Fact]
    public void It_does_not_go_where_an_open_step_is_missing_or_of_another_kind()
    {
        var dossier = world.Until(StepKind.Handle);
        var without = Next() with { Elements = [.. World.Process.Elements.Where(e => e.Id != "land")] };
        Assert.NotNull(Refused(dossier, 2, World.Process, without));
        var other = Next() with { Elements = [.. World.Process.Elements.Select(e => e.Id == "land" ? e with { Step = StepKind.Approve } : e)] };
        Assert.NotNull(Refused(dossier, 2, World.Process, other));
        Assert.Null(Refused(dossier, 2, World.Process, Next()));
    }

    [Fact]
    public void A_branch_that_waits_at_a_join_of_this_version_waits_for_it_to_be_there()
    {
        var dossier = world.Until(StepKind.Handle);
        dossier = world.Do(dossier, new CompleteStep(dossier.Open.Steps[0].Token, Outcome.Granted, null));
        var without = Next() with
        {
            Elements = [.. World.Process.Elements.Where(e => e.Id != "join")],
            Flows = [.. World.Process.Flows.Where(f => f.To != "join" && f.From != "join"), new Flow("appraise", "approve"), new Flow("land", "approve")],
        };
        Assert.NotNull(Refused(dossier, 2, World.Process, without));
        Assert.Null(Refused(dossier, 2, World.Process, Next()));
    }

    private static ProcessDefinition Next() => World.Process with { Version = 2 };

    private string? Refused(Dossier dossier, int version, params ProcessDefinition[] versions) =>
        new MoveToProcess(version).Decide(dossier, world.Now() with { VersionsOf = _ => versions }).Refusal?.Code;
}
