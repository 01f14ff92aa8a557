using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Instructions are tasks with a date; they decide nothing (F-27).</summary>
public sealed class InstructionTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly OfficerId Colleague = new(8), Third = new(9);

    private readonly World world = new();

    public InstructionTests() => world.Act(World.All);

    [Fact]
    public void An_instruction_is_given_reported_found_wanting_and_closed_and_moves_no_step()
    {
        var before = world.Until(StepKind.Handle);
        var dossier = world.Do(before, Give());
        var told = Assert.Single(dossier.Instructions);
        // Two working days of the receiver's unit from the day after Tuesday 17 November.
        Assert.Equal(new DateOnly(2026, 11, 19), Vietnam.Day(told.Due.Due));
        world.Act(Colleague);
        dossier = world.Do(dossier, new ReportInstruction(1, Words));
        Assert.Equal("instruction.none", Refused(dossier, new ReportInstruction(1, Words)));
        Assert.Equal("instruction.not-giver", Refused(dossier, new CloseInstruction(1)));
        world.Act(World.All);
        Assert.Equal("instruction.wanting", Refused(dossier, new ReturnInstruction(1, null)));
        dossier = world.Do(dossier, new ReturnInstruction(1, Words));
        Assert.Equal((InstructionState.Open, told.Due), (dossier.Instructions[0].State, dossier.Instructions[0].Due));
        dossier = world.Do(dossier, new CloseInstruction(1));
        Assert.Equal(InstructionState.Closed, dossier.Instructions[0].State);
        Assert.Equal("instruction.none", Refused(dossier, new CloseInstruction(1)));
        Assert.Equal(before.Open.Steps, dossier.Open.Steps);
        Assert.Equal(World.Text(before), World.Text(dossier with { Version = before.Version, Instructions = [] }));
    }

    [Fact]
    public void Only_somebody_of_the_dossiers_units_is_told_and_only_by_who_leads_one()
    {
        var dossier = world.Until(StepKind.Handle);
        Assert.Equal("instruction.unit", Refused(dossier, Give() with { From = World.Department }));
        Assert.Equal("instruction.to", Refused(dossier, Give() with { Unit = World.Department }));
        Assert.Equal("instruction.himself", Refused(dossier, Give() with { To = World.All }));
        Assert.Equal("instruction.text", Refused(dossier, Give() with { Text = null }));
        Assert.Equal("instruction.days", Refused(dossier, Give() with { Days = 0 }));
        Assert.Equal("dossier.unborn", Refused(Dossier.Unborn(new DossierId(Guid.Empty)), Give()));
        Assert.NotNull(Instruction.GiverOf(dossier, world.Now()));
        Assert.Null(Instruction.GiverOf(dossier, world.Now() with { Duties = [.. world.Duties.Where(g => g.Duty == Duty.Handle)] }));
    }

    [Fact]
    public void Nobody_reports_for_another()
    {
        var dossier = world.Do(world.Until(StepKind.Handle), Give());
        world.Act(Third);
        Assert.Equal("instruction.not-yours", Refused(dossier, new ReportInstruction(1, Words)));
        world.Act(Colleague);
        Assert.Equal("instruction.report", Refused(dossier, new ReportInstruction(1, null)));
        Assert.True(new ReportInstruction(1, Words).IsOvertakenBy(new InstructionClosed(1, default)));
        Assert.False(new ReportInstruction(1, Words).IsOvertakenBy(new InstructionClosed(2, default)));
    }

    [Fact]
    public void It_is_late_only_while_it_is_open()
    {
        var dossier = world.Do(world.Until(StepKind.Handle), Give());
        var after = dossier.Instructions[0].Due.Due.AddMinutes(1);
        Assert.True(dossier.Instructions[0].IsLate(after));
        Assert.False(dossier.Instructions[0].IsLate(after.AddMinutes(-2)));
        world.Act(Colleague);
        Assert.False(world.Do(dossier, new ReportInstruction(1, Words)).Instructions[0].IsLate(after));
    }

    private static GiveInstruction Give() => new(World.OneStop, Colleague, World.Economy, Words, 2);

    private string? Refused(Dossier dossier, DossierAct act) => world.Decide(dossier, act).Refusal?.Code;
}
