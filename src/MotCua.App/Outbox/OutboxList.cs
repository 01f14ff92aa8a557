using Microsoft.EntityFrameworkCore;

namespace MotCua.App.Outbox;

/// <summary>A page of the outbox; rows are not counted beyond it.</summary>
public sealed record OutboxPage(IReadOnlyList<OutboxRow> Rows, int Page, bool HasMore);

/// <summary>Reads the outbox, newest first.</summary>
public sealed class OutboxList(MotCuaDb db)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the messages.</summary>
    /// <param name="receiver">One receiver; null for all.</param>
    /// <param name="page">From 1.</param>
    public async Task<OutboxPage> Of(string? receiver, int page, CancellationToken cancel = default)
    {
        page = Math.Clamp(page, 1, 100_000);
        var rows = db.Set<OutboxRow>().AsNoTracking();
        if (receiver is not null)
            rows = rows.Where(o => o.Receiver == receiver);
        var found = await rows.OrderByDescending(o => o.Id).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        return new OutboxPage([.. found.Take(PageSize)], page, found.Count > PageSize);
    }

    /// <summary>Every receiver that has ever got a message.</summary>
    public async Task<IReadOnlyList<string>> Receivers(CancellationToken cancel = default) =>
        await db.Set<OutboxRow>().AsNoTracking().Select(o => o.Receiver).Distinct().OrderBy(r => r).ToListAsync(cancel);
}
