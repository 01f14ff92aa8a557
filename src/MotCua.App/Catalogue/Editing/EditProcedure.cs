using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.App.Processes;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Editing;

/// <summary>Edits a procedure by hand: a change is a new version from a day on; open dossiers keep theirs (R-WF-23).
/// Whoever edits an older state than the one that is there is told who came first.</summary>
public sealed class EditProcedure(MotCuaDb db, CatalogueRights rights, TimeProvider clock)
{
    private const int LongestReason = 1000, Tries = 3;

    private static readonly Refusal Unknown = new("procedure.unknown", "Không có thủ tục này trong danh mục. Hãy tìm lại.");

    /// <summary>What would come of an edit; nothing is kept.</summary>
    public async Task<EditOutcome> Preview(ProcedureEdit edit, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is { } no)
            return EditOutcome.Of(no);
        var rows = await Rows(edit.Says.Code).AsNoTracking().ToListAsync(cancel);
        return await Judge(edit, rows, cancel);
    }

    /// <summary>Makes the version.</summary>
    public async Task<EditOutcome> Save(ProcedureEdit edit, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is { } no)
            return EditOutcome.Of(no);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(edit, officer, cancel);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // An import that does not wait for the stamp took the number: judge anew what is there now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<EditOutcome> Once(ProcedureEdit edit, OfficerId officer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ReferenceStamp.Hold(db, cancel);
        var rows = await Rows(edit.Says.Code).ToListAsync(cancel);
        var judged = await Judge(edit, rows, cancel);
        if (judged.Refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return judged;
        }
        var row = Succession.Add(rows, edit.Says, edit.From, VersionOrigin.Hand, officer);
        db.Add(row);
        Note(row.Code, CatalogueAct.Made, edit.Reason, officer).Version = row.Version;
        await Lock(row.Code, edit.Lock.Intersect(judged.Comparison!.Changed), edit.Reason, officer, cancel);
        if (edit.Defect is { } defect)
            await Mend(defect, row, edit.Reason, officer, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return judged with { Made = ProcedureRows.Version(row) };
    }

    /// <summary>Withdraws a procedure: from the day on nobody receives it; dossiers received before go on.</summary>
    /// <param name="seen">The highest version there was when the form was shown.</param>
    /// <param name="from">The first day without it; today or later.</param>
    /// <param name="basis">The decision.</param>
    /// <returns>Why not; null if it was withdrawn.</returns>
    public async Task<Refusal?> Withdraw(string code, int seen, DateOnly from, string basis, OfficerId officer, CancellationToken cancel = default)
    {
        if (await rights.Missing(officer, cancel) is { } no)
            return no;
        if (from < Today)
            return new Refusal("procedure.withdraw-from", "Ngày bãi bỏ phải từ hôm nay trở đi.", null, "From");
        if (Reason(basis, "Basis", "Hãy ghi quyết định bãi bỏ.") is { } lacking)
            return lacking;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ReferenceStamp.Hold(db, cancel);
        var rows = await Rows(code).ToListAsync(cancel);
        if (rows.Count == 0)
            return Unknown;
        if (rows[^1].Version > seen)
            return Crossed(await Lines(code, rows.Where(r => r.Version > seen), cancel));
        var ends = rows.Where(r => (r.To is null || r.To >= from) && (r.To is null || r.To >= r.From)).ToList();
        if (ends.Count == 0)
            return new Refusal("procedure.withdrawn", "Thủ tục đã hết hiệu lực trước ngày này.", null, "From");
        foreach (var row in ends)
            row.To = (row.From > from ? row.From : from).AddDays(-1);
        Note(code, CatalogueAct.Withdrew, $"Từ ngày {VietnameseFormat.Day(from)}: {basis.Trim()}", officer).Version = ends[0].Version;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return null;
    }

    /// <summary>The processes in force on a day.</summary>
    public async Task<IReadOnlyList<ProcessDefinition>> Processes(DateOnly day, CancellationToken cancel = default) =>
        [.. (await db.Set<ProcessRow>().AsNoTracking().Where(p => p.From <= day && (p.To == null || p.To >= day))
                .OrderBy(p => p.Code).ThenBy(p => p.Version).Select(p => p.Content).ToListAsync(cancel))
            .Select(c => JsonSerializer.Deserialize<ProcessDefinition>(c, Json.Stored)!).GroupBy(p => p.Code).Select(g => g.Last())];

    /// <summary>The versions of a procedure, oldest first, with who made them.</summary>
    public async Task<IReadOnlyList<VersionLine>> Versions(string code, CancellationToken cancel = default) =>
        await Lines(code, await Rows(code).AsNoTracking().Select(p => new ProcedureRow
        {
            Code = p.Code, Version = p.Version, Name = "", Folded = "", Content = "", From = p.From, To = p.To, Origin = p.Origin, OfficerId = p.OfficerId,
        }).ToListAsync(cancel), cancel);

    private DateOnly Today => Vietnam.Day(clock.GetUtcNow());

    private IQueryable<ProcedureRow> Rows(string code) => db.Set<ProcedureRow>().Where(p => p.Code == code).OrderBy(p => p.Version);

    private async Task<EditOutcome> Judge(ProcedureEdit edit, List<ProcedureRow> rows, CancellationToken cancel)
    {
        if (rows.Find(r => r.Version == edit.Base) is not { } shown)
            return EditOutcome.Of(Unknown);
        var before = ProcedureRows.Version(shown);
        var says = edit.Says with { Version = edit.Base, From = edit.From, To = null };
        var comparison = Comparison.Of(before, says);
        var findings = Forgiving(Checks.Of(says, await Processes(edit.From, cancel)), comparison.Changed);
        var newer = await Lines(says.Code, rows.Where(r => r.Version > edit.Seen), cancel);
        var refusals = findings.Where(f => f.Blocks).Select(f => f.Said).ToList();
        if (edit.From < Today)
            refusals.Add(new Refusal("procedure.from",
                "Ngày có hiệu lực phải từ hôm nay trở đi: hồ sơ tiếp nhận trước đó đã theo bản cũ.", "NĐ 61/2018/NĐ-CP Đ.15.1", "From"));
        if (Reason(edit.Reason, "Reason", "Hãy ghi lý do sửa.") is { } lacking)
            refusals.Add(lacking);
        if (ProcedureRows.Digest(says) == ProcedureRows.Digest(before))
            refusals.Add(new Refusal("procedure.same", "Chưa có gì thay đổi so với bản đang sửa. Hãy sửa rồi xem lại."));
        if (newer.Count > 0)
            refusals.Insert(0, Crossed(newer));
        var next = await Lines(says.Code, rows.Where(r => r.From > edit.From && (r.To is null || r.To >= r.From)).OrderBy(r => r.From).Take(1), cancel);
        return new EditOutcome(comparison, findings, refusals, newer, null) { Next = next.Count > 0 ? next[0] : null };
    }

    /// <summary>What was wrong before and is not touched keeps nobody from mending something else.</summary>
    private static List<Finding> Forgiving(IReadOnlyList<Finding> findings, IReadOnlyList<CatalogueField> changed) =>
        [.. findings.Select(f => f.Blocks && !changed.Contains(f.About) ? f with { Blocks = false } : f)];

    private static Refusal Crossed(IReadOnlyList<VersionLine> newer)
    {
        var last = newer[^1];
        var who = last.By ?? (last.Origin == VersionOrigin.Import ? "Đợt đồng bộ" : "Bản cập nhật của sản phẩm");
        var when = last.At is { } at ? $" lúc {VietnameseFormat.Moment(at)}" : "";
        return new Refusal("procedure.crossed",
            $"{who} đã lập bản {last.Version}{when}, sau khi trang này được mở. Nội dung bạn nhập còn nguyên; hãy so với bản mới rồi xem lại thay đổi.");
    }

    private static Refusal? Reason(string reason, string field, string sentence) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("procedure.reason", sentence, null, field)
        : reason.Length > LongestReason ? new Refusal("procedure.reason", $"Nội dung dài quá {LongestReason} ký tự; hãy rút gọn.", null, field)
        : null;

    private async Task Lock(string code, IEnumerable<CatalogueField> fields, string reason, OfficerId officer, CancellationToken cancel)
    {
        foreach (var field in fields)
            await db.Lock(code, field, reason, officer, cancel);
    }

    private async Task Mend(int defect, ProcedureRow row, string reason, OfficerId officer, CancellationToken cancel)
    {
        var found = await db.Set<ProcedureDefectRow>().FirstOrDefaultAsync(d => d.Id == defect && d.Code == row.Code && d.Settled == null, cancel);
        if (found is null)
            return;
        (found.Settled, found.Settlement, found.OfficerId) = (clock.GetUtcNow(), SettleDefects.Mended, officer.Value);
        var note = Note(row.Code, CatalogueAct.Settled, reason, officer);
        (note.DefectId, note.Version) = (defect, row.Version);
    }

    private CatalogueActRow Note(string code, CatalogueAct act, string reason, OfficerId officer)
    {
        var row = new CatalogueActRow { Code = code, Act = act, Reason = reason.Trim(), OfficerId = officer.Value, At = clock.GetUtcNow() };
        db.Add(row);
        return row;
    }

    private async Task<IReadOnlyList<VersionLine>> Lines(string code, IEnumerable<ProcedureRow> rows, CancellationToken cancel)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return [];
        var acts = await db.Set<CatalogueActRow>().AsNoTracking().Where(a => a.Code == code && a.Act == CatalogueAct.Made).ToListAsync(cancel);
        var ids = all.Select(r => r.OfficerId).OfType<int>().Distinct().ToList();
        var names = await db.Set<OfficerRow>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return [.. all.Select(r => (Row: r, Act: acts.Find(a => a.Version == r.Version))).Select(r => new VersionLine(
            r.Row.Version, r.Row.From, r.Row.To, r.Row.Origin, r.Row.OfficerId is { } o ? names.GetValueOrDefault(o) : null, r.Act?.At, r.Act?.Reason))];
    }
}
