using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Reception;
using MotCua.App.Tracking;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>Groups of linked procedures on a database: one submission, several agencies, one return.</summary>
public sealed class GroupTests
{
    private const string Birth = "2.000986", Death = "2.002622";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-13")]
    public async Task A_group_is_filed_once_goes_to_each_agency_and_is_returned_once(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        foreach (var code in new[] { Birth, Death })
        {
            var group = await life.Received(code, await Typed(house, life, code));
            var parts = (await life.Now(group)).Links.Children;
            Assert.Equal(3, parts.Count);
            // The first agency ends; only then do the others begin.
            Assert.All(await Open(life, parts.Skip(1)), steps => Assert.Equal(0, steps));
            await life.Until(parts[0], StepKind.Return);
            await Carry(house);
            foreach (var part in parts.Skip(1))
                await life.Until(part, StepKind.Return);
            Assert.Empty((await life.Now(group)).Open.Steps);
            await Carry(house);
            var back = Assert.Single((await life.Now(group)).Open.Steps);
            Assert.Equal(DossierStatus.Returned, Life.Expect(await life.End(group, back)).Case.Status);
            Assert.All(await States(life, parts), s => Assert.Equal(DossierStatus.Returned, s));
        }
        var agencies = (await house.Stage.Reference()).Agencies;
        await using var db = house.Db();
        Assert.Equal(["H15.12", "H15.12.91", "H15.12.92"], (await db.Set<DossierRow>().Select(d => d.CompetentId).Distinct().ToListAsync())
            .Select(id => agencies.Find(new Domain.Agencies.AgencyId(id))!.Code).Order(StringComparer.Ordinal));
        Assert.Empty((await house.Verify()).Broken);
        await Settled(db);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Papers_are_taken_once_and_what_one_makes_for_another_goes_there_by_itself(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var group = await life.Received(Birth, await Typed(house, life, Birth));
        var parts = (await life.Now(group)).Links.Children;
        await using var db = house.Db();
        var taken = await db.Set<DossierPaperRow>().Where(p => p.DossierId == group.Value).Select(p => p.Name).ToListAsync();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        var card = parts[2].Value;
        Assert.DoesNotContain("Giấy khai sinh", string.Join('|', await Names(db, card)));
        Assert.Contains("Tờ khai tham gia", string.Join('|', await Names(db, card)));
        await life.Until(parts[0], StepKind.Return);
        await Carry(house);
        Assert.Contains(await Names(db, card), n => n.StartsWith("Giấy khai sinh số ", StringComparison.Ordinal));
        var digests = await db.Set<PaperFileRow>()
            .Where(f => db.Set<DossierPaperRow>().Any(p => p.Id == f.PaperId && p.DossierId == card)).Select(f => f.Digest).ToListAsync();
        Assert.Single(digests);
        // Money and receipt are the group's alone.
        Assert.Equal([20000L, 0, 0, 0], await db.Set<DossierRow>().OrderByDescending(d => d.Charged).Select(d => d.Charged).ToListAsync());
        Assert.Equal(4, await db.Set<DossierRow>().CountAsync());
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task All_dossiers_of_a_group_are_received_or_none_and_twice_is_once(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var officer = await house.Stage.OfficerWith(Domain.Agencies.Duty.Receive, await life.UnitId());
        var attempt = await life.Attempt(officer, Birth, await Typed(house, life, Birth));
        await using var db = house.Db();
        var numbers = await db.Set<CounterRow>().CountAsync();
        var version = (await house.Stage.Procedure("1.001193"))!;
        var refused = await house.Desk(db).PerformAll(
        [
            new(new DossierId(Guid.CreateVersion7()), Simple(version, true), new Hand(Actor.Of(officer), "test") { Procedure = version }),
            new(new DossierId(Guid.CreateVersion7()), Simple(version, false), new Hand(Actor.Of(officer), "test") { Procedure = version }),
        ]);
        Assert.Equal("receive.paper-missing", Assert.IsType<Performed.Refused>(refused).Why.Code);
        Assert.Equal((0, numbers), (await db.Set<DossierEventRow>().CountAsync(), await db.Set<CounterRow>().CountAsync()));
        var first = await house.Receive(db).Do(attempt, officer, "test");
        var again = await house.Receive(db).Do(attempt, officer, "test");
        Assert.Equal((first.Dossier, 4), (again.Dossier, await db.Set<DossierRow>().CountAsync()));

        async Task<Receipt> Once() { await using var own = house.Db(); return await house.Receive(own).Do(attempt, officer, "test"); }
        await Task.WhenAll(Once(), Once());
        Assert.Equal(4, await db.Set<DossierRow>().CountAsync());
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_message_that_is_carried_twice_or_half_is_noted_once(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var group = await life.Received(Birth, await Typed(house, life, Birth));
        var parts = (await life.Now(group)).Links.Children;
        await life.Until(parts[0], StepKind.Return);
        await using var db = house.Db();
        // The carrier died after the first half: the group knows, the others do not, the message still waits.
        await house.Perform(group, new NoteChild(parts[0], ChildOutcome.Granted), new Hand(Actor.Job, "job"));
        Assert.Equal((1, 0), (await Carry(house), await Carry(house)));
        var version = (await life.Now(parts[1])).Version;
        await db.Set<OutboxRow>().Where(o => o.Receiver == OwnMessages.Receiver).ExecuteUpdateAsync(o => o.SetProperty(x => x.Sent, (DateTimeOffset?)null));
        Assert.Equal(1, await Carry(house));
        Assert.Equal((version, 1), ((await life.Now(parts[1])).Version, (await life.Now(group)).Links.Ended.Count));
        Assert.Equal(StepKind.HandOver, Assert.Single((await life.Now(parts[1])).Open.Steps).Kind);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Where_the_birth_is_refused_the_others_are_stopped_and_the_group_hands_the_refusal_over(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var group = await life.Received(Birth, await Typed(house, life, Birth));
        var parts = (await life.Now(group)).Links.Children;
        for (var birth = await life.Now(parts[0]); birth.Open.Steps[0].Kind != StepKind.Return; birth = await life.Now(parts[0]))
            Life.Expect(await house.Stage.End(parts[0], birth.Open.Steps[0], Outcome.Refused));
        await Carry(house);
        Assert.Equal([DossierStatus.ResultReady, DossierStatus.Stopped, DossierStatus.Stopped], await States(life, parts));
        var whole = await life.Now(group);
        Assert.Equal((Outcome.Refused, DossierStatus.ResultReady), (whole.Case.Decided, whole.Case.Status));
        Life.Expect(await life.End(group, whole.Open.Steps[0]));
        Assert.Equal([DossierStatus.Returned, DossierStatus.Stopped, DossierStatus.Stopped], await States(life, parts));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task One_part_that_is_withdrawn_leaves_the_others_and_the_one_return(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var group = await life.Received(Birth, await Typed(house, life, Birth));
        var parts = (await life.Now(group)).Links.Children;
        var clerk = TestHouse.Hand(await house.Stage.OfficerWith(Domain.Agencies.Duty.Receive, await life.UnitId()));
        Life.Expect(await house.Stage.Handle(h => h.RequestWithdrawal(parts[2], Domain.Catalogue.Channel.Direct, "Đã có thẻ.", clerk)));
        Life.Expect(await house.Perform(parts[2], new Stop("nguoi-nop-yeu-cau"), clerk));
        await Carry(house);
        foreach (var part in parts.Take(2))
        {
            await life.Until(part, StepKind.Return);
            await Carry(house);
        }
        Life.Expect(await life.End(group, Assert.Single((await life.Now(group)).Open.Steps)));
        Assert.Equal([DossierStatus.Returned, DossierStatus.Returned, DossierStatus.Stopped], await States(life, parts));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task Whoever_holds_the_receipt_of_the_group_sees_every_procedure_of_it()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var group = await life.Received(Birth, await Typed(house, life, Birth));
        await using var db = house.Db();
        var seal = new Plain();
        var factors = new TrackingFactors(db, seal);
        var track = new TrackDossier(db, factors, new TrackingTries(db, house.Clock), house.References);
        var code = (await life.Now(group)).Case.Code.Value;
        var seen = (await track.ByFactor(code, await factors.Of(group, default), "here")).Progress!;
        Assert.Equal(3, seen.Parts.Count);
        Assert.Equal("Chờ kết quả của thủ tục phải có trước.", seen.Parts[1].Why);
        Assert.Equal(seen.Appointment, seen.Parts.Max(p => p.Due));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_an_applicant_declares_is_kept_beside_the_log_and_a_condition_of_the_process_asks_for_it(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        const string Procedure = "1.004222", Field = $"form.{Procedure}.cho-o";
        await using var db = house.Db();
        foreach (var (home, next) in new[] { ("Thuê hoặc mượn hoặc ở nhờ", "verify"), ("Sở hữu của mình", "appraise"), ("", "appraise") })
        {
            var id = await life.Received(Procedure, (await life.Typed(Procedure)).With((Field, home)));
            Life.Expect(await life.End(id, await life.Step(id, StepKind.HandOver)));
            Assert.Equal(next, Assert.Single((await life.Now(id)).Open.Steps).Element);
            Assert.Equal(home, await db.Set<DossierDeclaredRow>().Where(d => d.DossierId == id.Value && d.Name == "cho-o").Select(d => d.Value)
                .SingleOrDefaultAsync() ?? "");
            Assert.Equal(DossierStatus.Returned, (await life.Ended(id)).Case.Status);
        }
        Assert.False(await db.Set<DossierEventRow>().AnyAsync(e => e.Data.Contains("Sở hữu")));
        var wrong = await house.Stage.Receive(Procedure, await life.UnitId(), (await life.Typed(Procedure)).With((Field, "trên cây")));
        Assert.Contains(wrong.Refusals, r => r.Code == "form.declared" && r.Field == Field);
        // In a group each part keeps what its own procedure asks.
        var group = await life.Received(Birth, (await Typed(house, life, Birth)).With(
            (Field, "Ở cùng người thân"), ("form.1.014137.noi-kham", "Trạm y tế phường")));
        var parts = (await life.Now(group)).Links.Children;
        Assert.Equal(["cho-o", "noi-kham"], await db.Set<DossierDeclaredRow>().Where(d => d.DossierId == parts[1].Value || d.DossierId == parts[2].Value)
            .OrderBy(d => d.Name).Select(d => d.Name).ToListAsync());
        Assert.False(await db.Set<DossierDeclaredRow>().AnyAsync(d => d.DossierId == group.Value));
        Assert.Empty((await house.Verify()).Broken);
    }

    /// <summary>What is typed for a complete group.</summary>
    private static async Task<TypedForm> Typed(TestHouse house, Life life, string code)
    {
        var typed = await life.Typed(code);
        var group = (await house.Stage.Reference()).Group(code, Vietnam.Day(house.Clock.GetUtcNow()))!;
        foreach (var (i, member) in group.Members.Index())
            typed = typed.With((await house.Stage.Procedure(member.Procedure))!.Papers.Select(p => ($"paper.{i + 1}-{p.Code}.passes", "yes")));
        return typed;
    }

    private static Receive Simple(Domain.Catalogue.ProcedureVersion version, bool complete)
    {
        var owner = new PartyId(Guid.CreateVersion7());
        return new Receive(
            Guid.CreateVersion7(), new(11), new(11), new(10), Domain.Catalogue.Channel.Direct, null, owner, owner,
            complete ? [.. version.Papers.Select(p => new Domain.Papers.TakenPaper(p.Code, Domain.Papers.PaperForm.Original, 1, true, false, []))] : [],
            Domain.Fees.Dong.Zero, ReturnChannel.AtUnit, new(11), [], false);
    }

    private static async Task<int> Carry(TestHouse house)
    {
        await using var db = house.Db();
        return await new CarryResults(db, house.Desk(db), house.Clock).Round();
    }

    private static async Task<IReadOnlyList<DossierStatus>> States(Life life, IEnumerable<DossierId> ids)
    {
        var states = new List<DossierStatus>();
        foreach (var id in ids)
            states.Add((await life.Now(id)).Case.Status);
        return states;
    }

    private static async Task<IReadOnlyList<int>> Open(Life life, IEnumerable<DossierId> ids)
    {
        var open = new List<int>();
        foreach (var id in ids)
            open.Add((await life.Now(id)).Open.Steps.Count);
        return open;
    }

    private static Task<List<string>> Names(MotCuaDb db, Guid dossier) =>
        db.Set<DossierPaperRow>().Where(p => p.DossierId == dossier).Select(p => p.Name).ToListAsync();

    private sealed class Plain : ISeal
    {
        public string Seal(string secret) => secret;

        public string Open(string sealedSecret) => sealedSecret;
    }

    /// <summary>No message to ourselves waits any more.</summary>
    private static async Task Settled(MotCuaDb db) =>
        Assert.False(await db.Set<OutboxRow>().AnyAsync(o => o.Receiver == OwnMessages.Receiver && o.Sent == null));
}
