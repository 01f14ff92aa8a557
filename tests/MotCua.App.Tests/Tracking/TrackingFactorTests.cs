using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Tracking;

/// <summary>The second factor of tracking.</summary>
public sealed class TrackingFactorTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-ADM-13")]
    public async Task A_dossier_has_one_factor_that_is_hashed_and_sealed_and_is_printed_alike_each_time(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var id = new DossierId(Guid.NewGuid());
        var factors = new TrackingFactors(db, new Reversed());
        var factor = await factors.Of(id);
        Assert.Matches("^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$", factor);
        Assert.Equal(factor, await factors.Of(id));
        var row = await db.Set<TrackingFactorRow>().SingleAsync();
        Assert.DoesNotContain(factor.Replace("-", "", StringComparison.Ordinal), row.Sealed);
        Assert.Equal(32, row.Hash.Length);
        Assert.True(await factors.Fits(id, factor));
        Assert.True(await factors.Fits(id, $" {factor.ToLowerInvariant().Replace('-', ' ')} "));
        Assert.False(await factors.Fits(id, factor[..^1]));
        Assert.False(await factors.Fits(new DossierId(Guid.NewGuid()), factor));
        Assert.False(await factors.Fits(null, factor));
    }

    [Fact]
    public async Task Where_the_key_is_lost_a_new_factor_is_drawn_and_the_old_one_ends()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var id = new DossierId(Guid.NewGuid());
        var old = await new TrackingFactors(db, new Reversed()).Of(id);
        var fresh = await new TrackingFactors(db, new Lost()).Of(id);
        Assert.NotEqual(old, fresh);
        var factors = new TrackingFactors(db, new Reversed());
        Assert.False(await factors.Fits(id, old));
        Assert.True(await factors.Fits(id, fresh));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Two_prints_at_once_bear_the_same_factor(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var id = new DossierId(Guid.NewGuid());
        var printed = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = house.Db();
            return await new TrackingFactors(db, new Reversed()).Of(id);
        }));
        await using var after = house.Db();
        Assert.True(await new TrackingFactors(after, new Reversed()).Fits(id, printed[0]));
        Assert.Single(printed.Distinct());
    }

    /// <summary>A seal that can be opened.</summary>
    private sealed class Reversed : ISeal
    {
        public string Seal(string secret) => string.Concat(secret.Reverse());

        public string? Open(string sealedSecret) => string.Concat(sealedSecret.Reverse());
    }

    /// <summary>A seal whose key is gone.</summary>
    private sealed class Lost : ISeal
    {
        public string Seal(string secret) => string.Concat(secret.Reverse());

        public string? Open(string sealedSecret) => null;
    }
}
