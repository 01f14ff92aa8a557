using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>Several at one dossier, on both databases.</summary>
public sealed class TogetherTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Parallel_steps_ended_at_the_same_moment_are_both_done(Testing.Engine engine)
    {
        await using var desk = await Desk.With("1.115320", engine);
        for (var round = 0; round < 5; round++)
        {
            var id = round == 0 ? desk.Id : await desk.Life.Received("1.115320");
            await desk.Life.Until(id, StepKind.Handle);
            var steps = (await desk.Life.Now(id)).Open.Steps;
            var done = await Task.WhenAll(steps.Select(s => Task.Run(async () =>
            {
                var hand = TestHouse.Hand(await desk.Life.OfficerOf(s), seen: (await desk.Life.Now(id)).Version);
                return await desk.Handle(h => h.Complete(id, s.Token, Outcome.Granted, "Đủ.", hand));
            })));
            Assert.All(done, p => Assert.IsType<Performed.Done>(p));
            Assert.Equal(StepKind.Approve, Assert.Single((await desk.Life.Now(id)).Open.Steps).Kind);
        }
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Of_two_on_one_step_one_wins_and_the_other_is_told_who_what_and_when(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        var seen = (await desk.Now()).Version;
        var both = await Task.WhenAll(new[] { "ngoc.ltb", "moan.yb" }.Select(who => Task.Run(async () =>
        {
            var hand = await desk.Of(who, seen);
            return await desk.Handle(h => h.Complete(desk.Id, step, Outcome.Granted, who, hand));
        })));
        Assert.Single(both.OfType<Performed.Done>());
        var told = Assert.Single(both.OfType<Performed.Overtaken>());
        Assert.Equal(("step-closed", desk.House.Clock.GetUtcNow()), (told.By.Kind, told.By.At));
        Assert.Contains(told.Since, e => e.Kind == "submitted");
        // What the loser typed left nothing behind.
        Assert.Single((await desk.Read())!.Texts);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_same_key_twice_is_one_act(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var hand = await desk.Of("ngoc.ltb") with { Key = "form:1" };
            return await desk.Handle(h => h.Complete(desk.Id, step, Outcome.Granted, "Đủ.", hand));
        })));
        Assert.Single(both.OfType<Performed.Done>());
        Assert.Single(both.OfType<Performed.Repeated>());
        Assert.Single((await desk.Read())!.Timeline, l => l.Event is Submitted);
    }

    [Fact]
    [Requirement("R-REPO-03")]
    public async Task Only_who_has_to_do_with_a_dossier_today_sees_it()
    {
        await using var desk = await Desk.With();
        await desk.Until(StepKind.Return);
        foreach (var who in new[] { "hanh.tn", "phuoc.nv", "ngoc.ltb", "tho.hv", "khoi.nd", "le.tm" })
            Assert.Equal(Sight.Handles, (await desk.Read(who))?.Sight);
        foreach (var who in new[] { "thinh.nd", "quy.ct" })
            Assert.Equal(Sight.Oversees, (await desk.Read(who))?.Sight);
        foreach (var who in new[] { "khanh.pq", "blim.h", "hue.mt", "suong.nt", "vu.lq" })
            Assert.Null(await desk.Read(who));
        await using (var db = desk.House.Db())
            await db.Set<DutyGrantRow>().Where(g => g.OfficerId == 5).ExecuteUpdateAsync(g => g.SetProperty(x => x.To, new DateOnly(2026, 11, 16)));
        Assert.Null(await desk.Read("ngoc.ltb"));
    }

    [Fact]
    public async Task A_file_is_given_only_with_the_dossier_it_belongs_to()
    {
        await using var desk = await Desk.With();
        await desk.Until(StepKind.Return);
        var other = await desk.Life.Received();
        var (code, foreign) = ((await desk.Now()).Case.Code.Value, (await desk.Life.Now(other)).Case.Code.Value);
        var file = (await desk.Read())!.Papers.Single(p => p.Component == "result").Files[0].Id;
        await using var db = desk.House.Db();
        var reader = desk.House.Reader(db);
        var officer = Actor.Of(await desk.House.Officer("hanh.tn"));
        Assert.NotNull(await reader.File((await reader.Find(code, officer))!, file));
        Assert.Null(await reader.File((await reader.Find(foreign, officer))!, file));
        Assert.Null(await reader.Find(code, Actor.Of(await desk.House.Officer("blim.h"))));
    }
}
