using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Documents;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Agencies;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Reading;

namespace MotCua.App.Digitizing;

/// <summary>A scan with its pages, and its place in the queue.</summary>
/// <param name="Before">How many scans are read before it; null where it does not wait.</param>
public sealed record ScanView(ScanRow Scan, IReadOnlyList<ScanPageRow> Pages, int? Before);

/// <summary>A paper with its pages.</summary>
public sealed record PaperView(ScanPaperRow Row, IReadOnlyList<ScanPageRow> Pages, DigitizedPaper State);

/// <summary>Everything on the bench of a dossier or an attempt.</summary>
/// <param name="Proposed">For each page that nobody has laid: a component, or null to drop it.</param>
/// <param name="Missing">What this machine lacks to read; null where nothing is missing.</param>
public sealed record BenchView(
    ScanPlace Place, IReadOnlyList<ScanView> Scans, IReadOnlyList<PaperView> Papers, IReadOnlyDictionary<long, string?> Proposed, string? Missing);

/// <summary>A paper whose data is confirmed.</summary>
/// <param name="Fields">What the reader proposes.</param>
/// <param name="Typed">What the officer typed, by field; null where he has not.</param>
/// <param name="Places">Where proposed values stand on the pages.</param>
/// <param name="Twins">The same paper in the repository (R-DIG-13).</param>
/// <param name="IsReading">Its pages are still being read.</param>
public sealed record CheckView(
    ScanPlace Place, PaperView Paper, PaperFields Fields, IReadOnlyDictionary<string, string>? Typed, IReadOnlyDictionary<string, FieldPlace> Places,
    IReadOnlyList<HeldDocumentRow> Twins, bool IsReading, string? Missing);

/// <summary>Reads the digitization line for pages. Whoever looks at pictures of papers is written down once an hour for each dossier (R-SEC-09).</summary>
public sealed class ScanReader(MotCuaDb db, ScanPlaces places, IFileStore files, IPageReader reader, ReadingLog log)
{
    /// <summary>The bench; null where the officer may not digitize.</summary>
    public async Task<BenchView?> Bench(Guid id, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Open(id, officer, cancel) is not { } place)
            return null;
        var (scans, papers) = (await Scans(id, cancel), await Papers(id, cancel));
        var views = new List<ScanView>();
        foreach (var scan in scans.Keys.OrderBy(s => s.At))
            views.Add(new ScanView(scan, scans[scan], scan.State is ScanState.Waiting or ScanState.Reading ? await ReadScans.Before(db, scan, cancel) : null));
        var fresh = views.Where(v => v.Scan.Cut || v.Pages.Count > 0).Select(v => (v.Scan, Pages: (IReadOnlyList<ScanPageRow>)[.. v.Pages.Where(p => !p.Laid)]))
            .Where(v => v.Pages.Count > 0).ToList();
        return new BenchView(place, views, papers, LayPages.Propose(place, fresh, [.. papers.Select(p => p.Row.Component)]), reader.Missing);
    }

    /// <summary>A paper to be confirmed; null where there is none that the officer may digitize.</summary>
    public async Task<CheckView?> Check(Guid id, Guid paperId, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Open(id, officer, cancel) is not { } place || (await Papers(id, cancel)).FirstOrDefault(p => p.Row.Id == paperId) is not { } paper)
            return null;
        var read = paper.Pages.Select(ScanPages.Read).ToList();
        var fields = FieldReader.Read([.. read.OfType<ReadPage>()]);
        var found = fields.All().Select(f => (f.Name, Place: FieldPlaces.Find([.. read.Select((p, i) => p ?? new ReadPage(i + 1, 1, 1, []))], f.Field.Value)))
            .Where(f => f.Place is not null).ToDictionary(f => f.Name, f => f.Place!.Value);
        var typed = paper.Row.Typed is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Stored) : null;
        return new CheckView(
            place, paper, fields, typed, found, await Twins(place, paper, typed, fields, cancel), paper.Pages.Any(p => !p.IsRead) && reader.Missing is null,
            reader.Missing);
    }

    /// <summary>A page and its picture; null where there is none that the officer may see.</summary>
    public async Task<(ScanPageRow Page, byte[] Jpeg)?> Picture(Guid id, long page, OfficerId officer, CancellationToken cancel = default) =>
        await Open(id, officer, cancel) is not null
            && await db.Set<ScanPageRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == page && p.DossierId == id, cancel) is { } row
            && await Bytes(row.Picture, cancel) is { } jpeg ? (row, jpeg) : null;

    /// <summary>The signed copy of a paper; null where there is none that the officer may see.</summary>
    public async Task<(ScanPaperRow Paper, ScanPlace Place)?> SignedCopy(Guid id, Guid paper, OfficerId officer, CancellationToken cancel = default) =>
        await Open(id, officer, cancel) is { } place
            && await db.Set<ScanPaperRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == paper && p.DossierId == id, cancel) is { Signed: not null } row
            ? (row, place) : null;

    /// <summary>Papers of a dossier on the line, or through it.</summary>
    public async Task<IReadOnlyList<PaperView>> Papers(Guid id, CancellationToken cancel = default)
    {
        var rows = await db.Set<ScanPaperRow>().AsNoTracking().Where(p => p.DossierId == id).OrderBy(p => p.Created).ToListAsync(cancel);
        var views = new List<PaperView>();
        foreach (var row in rows)
            views.Add(new PaperView(row, await Pages(row.Id, cancel), await Paper(row, cancel)));
        return views;
    }

    /// <summary>Papers of an officer's units that are not through the line, and scans that wait, oldest first.</summary>
    public async Task<(IReadOnlyList<PaperView> Papers, IReadOnlyList<ScanView> Scans)> Open(OfficerId officer, CancellationToken cancel = default)
    {
        var units = await places.Units(officer, cancel);
        var rows = await db.Set<ScanPaperRow>().AsNoTracking().Where(p => units.Contains(p.UnitId) && p.KeptAt == null)
            .OrderBy(p => p.Created).Take(100).ToListAsync(cancel);
        var papers = new List<PaperView>();
        foreach (var row in rows)
            papers.Add(new PaperView(row, await Pages(row.Id, cancel), await Paper(row, cancel)));
        var open = await db.Set<ScanRow>().AsNoTracking().Where(s => units.Contains(s.UnitId)
            && (s.State == ScanState.Waiting || s.State == ScanState.Reading || s.State == ScanState.Failed
                || db.Set<ScanPageRow>().Any(p => p.ScanId == s.Id && !p.Laid))).OrderBy(s => s.At).Take(100).ToListAsync(cancel);
        var scans = new List<ScanView>();
        foreach (var scan in open)
            scans.Add(new ScanView(scan, [], scan.State is ScanState.Waiting or ScanState.Reading ? await ReadScans.Before(db, scan, cancel) : null));
        return (papers, scans);
    }

    /// <summary>Codes of dossiers; attempts have none.</summary>
    public Task<Dictionary<Guid, string>> Codes(IEnumerable<Guid> ids, CancellationToken cancel = default)
    {
        var some = ids.Distinct().ToList();
        return db.Set<DossierRow>().AsNoTracking().Where(d => some.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Code, cancel);
    }

    /// <summary>A paper as the domain sees it.</summary>
    internal async Task<DigitizedPaper> Paper(ScanPaperRow row, CancellationToken cancel)
    {
        var pages = await (from p in db.Set<ScanPageRow>().AsNoTracking() join s in db.Set<ScanRow>().AsNoTracking() on p.ScanId equals s.Id
                           where p.PaperId == row.Id select new { Page = p, s.Digest }).ToListAsync(cancel);
        return ScanPaperState.Of(row, pages.Select(p => (p.Page, p.Digest)));
    }

    /// <summary>The pages of a paper for its searchable copy.</summary>
    internal async Task<IReadOnlyList<CopyPage>> Copy(Guid paper, CancellationToken cancel) =>
        [.. (await Pages(paper, cancel)).Select(p => new CopyPage(
            () => Bytes(p.Picture, CancellationToken.None).GetAwaiter().GetResult()
                ?? throw new InvalidOperationException("A picture that was stored is gone."),
            p.Quarters, p.Dpi, ScanPages.Read(p)))];

    private async Task<IReadOnlyList<ScanPageRow>> Pages(Guid paper, CancellationToken cancel) =>
        await db.Set<ScanPageRow>().AsNoTracking().Where(p => p.PaperId == paper).OrderBy(p => p.Place).ToListAsync(cancel);

    private async Task<Dictionary<ScanRow, IReadOnlyList<ScanPageRow>>> Scans(Guid id, CancellationToken cancel)
    {
        var scans = await db.Set<ScanRow>().AsNoTracking().Where(s => s.DossierId == id).ToListAsync(cancel);
        var pages = (await db.Set<ScanPageRow>().AsNoTracking().Where(p => p.DossierId == id).OrderBy(p => p.Number).ToListAsync(cancel))
            .ToLookup(p => p.ScanId);
        return scans.ToDictionary(s => s, s => (IReadOnlyList<ScanPageRow>)[.. pages[s.Id]]);
    }

    /// <summary>The same paper in the repository: the same picture, or kind, number and owner (R-DIG-13).</summary>
    private async Task<IReadOnlyList<HeldDocumentRow>> Twins(
        ScanPlace place, PaperView paper, IReadOnlyDictionary<string, string>? typed, PaperFields fields, CancellationToken cancel)
    {
        var id = paper.Row.Id;
        var pictures = paper.Pages.Select(p => p.Picture).ToList();
        var same = await (from p in db.Set<ScanPageRow>() join held in db.Set<HeldDocumentRow>() on p.PaperId equals held.Id
                          where pictures.Contains(p.Picture) && held.Id != id select held.Id).Distinct().Take(5).ToListAsync(cancel);
        string? Value(string field, ReadField read) => typed?.GetValueOrDefault(field) is { Length: > 0 } t ? t : read.Value;
        // Only the owner of the dossier: whoever types another number learns nothing of its owner.
        var (owner, number, type) = (place.Owner.Number, Value("number", fields.Number), Value("type", fields.Type));
        return await db.Set<HeldDocumentRow>().AsNoTracking().Where(d => d.Id != id && (same.Contains(d.Id)
            || (owner != null && number != null && d.OwnerNumber == owner && d.Number == number && d.Type == type)))
            .OrderByDescending(d => d.KeptAt).Take(5).ToListAsync(cancel);
    }

    private async Task<byte[]?> Bytes(string digest, CancellationToken cancel)
    {
        await using var stream = files.Open(digest);
        if (stream is null)
            return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private async Task<ScanPlace?> Open(Guid id, OfficerId officer, CancellationToken cancel)
    {
        if (await places.Find(id, officer, cancel) is not { } place)
            return null;
        var part = $"scan:{id:N}";
        if (!await log.Since(officer, ReadingKind.File, part, TimeSpan.FromHours(1), cancel))
            await log.Write(new Reading(officer, place.Grant, ReadingKind.File, place.Code is null ? null : id, part), cancel);
        return place;
    }
}
