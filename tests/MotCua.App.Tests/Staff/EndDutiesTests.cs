using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Staff;

/// <summary>When a duty ends, its open steps go to somebody who may act on them, by acts in the log.</summary>
public sealed class EndDutiesTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-10")]
    public async Task A_transfer_hands_over_what_was_chosen_and_gives_the_rest_back_to_the_unit(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        var (first, second) = (await Handled(bureau, "ngoc.ltb"), await Handled(bureau, "ngoc.ltb"));
        var moan = await bureau.Of("moan.yb");
        var ended = await bureau.End("nha.dt", "ngoc.ltb", bureau.Today.AddDays(-1), [new StepMove(first.Id, first.Step, moan)]);
        Assert.Equal((0, 2), (ended.Refusals.Count, ended.Moved));
        Assert.Empty(await bureau.Duties("ngoc.ltb"));
        Assert.Equal(moan, (await bureau.Life.Step(first.Id, StepKind.Handle)).Officer);
        Assert.Null((await bureau.Life.Step(second.Id, StepKind.Handle)).Officer);
        Assert.Equal(0, await bureau.Left());

        await using var db = bureau.House.Db();
        var line = (await bureau.House.Reader(db).Find(second.Id, Actor.Job))!.Timeline[^1];
        Assert.Equal((await bureau.Of("ngoc.ltb"), "Đoàn Thị Nhã", StepHandOver.Door), (((StepReleased)line.Event).From, line.Officer, line.Row.Door));
        Assert.Empty((await bureau.House.Verify()).Broken);
        var row = await db.Set<DutyGrantRow>().SingleAsync(g => g.Ended != null);
        Assert.Equal(("88/QĐ-UBND", new DateOnly(2026, 11, 16), null), (row.EndBasis, row.To, row.MeantTo));
    }

    [Fact]
    public async Task A_step_chosen_for_somebody_without_the_duty_goes_to_the_unit_instead()
    {
        await using var bureau = await Bureau.Open();
        var (id, step) = await Handled(bureau, "ngoc.ltb");
        var other = await Handled(bureau, "moan.yb");
        StepMove[] moves = [new(id, step, await bureau.Of("le.tm")), new(other.Id, other.Step, await bureau.Of("ngoc.ltb"))];
        Assert.Equal(1, (await bureau.End("nha.dt", "ngoc.ltb", bureau.Today.AddDays(-1), moves)).Moved);
        Assert.Null((await bureau.Life.Step(id, StepKind.Handle)).Officer);
        // A move of somebody else's step was slipped into the form: it is not done.
        Assert.Equal(await bureau.Of("moan.yb"), (await bureau.Life.Step(other.Id, StepKind.Handle)).Officer);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Steps_kept_to_the_last_day_go_back_when_the_day_is_over(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        var (id, step) = await Handled(bureau, "ngoc.ltb");
        Assert.Equal(0, (await bureau.End("nha.dt", "ngoc.ltb", bureau.Today)).Moved);
        Assert.Equal(0, await bureau.Sweep());
        Assert.Equal(await bureau.Of("ngoc.ltb"), (await bureau.Life.Now(id)).Open[step]!.Officer);
        bureau.House.At(2026, 11, 18, 0, 0);
        Assert.Equal((1, 1), (await bureau.Left(), await bureau.Sweep()));
        Assert.Equal((0, 0), (await bureau.Left(), await bureau.Sweep()));
        Assert.Null((await bureau.Life.Now(id)).Open[step]!.Officer);
    }

    [Fact]
    public async Task What_is_sent_back_after_a_transfer_finds_no_one_who_has_left()
    {
        await using var bureau = await Bureau.Open();
        var (id, step) = await Handled(bureau, "ngoc.ltb");
        Life.Expect(await bureau.Life.End(id, (await bureau.Life.Now(id)).Open[step]!));
        var approving = await bureau.Life.Until(id, StepKind.Approve);
        await bureau.End("nha.dt", "ngoc.ltb", bureau.Today.AddDays(-1));
        await using var db = bureau.House.Db();
        var reason = await bureau.House.Stage.ReasonCode("send-back", TestContext.Current.CancellationToken);
        Life.Expect(await bureau.House.Handle(db).SendBack(
            id, approving.Token, reason, "Xem lại", TestHouse.Hand(await bureau.Of("khoi.nd")), TestContext.Current.CancellationToken));
        Assert.Null((await bureau.Life.Step(id, StepKind.Handle)).Officer);
    }

    [Fact]
    public async Task An_end_needs_a_basis_a_day_and_a_duty_that_stands()
    {
        await using var bureau = await Bureau.Open();
        Assert.Equal(["end.day"], Bureau.Codes(await bureau.End("nha.dt", "ngoc.ltb", bureau.Today.AddDays(-2))));
        Assert.Equal(["end.grants"], Bureau.Codes(await bureau.End("nha.dt", "ngoc.ltb", bureau.Today, only: Duty.Sign)));
        await bureau.Give("nha.dt", "le.tm", await bureau.Fields(Duty.Handle, "H15.12.03", from: bureau.Today.AddDays(5), to: bureau.Today.AddDays(9)));
        Assert.Equal(["end.later"], Bureau.Codes(await bureau.End("nha.dt", "le.tm", bureau.Today.AddDays(20), only: Duty.Handle)));
        // Ended before it began: it never holds, and stays on record.
        Assert.Empty(Bureau.Codes(await bureau.End("nha.dt", "le.tm", bureau.Today, only: Duty.Handle)));
        bureau.House.At(2026, 11, 23, 9, 0);
        Assert.DoesNotContain(await bureau.Duties("le.tm"), g => g.Duty == Duty.Handle);
    }

    [Fact]
    public async Task The_last_administrator_of_the_province_stays()
    {
        await using var bureau = await Bureau.Open();
        await bureau.Give("vu.lq", "hue.mt", await bureau.Fields(Duty.Administer, "H15.01.01"));
        Assert.Equal(["grant.incompatible"], Bureau.Codes(await bureau.Give("vu.lq", "hue.mt", await bureau.Fields(Duty.Administer, "H15"))));
        Assert.True((await bureau.Give("vu.lq", "nha.dt", await bureau.Fields(Duty.Administer, "H15"))).Waits);
        Assert.True((await bureau.Approve("kien.lt", (await bureau.Request()).Id)).Done);
        Assert.Empty(Bureau.Codes(await bureau.End("nha.dt", "vu.lq", bureau.Today.AddDays(-1))));
        Assert.Equal(["staff.unknown"], Bureau.Codes(await bureau.End("vu.lq", "nha.dt", bureau.Today)));
        Assert.Equal(["staff.self"], Bureau.Codes(await bureau.End("nha.dt", "nha.dt", bureau.Today)));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Of_two_administrators_who_end_each_other_at_the_same_moment_one_stays(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        await bureau.Give("vu.lq", "nha.dt", await bureau.Fields(Duty.Administer, "H15"));
        await bureau.Approve("kien.lt", (await bureau.Request()).Id);
        await Task.WhenAll(
            Task.Run(() => bureau.End("vu.lq", "nha.dt", bureau.Today.AddDays(-1)), TestContext.Current.CancellationToken),
            Task.Run(() => bureau.End("nha.dt", "vu.lq", bureau.Today.AddDays(-1)), TestContext.Current.CancellationToken));
        await using var db = bureau.House.Db();
        var top = await bureau.Unit("H15");
        Assert.Equal(1, await db.Set<DutyGrantRow>().CountAsync(
            g => g.Duty == Duty.Administer && g.UnitId == top.Value && g.To == null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whatever_duties_end_in_a_whole_demonstration_no_step_stays_with_somebody_who_may_not_act()
    {
        await using var bureau = await Bureau.Open();
        await Lives(bureau, 40);
        Assert.Equal(0, await bureau.Left());
        foreach (var officer in new[] { "ngoc.ltb", "khanh.pq", "hanh.tn", "huong.lt", "khoi.nd" })
        {
            Assert.Empty(Bureau.Codes(await bureau.End("vu.lq", officer, bureau.Today.AddDays(-1))));
            Assert.Equal(0, await bureau.Left());
        }
        Assert.Empty((await bureau.House.Verify()).Broken);
    }

    private static async Task Lives(Bureau bureau, int count)
    {
        for (var i = 0; i < count / 8; i++)
            foreach (var kind in new[] { StepKind.HandOver, StepKind.Handle, StepKind.Approve, StepKind.Register })
            {
                var id = await bureau.Life.Received(i % 2 == 0 ? "1.001193" : "1.115320");
                var step = await bureau.Life.Until(id, kind);
                Life.Expect(await bureau.House.Perform(id, new ClaimStep(step.Token), TestHouse.Hand(await bureau.Life.OfficerOf(step))));
            }
    }

    /// <summary>A dossier that an officer handles.</summary>
    private static async Task<(DossierId Id, Token Step)> Handled(Bureau bureau, string userName)
    {
        var id = await bureau.Life.Received();
        var step = await bureau.Life.Until(id, StepKind.Handle);
        Life.Expect(await bureau.House.Perform(id, new ClaimStep(step.Token), TestHouse.Hand(await bureau.Of(userName))));
        return (id, step.Token);
    }
}
