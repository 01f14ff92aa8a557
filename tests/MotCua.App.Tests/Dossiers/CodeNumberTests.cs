using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>The numbers of dossier codes and forms: one series per unit and day or year, drawn in the transaction.</summary>
public sealed class CodeNumberTests
{
    private const string Ward = "H15.12.01", Commune = "H15.13.01";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-REC-12")]
    [Requirement("R-FORM-15")]
    public async Task Receptions_at_the_same_moment_get_numbers_without_gap_or_double_per_unit(Engine engine)
    {
        const int each = 6;
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        OfficerId[] officers = [await house.Officer("hanh.tn"), await house.Officer("blim.h")];
        var attempts = new List<Guid>();
        for (var i = 0; i < 2 * each; i++)
            attempts.Add(await life.Attempt(officers[i % 2], unit: i % 2 == 0 ? Ward : Commune));
        var ids = await Together.Do(2 * each, async i =>
        {
            await using var own = house.Db();
            return (await house.Receive(own).Do(attempts[i], officers[i % 2], "test")).Dossier!.Value;
        });
        await using var db = house.Db();
        foreach (var unit in new[] { Ward, Commune })
        {
            var codes = await db.Set<DossierRow>().Where(d => d.Code.StartsWith(unit)).Select(d => d.Code).ToListAsync();
            Assert.Equal(Enumerable.Range(1, each).Select(n => $"{unit}-261117-{n:D4}"), codes.Order(StringComparer.Ordinal));
        }
        var received = await Task.WhenAll(ids.Select(life.Now));
        Assert.Equal(
            Enumerable.Range(1, each).SelectMany(n => new long?[] { n, n }), received.Select(d => d.Case.ReceiptNumber).Order());
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_number_drawn_for_an_act_that_is_refused_or_breaks_is_not_lost(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var (act, hand) = await Reception(house, papers: false);
        var refused = Assert.IsType<Performed.Refused>(await house.Perform(new DossierId(Guid.CreateVersion7()), act, hand));
        Assert.Equal("receive.paper-missing", refused.Why.Code);
        var (whole, by) = await Reception(house, papers: true);
        await Assert.ThrowsAsync<IOException>(() => house.Perform(
            new DossierId(Guid.CreateVersion7()), whole, by with { Write = _ => throw new IOException("The disk is full.") }));
        var first = await life.Now(await life.Received());
        Assert.Equal(("H15.12.01-261117-0001", 1L), (first.Case.Code.Value, first.Case.ReceiptNumber));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-18")]
    public async Task The_day_of_a_code_is_that_of_Vietnam_whatever_the_zone_of_the_machine(Engine engine)
    {
        using var elsewhere = new MachineIn("America/Los_Angeles");
        await using var house = await TestHouse.Open(engine, new DateTime(2026, 11, 17, 23, 59, 0));
        var life = new Life(house);
        Assert.Equal("H15.12.01-261117-0001", await Code(life));
        Assert.Equal("H15.12.01-261117-0002", await Code(life));
        house.At(2026, 11, 18, 0, 1);
        Assert.Equal("H15.12.01-261118-0001", await Code(life));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-17")]
    [Requirement("R-FORM-18")]
    public async Task Codes_are_written_in_the_old_order_until_30_June_2025_and_in_todays_since(Engine engine)
    {
        await using var house = await TestHouse.Open(engine, new DateTime(2019, 12, 4, 9, 0, 0));
        var life = new Life(house);
        Assert.Equal("000.01.12.H15-191204-0001", await Code(life));
        house.At(2025, 6, 30, 23, 59);
        Assert.Equal("000.01.12.H15-250630-0001", await Code(life));
        Assert.Equal("000.01.13.H15-250630-0001", await Code(life, Commune));
        house.At(2025, 7, 1, 0, 0);
        Assert.Equal("H15.12.01-250701-0001", await Code(life));
        Assert.Equal("H15.13.01-250701-0001", await Code(life, Commune));
        Assert.Empty((await house.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-18")]
    public async Task After_9999_dossiers_a_day_the_number_grows_and_never_wraps(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        Assert.Equal("H15.12.01-261117-0001", await Code(life));
        await using var db = house.Db();
        await db.Set<CounterRow>().Where(c => c.Key.StartsWith(Receive.CodeSeries)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, 9998));
        Assert.Equal("H15.12.01-261117-9999", await Code(life));
        Assert.Equal("H15.12.01-261117-10000", await Code(life));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-15")]
    public async Task Numbers_of_forms_begin_anew_with_the_year(Engine engine)
    {
        await using var house = await TestHouse.Open(engine, new DateTime(2025, 12, 31, 16, 0, 0));
        var life = new Life(house);
        long?[] numbers = [(await life.Now(await life.Received())).Case.ReceiptNumber, (await life.Now(await life.Received())).Case.ReceiptNumber];
        house.At(2026, 1, 1, 0, 0);
        Assert.Equal([1, 2, 1], [.. numbers, (await life.Now(await life.Received())).Case.ReceiptNumber]);
    }

    private static async Task<string> Code(Life life, string unit = Ward) => (await life.Now(await life.Received(unit: unit))).Case.Code.Value;

    private static async Task<(Receive Act, Hand Hand)> Reception(TestHouse house, bool papers)
    {
        var reference = await house.Stage.Reference();
        var procedure = (await house.Stage.Procedure("1.001193"))!;
        var (unit, owner) = (reference.Agencies.Find(Ward)!, new PartyId(Guid.CreateVersion7()));
        IReadOnlyList<TakenPaper> taken = papers ? [.. procedure.Papers.Select(p => new TakenPaper(p.Code, PaperForm.Original, 1, true, false, []))] : [];
        return (new Receive(
            Guid.CreateVersion7(), unit.Id, unit.Id, unit.Parent!.Value, Channel.Direct, null, owner, owner, taken, Dong.Zero,
            ReturnChannel.AtUnit, unit.Id, [], true), TestHouse.Hand(await house.Officer("hanh.tn")) with { Procedure = procedure });
    }

    /// <summary>The machine's clock shows another zone's time for a while.</summary>
    private sealed class MachineIn : IDisposable
    {
        private readonly string? before = Environment.GetEnvironmentVariable("TZ");

        public MachineIn(string zone) => Set(zone);

        public void Dispose() => Set(before);

        private static void Set(string? zone)
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
