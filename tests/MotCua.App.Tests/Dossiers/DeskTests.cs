using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>What one act at the desk writes, and what it does not.</summary>
public sealed class DeskTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_act_that_breaks_while_it_writes_leaves_nothing_not_even_for_a_later_save(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        var step = await life.Until(id, StepKind.Approve);
        var before = await Counts(house);
        await using var db = house.Db();
        var note = new TextId(Guid.CreateVersion7());
        var hand = TestHouse.Hand(await life.OfficerOf(step)) with
        {
            Key = "từ chối",
            Write = w =>
            {
                w.Text(note, "refusal", "Không đủ điều kiện.");
                throw new IOException("The disk is full.");
            },
        };
        await Assert.ThrowsAsync<IOException>(() => house.Desk(db).Perform(
            id, new RefuseAfterAppraisal(step.Token, "khong-du-dieu-kien", note, null), hand));
        await db.SaveChangesAsync();
        Assert.Equal(before, await Counts(house));
        Assert.Empty((await house.Verify()).Broken);
        Life.Expect(await house.Desk(db).Perform(id, new Approve(step.Token), hand with { Write = null }));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_refused_act_leaves_nothing(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        var step = await life.Until(id, StepKind.Approve);
        var before = await Counts(house);
        await using var db = house.Db();
        var refused = await house.Handle(db).Refuse(id, step.Token, "không có trong danh mục", "Lý do.", null, TestHouse.Hand(await life.OfficerOf(step)));
        Assert.IsType<Performed.Refused>(refused);
        Assert.Equal(before, await Counts(house));
    }

    [Fact]
    public async Task Unsaved_rows_in_the_context_are_refused_loudly()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var id = await life.Received();
        await using var db = house.Db();
        db.Add(new TextRow { Id = Guid.CreateVersion7(), DossierId = id.Value, Version = 1, Kind = "opinion", Body = "Đủ." });
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Desk(db).Perform(id, new Stop("x"), TestHouse.Hand(default)));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Rows_that_were_read_before_do_not_stand_in_the_way(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        await using var db = house.Db();
        var row = await db.Set<DossierRow>().SingleAsync(d => d.Id == id.Value);
        var step = await db.Set<DossierStepRow>().SingleAsync(s => s.DossierId == id.Value);
        var hand = TestHouse.Hand(await house.Officer("hanh.tn"));
        var after = Life.Expect(await house.Handle(db).HandOver(id, new Token(step.Token), hand));
        Assert.NotEqual(row.Version, after.Version);
        Assert.Equal(after.Version, (await db.Set<DossierRow>().SingleAsync(d => d.Id == id.Value)).Version);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Time_never_runs_back_inside_a_dossier(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        var received = house.Clock.GetUtcNow();
        house.Clock.AdjustTime(received.AddHours(-2));
        var opened = Life.Expect(await life.End(id, await life.Step(id, StepKind.HandOver)));
        Assert.Equal(received, Assert.Single(opened.Open.Steps).Opened);
        house.Clock.AdjustTime(received.AddTicks(12_345_678));
        await life.Ended(id);
        await using var db = house.Db();
        var times = await db.Set<DossierEventRow>().Where(e => e.DossierId == id.Value).OrderBy(e => e.Version).Select(e => e.At).ToListAsync();
        Assert.Equal(times.Order(), times);
        Assert.All(times, t => Assert.Equal(0, t.UtcTicks % TimeSpan.TicksPerMillisecond));
        Assert.Equal(received.AddMilliseconds(1234), times[^1]);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Rows_beside_the_log_carry_the_dossier_and_the_version_of_the_act_that_brought_them(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        await life.Ended(id);
        await using var db = house.Db();
        var first = (await db.Set<DossierEventRow>().Where(e => e.DossierId == id.Value).ToListAsync())
            .GroupBy(e => e.Act).ToDictionary(g => g.Key, g => g.Min(e => e.Version));
        Assert.All(await db.Set<PartyRow>().ToListAsync(), p => Assert.Equal((id.Value, 1), (p.DossierId, p.Version)));
        Assert.Equal([1, first["register-result"]], (await db.Set<DossierPaperRow>().ToListAsync()).Select(p => p.Version).Distinct().Order());
        Assert.Equal(first["complete-step"], Assert.Single(await db.Set<TextRow>().ToListAsync()).Version);
        var kinds = await db.Set<DossierEventRow>().ToDictionaryAsync(e => e.Version, e => e.Kind);
        Assert.All(await db.Set<OutboxRow>().ToListAsync(), o => Assert.Equal(kinds[o.Version], o.Kind));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-14")]
    public async Task Every_change_of_status_is_told_by_each_way_the_applicant_chose_and_to_the_portal(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        await life.Ended(await life.Received());
        await using var db = house.Db();
        var told = (await db.Set<OutboxRow>().ToListAsync()).ToLookup(o => o.Receiver, o => o.Kind);
        Assert.Equal(["received", "handed-over", "result-registered", "result-handed-over"], told["sms"]);
        Assert.Equal(told["sms"], told["national-portal"]);
    }

    [Fact]
    public async Task An_act_on_a_dossier_that_is_not_there_is_refused()
    {
        await using var house = await TestHouse.Open();
        var performed = await house.Perform(new DossierId(Guid.Empty), new Approve(new Token(1)), TestHouse.Hand(default));
        Assert.Equal("dossier.unknown", Assert.IsType<Performed.Refused>(performed).Why.Code);
    }

    private static async Task<string> Counts(TestHouse house)
    {
        await using var db = house.Db();
        return string.Join(' ',
            await db.Set<DossierEventRow>().CountAsync(), await db.Set<DossierStepRow>().CountAsync(), await db.Set<TextRow>().CountAsync(),
            await db.Set<OutboxRow>().CountAsync(), await db.Set<IdempotencyRow>().CountAsync(), await db.Set<CounterRow>().SumAsync(c => c.Value),
            await db.Set<DossierRow>().SumAsync(d => d.Version));
    }
}
