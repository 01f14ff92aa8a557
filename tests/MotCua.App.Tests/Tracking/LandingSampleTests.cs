using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Tracking;

/// <summary>Databases that earlier versions of the product made open in this one, and the work goes on.</summary>
public sealed class LandingSampleTests
{
    private static readonly DateTime Morning = new(2026, 11, 17, 9, 10, 0);

    private static readonly DossierStatus[] States =
    [
        DossierStatus.Received, DossierStatus.InProcess, DossierStatus.AwaitingSupplement, DossierStatus.Stopped, DossierStatus.ResultReady,
        DossierStatus.Returned, DossierStatus.Returned,
    ];

    [Theory]
    [InlineData("landing-1.db.gz")]
    [InlineData("landing-3.db.gz")]
    [InlineData("landing-4.db.gz")]
    public async Task A_database_of_an_earlier_version_opens_is_whole_and_its_dossiers_go_on(string name)
    {
        var sample = Repository.Path("tests", "MotCua.App.Tests", "Samples", name);
        // Made once by the version it is named after, and never again.
        if (Tool.Write && !File.Exists(sample))
            await Make(sample);
        await using var house = await TestHouse.OpenSample(sample, Morning.AddDays(1));
        await using var db = house.Db();
        foreach (var number in await db.Set<DossierRow>().Where(d => d.ResultNumber != null).Select(d => d.ResultNumber!).ToListAsync())
            await house.Files.Put(new MemoryStream(TestHouse.ResultFile(number)), default);
        Assert.Equal("", string.Join('\n', (await house.Verify()).Broken));
        var rows = await db.Set<DossierRow>().AsNoTracking().ToListAsync();
        Assert.Equal(States.Order(), rows.Select(r => r.Status).Order());
        Assert.Equal(AttemptState.ToComplete, (await db.Set<AttemptRow>().SingleAsync(a => a.DossierId == null)).State);
        var life = new Life(house);
        foreach (var row in rows.Where(r => r.Status is DossierStatus.Received or DossierStatus.InProcess or DossierStatus.ResultReady))
            Assert.Equal(DossierStatus.Returned, (await life.Ended(new DossierId(row.Id))).Case.Status);
        await life.Ended(await life.Received());
        Assert.Equal("", string.Join('\n', (await house.Verify()).Broken));
    }

    private static async Task Make(string sample)
    {
        await using var house = await TestHouse.Open(Engine.Sqlite, Morning);
        var life = new Life(house);
        await life.Received();
        await life.Until(await life.Received("1.115320"), StepKind.Handle);
        var supplement = await life.Received("1.001612");
        var step = await life.Until(supplement, StepKind.Handle);
        Life.Expect(await house.Stage.Handle(async h => await h.RequestSupplement(
            supplement, step.Token, ["thieu-giay-to"], "Bản chính giấy tờ tùy thân để đối chiếu.", TestHouse.Hand(await life.OfficerOf(step)))));
        var stopped = await life.Received("1.004873");
        var hand = TestHouse.Hand(await house.Officer("hanh.tn"));
        Life.Expect(await house.Stage.Handle(h => h.RequestWithdrawal(stopped, Channel.Direct, "Xin rút hồ sơ để nộp lại sau.", hand)));
        var reason = await house.Stage.ReasonCode("stop");
        Life.Expect(await house.Stage.Handle(h => h.Stop(stopped, reason, hand)));
        await life.Until(await life.Received("1.013225"), StepKind.Return);
        await life.Ended(await life.Received("2.000815"));
        var refused = await life.Received("1.001612");
        Life.Expect(await house.Stage.End(refused, await life.Until(refused, StepKind.Approve), Outcome.Refused));
        await life.Ended(refused);
        await using (var db = house.Db())
        {
            var attempt = await life.Attempt(await house.Officer("hanh.tn"));
            var slip = await house.Answer(db).AskToComplete(attempt, new ToComplete(["Giấy chứng sinh"], ["thieu-giay-to"]), await house.Officer("hanh.tn"));
            Assert.NotNull(slip.Slip);
        }
        await house.PackSample(sample);
    }
}
