using MotCua.App.Selections;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Many;

/// <summary>One thing is done to many dossiers: each by an act of its own with an outcome of its own, once.</summary>
public sealed class BatchActsTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-05")]
    public async Task What_may_be_done_is_done_the_rest_says_why_and_twice_is_once(Testing.Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (one, two, other) = (await At(life, StepKind.Handle), await At(life, StepKind.Handle), await At(life, StepKind.Approve));
        var ngoc = await house.Officer("ngoc.ltb");
        Life.Expect(await house.Perform(two.Dossier, new ClaimStep(two.Step), TestHouse.Hand(await house.Officer("moan.yb"))));
        await using var db = house.Db();
        var batch = Batch(house, db);
        BatchItem[] items = [one, two, other, one];
        var seen = await batch.Preview(BatchKind.Claim, items, ngoc);
        Assert.Equal([null, "claim.taken", "duty.missing"], seen.Select(l => l.No?.Code).Select(c => c is "claim.other-duty" ? "duty.missing" : c));
        Assert.Null((await life.Now(one.Dossier)).Open[one.Step]!.Officer);

        var hand = TestHouse.Hand(ngoc) with { Key = "k1" };
        var done = await batch.Do(BatchKind.Claim, items, null, hand);
        Assert.Equal([true, false, false], done.Select(l => l.No is null));
        Assert.Equal(ngoc, (await life.Now(one.Dossier)).Open[one.Step]!.Officer);
        var version = (await life.Now(one.Dossier)).Version;
        var again = await batch.Do(BatchKind.Claim, items, null, hand);
        Assert.True(again[0].Repeated);
        Assert.Equal(version, (await life.Now(one.Dossier)).Version);
        Assert.All(await batch.Do(BatchKind.UndoClaim, [one], null, hand), l => Assert.Null(l.No));
        Assert.Null((await life.Now(one.Dossier)).Open[one.Step]!.Officer);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_was_sent_on_is_taken_back_where_nobody_has_begun(Testing.Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (one, two) = (await At(life, StepKind.HandOver), await At(life, StepKind.HandOver));
        await using var db = house.Db();
        var batch = Batch(house, db);
        var hand = TestHouse.Hand(await house.Officer("hanh.tn")) with { Key = "k2" };
        var sent = await batch.Do(BatchKind.Forward, [one, two], null, hand);
        Assert.All(sent, l => Assert.Null(l.No));
        var begun = await life.Step(two.Dossier, StepKind.Handle);
        Life.Expect(await house.Perform(two.Dossier, new ClaimStep(begun.Token), TestHouse.Hand(await house.Officer("ngoc.ltb"))));
        var back = await batch.Do(BatchKind.UndoForward, [.. sent.Select(l => l.Item)], null, hand);
        Assert.Null(back[0].No);
        Assert.NotNull(back[1].No);
        Assert.Equal(DossierStatus.Received, (await life.Now(one.Dossier)).Case.Status);
        Assert.Equal(DossierStatus.InProcess, (await life.Now(two.Dossier)).Case.Status);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_head_gives_many_steps_to_one_officer_and_the_signer_approves_many(Testing.Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (one, two, three) = (await At(life, StepKind.Handle), await At(life, StepKind.Handle), await At(life, StepKind.Approve));
        var unit = (await life.Now(one.Dossier)).Open[one.Step]!.Unit;
        var (head, moan) = (await house.OfficerWith(Duty.Lead, unit), await house.Officer("moan.yb"));
        await using var db = house.Db();
        var given = await Batch(house, db).Do(BatchKind.Assign, [one, two], moan, TestHouse.Hand(head) with { Key = "k3" });
        Assert.All(given, l => Assert.Null(l.No));
        Assert.Equal(moan, (await life.Now(two.Dossier)).Open[two.Step]!.Officer);
        Assert.All(await Batch(house, db).Do(BatchKind.UndoAssign, [.. given.Select(l => l.Item)], null, TestHouse.Hand(head) with { Key = "k3" }),
            l => Assert.Null(l.No));
        Assert.Null((await life.Now(two.Dossier)).Open[two.Step]!.Officer);
        var signer = await life.OfficerOf((await life.Now(three.Dossier)).Open[three.Step]!);
        Assert.Null(Assert.Single(await Batch(house, db).Do(BatchKind.Approve, [three], null, TestHouse.Hand(signer) with { Key = "k4" })).No);
        Assert.Equal(Outcome.Granted, (await life.Now(three.Dossier)).Case.Decided);
        Assert.Null(BatchActs.UndoOf(BatchKind.Approve));
        // Somebody of another unit learns nothing of them.
        Assert.Empty(await Batch(house, db).Preview(BatchKind.Claim, [one], await house.Officer("vu.lq")));
    }

    [Fact]
    public void A_form_carries_an_item_and_nothing_else()
    {
        var item = new BatchItem(new DossierId(Guid.NewGuid()), new Token(3), 12);
        Assert.Equal(item, BatchItem.Read(item.ToString()));
        Assert.Equal(item with { Version = null }, BatchItem.Read((item with { Version = null }).ToString()));
        Assert.Null(BatchItem.Read("x.1"));
        Assert.Null(BatchItem.Read($"{Guid.NewGuid():N}.-1"));
    }

    private static async Task<BatchItem> At(Life life, StepKind kind)
    {
        var id = await life.Received();
        return new BatchItem(id, (await life.Until(id, kind)).Token);
    }

    private static BatchActs Batch(TestHouse house, MotCuaDb db) => new(house.Desk(db), house.Handle(db), house.Return(db), new Reaches(db, house.Clock));
}
