using Microsoft.EntityFrameworkCore;
using MotCua.App.Processing;
using MotCua.App.Tests.Processing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Warnings;

/// <summary>Opinions and instructions that are late stand in the warnings of who is to act and of who waits (R-WF-09, F-27).</summary>
public sealed class LateTaskTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-09")]
    public async Task A_late_opinion_is_told_to_who_asked_and_to_the_unit_that_was_asked_until_it_comes(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        var hand = await desk.Of("ngoc.ltb");
        var unit = await desk.Life.UnitId("H15.12.04");
        await using var db = desk.House.Db();
        var consult = new Consult(desk.House.Desk(db));
        Life.Expect(await consult.Ask(desk.Id, step, unit, "Thửa đất có tranh chấp không?", 2, [], hand, TestContext.Current.CancellationToken));
        desk.House.At(2026, 11, 19, 16, 0);
        await desk.House.Warn();
        Assert.DoesNotContain(await desk.House.Given(), g => g.Contains("opinion", StringComparison.Ordinal));
        desk.House.At(2026, 11, 20, 8, 0);
        await desk.House.Warn();
        var given = (await desk.House.Given(current: true)).Where(g => g.EndsWith("opinion:1", StringComparison.Ordinal)).ToList();
        Assert.Contains("ngoc.ltb opinion:1", given);
        Assert.Contains("ngan.bt opinion:1", given);
        await desk.House.Warn();
        Assert.Equal(given, (await desk.House.Given()).Where(g => g.EndsWith("opinion:1", StringComparison.Ordinal)));
        Life.Expect(await consult.Answer(
            desk.Id, 1, Stance.Agrees, "Không.", null, await desk.Of("ngan.bt"), TestContext.Current.CancellationToken));
        await desk.House.Warn();
        Assert.DoesNotContain(await desk.House.Given(current: true), g => g.Contains("opinion", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_instruction_stands_in_both_lists_is_warned_of_when_late_and_ends_with_the_dossier(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        var (giver, receiver) = (await desk.House.Officer("phuoc.nv"), await desk.House.Officer("ngoc.ltb"));
        await using var db = desk.House.Db();
        var instruct = new Instruct(desk.House.Desk(db));
        var dossier = await desk.Now();
        var unit = dossier.Open[step]!.Unit;
        Life.Expect(await instruct.Give(
            desk.Id, dossier.Case.Reception, receiver, unit, "Ưu tiên xử lý trước.", 1, TestHouse.Hand(giver), TestContext.Current.CancellationToken));
        var list = new InstructionList(db, desk.House.References, desk.House.Clock);
        Assert.Equal("Ưu tiên xử lý trước.", Assert.Single(await list.ToDo(receiver, TestContext.Current.CancellationToken)).Text);
        Assert.Equal(1, await InstructionList.Waiting(db, receiver).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await InstructionList.Waiting(db, giver).CountAsync(TestContext.Current.CancellationToken));
        Assert.Contains(await list.Choices(dossier, giver, TestContext.Current.CancellationToken), c => c.Officer == receiver.Value && c.Unit == unit.Value);
        Assert.DoesNotContain("Ưu tiên", (await desk.Read())!.Timeline[^1].Row.Data);
        desk.House.At(2026, 11, 19, 8, 0);
        await desk.House.Warn();
        Assert.Contains("ngoc.ltb instruction:1", await desk.House.Given(current: true));
        Assert.Contains("phuoc.nv instruction:1", await desk.House.Given(current: true));
        Life.Expect(await instruct.Report(desk.Id, 1, "Đã làm xong.", TestHouse.Hand(receiver), TestContext.Current.CancellationToken));
        await desk.House.Warn();
        Assert.DoesNotContain(await desk.House.Given(current: true), g => g.Contains("instruction", StringComparison.Ordinal));
        Assert.Equal(1, await InstructionList.Waiting(db, giver).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(InstructionState.Reported, Assert.Single(await list.Given(giver, TestContext.Current.CancellationToken)).Row.State);
        await desk.Life.Ended(desk.Id);
        Assert.Equal(0, await InstructionList.Waiting(db, giver).CountAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await desk.House.Verify()).Broken);
    }
}
