using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Work;

/// <summary>The lists that officers keep; those that a leader shares are seen by the officers of his unit.</summary>
public sealed class SavedFilters(MotCuaDb db, Reaches reaches, TimeProvider clock)
{
    /// <summary>So many an officer may keep.</summary>
    public const int Most = 30;

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 60;

    private const int LongestQuery = 2000;

    // For so long a deleted one can be brought back.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>His own in their order, then those shared with the units where he works.</summary>
    public async Task<IReadOnlyList<SavedFilterRow>> Of(int officer, CancellationToken cancel = default)
    {
        var units = (await reaches.Of(officer, cancel)).Units;
        var found = await db.Set<SavedFilterRow>().AsNoTracking()
            .Where(f => f.Deleted == null && (f.OfficerId == officer || (f.UnitId != null && units.Contains(f.UnitId.Value)))).ToListAsync(cancel);
        return [.. found.OrderBy(f => f.OfficerId == officer ? 0 : 1).ThenBy(f => f.Order).ThenBy(f => f.Id)];
    }

    /// <summary>The units with which he may share: those that he leads.</summary>
    public async Task<IReadOnlyList<int>> LedBy(int officer, CancellationToken cancel = default)
    {
        var reach = await reaches.Of(officer, cancel);
        return [.. reach[Duty.Lead].Union(reach[Duty.HeadOneStop]).Order()];
    }

    /// <summary>Keeps a list; one of the same name takes its place.</summary>
    /// <param name="query">The query of its address.</param>
    public async Task<Refusal?> Save(int officer, string? name, string query, CancellationToken cancel = default)
    {
        if (VietnameseText.Clean(name) is not { } clean || clean.Length > LongestName)
            return new Refusal("filter.name", $"Hãy đặt cho bộ lọc một tên, dài nhất {LongestName} ký tự.", null, "ten");
        if (query.Length > LongestQuery)
            return new Refusal("filter.query", "Bộ lọc này quá dài. Hãy bớt điều kiện rồi lưu lại.", null, "ten");
        var gone = clock.GetUtcNow() - Kept;
        await db.Set<SavedFilterRow>().Where(f => f.OfficerId == officer && f.Deleted < gone).ExecuteDeleteAsync(cancel);
        var own = await Own(officer).ToListAsync(cancel);
        if (own.Find(f => VietnameseText.Fold(f.Name) == VietnameseText.Fold(clean)) is { } same)
            (same.Name, same.Query) = (clean, query);
        else if (own.Count >= Most)
            return new Refusal("filter.most", $"Mỗi người lưu được {Most} bộ lọc. Hãy xóa một bộ lọc cũ rồi lưu lại.", null, "ten");
        else
            db.Add(new SavedFilterRow
            {
                OfficerId = officer, Name = clean, Query = query, Order = own.Select(f => f.Order).DefaultIfEmpty().Max() + 1, Pinned = true,
            });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return null;
    }

    /// <summary>Moves one of his a place up or down.</summary>
    public async Task Move(int officer, int id, bool up, CancellationToken cancel = default)
    {
        var own = await Own(officer).OrderBy(f => f.Order).ThenBy(f => f.Id).ToListAsync(cancel);
        var at = own.FindIndex(f => f.Id == id);
        var to = up ? at - 1 : at + 1;
        if (at >= 0 && to >= 0 && to < own.Count)
            (own[at], own[to]) = (own[to], own[at]);
        for (var i = 0; i < own.Count; i++)
            own[i].Order = i + 1;
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Shows one of his beside every list, or no longer.</summary>
    public Task Pin(int officer, int id, bool pinned, CancellationToken cancel = default) =>
        Own(officer).Where(f => f.Id == id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Pinned, pinned), cancel);

    /// <summary>Shares one of his with a unit that he leads, or with nobody any more.</summary>
    public async Task<Refusal?> Share(int officer, int id, int? unit, CancellationToken cancel = default)
    {
        if (unit is { } u && !(await LedBy(officer, cancel)).Contains(u))
            return new Refusal("filter.share", "Chỉ người phụ trách đơn vị mới chia sẻ bộ lọc với đơn vị đó. Hãy chọn đơn vị bạn phụ trách.");
        await Own(officer).Where(f => f.Id == id).ExecuteUpdateAsync(f => f.SetProperty(x => x.UnitId, unit), cancel);
        return null;
    }

    /// <summary>Deletes one of his.</summary>
    /// <returns>Its name; null if there is none.</returns>
    public async Task<string?> Delete(int officer, int id, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var name = await Own(officer).Where(f => f.Id == id).Select(f => f.Name).FirstOrDefaultAsync(cancel);
        await Own(officer).Where(f => f.Id == id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Deleted, now), cancel);
        return name;
    }

    /// <summary>Brings back one of his that he deleted.</summary>
    public async Task<Refusal?> Restore(int officer, int id, CancellationToken cancel = default)
    {
        if (await Own(officer).CountAsync(cancel) >= Most)
            return new Refusal("filter.most", $"Mỗi người lưu được {Most} bộ lọc. Hãy xóa một bộ lọc cũ rồi hoàn tác lại.");
        var back = await db.Set<SavedFilterRow>().Where(f => f.OfficerId == officer && f.Id == id && f.Deleted != null)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.Deleted, (DateTimeOffset?)null), cancel);
        return back > 0 ? null : new Refusal("filter.gone", "Bộ lọc này đã bị xóa hẳn. Hãy lọc lại rồi lưu.");
    }

    private IQueryable<SavedFilterRow> Own(int officer) => db.Set<SavedFilterRow>().Where(f => f.OfficerId == officer && f.Deleted == null);
}
