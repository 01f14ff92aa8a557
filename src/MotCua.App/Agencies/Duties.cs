using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Agencies;

/// <summary>Which duties an officer holds today, and where; his own first, then those of absent officers that he does for them.</summary>
public sealed class Duties(MotCuaDb db, TimeProvider clock)
{
    /// <summary>All duties that an officer may act on today. Those of another stand in that one's name.</summary>
    public async Task<IReadOnlyList<DutyGrant>> Of(OfficerId officer, CancellationToken cancel = default) =>
        Sorted(officer, await Rows(db, officer, Vietnam.Day(clock.GetUtcNow())).AsNoTracking().ToListAsync(cancel));

    /// <summary>The rows of all duties that an officer may act on on a day.</summary>
    internal static IQueryable<DutyGrantRow> Rows(MotCuaDb db, OfficerId officer, DateOnly day) =>
        db.Set<DutyGrantRow>().Where(g => g.OfficerId == officer.Value && g.From <= day && (g.To == null || g.To >= day))
            .Union(StandIns.Of(db, officer.Value, day));

    /// <summary>His own first, then those of absent officers.</summary>
    internal static IReadOnlyList<DutyGrant> Sorted(OfficerId officer, IEnumerable<DutyGrantRow> rows) =>
        [.. rows.OrderBy(g => g.OfficerId == officer.Value ? 0 : 1).ThenBy(g => g.Id).Select(g => g.ToGrant())];

    /// <summary>Refusal unless the officer holds a duty at a unit today, or does it for somebody.</summary>
    public async Task<Refusal?> Missing(OfficerId officer, Duty duty, AgencyId unit, CancellationToken cancel = default) =>
        await ActorFor(officer, duty, unit, cancel) is not null
            ? null
            : new Refusal("duty.missing", $"Việc này cần nhiệm vụ “{Terms.Of(duty)}” tại đơn vị. Hãy chuyển cho người được giao.");

    /// <summary>Who acts when an officer does what a duty at a unit covers: himself, where he holds it, else in the place of whom he stands in
    /// for; null if neither.</summary>
    public async Task<Actor?> ActorFor(OfficerId officer, Duty duty, AgencyId unit, CancellationToken cancel = default) =>
        ActorFor(await Of(officer, cancel), officer, duty, unit);

    /// <summary>The same from duties that were just read.</summary>
    internal static Actor? ActorFor(IReadOnlyList<DutyGrant> duties, OfficerId officer, Duty duty, AgencyId unit) =>
        duties.FirstOrDefault(g => g.Duty == duty && g.Unit == unit) is { } grant
            ? grant.Officer == officer ? Actor.Of(officer) : Actor.InPlaceOf(grant.Officer, officer)
            : null;
}
