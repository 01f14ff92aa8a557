using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Documents;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;

namespace MotCua.App.Digitizing;

/// <summary>The last two steps of the line, done by the system as soon as the copy is signed, the data confirmed and the dossier received: code and
/// repository, in one transaction with the event.</summary>
public sealed class KeepPapers(MotCuaDb db, ReferenceCache references, DossierDesk desk)
{
    private const int AtOnce = 50;

    /// <summary>Gives the code and keeps a paper, if all before it is done.</summary>
    /// <returns>Whether it is kept now.</returns>
    public async Task<bool> Try(Guid paperId, CancellationToken cancel = default)
    {
        var row = await db.Set<ScanPaperRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == paperId, cancel);
        if (row is not { Signed: { } signed, CheckedAt: not null, SignedBy: { } by })
            return false;
        if (row.KeptAt is not null)
            return true;
        var reference = await references.Get(db, cancel);
        var sources = await (from p in db.Set<ScanPageRow>() join s in db.Set<ScanRow>() on p.ScanId equals s.Id
                             where p.PaperId == paperId select s.Digest).Distinct().OrderBy(d => d).ToListAsync(cancel);
        var act = new KeepDigitized(row.Id, row.Component, signed, row.SignedPages, sources, new OfficerId(by));
        try
        {
            var performed = await desk.Perform(new DossierId(row.DossierId), act, new Hand(Actor.Job, "job")
            {
                Key = $"digitized:{row.Id:N}", Write = w => Write(w, row, reference),
            }, cancel);
            return performed is Performed.Done or Performed.Repeated;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody confirmed other data meanwhile: the next round reads them.
            return false;
        }
    }

    /// <summary>Keeps papers that wait for nothing any more: their attempt has become a dossier.</summary>
    public async Task<int> Round(CancellationToken cancel = default)
    {
        var waiting = await (from p in db.Set<ScanPaperRow>() join d in db.Set<DossierSearchRow>() on p.DossierId equals d.DossierId
                             where p.Signed != null && p.CheckedAt != null && p.KeptAt == null
                             orderby p.Created select p.Id).Take(AtOnce).ToListAsync(cancel);
        var kept = 0;
        foreach (var id in waiting)
            kept += await Try(id, cancel) ? 1 : 0;
        return kept;
    }

    private static void Write(Written w, ScanPaperRow row, ReferenceData reference)
    {
        var number = w.After.Digitized[^1].Number;
        var (facts, owner) = (ScanPaperState.Facts(row)!, ScanPaperState.Owner(row)!);
        var agency = reference.Agencies.Find(w.After.Case.Competent)!;
        var codes = DigitizationCodes.Of(reference, agency, owner, facts.Type, w.Now.Today, number);
        var isResult = row.Component == ScanPlace.Result;
        Repository.Keep(w.Db, new HeldDocument(
            row.Id, codes.Result, owner, facts, isResult ? DocumentOrigin.Result : DocumentOrigin.Component, DocumentValue.Digitized, row.Signed!,
            "application/pdf", row.SignedPages, row.DossierId, row.Component, false) { Agency = w.After.Case.Competent }, w.Now.Now, row.SignedBy!.Value);
        var at = w.Now.Now;
        var kept = w.Db.Set<ScanPaperRow>().Where(p => p.Id == row.Id && p.Version == row.Version && p.KeptAt == null).ExecuteUpdate(
            p => p.SetProperty(x => x.Code, codes.Result).SetProperty(x => x.DocumentCode, codes.Document).SetProperty(x => x.KeptAt, at)
                .SetProperty(x => x.Version, x => x.Version + 1));
        if (kept != 1)
            throw new DbUpdateConcurrencyException("The paper changed between the look and the write.");
        // The copy holds the words now.
        w.Db.Set<ScanPageRow>().Where(p => p.PaperId == row.Id).ExecuteUpdate(p => p.SetProperty(x => x.Words, (string?)null));
    }
}
