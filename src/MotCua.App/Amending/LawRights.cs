using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Amending;

/// <summary>Who may change rules and the calendar: they bind the whole province, so the duty must be held at a unit of the province (R-ADM-29).</summary>
public sealed class LawRights(MotCuaDb db, Duties duties)
{
    private static readonly Refusal No = new(
        "law.duty",
        "Quy định và lịch làm việc áp dụng cho toàn tỉnh nên chỉ người quản trị hệ thống ở cấp tỉnh được sửa. Hãy gửi đề nghị cho người được giao.");

    /// <summary>Refusal unless the officer administers the system at a unit of the province today.</summary>
    public async Task<Refusal?> Missing(OfficerId officer, CancellationToken cancel = default)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => g.Duty == Duty.Administer).Select(g => g.Unit.Value).ToList();
        return await db.Set<AgencyRow>().AnyAsync(a => units.Contains(a.Id) && a.Level == Level.Province, cancel) ? null : No;
    }
}
