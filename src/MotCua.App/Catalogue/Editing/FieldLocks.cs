using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Editing;

/// <summary>Locks fields of a procedure against imports, and opens them again.</summary>
public sealed class FieldLocks(MotCuaDb db, CatalogueRights rights, TimeProvider clock)
{
    /// <summary>Locks a field; one that is locked gets the new reason.</summary>
    /// <returns>Why not; null if it is locked.</returns>
    public Task<Refusal?> Lock(string code, CatalogueField field, string reason, OfficerId officer, CancellationToken cancel = default) =>
        Do(code, field, CatalogueAct.Locked, reason, officer, async () =>
        {
            await db.Lock(code, field, reason, officer, cancel);
            return await db.Set<ProcedureRow>().AnyAsync(p => p.Code == code, cancel);
        }, cancel);

    /// <summary>Opens a locked field: the next import may change it.</summary>
    /// <returns>Why not; null if it is open.</returns>
    public Task<Refusal?> Unlock(string code, CatalogueField field, string reason, OfficerId officer, CancellationToken cancel = default) =>
        Do(code, field, CatalogueAct.Unlocked, reason, officer, async () =>
        {
            var row = await db.Set<ProcedureLockRow>().FirstOrDefaultAsync(l => l.Code == code && l.Field == field && l.Released == null, cancel);
            row?.Released = clock.GetUtcNow();
            return row is not null;
        }, cancel);

    private async Task<Refusal?> Do(
        string code, CatalogueField field, CatalogueAct act, string reason, OfficerId officer, Func<Task<bool>> change, CancellationToken cancel)
    {
        if (await rights.Missing(officer, cancel) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("lock.reason", "Hãy ghi lý do khóa hoặc mở khóa.", null, "Reason");
        if (!await change())
        {
            db.ChangeTracker.Clear();
            return new Refusal("lock.gone", $"“{Terms.Of(field)}” không còn ở trạng thái đó. Hãy mở lại trang để xem khóa hiện nay.");
        }
        db.Add(new CatalogueActRow { Code = code, Act = act, Field = field, Reason = reason.Trim(), OfficerId = officer.Value, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return null;
    }
}

/// <summary>The row of a lock.</summary>
internal static class LockRows
{
    /// <summary>Locks a field, whether it had been locked before or not; the caller saves.</summary>
    public static async Task Lock(this MotCuaDb db, string code, CatalogueField field, string reason, OfficerId officer, CancellationToken cancel)
    {
        var row = await db.Set<ProcedureLockRow>().FirstOrDefaultAsync(l => l.Code == code && l.Field == field, cancel);
        if (row is null)
            db.Add(row = new ProcedureLockRow { Code = code, Field = field, Reason = "" });
        (row.Reason, row.OfficerId, row.Released) = (reason.Trim(), officer.Value, null);
    }
}
