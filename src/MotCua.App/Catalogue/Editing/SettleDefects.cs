using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Editing;

/// <summary>How many defects of a kind are open.</summary>
public sealed record DefectKind(string Kind, int Open);

/// <summary>The review list of defects: the next one, and its settling.</summary>
public sealed class SettleDefects(MotCuaDb db, CatalogueRights rights, TimeProvider clock)
{
    /// <summary>It stays as the source has it.</summary>
    public const string Kept = "kept";

    /// <summary>A version was made that puts it right.</summary>
    public const string Mended = "mended";

    /// <summary>The kinds of open defects, the most first.</summary>
    public async Task<IReadOnlyList<DefectKind>> Kinds(CancellationToken cancel = default) =>
        [.. (await db.Set<ProcedureDefectRow>().AsNoTracking().Where(d => d.Settled == null).GroupBy(d => d.Kind)
                .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel))
            .Select(g => new DefectKind(g.Key, g.Count)).OrderByDescending(k => k.Open).ThenBy(k => k.Kind, StringComparer.Ordinal)];

    /// <summary>Open defects of a kind, in the order in which they were found.</summary>
    /// <param name="kind">Null for all kinds.</param>
    /// <param name="after">Only those after this one, which were put off until later.</param>
    public async Task<IReadOnlyList<ProcedureDefectRow>> Open(string? kind, int after, int most, CancellationToken cancel = default) =>
        await db.Set<ProcedureDefectRow>().AsNoTracking().Where(d => d.Settled == null && d.Id > after && (kind == null || d.Kind == kind))
            .OrderBy(d => d.Id).Take(most).ToListAsync(cancel);

    /// <summary>One defect; null if there is none.</summary>
    public Task<ProcedureDefectRow?> Find(int id, CancellationToken cancel = default) =>
        db.Set<ProcedureDefectRow>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel);

    /// <summary>The defects of a procedure, open ones first.</summary>
    public async Task<IReadOnlyList<ProcedureDefectRow>> Of(string code, CancellationToken cancel = default) =>
        [.. (await db.Set<ProcedureDefectRow>().AsNoTracking().Where(d => d.Code == code).ToListAsync(cancel)).OrderBy(d =>
            d.Settled is not null).ThenBy(d => d.Id)];

    /// <summary>Leaves a defect as the source has it.</summary>
    /// <returns>Why not; null if it is settled.</returns>
    public async Task<Refusal?> Keep(int id, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is { } no)
            return no;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var settled = await db.Set<ProcedureDefectRow>().Where(d => d.Id == id && d.Settled == null).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.Settled, now).SetProperty(x => x.Settlement, Kept).SetProperty(x => x.OfficerId, officer.Value), cancel);
        if (await Find(id, cancel) is not { } row)
            return new Refusal("defect.unknown", "Không có sai sót này. Hãy mở lại danh sách.");
        if (settled == 0)
            return new Refusal("defect.settled", $"{await NameOf(row.OfficerId, cancel)} đã xử lý sai sót này trước. Hãy xem sai sót tiếp theo.");
        await Note(row, CatalogueAct.Settled, "Giữ như nguồn", officer, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Opens again what the officer settled last by keeping it; a mended one has its version, which is not taken back.</summary>
    /// <returns>The defect that is open again; null if there is none.</returns>
    public async Task<ProcedureDefectRow?> Undo(OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is not null)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var last = await db.Set<ProcedureDefectRow>().Where(d => d.OfficerId == officer.Value && d.Settlement == Kept && d.Settled != null)
            .OrderByDescending(d => d.Settled).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
        if (last is null)
            return null;
        (last.Settled, last.Settlement, last.OfficerId) = (null, null, null);
        await Note(last, CatalogueAct.Reopened, "Hoàn tác", officer, cancel);
        await transaction.CommitAsync(cancel);
        return last;
    }

    private async Task Note(ProcedureDefectRow row, CatalogueAct act, string reason, OfficerId officer, CancellationToken cancel)
    {
        db.Add(new CatalogueActRow { Code = row.Code, Act = act, DefectId = row.Id, Reason = reason, OfficerId = officer.Value, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task<string> NameOf(int? officer, CancellationToken cancel) =>
        await db.Set<OfficerRow>().Where(o => o.Id == officer).Select(o => o.Name).FirstOrDefaultAsync(cancel) ?? "Đợt đồng bộ";
}
