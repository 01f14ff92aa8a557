using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Editing;

/// <summary>Who may change the catalogue: it is one for the whole province, so a duty at a unit of the province is needed (R-ADM-29).</summary>
public sealed class CatalogueRights(MotCuaDb db, Duties duties)
{
    private static readonly Refusal No = new(
        "catalogue.duty",
        "Danh mục dùng chung cho toàn tỉnh nên chỉ người quản trị hệ thống hoặc kiểm soát thủ tục hành chính ở cấp tỉnh được sửa. "
        + "Hãy gửi đề nghị cho người được giao.");

    /// <summary>Refusal unless the officer administers the system, or controls procedures, at a unit of the province today.</summary>
    public async Task<Refusal?> Missing(OfficerId officer, CancellationToken cancel = default)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => g.Duty is Duty.Administer or Duty.Control).Select(g => g.Unit.Value).ToList();
        return await db.Set<AgencyRow>().AnyAsync(a => units.Contains(a.Id) && a.Level == Level.Province, cancel) ? null : No;
    }
}
