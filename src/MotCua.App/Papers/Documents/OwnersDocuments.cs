using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.Words;

namespace MotCua.App.Papers.Documents;

/// <summary>A dossier that uses a document.</summary>
/// <param name="Names">Code of the component that it stands for.</param>
public sealed record DocumentUse(string Code, DossierStatus Status, AgencyId Competent, DateTimeOffset Received, string Names);

/// <summary>What was done to a document, and by whom.</summary>
public sealed record DocumentLine(DocumentChangeRow Row, string Officer);

/// <summary>Everything that the page of one document shows.</summary>
/// <param name="Source">Code of the dossier that it came from; null for an old paper.</param>
/// <param name="Procedure">The procedure of that dossier.</param>
/// <param name="Responsible">The agency that may annul and replace it: the one that resolved the dossier it came from, or digitized an old paper.</param>
/// <param name="Next">What took its place.</param>
/// <param name="Earlier">What it took the place of.</param>
public sealed record DocumentView(
    HeldDocumentRow Row, DocumentStanding Standing, Retention Retention, string KeptBy, string? Source, string? Procedure, AgencyId? Responsible,
    IReadOnlyList<DocumentUse> Uses, IReadOnlyList<DocumentLine> Changes, HeldDocumentRow? Next, IReadOnlyList<HeldDocumentRow> Earlier);

/// <summary>Reads the repository of the owner of a dossier that the officer handles: there is no other way in (R-REPO-03). Who asks, asks with a dossier
/// that <see cref="DossierReader"/> gave him, and the reading was logged.</summary>
public sealed class OwnersDocuments(MotCuaDb db)
{
    /// <summary>The owner of a dossier, as the repository knows him.</summary>
    public static DocumentOwner OwnerOf(DossierView view)
    {
        var owner = view.Owner;
        return new DocumentOwner(owner.IdentityKind, owner.Number, owner.Name, owner.Birth);
    }

    /// <summary>His documents whose name, number, issuer or content holds all the words; all of them where nothing is asked. Nobody who only oversees the
    /// dossier sees any.</summary>
    public async Task<IReadOnlyList<HeldDocumentRow>> Find(DossierView view, string? words, CancellationToken cancel = default)
    {
        if (view.Sight != Sight.Handles)
            return [];
        var asked = VietnameseText.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var theirs = await Repository.OfOwner(db, OwnerOf(view), cancel);
        return [.. theirs.Where(d => VietnameseText.Fold($"{d.Title} {d.Sign} {d.Issuer} {d.Abstract} {d.Code} {d.Type}") is var text
            && asked.All(w => text.Contains(w, StringComparison.Ordinal)))];
    }

    /// <summary>One of his documents; null if he has none such.</summary>
    public async Task<DocumentView?> Find(DossierView view, Guid document, CancellationToken cancel = default)
    {
        if (view.Sight != Sight.Handles)
            return null;
        var theirs = await Repository.OfOwner(db, OwnerOf(view), cancel);
        return theirs.FirstOrDefault(d => d.Id == document) is { } row ? await View(row, theirs, view, cancel) : null;
    }

    /// <summary>The dossiers that use a document by reference, latest first.</summary>
    public static async Task<IReadOnlyList<(Guid Id, DocumentUse Use)>> Uses(MotCuaDb db, Guid document, CancellationToken cancel = default)
    {
        var uses = await (
            from file in db.Set<PaperFileRow>().AsNoTracking()
            join paper in db.Set<DossierPaperRow>().AsNoTracking() on file.PaperId equals paper.Id
            join dossier in db.Set<DossierRow>().AsNoTracking() on paper.DossierId equals dossier.Id
            where file.DocumentId == document
            orderby dossier.Received descending
            select new { dossier.Id, dossier.Code, dossier.Status, dossier.CompetentId, dossier.Received, paper.Name }).ToListAsync(cancel);
        return [.. uses.Select(u => (u.Id, new DocumentUse(u.Code, u.Status, new AgencyId(u.CompetentId), u.Received, u.Name)))];
    }

    private async Task<DocumentView> View(HeldDocumentRow row, IReadOnlyList<HeldDocumentRow> theirs, DossierView view, CancellationToken cancel)
    {
        var source = row.DossierId is not { } from ? null
            : await db.Set<DossierRow>().AsNoTracking().Where(d => d.Id == from)
                .Select(d => new { d.Code, d.Procedure, d.CompetentId }).FirstOrDefaultAsync(cancel);
        var changes = await db.Set<DocumentChangeRow>().AsNoTracking().Where(c => c.DocumentId == row.Id).OrderByDescending(c => c.Id).ToListAsync(cancel);
        var ids = changes.Select(c => c.OfficerId).Append(row.KeptBy).Distinct().ToList();
        var names = await db.Set<OfficerRow>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var uses = await Uses(db, row.Id, cancel);
        return new DocumentView(
            row, row.State.On(view.Now.Today), Retention.Of(row, source?.Procedure, view.Reference), names.GetValueOrDefault(row.KeptBy, "hệ thống"),
            source?.Code, source?.Procedure,
            (source?.CompetentId ?? row.AgencyId) is { } responsible ? new AgencyId(responsible) : null, [.. uses.Select(u => u.Use)],
            [.. changes.Select(c => new DocumentLine(c, names.GetValueOrDefault(c.OfficerId, "cán bộ khác")))],
            theirs.FirstOrDefault(d => d.Id == row.ReplacedBy), [.. theirs.Where(d => d.ReplacedBy == row.Id)]);
    }
}
