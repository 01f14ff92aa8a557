using MotCua.App.Tests.Forms;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Amending;

/// <summary>Two regimes of the law side by side in one house.</summary>
public sealed class RegimesTests
{
    private const string Marriage = "2.000806";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-X-06")]
    public async Task December_2021_at_a_district_and_November_2026_at_a_commune_run_side_by_side(Engine engine)
    {
        await using var house = await TestHouse.Open(engine, new DateTime(2021, 12, 13, 9, 2, 0));
        var life = new Life(house);
        var before = await life.Received(Marriage, unit: "H15.30.01");
        await life.Until(before, Domain.Processes.StepKind.Approve);
        house.At(2026, 11, 17, 9, 10);
        var now = await life.Received(Marriage, unit: "H15.13.01");

        var reference = await house.Stage.Reference();
        var (old, young) = ((await life.Now(before)).Case, (await life.Now(now)).Case);
        Assert.Equal(("R2", Level.District), (old.Regime, reference.Agencies.Find(old.Competent)!.Level));
        Assert.Equal(("R4", Level.Commune), (young.Regime, reference.Agencies.Find(young.Competent)!.Level));
        Assert.Equal(Vietnam.Instant(new DateTime(2021, 12, 27, 17, 0, 0)), old.Due.Due);
        Assert.Equal("000.01.30.H15-211213-0001", old.Code.Value);
        Assert.StartsWith("H15.13.01-261117-", young.Code.Value, StringComparison.Ordinal);
        Assert.Equal(("2018", "2025"), (Rule("form.set", old), Rule("form.set", young)));
        Assert.DoesNotContain("online-vneid", Rule("channels", old));
        Assert.Contains("online-vneid", Rule("channels", young));
        Assert.Contains("District", Rule("organisation.levels", old));
        Assert.DoesNotContain("District", Rule("organisation.levels", young));
        Assert.Equal("H15.13", reference.Agencies.Find(reference.Agencies.Find(old.Competent)!.Successor!.Value)!.Code);
        var print = new PrintRoom(house);
        Assert.Equal("receipt/2018", (await print.Paper(before, "receipt")).Paper?.Form);
        Assert.Equal("receipt/2025", (await print.Paper(now, "receipt")).Paper?.Form);
        Assert.Empty((await house.Verify()).Broken);

        string Rule(string key, Case at) => reference.Rules.Text(
            key, Vietnam.Day(at.ReceivedAt), RuleScopes.Of(reference.Agencies, at.Procedure, at.Reception, at.Competent));
    }

    [Fact]
    public async Task A_unit_that_has_ended_receives_nothing_and_names_its_successor()
    {
        await using var house = await TestHouse.Open(at: new DateTime(2025, 7, 1, 8, 0, 0));
        var life = new Life(house);
        var district = (await life.UnitId("H15.30")).Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var typed = (await life.Typed(Marriage)).With(("competent", district));
        var receipt = await house.Stage.Receive(Marriage, await life.UnitId("H15.30.01"), typed);
        Assert.NotNull(receipt.Refusal);
        Assert.Contains("Trung tâm Phục vụ hành chính công xã Ea Kar", receipt.Refusal.Sentence);
    }

    [Fact]
    public async Task A_dossier_of_a_district_that_was_open_on_its_last_day_is_finished_by_those_who_took_over()
    {
        await using var house = await TestHouse.Open(at: new DateTime(2025, 6, 30, 9, 0, 0));
        var life = new Life(house);
        var id = await life.Received(Marriage, unit: "H15.30.01");
        house.At(2025, 7, 3, 9, 0);
        Assert.Equal(DossierStatus.Returned, (await life.Ended(id)).Case.Status);
    }
}
