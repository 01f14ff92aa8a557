using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Tests.Work;
using MotCua.App.Warnings;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Warnings;

/// <summary>What a request that only reads knows from its session, and what the frame of its page counts.</summary>
public sealed class FrameTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_frame_counts_what_the_lists_hold(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        for (var i = 0; i < 3; i++)
            await life.Received();
        await life.Ended(await life.Received());
        await using var db = house.Db();
        foreach (var user in new[] { "hanh.tn", "linh.hn", "phuoc.nv", "khanh.pq" })
        {
            var officer = await house.Officer(user);
            var (reaches, duties) = (new Reaches(db, house.Clock), await new Duties(db, house.Clock).Of(officer));
            var frame = await Frame(db, house, reaches, officer, duties);
            Assert.Equal((await house.Page(user, new WorkQuery(WorkView.Mine))).Items.Count, frame.Mine);
            Assert.Equal(await new WorkList(db, reaches).Count(officer.Value, WorkFilter.ToReturn), frame.ToReturn);
            Assert.Equal(0, frame.Asked);
        }
        Assert.Equal(3, (await Frame(db, house, new Reaches(db, house.Clock), await house.Officer("hanh.tn"), [])).Mine);
    }

    [Fact]
    public async Task A_request_that_only_reads_reaches_as_far_as_its_duties_and_counts_once()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        await life.Received();
        await using var db = house.Db();
        foreach (var user in new[] { "hanh.tn", "phuoc.nv", "khanh.pq" })
        {
            var officer = await house.Officer(user);
            var (asks, knows, duties) = (new Reaches(db, house.Clock), new Reaches(db, house.Clock), await new Duties(db, house.Clock).Of(officer));
            knows.Know(officer, Vietnam.Day(house.Clock.GetUtcNow()), duties, await house.References.Get(db, default));
            var (asked, known) = (await asks.Of(officer.Value), await knows.Of(officer.Value));
            Assert.Equal((asked.Officer, asked.Day), (known.Officer, known.Day));
            Assert.Equal(asked.Units, known.Units);
            Assert.Equal(asked.Seen, known.Seen);
            foreach (var duty in Enum.GetValues<Duty>())
                Assert.Equal(asked[duty].Order(), known[duty].Order());
        }
        var me = await house.Officer("hanh.tn");
        var request = new Reaches(db, house.Clock);
        request.Know(me, Vietnam.Day(house.Clock.GetUtcNow()), await new Duties(db, house.Clock).Of(me), await house.References.Get(db, default));
        var counts = new FrameCounts(db, new WorkList(db, request), request, house.Clock);
        Assert.Equal(1, (await counts.Of(me, [])).Mine);
        await life.Received();
        Assert.Equal(1, (await counts.Of(me, [])).Mine);
        Assert.Equal(2, (await Frame(db, house, new Reaches(db, house.Clock), me, [])).Mine);
        // Another officer's reach is no less asked for.
        Assert.NotEqual((await request.Of(me.Value)).Units, (await request.Of((await house.Officer("khanh.pq")).Value)).Units);
    }

    private static Task<Frame> Frame(MotCuaDb db, TestHouse house, Reaches reaches, OfficerId officer, IReadOnlyList<DutyGrant> duties) =>
        new FrameCounts(db, new WorkList(db, reaches), reaches, house.Clock).Of(officer, duties);
}
