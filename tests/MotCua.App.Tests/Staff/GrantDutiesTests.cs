using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Staff;

/// <summary>Duties are given and approved by those who may, and nobody else.</summary>
public sealed class GrantDutiesTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-11")]
    public async Task A_duty_holds_from_its_first_day_and_says_who_gave_it_and_on_what_basis(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        var fields = await bureau.Fields(Duty.Handle, "H15.12.03", from: bureau.Today.AddDays(1), to: bureau.Today.AddDays(2));
        var given = await bureau.Give("nha.dt", "le.tm", fields);
        Assert.True(given is { Done: true, Waits: false });
        Assert.DoesNotContain(await bureau.Duties("le.tm"), g => g.Duty == Duty.Handle);
        bureau.House.At(2026, 11, 18, 8, 0);
        var held = Assert.Single(await bureau.Duties("le.tm"), g => g.Duty == Duty.Handle);
        Assert.Equal(("125/QĐ-UBND", new DateOnly(2026, 11, 17)), (held.Basis, held.BasisDay));
        await using var db = bureau.House.Db();
        var row = await db.Set<DutyGrantRow>().SingleAsync(g => g.Duty == Duty.Handle && g.OfficerId == held.Officer.Value);
        Assert.Equal((await bureau.Of("nha.dt")).Value, row.GrantedById);
        bureau.House.At(2026, 11, 20, 8, 0);
        Assert.DoesNotContain(await bureau.Duties("le.tm"), g => g.Duty == Duty.Handle);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-29")]
    public async Task Outside_his_unit_an_administrator_changes_nothing_and_learns_of_nobody(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        Assert.Equal(["staff.beyond"], Bureau.Codes(await bureau.Give("nha.dt", "le.tm", await bureau.Fields(Duty.Handle, "H15.13.02"))));
        Assert.Equal(["staff.unknown"], Bureau.Codes(await bureau.Give("nha.dt", "yen.pt", await bureau.Fields(Duty.Handle, "H15.12.03"))));
        Assert.Equal(["staff.unknown"], Bureau.Codes(await bureau.End("nha.dt", "yen.pt", bureau.Today)));
        Assert.Equal(["staff.beyond"], Bureau.Codes(await bureau.Give("tho.hv", "le.tm", await bureau.Fields(Duty.Handle, "H15.12.03"))));
        Assert.True((await bureau.Give("vu.lq", "yen.pt", await bureau.Fields(Duty.Handle, "H15.13.02"))).Done);
        await using var db = bureau.House.Db();
        var reader = new StaffReader(db, bureau.Reaches(db));
        var reached = await reader.Reach(await bureau.Of("nha.dt"), TestContext.Current.CancellationToken);
        Assert.Null(await reader.Officer(await bureau.Of("yen.pt"), reached, TestContext.Current.CancellationToken));
        Assert.NotNull(await reader.Officer(await bureau.Of("le.tm"), reached, TestContext.Current.CancellationToken));
        Assert.Equal(["H15.12", "H15.12.01", "H15.12.02", "H15.12.03", "H15.12.04", "H15.12.05", "H15.12.91", "H15.12.92"],
            StaffReader.Units(reached).Select(u => u.Unit.Code));
    }

    [Fact]
    public async Task Nobody_gives_himself_a_duty_and_nobody_ends_his_own()
    {
        await using var bureau = await Bureau.Open();
        Assert.Equal(["staff.self"], Bureau.Codes(await bureau.Give("nha.dt", "nha.dt", await bureau.Fields(Duty.Control, "H15.12"))));
        Assert.Equal(["staff.self"], Bureau.Codes(await bureau.End("vu.lq", "vu.lq", bureau.Today)));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-SEC-13")]
    public async Task What_weighs_most_holds_only_when_a_second_person_has_approved_it(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        var given = await bureau.Give("nha.dt", "ngan.bt", await bureau.Fields(Duty.Sign, "H15.12"));
        Assert.True(given is { Done: true, Waits: true });
        Assert.DoesNotContain(await bureau.Duties("ngan.bt"), g => g.Duty == Duty.Sign);
        Assert.Equal(["grant.waits"], Bureau.Codes(await bureau.Give("vu.lq", "ngan.bt", await bureau.Fields(Duty.Sign, "H15.12"))));
        var request = (await bureau.Request()).Id;

        Assert.Equal(["request.two-persons"], Bureau.Codes(await bureau.Approve("nha.dt", request)));
        Assert.Equal(["request.unknown"], Bureau.Codes(await bureau.Approve("bang.tv", request)));
        Assert.Equal(["request.unknown"], Bureau.Codes(await bureau.Approve("le.tm", request)));
        Assert.True((await bureau.Approve("tho.hv", request)).Done);
        Assert.Contains(await bureau.Duties("ngan.bt"), g => g.Duty == Duty.Sign);
        Assert.Equal(["request.decided"], Bureau.Codes(await bureau.Approve("vu.lq", request)));
        await using var db = bureau.House.Db();
        var row = await db.Set<DutyGrantRow>().SingleAsync(g => g.Duty == Duty.Sign && g.GrantedById != null);
        Assert.Equal(((await bureau.Of("nha.dt")).Value, (await bureau.Of("tho.hv")).Value), (row.GrantedById, row.ApprovedById));
    }

    [Fact]
    public async Task The_one_who_is_to_have_it_does_not_approve_it_himself()
    {
        await using var bureau = await Bureau.Open();
        Assert.True((await bureau.Give("vu.lq", "tho.hv", await bureau.Fields(Duty.Sign, "H15.12"))).Waits);
        var request = (await bureau.Request()).Id;
        Assert.Equal(["request.two-persons"], Bureau.Codes(await bureau.Approve("tho.hv", request)));
        Assert.Equal(["request.why"], Bureau.Codes(await bureau.Decline("kien.lt", request, " ")));
        Assert.True((await bureau.Decline("kien.lt", request, "Chưa đủ hồ sơ bổ nhiệm")).Done);
        Assert.Equal((RequestState.Declined, "Chưa đủ hồ sơ bổ nhiệm"), ((await bureau.Request()).State, (await bureau.Request()).Words));
        Assert.DoesNotContain(await bureau.Duties("tho.hv"), g => g.Duty == Duty.Sign);
    }

    [Fact]
    public async Task An_approval_asks_the_rules_again_and_gives_no_days_gone_by()
    {
        await using var bureau = await Bureau.Open();
        await bureau.Give("nha.dt", "ngan.bt", await bureau.Fields(Duty.Sign, "H15.12"));
        var request = (await bureau.Request()).Id;
        bureau.House.At(2026, 11, 20, 9, 0);
        Assert.True((await bureau.Approve("tho.hv", request)).Done);
        Assert.Equal(new DateOnly(2026, 11, 20), (await bureau.Duties("ngan.bt")).Single(g => g.Duty == Duty.Sign).From);

        await bureau.Give("vu.lq", "le.tm", await bureau.Fields(Duty.Audit, "H15.12"));
        var audit = (await bureau.Request()).Id;
        await bureau.End("nha.dt", "le.tm", bureau.Today.AddDays(-1));
        await bureau.Give("vu.lq", "le.tm", await bureau.Fields(Duty.Administer, "H15.12"));
        Assert.True((await bureau.Approve("tho.hv", (await bureau.Request()).Id)).Done);
        // Meanwhile he administers: what could be given yesterday cannot today.
        Assert.Equal(["grant.incompatible"], Bureau.Codes(await bureau.Approve("kien.lt", audit)));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-SEC-13")]
    public async Task Technical_support_is_given_nothing_that_decides_and_can_do_nothing_at_the_desk(Testing.Engine engine)
    {
        await using var bureau = await Bureau.Open(engine);
        Assert.Equal(["grant.incompatible"], Bureau.Codes(await bureau.Give("vu.lq", "nha.dt", await bureau.Fields(Duty.Sign, "H15.12"))));
        Assert.Equal(["grant.incompatible"], Bureau.Codes(await bureau.Give("vu.lq", "khoi.nd", await bureau.Fields(Duty.Administer, "H15.12"))));
        var id = await bureau.Life.Received();
        var step = await bureau.Life.Until(id, Domain.Processes.StepKind.Approve);
        var performed = await bureau.House.Perform(id, new Domain.Dossiers.Processing.Approve(step.Token), TestHouse.Hand(await bureau.Of("vu.lq")));
        Assert.Equal("duty.missing", (performed as App.Dossiers.Performed.Refused)?.Why.Code);
    }

    [Fact]
    [Requirement("R-ADM-10")]
    public async Task A_backup_stands_on_the_list_and_holds_nothing()
    {
        await using var bureau = await Bureau.Open();
        Assert.True((await bureau.Give("nha.dt", "ngan.bt", await bureau.Fields(Duty.Receive, "H15.12.01", GrantKind.Backup))).Done);
        Assert.Equal(["grant.twice"], Bureau.Codes(await bureau.Give("nha.dt", "ngan.bt", await bureau.Fields(Duty.Receive, "H15.12.01", GrantKind.Backup))));
        Assert.DoesNotContain(await bureau.Duties("ngan.bt"), g => g.Duty == Duty.Receive);
        await using var db = bureau.House.Db();
        var reached = await bureau.Reaches(db).Of(await bureau.Of("nha.dt"), TestContext.Current.CancellationToken);
        var roster = (await new Rosters(db).Of(await bureau.Unit("H15.12.01"), reached, TestContext.Current.CancellationToken))!;
        Assert.Equal("Bùi Thị Ngân", Assert.Single(roster.Backup).Officer.Name);
        // The centre's own people have no backup of their own unit; who stands there comes from another.
        Assert.Equal(["Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột"], roster.WithoutBackup);
        Assert.Contains(roster.Official, l => l.Officer.UserName == "phuoc.nv");
        Assert.Equal("phuoc.nv", roster.Official[0].Officer.UserName);
    }
}
