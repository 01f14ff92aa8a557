using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;

namespace MotCua.App.Papers.Documents;

/// <summary>Annuls, replaces and corrects documents of the repository (R-RET-10, R-RET-11). Nothing is deleted: what is void stays for look-up by the state.
/// Who signs results at the agency that resolved the dossier it came from annuls and replaces; who digitizes, registers or signs there, or digitizes at
/// the counter, corrects its data. For an old paper the agency is the one that digitized it.</summary>
public sealed class ChangeDocument(MotCuaDb db, OwnersDocuments documents, DossierDesk desk, TimeProvider clock)
{
    /// <summary>The longest ground that is kept.</summary>
    public const int LongestBasis = 500;

    private static readonly Refusal Unknown = new("document.unknown", "Chủ hồ sơ không có giấy tờ này trong kho. Hãy mở lại danh sách.");
    private static readonly Refusal NoBasis = new("document.basis", "Chưa ghi căn cứ. Hãy ghi số, ngày và cơ quan ra quyết định.", null, "Basis");
    private static readonly Refusal Long = new("document.basis.long", $"Căn cứ dài quá {LongestBasis} ký tự. Hãy viết ngắn lại.", null, "Basis");
    private static readonly Refusal NotYours = new("document.duty",
        "Chỉ người phê duyệt, ký của cơ quan đã giải quyết được ghi hủy bỏ hoặc thay thế. Hãy chuyển việc cho người đó.", "NĐ 61/2018/NĐ-CP Đ.21.1");
    private static readonly Refusal NotYoursToCorrect = new("document.correct.duty",
        "Chỉ người số hóa, văn thư hoặc người ký của cơ quan giải quyết được sửa thông tin. Hãy chuyển việc cho người đó.");
    private static readonly Refusal NotNew = new("document.replace.new",
        "Bản thay thế phải là giấy tờ khác, còn hiệu lực, của cùng chủ sở hữu. Hãy chọn lại.", "NĐ 61/2018/NĐ-CP Đ.21.1", "ReplacedBy");

    /// <summary>Whether the officer may annul and replace.</summary>
    public static bool MayVoid(DossierView view, DocumentView document) => Holds(view, document, Duty.Sign);

    /// <summary>Whether the officer may correct its data.</summary>
    public static bool MayCorrect(DossierView view, DocumentView document) =>
        Holds(view, document, Duty.Sign) || Holds(view, document, Duty.Clerk) || Holds(view, document, Duty.Digitize)
        || document.Row.DossierId == view.Dossier.Id.Value && view.Now.By.Officer is { } me
            && view.Now.Holds(me, Duty.Digitize, view.Dossier.Case.Reception);

    /// <summary>Annuls a document and tells every dossier that uses it. Done again it tells those that were not told yet.</summary>
    /// <param name="basis">The decision: number, day, agency.</param>
    public async Task<Refusal?> Annul(DossierView view, Guid id, string? basis, CancellationToken cancel = default)
    {
        var (document, no) = await Open(view, id, basis, MayVoid, NotYours, cancel);
        if (document is null)
            return no;
        if (document.Row.AnnulledAt is null)
            await Save(view, id, DocumentChange.Annulled, basis!, "", row =>
            {
                (row.AnnulledAt, row.AnnulledBasis) = (clock.GetUtcNow(), basis!.Trim());
                return true;
            }, cancel);
        await Tell(id, cancel);
        return null;
    }

    /// <summary>Writes down which document took the place of another (R-RET-10).</summary>
    public async Task<Refusal?> Replace(DossierView view, Guid id, Guid by, string? basis, CancellationToken cancel = default)
    {
        var (document, no) = await Open(view, id, basis, MayVoid, NotYours, cancel);
        if (document is null)
            return no;
        if (document.Row.ReplacedBy == by && document.Row.AnnulledAt is null)
        {
            // It was written down, and perhaps not everybody was told; who was told is not told again.
            await Tell(id, cancel);
            return null;
        }
        if (document.Standing is DocumentStanding.Annulled or DocumentStanding.Replaced)
            return new Refusal("document.replace.void", $"Giấy tờ này {Terms.Of(document.Standing)} nên không ghi bản thay thế được nữa.");
        var next = (await documents.Find(view, (string?)null, cancel)).FirstOrDefault(d => d.Id == by);
        if (next is null || by == id || next.State.On(view.Now.Today) != DocumentStanding.InForce)
            return NotNew;
        await Save(view, id, DocumentChange.Replaced, basis!, next.Code, row =>
        {
            row.ReplacedBy = by;
            return true;
        }, cancel);
        await Tell(id, cancel);
        return null;
    }

    /// <summary>Puts the data of a document right.</summary>
    public async Task<Refusal?> Correct(DossierView view, Guid id, DocumentFacts right, string? basis, CancellationToken cancel = default)
    {
        var (document, no) = await Open(view, id, basis, MayCorrect, NotYoursToCorrect, cancel);
        if (document is null)
            return no;
        if (string.IsNullOrWhiteSpace(right.Title))
            return new Refusal("document.title", "Chưa ghi tên giấy tờ. Hãy nhập tên như trên bản chính.", "TT 01/2023/TT-VPCP Đ.9", "Name");
        if (right is { Issued: { } issued, ValidUntil: { } until } && until < issued)
            return new Refusal("document.until", "Ngày hết hiệu lực không được trước ngày cấp. Hãy xem lại hai ngày.", null, "ValidUntil");
        var changed = Changed(document.Row, right).ToList();
        if (changed.Count > 0)
            await Save(view, id, DocumentChange.Corrected, basis!, string.Join(", ", changed), row => Put(row, right), cancel);
        return null;
    }

    private static bool Holds(DossierView view, DocumentView document, Duty duty) =>
        view.Sight == Sight.Handles && view.Now.By.Officer is { } me && document.Responsible is { } at && view.Now.Holds(me, duty, at);

    private async Task<(DocumentView? Document, Refusal? No)> Open(
        DossierView view, Guid id, string? basis, Func<DossierView, DocumentView, bool> may, Refusal notYours, CancellationToken cancel)
    {
        if (await documents.Find(view, id, cancel) is not { } document)
            return (null, Unknown);
        var no = !may(view, document) ? notYours
            : string.IsNullOrWhiteSpace(basis) ? NoBasis
            : basis.Length > LongestBasis ? Long
            : null;
        return no is null ? (document, null) : (null, no);
    }

    private async Task Save(
        DossierView view, Guid id, DocumentChange change, string basis, string fields, Func<HeldDocumentRow, bool> put, CancellationToken cancel)
    {
        put(await db.Set<HeldDocumentRow>().FirstAsync(d => d.Id == id, cancel));
        db.Add(new DocumentChangeRow
        {
            DocumentId = id, At = clock.GetUtcNow(), OfficerId = view.Now.By.Officer!.Value.Value, DossierId = view.Dossier.Id.Value, Change = change,
            Basis = basis.Trim(), Fields = fields,
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Tells the agencies of every dossier that uses the document, and of the one it came from; each is told once.</summary>
    private async Task Tell(Guid id, CancellationToken cancel)
    {
        var row = await db.Set<HeldDocumentRow>().AsNoTracking().FirstAsync(d => d.Id == id, cancel);
        var dossiers = (await OwnersDocuments.Uses(db, id, cancel)).Select(u => u.Id).Concat(row.DossierId is { } source ? [source] : []).Distinct();
        var replaced = row.AnnulledAt is null;
        foreach (var dossier in dossiers.ToList())
            await desk.Perform(
                new DossierId(dossier), new NoteVoidDocument(id, row.AnnulledAt ?? clock.GetUtcNow(), replaced),
                new Hand(Actor.Job, "job") { Key = $"void:{id:N}:{dossier:N}:{(replaced ? "r" : "a")}" }, cancel);
    }

    private static bool Put(HeldDocumentRow row, DocumentFacts f)
    {
        (row.Title, row.Number, row.Notation, row.Issued, row.Issuer) = (f.Title.Trim(), Clean(f.Number), Clean(f.Notation), f.Issued, Clean(f.Issuer));
        (row.Abstract, row.ValidUntil, row.Scope) = (Clean(f.Abstract), f.ValidUntil, Clean(f.Scope));
        return true;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<string> Changed(HeldDocumentRow a, DocumentFacts b)
    {
        (object? Was, object? Is, string Name)[] fields =
        [
            (a.Title, b.Title.Trim(), "tên giấy tờ"), (a.Number, Clean(b.Number), "số"), (a.Notation, Clean(b.Notation), "ký hiệu"),
            (a.Issued, b.Issued, "ngày cấp"), (a.Issuer, Clean(b.Issuer), "cơ quan cấp"), (a.Abstract, Clean(b.Abstract), "trích yếu"),
            (a.ValidUntil, b.ValidUntil, "thời hạn hiệu lực"), (a.Scope, Clean(b.Scope), "phạm vi hiệu lực"),
        ];
        return fields.Where(f => !Equals(f.Was, f.Is)).Select(f => f.Name);
    }
}
