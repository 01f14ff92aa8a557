using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Catalogue;
using MotCua.App.Processes;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Publishing;

/// <summary>A version of a process from the draft to its successor.</summary>
public sealed class ApprovalTests
{
    private const string Procedure = "1.000689";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-01"), Requirement("R-WF-23")]
    public async Task A_process_is_drawn_checked_and_published_by_three_people_and_binds_dossiers_from_then_on(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (bureau, life) = (new Bureau(house), new Life(house));
        var before = await life.Received(Procedure);
        var draft = Bureau.Expect(await bureau.Draft(bureau.Says("Quy trình khai sinh", Procedure), Bureau.Line(StepLines.Usual(20))));
        Assert.Equal((VersionState.Draft, "qt-1.000689", 1), (draft.State, draft.Code, draft.Version));
        Assert.Equal("process.not-checked", (await bureau.Publish(draft)).Refusal!.Code);
        Assert.Equal("process.check-duty", (await bureau.Check(draft, Bureau.Drawer)).Refusal!.Code);
        var checkedRow = Bureau.Expect(await bureau.Check(draft));
        Assert.Equal("process.publish-duty", (await bureau.Publish(checkedRow, who: Bureau.Checker)).Refusal!.Code);
        var published = Bureau.Expect(await bureau.Publish(checkedRow));
        Assert.Equal(VersionState.Published, published.State);
        Assert.Equal(
            (await house.Officer(Bureau.Drawer), await house.Officer(Bureau.Checker), await house.Officer(Bureau.Head)),
            (new OfficerId(published.DraftedBy), new OfficerId(published.CheckedBy!.Value), new OfficerId(published.PublishedBy!.Value)));
        var after = await life.Received(Procedure, await life.Typed(Procedure, "Y Thử Niê", "066190004813"));
        Assert.Equal(("qt-1.000689", 1), ((await life.Now(after)).Case.Process, (await life.Now(after)).Case.ProcessVersion));
        Assert.Equal("commune-usual-3d", (await life.Now(before)).Case.Process);
        await life.Ended(after);
        await life.Ended(before);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-WF-01")]
    public async Task What_was_published_never_changes_and_its_successor_takes_over_on_its_day()
    {
        await using var house = await TestHouse.Open();
        var (bureau, life) = (new Bureau(house), new Life(house));
        var first = await bureau.Published(bureau.Says("Bản một", Procedure), Bureau.Line(StepLines.Usual(20)));
        var held = await life.Received(Procedure);
        Assert.Equal("process.fixed", (await bureau.With(Bureau.Drawer, (d, _, me) =>
            d.Change(first.Id, first.Changes, bureau.Says("Khác", Procedure), null, me))).Refusal!.Code);
        var draft = Bureau.Expect(await bureau.With(Bureau.Drawer, (d, _, me) => d.Succeed(first.Code, 1, me)));
        Assert.Equal((2, VersionState.Draft, ""), (draft.Version, draft.State, draft.Decision));
        Assert.Equal(first.ProcedureCodes, draft.ProcedureCodes);
        Assert.Contains("số quyết định", (await bureau.Check(draft)).Findings.Single(f => f.Blocks).Sentence);
        draft = Bureau.Expect(await bureau.With(Bureau.Drawer, (d, _, me) => d.Change(
            draft.Id, draft.Changes, bureau.Says("Bản hai", Procedure) with { From = bureau.Today.AddDays(3) }, Bureau.Line(StepLines.Usual(24)), me)));
        var second = Bureau.Expect(await bureau.Publish(Bureau.Expect(await bureau.Check(draft)), confirmed: true));
        await using (var db = house.Db())
            Assert.Equal(second.From.AddDays(-1), (await db.Set<ProcessVersionRow>().FindAsync([first.Id], TestContext.Current.CancellationToken))!.To);
        var still = await life.Received(Procedure, await life.Typed(Procedure, "Y Thử Niê", "066190004813"));
        Assert.Equal(1, (await life.Now(still)).Case.ProcessVersion);
        house.Clock.Advance(TimeSpan.FromDays(3));
        var next = await life.Received(Procedure, await life.Typed(Procedure, "H Thử Niê", "066190004814"));
        Assert.Equal((2, 1), ((await life.Now(next)).Case.ProcessVersion, (await life.Now(held)).Case.ProcessVersion));
        await life.Ended(held);
    }

    [Fact]
    public async Task Whoever_draws_does_not_check_and_whoever_acts_on_an_older_state_is_told()
    {
        await using var house = await TestHouse.Open();
        var bureau = new Bureau(house);
        var own = Bureau.Expect(await bureau.With(Bureau.Checker, (d, _, me) =>
            d.Make(null, bureau.Says("Tự soạn", Procedure), Bureau.Line(StepLines.Usual(20)), me)));
        Assert.Equal("process.check-own", (await bureau.Check(own)).Refusal!.Code);
        var changed = Bureau.Expect(await bureau.With(Bureau.Drawer, (d, _, me) => d.Change(own.Id, own.Changes, bureau.Says("Sửa", Procedure), null, me)));
        Assert.Equal("process.crossed", (await bureau.Check(own)).Refusal!.Code);
        var fine = Bureau.Expect(await bureau.Check(changed));
        var back = Bureau.Expect(await bureau.With(Bureau.Head, (_, p, me) => p.GiveBack(fine.Id, fine.Changes, "Ghi rõ bước 2.", me)));
        Assert.Equal((VersionState.Draft, "Ghi rõ bước 2.", null), (back.State, back.Remark, back.CheckedBy));
        Assert.Equal("process.draft-duty", (await bureau.With("hanh.tn", (d, _, me) => d.Drop(back.Id, back.Changes, me))).Refusal!.Code);
        Bureau.Expect(await bureau.With(Bureau.Drawer, (d, _, me) => d.Drop(back.Id, back.Changes, me)));
        Assert.Null(await bureau.With(Bureau.Drawer, (d, _, _) => d.Row(back.Id)));
    }

    [Fact]
    public async Task A_procedure_gets_its_process_in_a_new_version_that_an_import_leaves_alone()
    {
        await using var house = await TestHouse.Open();
        var bureau = new Bureau(house);
        await bureau.Published(bureau.Says("Bản một", Procedure), Bureau.Line(StepLines.Usual(20)));
        await using var db = house.Db();
        var rows = await db.Set<ProcedureRow>().Where(p => p.Code == Procedure).OrderBy(p => p.Version).ToListAsync(TestContext.Current.CancellationToken);
        var now = Succession.InForce(rows, bureau.Today)!;
        Assert.Equal((VersionOrigin.Hand, "qt-1.000689"), (now.Origin, ProcedureRows.Version(now).Process));
        Assert.Equal(bureau.Today.AddDays(-1), rows[^2].To);
        Assert.True(await db.Set<ProcedureLockRow>().AnyAsync(
            l => l.Code == Procedure && l.Field == Domain.Catalogue.CatalogueField.Process && l.Released == null, TestContext.Current.CancellationToken));
    }
}
