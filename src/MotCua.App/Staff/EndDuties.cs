using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Staff;

/// <summary>How duties of an officer end.</summary>
/// <param name="Grants">Which; row numbers.</param>
/// <param name="LastDay">Last day on which they hold; yesterday to end them at once.</param>
/// <param name="Basis">Number of the decision.</param>
/// <param name="Moves">Where his open steps go now; the others stay with him to the last day, then go back to their unit.</param>
public sealed record DutyEnd(IReadOnlyList<int> Grants, DateOnly? LastDay, string? Basis, IReadOnlyList<StepMove> Moves);

/// <summary>What became of ending duties.</summary>
/// <param name="Moved">How many open steps changed hands.</param>
public sealed record DutyEnded(IReadOnlyList<Refusal> Refusals, int Moved = 0);

/// <summary>Ends duties of an officer on a basis and hands over his open steps, all as acts at the desk. Rows are never deleted: their last
/// day moves.</summary>
public sealed class EndDuties(MotCuaDb db, StaffReaches reaches, StepHandOver handOver, TimeProvider clock)
{
    /// <summary>Ends duties.</summary>
    public async Task<DutyEnded> End(OfficerId actor, OfficerId officer, DutyEnd typed, CancellationToken cancel = default)
    {
        try
        {
            if (await Write(actor, officer, typed, cancel) is { Count: > 0 } refusals)
                return new DutyEnded(refusals);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        // After the end of the duty: a step that somebody gives him meanwhile is swept away again.
        var mine = (await handOver.Of(officer, cancel)).Select(s => (s.Dossier, s.Step)).ToHashSet();
        var moved = await handOver.Move(typed.Moves.Where(m => mine.Contains((m.Dossier, m.Step))), actor, cancel);
        return new DutyEnded([], moved + await handOver.Sweep(officer, actor, cancel));
    }

    /// <summary>Takes an officer off the backup list of a unit from today on.</summary>
    public async Task<Refusal?> Unlist(OfficerId actor, int backup, CancellationToken cancel = default)
    {
        var reached = await reaches.Of(actor, cancel);
        var row = await db.Set<BackupRow>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == backup, cancel);
        if (row is null || !reached.Reach.Administers(new AgencyId(row.UnitId)))
            return StaffRefusals.Unknown;
        var yesterday = reached.Today.AddDays(-1);
        await db.Set<BackupRow>().Where(b => b.Id == backup && (b.To == null || b.To >= reached.Today)).ExecuteUpdateAsync(
            b => b.SetProperty(x => x.To, yesterday).SetProperty(x => x.EndedById, actor.Value), cancel);
        return null;
    }

    private async Task<IReadOnlyList<Refusal>> Write(OfficerId actor, OfficerId officer, DutyEnd typed, CancellationToken cancel)
    {
        var reached = await reaches.Of(actor, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Lock(officer, reached, cancel);
        var row = await db.Set<OfficerRow>().Include(o => o.Grants).FirstOrDefaultAsync(o => o.Id == officer.Value, cancel);
        if (row is null || !reached.Sees(row, row.Grants))
            return [StaffRefusals.Unknown];
        if (actor == officer)
            return [StaffRefusals.Self];
        var grants = row.Grants.Where(g => typed.Grants.Contains(g.Id) && (g.To is null || g.To >= reached.Today)).ToList();
        var refusals = await Wrong(typed, grants, reached, cancel);
        if (refusals.Count > 0)
            return refusals;
        foreach (var grant in grants)
        {
            grant.MeantTo = grant.Ended is null ? grant.To : grant.MeantTo;
            // A duty that has not begun yet never holds: its last day is the one before its first.
            grant.To = typed.LastDay < grant.From ? grant.From.AddDays(-1) : typed.LastDay;
            (grant.EndedById, grant.Ended, grant.EndBasis) = (actor.Value, clock.GetUtcNow(), VietnameseText.Clean(typed.Basis));
        }
        row.Version++;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [];
    }

    private async Task<List<Refusal>> Wrong(DutyEnd typed, IReadOnlyList<DutyGrantRow> grants, Reached reached, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        if (grants.Count == 0)
            refusals.Add(new Refusal("end.grants", "Hãy chọn ít nhất một nhiệm vụ còn hiệu lực để kết thúc.", null, "Grants"));
        if (grants.Any(g => !reached.Reach.Administers(new AgencyId(g.UnitId))))
            refusals.Add(StaffRefusals.Beyond with { Field = "Grants" });
        if (VietnameseText.Clean(typed.Basis) is null)
            refusals.Add(new Refusal("end.basis", "Hãy ghi số quyết định hoặc văn bản kết thúc nhiệm vụ.", null, "Basis"));
        if (typed.LastDay is not { } last || last < reached.Today.AddDays(-1))
            refusals.Add(new Refusal(
                "end.day", "Hãy chọn ngày cuối từ hôm qua trở đi; chọn hôm qua thì nhiệm vụ hết ngay lúc này.", null, "LastDay"));
        else if (grants.Any(g => g.To < last))
            refusals.Add(new Refusal(
                "end.later", "Ngày cuối muộn hơn thời hạn đã giao. Hãy chọn ngày sớm hơn, hoặc giao tiếp bằng quyết định mới.", null, "LastDay"));
        else if (await IsLastAdministrator(grants, last, reached, cancel))
            refusals.Add(new Refusal(
                "end.last-administrator", "Đây là quản trị cuối cùng của toàn tỉnh. Hãy giao nhiệm vụ quản trị cho người khác trước.", null, "Grants"));
        return refusals;
    }

    /// <summary>Whether nobody would administer the whole province on the day after.</summary>
    private async Task<bool> IsLastAdministrator(IReadOnlyList<DutyGrantRow> ending, DateOnly last, Reached reached, CancellationToken cancel)
    {
        var tops = Tops(reached);
        if (!ending.Any(g => g.Duty == Duty.Administer && tops.Contains(g.UnitId)))
            return false;
        var ids = ending.Select(g => g.Id).ToList();
        var after = last.AddDays(1);
        return !await db.Set<DutyGrantRow>().AnyAsync(g => g.Duty == Duty.Administer && tops.Contains(g.UnitId) && !ids.Contains(g.Id)
            && g.From <= after && (g.To == null || g.To >= after), cancel);
    }

    /// <summary>Holds the officer and all administrators of the province: two who end each other at the same moment are one after the other.</summary>
    private async Task Lock(OfficerId officer, Reached reached, CancellationToken cancel)
    {
        var tops = Tops(reached);
        await db.Set<OfficerRow>().Where(o => o.Grants.Any(g => g.Duty == Duty.Administer && tops.Contains(g.UnitId)))
            .OrderBy(o => o.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Version, x => x.Version), cancel);
        await db.Set<OfficerRow>().Where(o => o.Id == officer.Value).ExecuteUpdateAsync(o => o.SetProperty(x => x.Version, x => x.Version), cancel);
    }

    private static List<int> Tops(Reached reached) => [.. reached.Reference.Agencies.All.Where(a => a.Parent is null).Select(a => a.Id.Value)];
}
