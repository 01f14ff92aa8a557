using MotCua.Domain.Dossiers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests;

public sealed class SmokeTests
{
    [Theory]
    [InlineData("1.001193")]
    [InlineData("2.000815")]
    [InlineData("1.001612")]
    [InlineData("1.115320")]
    [InlineData("1.013225")]
    public async Task Walks(string procedure)
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var id = await life.Received(procedure);
        var end = await life.Ended(id);
        Assert.Equal(DossierStatus.Returned, end.Case.Status);
        var verified = await house.Verify();
        Assert.Empty(verified.Broken);
    }
}
