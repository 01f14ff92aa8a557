using MotCua.App.Demonstration;
using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Tests.Forms;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Demonstration;

public sealed class WalkTests
{
    [Theory]
    [InlineData(2026, "receipt/2025 control-slip/2025", "")]
    [InlineData(2024, "receipt/2018 control-slip/2018", "")]
    public async Task Ends_with_the_result_returned_and_prints_by_the_set_of_its_day(int year, string printed, string unprinted)
    {
        await using var house = await TestHouse.Open();
        var clock = new MovedClock(Vietnam.Instant(new DateTime(year, 5, 6, 9, 10, 0)));

        var (walked, no) = await Walk(house, clock).Do("1.001193", TestContext.Current.CancellationToken);

        Assert.Null(no);
        Assert.Equal(DossierStatus.Returned, walked!.Dossier.Case.Status);
        Assert.Equal(printed, string.Join(' ', walked.Papers.Select(p => p.Form)));
        Assert.Equal(unprinted, string.Join(' ', walked.Unprinted));
    }

    [Fact]
    public async Task A_procedure_that_is_not_there_is_refused()
    {
        await using var house = await TestHouse.Open();
        var clock = new MovedClock(Vietnam.Instant(new DateTime(2026, 5, 6, 9, 10, 0)));

        var (walked, no) = await Walk(house, clock).Do("9.999999", TestContext.Current.CancellationToken);

        Assert.Null(walked);
        Assert.Equal("walk.procedure", no!.Code);
    }

    private static Walk Walk(TestHouse house, MovedClock clock)
    {
        var printer = FontsHere.Printer();
        var templates = FormTemplates.Load(Repository.Path("data", "forms"));
        var stage = new Stage(house.Db, house.References, house.Files, clock, "walk", n => new DemoResult(templates, printer).Pdf(n, clock.GetUtcNow()));
        return new Walk(
            house.Db, house.References, clock, stage, DemoPeople.Load(Repository.Path("data")),
            db => new StatutoryPapers(db, house.References, templates, printer, new Issuer("MotCua", true), new TrackingFactors(db, new Plain()), clock));
    }

    private sealed class Plain : ISeal
    {
        public string Seal(string secret) => secret;

        public string? Open(string sealedSecret) => sealedSecret;
    }
}
