using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Fees;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Two people at the same dossier at the same moment.</summary>
public sealed class TwoAtOnceTests
{
    private const string Parallel = "1.115320";
    private const int Rounds = 8;

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-11")]
    public async Task Two_officers_who_end_two_open_steps_at_once_both_succeed(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        for (var round = 0; round < Rounds; round++)
        {
            var (id, steps) = await Open(life);
            var seen = (await life.Now(id)).Version;
            var hands = new[] { TestHouse.Hand(await life.OfficerOf(steps[0]), seen), TestHouse.Hand(await life.OfficerOf(steps[1]), seen) };
            var performed = await Together.Do(2, i => Complete(house, id, steps[i], hands[i], $"Ý kiến {i}"));
            Assert.All(performed, p => Assert.IsType<Performed.Done>(p));
            var after = await life.Now(id);
            Assert.Equal(StepKind.Approve, Assert.Single(after.Open.Steps).Kind);
            await using var db = house.Db();
            var opinions = await db.Set<TextRow>().Where(t => t.DossierId == id.Value).Select(t => t.Body).OrderBy(t => t).ToListAsync();
            Assert.Equal(["Ý kiến 0", "Ý kiến 1"], opinions);
        }
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Of_two_who_end_the_same_step_one_wins_and_the_other_is_told_who_and_when(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        OfficerId[] officers = [await house.Officer("khanh.pq"), await house.Officer("lu.vh")];
        for (var round = 0; round < Rounds; round++)
        {
            var (id, steps) = await Open(life);
            var appraise = steps.Single(s => s.Element == "appraise");
            var seen = (await life.Now(id)).Version;
            var performed = await Together.Do(2, i => Complete(house, id, appraise, TestHouse.Hand(officers[i], seen), $"Ý kiến {i}"));
            var winner = officers[Array.FindIndex(performed, p => p is Performed.Done)];
            var told = Assert.Single(performed.OfType<Performed.Overtaken>());
            Assert.Single(performed.OfType<Performed.Done>());
            Assert.Equal((winner.Value, house.Clock.GetUtcNow()), (told.By.OfficerId!.Value, told.By.At));
            Assert.Contains(told.Since, e => e.Kind == "step-closed" && e.OfficerId == winner.Value);
            await using var db = house.Db();
            Assert.Single(await db.Set<TextRow>().Where(t => t.DossierId == id.Value).ToListAsync());
        }
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Without_a_form_that_was_seen_the_second_is_refused_because_the_step_is_gone(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received();
        var step = await life.Step(id, StepKind.HandOver);
        OfficerId[] officers = [await house.Officer("hanh.tn"), await house.Officer("linh.hn")];
        var performed = await Together.Do(2, async i =>
        {
            await using var db = house.Db();
            return await house.Handle(db).HandOver(id, step.Token, TestHouse.Hand(officers[i]));
        });
        Assert.Single(performed.OfType<Performed.Done>());
        Assert.Equal("step.gone", Assert.Single(performed.OfType<Performed.Refused>()).Why.Code);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_others_did_to_another_step_does_not_matter_to_an_older_form(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (id, steps) = await Open(life);
        var seen = (await life.Now(id)).Version;
        Life.Expect(await life.End(id, steps[0]));
        Life.Expect(await Complete(house, id, steps[1], TestHouse.Hand(await life.OfficerOf(steps[1]), seen), "Đủ điều kiện."));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_others_did_to_the_same_step_is_told_before_anything_is_decided(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (id, steps) = await Open(life);
        var appraise = steps.Single(s => s.Element == "appraise");
        var (khanh, seen) = (await house.Officer("khanh.pq"), (await life.Now(id)).Version);
        await using var db = house.Db();
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        Life.Expect(await house.Handle(db).Assign(id, appraise.Token, khanh, TestHouse.Hand(await house.Officer("tuyet.dt"))));
        var told = Assert.IsType<Performed.Overtaken>(await Complete(house, id, appraise, TestHouse.Hand(khanh, seen), "Đủ điều kiện."));
        Assert.Equal(("assign-step", await house.Officer("tuyet.dt")), (told.By.Act, new OfficerId(told.By.OfficerId!.Value)));
        Life.Expect(await Complete(house, id, appraise, TestHouse.Hand(khanh, told.Dossier.Version), "Đủ điều kiện."));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Two_cashiers_with_the_same_money_in_mind_take_it_once(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received("1.001612");
        var owed = (await life.Now(id)).Money.Owed;
        Assert.NotEqual(Dong.Zero, owed);
        var (seen, cashier) = ((await life.Now(id)).Version, await house.Officer("duyen.dtm"));
        var performed = await Together.Do(2, async _ =>
        {
            await using var db = house.Db();
            return await house.Return(db).Pay(id, owed, PaymentMethod.Cash, "BL-0001", TestHouse.Hand(cashier, seen));
        });
        Assert.Single(performed.OfType<Performed.Done>());
        Assert.Equal(owed, (await life.Now(id)).Money.Paid);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-REC-12")]
    public async Task The_same_attempt_received_several_times_at_once_is_one_dossier(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var officer = await house.Officer("hanh.tn");
        var attempt = await life.Attempt(officer);
        var receipts = await Together.Do(4, async _ =>
        {
            await using var db = house.Db();
            return await house.Receive(db).Do(attempt, officer, "test");
        });
        Assert.Single(receipts, r => r.Performed is Performed.Done);
        Assert.Equal(3, receipts.Count(r => r.Performed is Performed.Repeated));
        Assert.Single(receipts.Select(r => r.Dossier).Distinct());
        await using var db = house.Db();
        Assert.EndsWith("-0001", Assert.Single(await db.Set<DossierRow>().ToListAsync()).Code, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await db.Set<CounterRow>().Where(c => c.Key.StartsWith("dossier-code:")).ToListAsync()).Value);
        Assert.Equal(AttemptState.Accepted, (await db.Set<AttemptRow>().SingleAsync()).State);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_same_key_twice_is_one_act_and_the_second_learns_what_the_first_came_to(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received("1.001612");
        var hand = TestHouse.Hand(await house.Officer("duyen.dtm")) with { Key = "phiếu-thu-1" };
        var one = new RecordPayment(new Dong(10_000), PaymentMethod.Cash, null);
        var first = Life.Expect(await house.Perform(id, one, hand));
        Assert.Equal(new Performed.Repeated(id, first.Version), await house.Perform(id, one, hand));
        var performed = await Together.Do(3, _ => house.Perform(id, one, hand with { Key = "phiếu-thu-2" }));
        Assert.Single(performed.OfType<Performed.Done>());
        Assert.Equal(2, performed.OfType<Performed.Repeated>().Count());
        Assert.Equal(20_000, (await life.Now(id)).Money.Paid.Amount);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_refused_act_does_not_use_up_its_key(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var id = await life.Received("1.001612");
        var hand = TestHouse.Hand(await house.Officer("duyen.dtm")) with { Key = "phiếu-thu-1" };
        Assert.IsType<Performed.Refused>(await house.Perform(id, new RecordPayment(new Dong(-1), PaymentMethod.Cash, null), hand));
        Assert.IsType<Performed.Done>(await house.Perform(id, new RecordPayment(new Dong(1), PaymentMethod.Cash, null), hand));
    }

    /// <summary>On the embedded database one writer waits for the other, so only a server lets the second one come between.</summary>
    [Fact]
    public async Task After_a_collision_the_act_is_decided_again_and_its_rows_are_written_once()
    {
        await using var house = await TestHouse.Open(Engine.Postgres);
        var life = new Life(house);
        var (id, steps) = await Open(life);
        var (first, calls) = (await life.Now(id), 0);
        var clock = new InterruptedClock(house.Clock, () => life.End(id, steps[0]));
        await using var db = house.Db();
        var text = new TextId(Guid.CreateVersion7());
        var hand = TestHouse.Hand(await life.OfficerOf(steps[1]), first.Version) with
        {
            Write = w =>
            {
                calls++;
                w.Text(text, "opinion", "Đủ điều kiện.");
            },
        };
        var done = Assert.IsType<Performed.Done>(
            await new DossierDesk(db, house.References, clock).Perform(id, new CompleteStep(steps[1].Token, Outcome.Granted, text), hand));
        Assert.Equal(2, calls);
        Assert.Equal(StepKind.Approve, Assert.Single(done.After.Open.Steps).Kind);
        Assert.Single(await db.Set<TextRow>().Where(t => t.Id == text.Value).ToListAsync());
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task A_request_whose_twin_ends_while_it_begins_learns_what_the_twin_came_to()
    {
        await using var house = await TestHouse.Open(Engine.Postgres);
        var life = new Life(house);
        var id = await life.Received("1.001612");
        var hand = TestHouse.Hand(await house.Officer("duyen.dtm")) with { Key = "phiếu-thu-1" };
        var all = new RecordPayment((await life.Now(id)).Money.Owed, PaymentMethod.Cash, null);
        var clock = new InterruptedClock(house.Clock, () => house.Perform(id, all, hand));
        await using var db = house.Db();
        Assert.IsType<Performed.Repeated>(await new DossierDesk(db, house.References, clock).Perform(id, all, hand));
    }

    private static async Task<(DossierId Id, IReadOnlyList<OpenStep> Steps)> Open(Life life)
    {
        var id = await life.Received(Parallel);
        var dossier = Life.Expect(await life.End(id, await life.Step(id, StepKind.HandOver)));
        Assert.Equal(2, dossier.Open.Steps.Count);
        return (id, dossier.Open.Steps);
    }

    private static async Task<Performed> Complete(TestHouse house, DossierId id, OpenStep step, Hand hand, string words)
    {
        await using var db = house.Db();
        return await house.Handle(db).Complete(id, step.Token, Outcome.Granted, words, hand);
    }

    /// <summary>Lets something happen when it is first asked, which is after the desk has read the log and before it writes.</summary>
    private sealed class InterruptedClock(TimeProvider real, Func<Task> interruption) : TimeProvider
    {
        private bool interrupted;

        public override DateTimeOffset GetUtcNow()
        {
            if (!interrupted)
            {
                interrupted = true;
                interruption().GetAwaiter().GetResult();
            }
            return real.GetUtcNow();
        }
    }
}
