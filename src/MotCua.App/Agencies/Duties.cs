using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Agencies;

/// <summary>Which duties an officer holds today, and where.</summary>
public sealed class Duties(MotCuaDb db, TimeProvider clock)
{
    /// <summary>All duties of an officer that hold today.</summary>
    public async Task<IReadOnlyList<DutyGrant>> Of(OfficerId officer, CancellationToken cancel = default)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        return (await db.Set<DutyGrantRow>().AsNoTracking()
                .Where(g => g.OfficerId == officer.Value && g.From <= today && (g.To == null || g.To >= today)).ToListAsync(cancel))
            .ConvertAll(g => g.ToGrant());
    }

    /// <summary>Refusal unless the officer holds a duty at a unit today.</summary>
    public async Task<Refusal?> Missing(OfficerId officer, Duty duty, AgencyId unit, CancellationToken cancel = default) =>
        (await Of(officer, cancel)).Any(g => g.Duty == duty && g.Unit == unit)
            ? null
            : new Refusal("duty.missing", $"Việc này cần nhiệm vụ “{Terms.Of(duty)}” tại đơn vị. Hãy chuyển cho người được giao.");
}
