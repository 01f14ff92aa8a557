using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Fees;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>A dossier of the ward that is filed in another commune, through the use cases of the pages.</summary>
public sealed class WorkAcrossTests
{
    private const string Commune = "H15.13.01", Ward = "H15.12";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(DossierId Id, AgencyDirectory Agencies)> Filed(TestHouse house, string procedure = "1.001193")
    {
        var agencies = (await house.Stage.Reference()).Agencies;
        var life = new Life(house);
        var typed = (await life.Typed(procedure)).With(("competent", $"{agencies.Find(Ward)!.Id.Value}"));
        return (await life.Received(procedure, typed, Commune), agencies);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-NB-07")]
    [Requirement("R-WF-04")]
    public async Task Data_is_there_at_once_and_paper_follows_with_a_record(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (id, agencies) = await Filed(house);
        var life = new Life(house);
        await life.Until(id, StepKind.Handle);
        var dossier = await life.Now(id);
        Assert.Equal(agencies.Find("H15.12.02")!.Id, dossier.Open.Steps[0].Unit);

        await using var db = house.Db();
        var across = new WorkAcross(house.Desk(db));
        var sent = Life.Expect(await across.SendPaper(
            id, PaperCarrier.Post, "EA123456789VN", null, TestHouse.Hand(await house.Officer("blim.h")), Stop));
        var handler = await house.OfficerWith(Duty.Handle, sent.Paper.UnderWay!.To);
        Assert.IsType<Performed.Refused>(await across.ReceivePaper(id, null, TestHouse.Hand(await house.Officer("blim.h")), Stop));
        var came = Life.Expect(await across.ReceivePaper(id, "Thiếu bản sao giấy chứng sinh", TestHouse.Hand(handler), Stop));
        Assert.NotNull(came.Paper.Parcels[0].Missing);
        Assert.Contains(db.Set<App.Outbox.OutboxRow>(), o => o.DossierId == id.Value && o.Receiver == $"unit:{Commune}");
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-11")]
    public async Task A_cooperating_agency_has_a_step_of_its_own_and_the_lead_sees_it(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (id, agencies) = await Filed(house);
        var step = await new Life(house).Until(id, StepKind.Handle);
        var lead = await house.OfficerWith(Duty.Handle, step.Unit);

        await using var db = house.Db();
        var across = new WorkAcross(house.Desk(db));
        var asked = Life.Expect(await across.Ask(
            id, step.Token, CooperationMode.Electronic, [new AskedAgency(agencies.Find("H15.12.04")!.Id, "Xác nhận tình trạng cư trú", 0.5m)],
            TestHouse.Hand(lead), Stop));
        var open = Assert.Single(asked.Open.Steps, s => s.Kind == StepKind.Cooperate);
        var book = new AcrossBook(db, house.References, new Reaches(db, house.Clock), house.Clock);
        Assert.Equal(open.Unit, Assert.Single(await book.Open(lead.Value, Stop)).Agency);
        Assert.Single(await book.Open((await house.Officer("bang.tv")).Value, Stop));

        var other = await house.OfficerWith(Duty.Handle, open.Unit);
        var answered = Life.Expect(await across.Answer(
            id, open.Token, "Đã xác nhận", await new Life(house).ResultFile(), TestHouse.Hand(other), Stop));
        Assert.Equal(TaskState.Answered, answered.Cooperation.Tasks[0].State);
        Assert.Empty(await book.Open(lead.Value, Stop));
        Assert.Contains(db.Set<App.Outbox.OutboxRow>(), o => o.DossierId == id.Value && o.Receiver == $"unit:{Commune}");
        Assert.Equal(DossierStatus.Returned, (await new Life(house).Ended(id)).Case.Status);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-NB-06")]
    [Requirement("R-NB-10")]
    public async Task Dossiers_and_money_are_counted_by_who_received_and_who_resolves(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (id, agencies) = await Filed(house, "1.001612");
        var home = await new Life(house).Received();
        var collector = await house.OfficerWith(Duty.Receive, agencies.Find(Commune)!.Id);
        Life.Expect(await house.Perform(id, new RecordPayment(new Dong(10_000), PaymentMethod.Cash, null), TestHouse.Hand(collector)));
        await using var db = house.Db();
        var book = new AcrossBook(db, house.References, new Reaches(db, house.Clock), house.Clock);
        var (day, head) = (new DateOnly(2026, 11, 17), (await house.Officer("bang.tv")).Value);

        var (lines, atLeast) = await book.Lines(head, day, day, Stop);
        var line = Assert.Single(lines);
        Assert.Equal((agencies.Find(Commune)!.Id, agencies.Find(Ward)!.Id, true, 1, false),
            (line.Pair.Reception, line.Pair.Competent, line.CrossesBoundary, line.Received, atLeast));
        Assert.Equal(id.Value, Assert.Single(await book.Behind(head, day, day, line.Pair, AcrossCount.Received, Stop)).Id);
        Assert.Equal((10_000, 1, 1), (line.Collected, line.Payments, line.CollectedOn));
        Assert.Equal(10_000, Assert.Single(await book.Behind(head, day, day, line.Pair, AcrossCount.Collected, Stop)).Collected);
        Assert.Empty((await book.Lines(head, day.AddDays(1), day.AddDays(1), Stop)).Lines);
        Assert.NotEqual(home, id);
    }
}
