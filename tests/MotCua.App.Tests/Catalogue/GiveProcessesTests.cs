using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

public sealed class GiveProcessesTests
{
    private const string New = "1.999001", Elsewhere = "1.999002", Short = "1.999003";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-03")]
    public async Task An_imported_procedure_becomes_receivable_by_the_usual_process_that_fits(Engine engine)
    {
        await using var admin = await Opened(engine);
        Assert.Contains(await admin.List(Without), p => p.Shown.Code == New);
        Assert.Equal("receive.no-process", (await Begin(admin))!.Code);

        var offers = await Offers(admin, New, Elsewhere, Short, "1.001193", "9.999999");
        Assert.Equal([New, Elsewhere, Short, "1.001193"], offers.Select(o => o.Version.Code));
        Assert.Equal(("commune-usual-3d", 32m), (offers[0].Proposal!.Code, offers[0].Hours));
        Assert.Equal([false, true, false, true], offers.Select(o => o.WhyNot is not null));
        Assert.Null(offers[2].Proposal);

        var given = await Give(admin, new ProcessGift(New, 1, offers[0].Proposal!.Code, "justice"), new ProcessGift("1.001193", 2, "commune-usual-3d", null));
        Assert.Equal([null, "process.needless"], given.Select(g => g.Refusal?.Code));
        Assert.Null(await Begin(admin));
        var sheet = (await admin.Sheet(New))!;
        Assert.Equal((2, "commune-usual-3d", "justice", VersionOrigin.Hand), (sheet.Last, sheet.Shown.Process, sheet.Shown.Department,
            sheet.Versions[^1].Origin));
        Assert.Contains(sheet.Locks, l => l.Field == CatalogueField.Process);
        Assert.DoesNotContain(await admin.List(Without), p => p.Shown.Code == New);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_version_that_waits_for_its_day_gets_the_process_too(Engine engine)
    {
        await using var admin = await Opened(engine);
        await admin.Saved(await admin.Edit(v => v with { Name = "Năm sau" }, new DateOnly(2027, 1, 1), New));
        Assert.Null((await Give(admin, new ProcessGift(New, 2, "commune-usual-3d", null)))[0].Refusal);
        var later = await admin.With(db => admin.House.References.Procedure(db, New, new DateOnly(2027, 1, 1), default));
        Assert.Equal(("Năm sau", "commune-usual-3d"), (later!.Name, later.Process));
        Assert.Equal("commune-usual-3d", (await admin.InForce(New))!.Process);
        Assert.Equal("process.needless", (await Give(admin, new ProcessGift(New, 4, "commune-usual-3d", null)))[0].Refusal!.Code);
    }

    [Fact]
    public async Task Who_saw_an_older_state_is_told_for_each_procedure()
    {
        await using var admin = await Opened(Engine.Sqlite);
        await admin.Saved(await admin.Edit(v => v with { Name = "Tên khác" }, code: New));
        Assert.Equal("procedure.crossed", (await Give(admin, new ProcessGift(New, 1, "commune-usual-3d", null)))[0].Refusal!.Code);
        Assert.Equal("procedure.process", (await Give(admin, new ProcessGift(New, 2, "unknown", null)))[0].Refusal!.Code);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_words_level_origin_reception_defects_and_future()
    {
        await using var admin = await Opened(Engine.Sqlite);
        await admin.Defect(code: New);
        await admin.Saved(await admin.Edit(v => v with { Name = "Năm sau" }, new DateOnly(2027, 1, 1), Elsewhere));
        var all = new ProcedureFilter(null, null, null, null, null, false, false);
        Assert.Equal([New], await Codes(all with { WithDefects = true }));
        Assert.Equal([Elsewhere], await Codes(all with { WithFuture = true }));
        Assert.Equal([Elsewhere], await Codes(all with { Reception = "receive.routing" }));
        Assert.Equal([New, Elsewhere, Short], await Codes(all with { Origin = VersionOrigin.Import }));
        Assert.Equal([New, Elsewhere, Short], await Codes(all with { Words = "THU NGHIEM nhập" }));
        Assert.Equal([Short], await Codes(all with { Words = "999003", Level = Level.Commune }));
        Assert.Empty(await Codes(all with { Words = "999003", Level = Level.Ministry }));
        Assert.Equal([New, Elsewhere, Short], await Codes(all with { Sector = "Thử nghiệm" }));
        Assert.DoesNotContain(New, await Codes(all with { Reception = "co" }));
        Assert.Equal([New, Elsewhere, Short], (await Codes(all with { Reception = "khong" })).Intersect([New, Elsewhere, Short]));

        async Task<List<string>> Codes(ProcedureFilter filter) => [.. (await admin.List(filter)).Select(p => p.Shown.Code)];
    }

    private static readonly ProcedureFilter Without = new(null, null, null, null, "receive.no-process", false, false);

    private static async Task<Administration> Opened(Engine engine)
    {
        var admin = await Administration.Open(engine);
        var birth = (await admin.InForce())! with { Version = 1, Name = "Thủ tục thử nghiệm nhập vào", Sector = "Thử nghiệm", Process = "", Keywords = [] };
        await admin.Imported(birth with { Code = New, Limits = [Limit(4)] });
        await admin.Imported(birth with { Code = Elsewhere, Limits = [Limit(4)], Routing = Routing.Ministry });
        await admin.Imported(birth with { Code = Short, Limits = [new(null, null, new TimeLimit(2, LimitUnit.WorkingHour), "QĐ", true)] });
        return admin;
    }

    private static ChannelLimit Limit(int days) => new(null, null, new TimeLimit(days, LimitUnit.WorkingDay), "QĐ", true);

    private static Task<IReadOnlyList<ProcessOffer>> Offers(Administration admin, params string[] codes) => admin.With(db => admin.Giving(db).Offers(codes));

    private static Task<IReadOnlyList<GivenProcess>> Give(Administration admin, params ProcessGift[] gifts) =>
        admin.With(db => admin.Giving(db).Do(gifts, "QĐ phê duyệt quy trình", admin.Vu));

    private static async Task<Domain.Law.Refusal?> Begin(Administration admin) => (await admin.House.Stage.Attempt(
        New, await admin.Life.UnitId(), App.Reception.TypedForm.Empty, await admin.House.Officer("hanh.tn"))).Refusal;
}
