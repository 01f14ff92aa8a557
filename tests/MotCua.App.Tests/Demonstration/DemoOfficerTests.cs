using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Demonstration;

public sealed class DemoOfficerTests
{
    /// <summary>A step that its officer cannot do any more is given to another by somebody who assigns at the same unit; else it is stuck.</summary>
    [Fact]
    public async Task Wherever_steps_are_done_somebody_may_give_them_to_another()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var grants = await db.Set<DutyGrantRow>().ToListAsync(TestContext.Current.CancellationToken);
        var working = grants.Where(g => g.Duty is Duty.Handle or Duty.Sign or Duty.Clerk or Duty.Receive or Duty.Return).Select(g => g.UnitId);
        var assigning = grants.Where(g => g.Duty is Duty.Lead or Duty.HeadOneStop).Select(g => g.UnitId).ToHashSet();
        Assert.DoesNotContain(working, unit => !assigning.Contains(unit));
    }
}
