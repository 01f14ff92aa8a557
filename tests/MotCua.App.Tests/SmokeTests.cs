using MotCua.Domain.Dossiers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests;

public sealed class SmokeTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_dossier_walks_from_reception_to_return_and_the_record_is_whole(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        var end = await life.Ended(await life.Received());
        Assert.Equal(DossierStatus.Returned, end.Case.Status);
        var verified = await house.Verify();
        Assert.Equal((1, end.Version, ""), (verified.Dossiers, verified.Events, string.Join('\n', verified.Broken)));
    }
}
