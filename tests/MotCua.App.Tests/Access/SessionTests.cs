using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Access;

public sealed class SessionTests
{
    private static readonly SessionLimits Limits = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(12));
    private static readonly Origin Here = new("10.0.0.1");

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_session_is_known_by_its_key_until_it_is_ended_idle_or_old(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var (sessions, officer) = (Open(house, db), await house.Officer("hanh.tn"));
        var stamp = await Stamp(db, officer);
        var (row, key) = await sessions.Begin(officer, "Firefox trên Linux", "10.0.0.1", signIn: true, default);
        Assert.DoesNotContain(key, row.KeyHash);
        Assert.Equal(row.Id, (await sessions.Find(officer, stamp, key, default))!.Session.Id);
        Assert.Null(await sessions.Find(officer, "another stamp", key, default));
        Assert.Null(await sessions.Find(await house.Officer("linh.hn"), stamp, key, default));
        Assert.Null(await sessions.Find(officer, stamp, row.KeyHash, default));

        for (var i = 0; i < 24; i++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(29));
            Assert.NotNull(await sessions.Find(officer, stamp, key, default));
        }
        house.Clock.Advance(TimeSpan.FromMinutes(24));
        Assert.Null(await sessions.Find(officer, stamp, key, default));
        Assert.Empty(await sessions.Of(officer, default));

        var (idle, idleKey) = await sessions.Begin(officer, "x", "10.0.0.1", signIn: true, default);
        house.Clock.Advance(Limits.Idle + Sessions.Grain);
        Assert.Null(await sessions.Find(officer, stamp, idleKey, default));
        Assert.False(await sessions.End(await house.Officer("linh.hn"), idle.Id, SessionEnd.Ended, Here, default));
    }

    [Fact]
    public async Task A_request_writes_only_where_the_last_note_is_old()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var (sessions, officer) = (Open(house, db), await house.Officer("hanh.tn"));
        var stamp = await Stamp(db, officer);
        var (row, key) = await sessions.Begin(officer, "x", "10.0.0.1", signIn: true, default);
        house.Clock.Advance(Sessions.Grain - TimeSpan.FromSeconds(1));
        await sessions.Find(officer, stamp, key, default);
        Assert.Equal(row.Started, (await sessions.Of(officer, default)).Single().LastSeen);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await sessions.Find(officer, stamp, key, default);
        Assert.Equal(row.Started + Sessions.Grain, (await sessions.Of(officer, default)).Single().LastSeen);
    }

    [Fact]
    public async Task Addresses_are_remembered_for_a_quarter_and_then_their_sessions_go()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var (sessions, officer) = (Open(house, db), await house.Officer("hanh.tn"));
        await sessions.Begin(officer, "x", "10.0.0.1", signIn: true, default);
        house.Clock.Advance(Sessions.Memory - TimeSpan.FromMinutes(1));
        Assert.Equal(["10.0.0.1"], await sessions.AddressesOf(officer, default));
        Assert.Equal(0, await sessions.Sweep(default));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await sessions.AddressesOf(officer, default));
        Assert.Equal(1, await sessions.Sweep(default));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_log_is_searched_by_day_officer_and_kind_as_far_as_the_auditors_duty_reaches(Engine engine)
    {
        await using var house = await TestHouse.Open(engine, new DateTime(2026, 11, 16, 8, 0, 0));
        await using var db = house.Db();
        var log = new SecurityLog(db, house.Clock);
        var (hanh, khoi) = (await house.Officer("hanh.tn"), await house.Officer("khoi.nd"));
        house.At(2026, 11, 16, 23, 59);
        await log.Write(SecurityEventKind.Refused, hanh, Here, default);
        house.At(2026, 11, 17, 0, 0);
        await log.Write(SecurityEventKind.SignedIn, hanh, Here with { Session = 7 }, default);
        await log.Write(SecurityEventKind.Refused, khoi, Here, default);
        await log.Write(SecurityEventKind.Refused, null, Here, default);
        var agencies = (await house.References.Get(db, default)).Agencies;
        var (province, commune, other) = (new AgencyId(1), new AgencyId(10), new AgencyId(20));

        var all = await Found(new SecurityQuery(), province);
        Assert.Equal([null, "khoi.nd", "hanh.tn", "hanh.tn"], all.Select(l => l.UserName));
        Assert.Equal(7, all[2].Session);
        Assert.Equal(["hanh.tn"], (await Found(new SecurityQuery(To: new DateOnly(2026, 11, 16)), province)).Select(l => l.UserName));
        Assert.Equal(3, (await Found(new SecurityQuery(From: new DateOnly(2026, 11, 17)), province)).Count);
        Assert.Equal(["khoi.nd"], (await Found(new SecurityQuery(Officer: " KHOI", Kind: SecurityEventKind.Refused), province)).Select(l => l.UserName));
        Assert.Equal(2, (await Found(new SecurityQuery(Officer: "Trần Ngọc Hạnh"), province)).Count);
        Assert.Empty(await Found(new SecurityQuery(Officer: "%"), province));
        Assert.Equal(["khoi.nd", "hanh.tn", "hanh.tn"], (await Found(new SecurityQuery(), commune)).Select(l => l.UserName));
        Assert.Empty(await Found(new SecurityQuery(), other));

        async Task<IReadOnlyList<SecurityLine>> Found(SecurityQuery query, AgencyId at) =>
            (await new SecurityEvents(db).Of(query, [at], agencies, 1)).Lines;
    }

    [Fact]
    public async Task The_log_is_read_by_pages_and_says_only_whether_more_follows()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var log = new SecurityLog(db, house.Clock);
        for (var i = 0; i <= SecurityEvents.PageSize; i++)
            log.Add(SecurityEventKind.SignedIn, new OfficerId(1), Here);
        await db.SaveChangesAsync();
        var agencies = (await house.References.Get(db, default)).Agencies;
        var first = await new SecurityEvents(db).Of(new SecurityQuery(), [new AgencyId(1)], agencies, 1);
        var second = await new SecurityEvents(db).Of(new SecurityQuery(), [new AgencyId(1)], agencies, 2);
        Assert.Equal((SecurityEvents.PageSize, true), (first.Lines.Count, first.HasMore));
        Assert.Equal((1, false), (second.Lines.Count, second.HasMore));
    }

    private static Sessions Open(TestHouse house, MotCuaDb db) => new(db, Limits, new SecurityLog(db, house.Clock), house.Clock);

    private static Task<string> Stamp(MotCuaDb db, OfficerId officer) =>
        db.Set<OfficerRow>().Where(o => o.Id == officer.Value).Select(o => o.SecurityStamp).SingleAsync();
}
