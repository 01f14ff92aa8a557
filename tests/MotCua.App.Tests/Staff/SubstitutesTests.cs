using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Staff;
using MotCua.App.Tests.Forms;
using MotCua.App.Tests.Work;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Staff;

/// <summary>A substitute sees the absent officer's work and does it on his behalf, on the days and for the duties given, and not otherwise.</summary>
public sealed class SubstitutesTests
{
    private static async Task<DutyAt> At(Bureau bureau, Duty duty, string unit) => new(duty, await bureau.Unit(unit));

    /// <summary>ngoc.ltb (justice) is away from 18 to 20 November; khanh.pq of another department stands in.</summary>
    private static async Task<(Bureau Bureau, DossierId Id, Token Step)> Away(Testing.Engine engine, bool approved = true)
    {
        var bureau = await Bureau.Open(engine);
        var id = await bureau.Life.Received();
        var step = await bureau.Life.Until(id, StepKind.Handle);
        Life.Expect(await bureau.House.Perform(id, new ClaimStep(step.Token), TestHouse.Hand(await bureau.Of("ngoc.ltb"))));
        var asked = await bureau.Substitute(
            "ngoc.ltb", "ngoc.ltb", "khanh.pq", new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 20), await At(bureau, Duty.Handle, "H15.12.02"));
        Assert.True(asked is { Done: true, Waits: true });
        if (approved)
            Assert.Null(await bureau.OnLast("tho.hv", (s, who, row) => s.Approve(who, row)));
        return (bureau, id, step.Token);
    }

    private static async Task<Performed> InPlace(Bureau bureau, DossierId id, DossierAct act) => await bureau.House.Perform(
        id, act, new Hand(Actor.InPlaceOf(await bureau.Of("ngoc.ltb"), await bureau.Of("khanh.pq")), "test"));

    private static string? Code(Performed performed) => (performed as Performed.Refused)?.Why.Code;

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-10")]
    public async Task Acts_in_anothers_place_are_taken_on_the_days_given_alone(Testing.Engine engine)
    {
        var (bureau, id, step) = await Away(engine);
        await using var _ = bureau;
        var act = new CompleteStep(step, Outcome.Granted, null);
        Assert.Equal("substitution.missing", Code(await InPlace(bureau, id, act)));
        bureau.House.At(2026, 11, 18, 8, 0);
        Assert.Equal("claim.taken", Code(await InPlace(bureau, id, new ClaimStep(step))));
        bureau.House.At(2026, 11, 20, 23, 59);
        Life.Expect(await InPlace(bureau, id, act));
        var next = await bureau.Life.Received();
        var free = await bureau.Life.Until(next, StepKind.Handle);
        bureau.House.At(2026, 11, 21, 0, 0);
        Assert.Equal("substitution.missing", Code(await InPlace(bureau, next, new ClaimStep(free.Token))));

        await using var db = bureau.House.Db();
        var line = (await bureau.House.Reader(db).Find(id, Actor.Job))!.Timeline.Last(l => l.Event is Submitted);
        Assert.Equal(("Phạm Quốc Khánh", "Lê Thị Bảo Ngọc"), (line.Officer, line.OnBehalfOf));
        Assert.Empty((await bureau.House.Verify()).Broken);
    }

    [Fact]
    public async Task The_control_slip_names_both()
    {
        var (bureau, id, step) = await Away(Testing.Engine.Sqlite);
        await using var _ = bureau;
        bureau.House.At(2026, 11, 18, 9, 0);
        Life.Expect(await InPlace(bureau, id, new CompleteStep(step, Outcome.Granted, null)));
        await using var db = bureau.House.Db();
        var view = (await bureau.House.Reader(db).Find(id, Actor.Job))!;
        var papers = new StatutoryPapers(
            db, bureau.House.References, FormTemplates.Load(Repository.Path("data", "forms")), FontsHere.Printer(), new Issuer("MotCua", true), null!,
            bureau.House.Clock);
        var (paper, no) = await papers.OfDossier(view, "control-slip", TestContext.Current.CancellationToken);
        Assert.Null(no);
        Assert.Contains(PrintedPdf.Squeeze("Người nhận: Phạm Quốc Khánh (thay Lê Thị Bảo Ngọc)"), new PrintedPdf(paper!.Pdf).Text);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_substitute_sees_the_absent_ones_queue_and_dossiers_while_it_lasts(Testing.Engine engine)
    {
        var (bureau, id, step) = await Away(engine);
        await using var _ = bureau;
        var khanh = await bureau.Of("khanh.pq");
        Assert.Equal((false, false), await Sees());
        bureau.House.At(2026, 11, 18, 9, 0);
        Assert.Equal((true, true), await Sees());
        Assert.Contains(await bureau.Duties("khanh.pq"), g => g.Officer != khanh && g.Duty == Duty.Handle);
        await using (var db = bureau.House.Db())
        {
            var view = (await bureau.House.Reader(db).Find(id, Actor.Of(khanh)))!;
            Assert.Contains(view.Allowed, a => a.Kind.Name == "complete-step" && a.Step?.Token == step && a.InPlaceOf?.Value == 5);
            Assert.Empty(ActKinds.Allowed(view.Dossier, view.Now));
        }
        bureau.House.At(2026, 11, 21, 9, 0);
        Assert.Equal((false, false), await Sees());

        async Task<(bool Dossier, bool Queue)> Sees()
        {
            await using var db = bureau.House.Db();
            var page = await bureau.House.Page("khanh.pq", new WorkQuery(WorkView.Mine));
            return (await bureau.House.Reader(db).Find(id, Actor.Of(khanh)) is not null, page.Items.Any(i => i.Dossier.Id == id.Value));
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Only_the_duties_of_the_scope_are_done_for_him(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        // ngan.bt handles and leads the same department; for her only the handling is to be done.
        Assert.True((await bureau.Substitute(
            "tho.hv", "ngan.bt", "khanh.pq", bureau.Today, bureau.Today.AddDays(3), await At(bureau, Duty.Handle, "H15.12.04"))).Done);
        Assert.Equal([Duty.Handle], (await bureau.Duties("khanh.pq")).Where(g => g.Unit.Value == 14).Select(g => g.Duty));
        Assert.Empty((await bureau.House.Page("khanh.pq", new WorkQuery())).Items);
    }

    [Fact]
    public async Task It_ends_at_once_when_it_is_taken_back_or_the_absent_one_loses_the_duty()
    {
        var (bureau, id, step) = await Away(Testing.Engine.Sqlite);
        await using var _ = bureau;
        bureau.House.At(2026, 11, 18, 9, 0);
        Assert.Contains(await bureau.Duties("khanh.pq"), g => g.Officer.Value == 5);
        Assert.Equal("substitution.unknown", (await bureau.OnLast("khanh.pq", (s, who, row) => s.Revoke(who, row, null)))?.Code);
        Assert.Equal("substitution.unknown", (await bureau.OnLast("bang.tv", (s, who, row) => s.Revoke(who, row, null)))?.Code);
        Assert.Null(await bureau.OnLast("ngoc.ltb", (s, who, row) => s.Revoke(who, row, "Đã đi làm lại")));
        Assert.Equal("substitution.missing", Code(await InPlace(bureau, id, new CompleteStep(step, Outcome.Granted, null))));

        await bureau.Substitute("tho.hv", "ngoc.ltb", "khanh.pq", bureau.Today, bureau.Today, await At(bureau, Duty.Handle, "H15.12.02"));
        Assert.Contains(await bureau.Duties("khanh.pq"), g => g.Officer.Value == 5);
        await bureau.End("nha.dt", "ngoc.ltb", bureau.Today.AddDays(-1));
        Assert.DoesNotContain(await bureau.Duties("khanh.pq"), g => g.Officer.Value == 5);
    }

    [Fact]
    public async Task Nobody_approves_his_own_absence_or_his_own_standing_in()
    {
        var (bureau, id, step) = await Away(Testing.Engine.Sqlite, approved: false);
        await using var _ = bureau;
        bureau.House.At(2026, 11, 18, 9, 0);
        Assert.Equal("substitution.missing", Code(await InPlace(bureau, id, new CompleteStep(step, Outcome.Granted, null))));
        Assert.Equal("substitution.two-persons", (await bureau.OnLast("ngoc.ltb", (s, who, row) => s.Approve(who, row)))?.Code);
        Assert.Equal("substitution.two-persons", (await bureau.OnLast("khanh.pq", (s, who, row) => s.Approve(who, row)))?.Code);
        Assert.Equal("substitution.unknown", (await bureau.OnLast("tuyet.dt", (s, who, row) => s.Approve(who, row)))?.Code);
        Assert.Equal("substitution.why", (await bureau.OnLast("tho.hv", (s, who, row) => s.Decline(who, row, "")))?.Code);
        Assert.Null(await bureau.OnLast("tho.hv", (s, who, row) => s.Decline(who, row, "Đã có người khác")));
        Assert.Equal("substitution.decided", (await bureau.OnLast("tho.hv", (s, who, row) => s.Approve(who, row)))?.Code);
        Assert.Null(await bureau.OnLast("tho.hv", async (s, who, _) => (await s.Propose(who, new SubstitutionFields(
            new OfficerId(5), new OfficerId(8), bureau.Today, bureau.Today.AddDays(2), [new DutyAt(Duty.Handle, new AgencyId(12))], "Thông báo 15"))).Refusals
            is [var no, ..] ? no : null));
        // The same work is not given to a second one at the same time.
        Assert.Equal(["substitution.twice"], Bureau.Codes(await bureau.Substitute(
            "ngoc.ltb", "ngoc.ltb", "moan.yb", bureau.Today.AddDays(2), bureau.Today.AddDays(9), await At(bureau, Duty.Handle, "H15.12.02"))));
        Assert.Equal(["staff.unknown"], Bureau.Codes(await bureau.Substitute(
            "moan.yb", "ngoc.ltb", "khanh.pq", bureau.Today, bureau.Today, await At(bureau, Duty.Handle, "H15.12.02"))));
    }

    [Fact]
    [Requirement("R-SEC-13")]
    public async Task An_administrator_does_not_stand_in_for_who_signs()
    {
        await using var bureau = await Bureau.Open();
        Assert.Equal(["substitution.incompatible"], Bureau.Codes(await bureau.Substitute(
            "tho.hv", "khoi.nd", "nha.dt", bureau.Today, bureau.Today, await At(bureau, Duty.Sign, "H15.12"))));
        // And who stands in for a signer is not made an administrator meanwhile.
        Assert.True((await bureau.Substitute(
            "tho.hv", "khoi.nd", "ngan.bt", bureau.Today, bureau.Today.AddDays(5), await At(bureau, Duty.Sign, "H15.12"))).Done);
        await bureau.End("nha.dt", "ngan.bt", bureau.Today.AddDays(-1));
        Assert.Equal(["grant.incompatible"], Bureau.Codes(await bureau.Give("vu.lq", "ngan.bt", await bureau.Fields(Duty.Administer, "H15.12"))));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_counter_stays_open_when_its_officer_is_away(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        await bureau.Substitute("phuoc.nv", "hanh.tn", "ngan.bt", bureau.Today, bureau.Today, await At(bureau, Duty.Receive, "H15.12.01"));
        var (ngan, hanh) = (await bureau.Of("ngan.bt"), await bureau.Of("hanh.tn"));
        var attempt = await bureau.Life.Attempt(ngan);
        await using var db = bureau.House.Db();
        var receipt = await bureau.House.Receive(db).Do(attempt, ngan, "counter", TestContext.Current.CancellationToken);
        var row = await db.Set<DossierEventRow>().FirstAsync(e => e.DossierId == receipt.Dossier!.Value.Value, TestContext.Current.CancellationToken);
        Assert.Equal((ngan.Value, hanh.Value), (row.OfficerId, row.OnBehalfOf));
        bureau.House.At(2026, 11, 18, 9, 0);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bureau.Life.Attempt(ngan));
    }
}
