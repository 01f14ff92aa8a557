using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

public sealed class EditProcedureTests
{
    private static readonly RequiredPaper Extra = new("9", "Giấy xác nhận", 1, 0, true, null, null, false, null);

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-23")]
    public async Task A_future_version_waits_for_its_day_and_open_dossiers_keep_theirs(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var (house, life) = (admin.House, admin.Life);
        var before = await admin.InForce();
        var old = await life.Received(Administration.Birth);
        var made = await admin.Saved(await admin.Edit(v => v with { Papers = [.. v.Papers, Extra] }, admin.Today.AddDays(3)));
        Assert.Equal((3, admin.Today.AddDays(3), (DateOnly?)null), (made.Version, made.From, made.To));

        house.At(2026, 11, 19, 16, 0);
        var typed = await life.Typed(Administration.Birth);
        var draft = await life.Attempt(await house.Officer("hanh.tn"), Administration.Birth, typed);
        Assert.Equal((before!.Version, 2), ((await admin.InForce())!.Version, (await life.Now(await life.Received(
            Administration.Birth))).Case.ProcedureVersion));

        house.At(2026, 11, 20, 8, 0);
        Assert.Equal(3, (await admin.InForce())!.Version);
        var late = await admin.With(async db => await house.Receive(db).Do(draft, await house.Officer("hanh.tn"), "test"));
        Assert.Equal("paper.9.passes", Assert.Single(late.Refusals).Field);
        Assert.Equal(3, (await life.Now(await life.Received(Administration.Birth))).Case.ProcedureVersion);
        Assert.Equal(2, (await life.Ended(old)).Case.ProcedureVersion);
        Assert.Empty((await house.Verify()).Broken);

        var sheet = (await admin.Sheet())!;
        Assert.Equal((3, new DateOnly(2026, 11, 19)), (sheet.InForce!.Version, sheet.Versions[1].To));
        var open = await admin.With(db => new OpenByVersion(db).Of(Administration.Birth, [1, 2, 3]));
        Assert.Equal((0, 1, 1), (open[1], open[2], open[3]));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_change_locks_the_chosen_fields_and_says_who_made_it_when_and_why(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var edit = await admin.Edit(v => v with { Sector = "Hộ tịch và quốc tịch", Decision = "9/QĐ-BTP" });
        await admin.Saved(edit with { Lock = [CatalogueField.Sector, CatalogueField.Online] });

        var sheet = (await admin.Sheet())!;
        var line = sheet.Versions[^1];
        Assert.Equal(
            (3, VersionOrigin.Hand, "Lý Quang Vũ", admin.House.Clock.GetUtcNow(), "Theo quyết định mới"),
            (line.Version, line.Origin, line.By, line.At, line.Reason));
        Assert.Contains(sheet.Locks, l => l.Field == CatalogueField.Sector && l.OfficerId == admin.Vu.Value);
        Assert.DoesNotContain(sheet.Locks, l => l.Field is CatalogueField.Online or CatalogueField.Decision);
        Assert.Equal([CatalogueField.Sector, CatalogueField.Decision], (await admin.With(db => Sheets(admin, db).Compare(Administration.Birth, 2,
            3)))!.Changed);
        Assert.Equal("Hộ tịch và quốc tịch", (await admin.InForce())!.Sector);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Who_edits_an_older_state_is_told_who_came_first_and_nothing_is_saved(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var mine = await admin.Edit(v => v with { Name = "Tên của tôi" });
        await admin.Saved(await admin.Edit(v => v with { Name = "Tên của người khác" }));

        var outcome = await admin.Save(mine);
        Assert.Null(outcome.Made);
        Assert.Equal("procedure.crossed", outcome.Refusals[0].Code);
        Assert.Contains("Lý Quang Vũ đã lập bản 3 lúc 17/11/2026 09:10", outcome.Refusals[0].Sentence);
        Assert.Equal(3, Assert.Single(outcome.Newer).Version);
        Assert.Equal("Tên của người khác", (await admin.InForce())!.Name);
        Assert.NotNull((await admin.Save(mine with { Seen = 3, Base = 3 })).Made);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Of_edits_at_the_same_moment_one_is_saved_and_the_others_are_told(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var edit = await admin.Edit(v => v with { Name = "Tên mới" });
        var stamp = (await admin.With(db => admin.House.References.Get(db, default))).Stamp;
        var outcomes = await Together.Do(4, i => admin.Save(edit with { Says = edit.Says with { Sector = $"Lĩnh vực {i}" } }));
        Assert.Single(outcomes, o => o.Made is not null);
        Assert.All(outcomes.Where(o => o.Made is null), o => Assert.Equal("procedure.crossed", o.Refusals[0].Code));
        Assert.Equal(3, (await admin.Sheet())!.Last);
        Assert.Equal(stamp + 1, (await admin.With(db => admin.House.References.Get(db, default))).Stamp);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-29")]
    public async Task Only_who_has_the_duty_at_a_unit_of_the_province_changes_the_catalogue(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var ward = await admin.House.Officer("thinh.nd");
        var edit = await admin.Edit(v => v with { Name = "Tên mới" });
        Assert.Equal("catalogue.duty", (await admin.Save(edit, ward)).Refusals[0].Code);
        Assert.Equal("catalogue.duty", (await admin.Save(edit, await admin.House.Officer("hanh.tn"))).Refusals[0].Code);
        await admin.With(async db =>
        {
            var province = await db.Set<AgencyRow>().SingleAsync(a => a.Code == "H15");
            db.Add(new DutyGrantRow { OfficerId = ward.Value, Duty = Duty.Control, UnitId = province.Id, From = admin.Today, Basis = "QĐ" });
            return await db.SaveChangesAsync();
        });
        Assert.NotNull((await admin.Save(edit, ward)).Made);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field()
    {
        await using var admin = await Administration.Open(Engine.Sqlite);
        var edit = await admin.Edit(v => v with { Name = "Tên mới" });
        Assert.Equal(["From"], await Fields(edit with { From = admin.Today.AddDays(-1) }));
        Assert.Equal(["Reason"], await Fields(edit with { Reason = " " }));
        Assert.Equal([null], await Fields(await admin.Edit(v => v)));
        Assert.Equal(
            ["Papers[0].Code", "Process"], await Fields(edit with { Says = edit.Says with { Process = "unknown", Papers = [Extra with { Code = "A" }] } }));
        Assert.Equal(2, (await admin.Sheet())!.Last);

        async Task<IReadOnlyList<string?>> Fields(ProcedureEdit e) => [.. (await admin.Save(e)).Refusals.Select(r => r.Field)];
    }

    [Fact]
    public async Task What_was_wrong_before_and_is_not_touched_keeps_nobody_from_mending_something_else()
    {
        await using var admin = await Administration.Open(Engine.Sqlite);
        var imported = (await admin.InForce())! with { Code = "1.999001", Version = 1, ResultName = "", Process = "", Papers = [Extra with { Code = "A 1" }] };
        await admin.Imported(imported);
        var outcome = await admin.Save(await admin.Edit(v => v with { Sector = "Đất đai" }, code: "1.999001"));
        Assert.NotNull(outcome.Made);
        Assert.Contains(outcome.Warnings, w => w.Code == "procedure.result");
        var touched = await admin.Save(await admin.Edit(v => v with { ResultCode = "KQ.9" }, code: "1.999001"));
        Assert.Equal("procedure.result", Assert.Single(touched.Refusals).Code);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_version_before_one_that_waits_holds_until_that_ones_day(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var day = admin.Today;
        await admin.Saved(await admin.Edit(v => v with { Name = "Năm sau" }, new DateOnly(2027, 1, 1)));
        var edit = await admin.Edit(v => v with { Name = "Tuần sau" }, day.AddDays(7));
        var outcome = await admin.Save(edit);
        Assert.Equal(3, outcome.Next!.Version);
        Assert.Equal((4, new DateOnly(2026, 12, 31)), (outcome.Made!.Version, outcome.Made.To));
        Assert.Equal("Tuần sau", (await InForce(new DateOnly(2026, 12, 31)))!.Name);
        Assert.Equal("Năm sau", (await InForce(new DateOnly(2027, 1, 1)))!.Name);

        Task<ProcedureVersion?> InForce(DateOnly on) => admin.With(db => admin.House.References.Procedure(db, Administration.Birth, on, default));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_withdrawn_procedure_is_received_until_its_last_day_and_its_dossiers_go_on(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var old = await admin.Life.Received(Administration.Birth);
        await admin.Saved(await admin.Edit(v => v with { Name = "Năm sau" }, new DateOnly(2027, 1, 1)));
        var last = admin.Today.AddDays(2);
        Assert.Equal("Basis", (await Withdraw(3, last, ""))!.Field);
        Assert.Equal("From", (await Withdraw(3, admin.Today.AddDays(-1), "QĐ 5"))!.Field);
        Assert.Equal("procedure.crossed", (await Withdraw(2, last, "QĐ 5"))!.Code);
        Assert.Null(await Withdraw(3, last, "QĐ 5"));

        Assert.Equal(2, (await admin.InForce())!.Version);
        foreach (var day in new[] { last, new DateOnly(2027, 1, 1) })
            Assert.Null(await admin.With(db => admin.House.References.Procedure(db, Administration.Birth, day, default)));
        Assert.Equal("procedure.withdrawn", (await Withdraw(3, last.AddDays(5), "QĐ 6"))!.Code);
        admin.House.At(2026, 11, 20, 8, 0);
        Assert.Equal("attempt.procedure", (await admin.House.Stage.Attempt(
            Administration.Birth, await admin.Life.UnitId(), App.Reception.TypedForm.Empty, await admin.House.Officer("hanh.tn"))).Refusal?.Code);
        Assert.Equal(2, (await admin.Life.Ended(old)).Case.ProcedureVersion);
        Assert.Contains("QĐ 5", (await admin.Acts())[^1].Reason);

        Task<Domain.Law.Refusal?> Withdraw(int seen, DateOnly from, string basis) =>
            admin.With(db => admin.Editing(db).Withdraw(Administration.Birth, seen, from, basis, admin.Vu));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_field_is_locked_and_opened_again_with_a_reason(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        Assert.Equal("lock.reason", (await Do(l => l.Lock(Administration.Birth, CatalogueField.Name, " ", admin.Vu)))!.Code);
        Assert.Equal("lock.gone", (await Do(l => l.Unlock(Administration.Birth, CatalogueField.Name, "Thử", admin.Vu)))!.Code);
        Assert.Equal("lock.gone", (await Do(l => l.Lock("9.999999", CatalogueField.Name, "Thử", admin.Vu)))!.Code);
        Assert.Null(await Do(l => l.Lock(Administration.Birth, CatalogueField.Name, "Đã rà soát", admin.Vu)));
        Assert.Contains((await admin.Sheet())!.Locks, l => l is { Field: CatalogueField.Name, Reason: "Đã rà soát" });
        Assert.Null(await Do(l => l.Unlock(Administration.Birth, CatalogueField.Name, "Theo nguồn", admin.Vu)));
        Assert.DoesNotContain((await admin.Sheet())!.Locks, l => l.Field == CatalogueField.Name);
        Assert.Null(await Do(l => l.Lock(Administration.Birth, CatalogueField.Name, "Khóa lại", admin.Vu)));
        Assert.Equal([CatalogueAct.Locked, CatalogueAct.Unlocked, CatalogueAct.Locked], (await admin.Acts()).Select(a => a.Act));

        Task<Domain.Law.Refusal?> Do(Func<FieldLocks, Task<Domain.Law.Refusal?>> act) => admin.With(db => act(admin.Locks(db)));
    }

    private static ProcedureSheets Sheets(Administration admin, MotCuaDb db) => new(db, admin.Editing(db), admin.Defects(db), admin.House.Clock);
}
