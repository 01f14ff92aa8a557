using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Publishing;

/// <summary>Running dossiers go over to another version only on purpose.</summary>
public sealed class MoveTests
{
    private const string Procedure = "1.000689";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-23")]
    public async Task Moving_is_shown_first_done_one_by_one_and_never_touches_the_legal_limit(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (bureau, life) = (new Bureau(house), new Life(house));
        var first = await bureau.Published(bureau.Says("Bản một", Procedure), Bureau.Line(StepLines.Usual(24)));
        var goes = await life.Received(Procedure);
        var stays = await life.Received(Procedure, await life.Typed(Procedure, "Y Thử Niê", "066190004813"));
        await life.Until(goes, StepKind.Approve);
        await life.Until(stays, StepKind.Register);
        var before = await life.Now(goes);
        // The second version stamps at another step of another name, and gives the approval less time.
        var lines = StepLines.Usual(24).ToList();
        lines[2] = lines[2] with { Hours = 1, Name = "Ký duyệt" };
        lines[3] = lines[3] with { Id = "stamp", Name = "Phát hành kết quả" };
        await bureau.Published(bureau.Says("Bản hai", Procedure), Bureau.Line(lines), first.Code);
        Assert.Equal(1, (await life.Now(goes)).Case.ProcessVersion);

        var shown = await bureau.Moving("tho.hv", (m, me) => m.Preview(first.Code, 2, me));
        var (able, unable) = (shown.Single(d => d.Id == goes), shown.Single(d => d.Id == stays));
        Assert.Null(able.WhyNot);
        Assert.Equal("Ký duyệt", able.Steps.Single().There);
        Assert.Contains("Lấy số, đóng dấu", unable.WhyNot!.Sentence);
        Assert.Equal("duty.missing", (await bureau.Moving("ngan.bt", (m, me) => m.Do(2, [(goes, able.Seen)], me, "test")))[0].Refusal!.Code);

        var moved = await bureau.Moving("tho.hv", (m, me) => m.Do(2, [(goes, able.Seen), (stays, unable.Seen)], me, "test"));
        Assert.Equal([null, "move-process.step"], moved.Select(m => m.Refusal?.Code));
        var now = await life.Now(goes);
        Assert.Equal(2, now.Case.ProcessVersion);
        Assert.Equal((before.Case.Due, before.Case.Appointment), (now.Case.Due, now.Case.Appointment));
        Assert.True(now.Open.Steps[0].Due < before.Open.Steps[0].Due);
        Assert.Equal("move-process.only", (await bureau.Moving("tho.hv", (m, me) => m.Do(2, [(goes, now.Version)], me, "test")))[0].Refusal!.Code);
        Assert.Equal(stays, Assert.Single(await bureau.Moving("tho.hv", (m, me) => m.Preview(first.Code, 2, me))).Id);
        Assert.Equal("Phát hành kết quả", await Ending(house, life, goes));
        await life.Ended(stays);
        Assert.Empty((await house.Verify()).Broken);
    }

    [Fact]
    public async Task A_dossier_that_went_on_since_the_list_was_shown_is_left_where_it_is()
    {
        await using var house = await TestHouse.Open();
        var (bureau, life) = (new Bureau(house), new Life(house));
        var first = await bureau.Published(bureau.Says("Bản một", Procedure), Bureau.Line(StepLines.Usual(24)));
        var dossier = await life.Received(Procedure);
        await bureau.Published(bureau.Says("Bản hai", Procedure), Bureau.Line(StepLines.Usual(20)), first.Code);
        var shown = Assert.Single(await bureau.Moving("tho.hv", (m, me) => m.Preview(first.Code, 2, me)));
        await life.End(dossier, (await life.Now(dossier)).Open.Steps[0]);
        Assert.Equal("move-process.overtaken", (await bureau.Moving("tho.hv", (m, me) => m.Do(2, [(dossier, shown.Seen)], me, "test")))[0].Refusal!.Code);
        Assert.Equal(1, (await life.Now(dossier)).Case.ProcessVersion);
    }

    /// <summary>Ends the dossier; the name of the step at which its result was stamped.</summary>
    private static async Task<string> Ending(TestHouse house, Life life, DossierId id)
    {
        var stamp = await life.Until(id, StepKind.Register);
        var name = (await house.Stage.Reference()).Process("qt-1.000689", 2)[stamp.Element].Name;
        Assert.Equal(DossierStatus.Returned, (await life.Ended(id)).Case.Status);
        await using var db = house.Db();
        // A step of the version that was left keeps its name.
        Assert.Equal("Lấy số, đóng dấu, vào sổ kết quả", (await house.Reader(db).Find(id, Actor.Job))!.ElementName("register"));
        return name;
    }
}
