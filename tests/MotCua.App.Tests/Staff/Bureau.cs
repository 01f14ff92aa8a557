using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Testing;

namespace MotCua.App.Tests.Staff;

/// <summary>A house with short ways to the use cases on staff, each on a context of its own. In the demonstration vu.lq administers the province,
/// nha.dt the ward, kien.lt leads at the province, tho.hv the ward.</summary>
internal sealed class Bureau(TestHouse house) : IAsyncDisposable
{
    public TestHouse House { get; } = house;

    public Life Life { get; } = new(house);

    public DateOnly Today => Domain.Law.Vietnam.Day(House.Clock.GetUtcNow());

    public static async Task<Bureau> Open(Testing.Engine engine = Testing.Engine.Sqlite) => new(await TestHouse.Open(engine));

    public StaffReaches Reaches(MotCuaDb db) => new(db, House.References, House.Clock);

    public Task<OfficerId> Of(string userName) => House.Officer(userName);

    public async Task<AgencyId> Unit(string code) => await Life.UnitId(code);

    public async Task<DutyFields> Fields(Duty duty, string unit, GrantKind kind = GrantKind.Official, DateOnly? from = null, DateOnly? to = null) =>
        new(duty, await Unit(unit), kind, from ?? Today, to, "125/QĐ-UBND", Today, 5, true, null);

    public async Task<DutyGiven> Give(string by, string to, DutyFields fields)
    {
        await using var db = House.Db();
        return await new GrantDuties(db, Reaches(db), House.Clock).Give(await Of(by), await Of(to), fields);
    }

    public async Task<DutyGiven> Approve(string by, int request)
    {
        await using var db = House.Db();
        return await new GrantDuties(db, Reaches(db), House.Clock).Approve(await Of(by), request);
    }

    public async Task<DutyGiven> Decline(string by, int request, string? why)
    {
        await using var db = House.Db();
        return await new GrantDuties(db, Reaches(db), House.Clock).Decline(await Of(by), request, why);
    }

    public async Task<DutyRequestRow> Request()
    {
        await using var db = House.Db();
        return await db.Set<DutyRequestRow>().AsNoTracking().OrderByDescending(r => r.Id).FirstAsync();
    }

    public async Task<DutyEnded> End(string by, string officer, DateOnly last, IReadOnlyList<StepMove>? moves = null, Duty? only = null)
    {
        var id = await Of(officer);
        await using var db = House.Db();
        var grants = await db.Set<DutyGrantRow>().Where(g => g.OfficerId == id.Value && (only == null || g.Duty == only)).Select(g => g.Id).ToListAsync();
        return await new EndDuties(db, Reaches(db), HandOver(db), House.Clock).End(await Of(by), id, new DutyEnd(grants, last, "88/QĐ-UBND", moves ?? []));
    }

    public StepHandOver HandOver(MotCuaDb db) => new(db, House.Handle(db), House.Clock);

    public async Task<int> Sweep()
    {
        await using var db = House.Db();
        return await HandOver(db).Sweep();
    }

    /// <summary>How many open steps lie with somebody who may not act on them today.</summary>
    public async Task<int> Left()
    {
        await using var db = House.Db();
        return await HandOver(db).Left().CountAsync();
    }

    public async Task<DutyGiven> Substitute(string by, string absent, string substitute, DateOnly from, DateOnly to, params DutyAt[] scope)
    {
        await using var db = House.Db();
        return await new Substitutes(db, Reaches(db), House.Clock).Propose(
            await Of(by), new SubstitutionFields(await Of(absent), await Of(substitute), from, to, scope, "Đơn nghỉ phép đã duyệt"));
    }

    public async Task<Domain.Law.Refusal?> OnLast(string by, Func<Substitutes, OfficerId, int, Task<Domain.Law.Refusal?>> act)
    {
        await using var db = House.Db();
        var id = await db.Set<SubstitutionRow>().MaxAsync(s => s.Id);
        return await act(new Substitutes(db, Reaches(db), House.Clock), await Of(by), id);
    }

    public async Task<IReadOnlyList<DutyGrant>> Duties(string userName)
    {
        await using var db = House.Db();
        return await new Duties(db, House.Clock).Of(await Of(userName));
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    public static string[] Codes(DutyGiven given) => [.. given.Refusals.Select(r => r.Code)];

    public static string[] Codes(DutyEnded ended) => [.. ended.Refusals.Select(r => r.Code)];
}
