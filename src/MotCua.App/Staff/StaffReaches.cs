using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Staff;

/// <summary>How far an officer reaches over others, with the reference rows it was asked of.</summary>
public sealed record Reached(StaffReach Reach, ReferenceData Reference)
{
    /// <summary>Today.</summary>
    public DateOnly Today => Reach.Day;

    /// <summary>Whether he keeps the account of an officer: the one's unit lies in his reach, or where he has none, a duty of today or later.</summary>
    /// <param name="grants">All duties of the officer.</param>
    public bool Keeps(OfficerRow officer, IEnumerable<DutyGrantRow> grants) => officer.UnitId is { } home
        ? Reach.Administers(new AgencyId(home))
        : grants.Any(g => (g.To is null || g.To >= Today) && Reach.Administers(new AgencyId(g.UnitId)));

    /// <summary>Whether every duty of an officer of today and later lies in his reach: only then may he open the account anew.</summary>
    public bool KeepsAll(OfficerRow officer, IReadOnlyCollection<DutyGrantRow> grants) => Keeps(officer, grants)
        && grants.Where(g => g.To is null || g.To >= Today).All(g => Reach.Administers(new AgencyId(g.UnitId)));

    /// <summary>Whether the officer is shown to him at all: he keeps the account, or sees a unit where the one belongs or has a duty.</summary>
    public bool Sees(OfficerRow officer, IReadOnlyCollection<DutyGrantRow> grants) => Keeps(officer, grants)
        || officer.Id == Reach.Officer.Value || (officer.UnitId is { } home && Reach.Sees(new AgencyId(home)))
        || grants.Any(g => (g.To is null || g.To >= Today) && Reach.Sees(new AgencyId(g.UnitId)));
}

/// <summary>Reads how far officers reach over others.</summary>
public sealed class StaffReaches(MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    /// <summary>The reach of an officer today, from his own duties alone.</summary>
    public async Task<Reached> Of(OfficerId officer, CancellationToken cancel = default)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var reference = await references.Get(db, cancel);
        var own = await db.Set<DutyGrantRow>().AsNoTracking()
            .Where(g => g.OfficerId == officer.Value && g.From <= today && (g.To == null || g.To >= today)).ToListAsync(cancel);
        return new Reached(new StaffReach(officer, own.ConvertAll(g => g.ToGrant()), reference.Agencies, today), reference);
    }
}

/// <summary>Refusals that the use cases of this room share.</summary>
internal static class StaffRefusals
{
    public static readonly Refusal Unknown = new("staff.unknown", "Không có cán bộ này, hoặc bạn không được xem. Hãy tìm lại từ trang đơn vị.");

    public static readonly Refusal Beyond = new(
        "staff.beyond", "Đơn vị này ngoài phạm vi quản trị của bạn. Hãy chuyển cho quản trị của đơn vị đó hoặc của tỉnh.");

    public static readonly Refusal Self = new("staff.self", "Không tự giao, tự sửa nhiệm vụ của chính mình. Hãy nhờ quản trị khác.");

    public static readonly Refusal Crossed = new("staff.crossed", "Người khác vừa thay đổi cán bộ này. Hãy xem lại rồi gửi lần nữa.");
}
