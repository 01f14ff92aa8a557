using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Digitizing;

namespace MotCua.App.Digitizing;

/// <summary>Where the officer puts a page.</summary>
/// <param name="Page">Its row.</param>
/// <param name="Component">Code of the component; null where it is dropped.</param>
/// <param name="Quarters">By how many quarters it stands turned clockwise.</param>
/// <param name="Again">It is the second image of the page before (R-DIG-06).</param>
public sealed record PagePut(long Page, string? Component, int Quarters, bool Again);

/// <summary>Lays pages onto components as the officer confirmed. Pages of copies that are signed stay where they are.</summary>
public sealed class LayPages(MotCuaDb db, ScanPlaces places, ScanBell bell, TimeProvider clock)
{
    /// <summary>Lays pages, in the order given.</summary>
    /// <param name="sides">How many written sides each component has, as counted; a component that is not named keeps what was said.</param>
    public async Task<Refusal?> Do(
        Guid id, IReadOnlyList<PagePut> puts, IReadOnlyDictionary<string, int?> sides, OfficerId officer, CancellationToken cancel = default)
    {
        if (await places.Find(id, officer, cancel) is not { } place)
            return ScanPlaces.Unknown;
        if (puts.Select(p => p.Component).OfType<string>().Select(c => Forbidden(place, c)).FirstOrDefault(no => no is not null) is { } forbidden)
            return forbidden;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var papers = await db.Set<ScanPaperRow>().Where(p => p.DossierId == id).ToListAsync(cancel);
        var signed = papers.Where(p => p.Signed is not null).Select(p => (Guid?)p.Id).ToHashSet();
        var pages = await db.Set<ScanPageRow>().Where(p => p.DossierId == id).ToListAsync(cancel);
        var before = Laid(pages);
        var order = 0;
        foreach (var put in puts)
            if (pages.Find(p => p.Id == put.Page) is { } page && !signed.Contains(page.PaperId) && Mine(place, papers.Find(p => p.Id == page.PaperId)))
                Put(page, put, put.Component is null ? null : Paper(place, papers, put.Component, officer), ++order);
        var after = Laid(pages);
        foreach (var paper in papers.Where(p => p.Signed is null && Mine(place, p)))
            Settle(paper, pages, sides, before.GetValueOrDefault(paper.Id) != after.GetValueOrDefault(paper.Id));
        if (await ScanSaves.Crossed(db, cancel, keeps: true) is { } crossed)
            return crossed;
        await Again(pages, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return null;
    }

    // Nobody takes pages out of a paper that the other side digitizes.
    private static bool Mine(ScanPlace place, ScanPaperRow? paper) =>
        paper is null || (paper.Component == ScanPlace.Result ? place.Resolves : place.Receives);

    /// <summary>The pages of each paper, in order, as they stand.</summary>
    private static Dictionary<Guid, string> Laid(List<ScanPageRow> pages) => pages.Where(p => p.PaperId is not null).GroupBy(p => p.PaperId!.Value)
        .ToDictionary(g => g.Key, g => string.Join(' ', g.OrderBy(p => p.Place).Select(p => $"{p.Id}:{p.Quarters}:{p.Again}")));

    private static Refusal? Forbidden(ScanPlace place, string code) => place.Component(code) switch
    {
        null => new Refusal("scan.component", "Thành phần hồ sơ được chọn không còn trong thủ tục. Hãy tải lại trang rồi xếp lại."),
        { Code: ScanPlace.Result } => place.Resolves ? null
            : new Refusal("scan.result", "Kết quả do cơ quan giải quyết số hóa trước khi chuyển trả. Hãy chuyển cho văn thư.", "NĐ 118/2025/NĐ-CP Đ.11.2"),
        { Why: { } why } => why,
        _ => place.Receives ? null
            : new Refusal("scan.component-of-counter", "Thành phần hồ sơ do Bộ phận Một cửa số hóa khi tiếp nhận.", "NĐ 118/2025/NĐ-CP Đ.8.1"),
    };

    private ScanPaperRow Paper(ScanPlace place, List<ScanPaperRow> papers, string component, OfficerId officer)
    {
        if (papers.Find(p => p.Component == component && p.Signed is null) is { } open)
            return open;
        var paper = new ScanPaperRow
        {
            Id = Guid.CreateVersion7(), DossierId = place.Id, UnitId = place.Grant.Unit.Value, Component = component,
            Name = place.Component(component)!.Name, OfficerId = officer.Value, Created = clock.GetUtcNow(),
        };
        papers.Add(paper);
        db.Add(paper);
        return paper;
    }

    private static void Put(ScanPageRow page, PagePut put, ScanPaperRow? paper, int order)
    {
        var quarters = put.Quarters & 3;
        if (quarters != page.Quarters)
            // What was read lying down is not read.
            (page.Turned, page.IsRead, page.Words) = (true, false, null);
        (page.Laid, page.Quarters, page.PaperId, page.Place, page.Again) = (true, quarters, paper?.Id, order, put.Again);
    }

    // What is prepared for the signer holds the pages of before.
    private void Settle(ScanPaperRow paper, List<ScanPageRow> pages, IReadOnlyDictionary<string, int?> sides, bool changed)
    {
        if (!pages.Exists(p => p.PaperId == paper.Id))
        {
            db.Remove(paper);
            return;
        }
        if (sides.TryGetValue(paper.Component, out var counted) && counted != paper.Sides)
            (paper.Sides, changed) = (counted, true);
        if (!changed)
            return;
        // What was confirmed was read from other pages.
        (paper.CheckedAt, paper.CheckedBy) = (null, null);
        (paper.Prepared, paper.PreparedAt, paper.Correlation) = (null, null, null);
        paper.Version++;
    }

    private async Task Again(List<ScanPageRow> pages, CancellationToken cancel)
    {
        var scans = pages.Where(p => !p.IsRead && p.PaperId is not null).Select(p => p.ScanId).Distinct().ToList();
        var waiting = await db.Set<ScanRow>().Where(s => scans.Contains(s.Id) && s.State == ScanState.Read)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.State, ScanState.Waiting).SetProperty(x => x.Tries, 0), cancel);
        if (waiting > 0)
            bell.Ring();
    }

    /// <summary>What is proposed for pages that nobody has laid: onto the component of a separator sheet, else onto one after the other.</summary>
    public static IReadOnlyDictionary<long, string?> Propose(
        ScanPlace place, IReadOnlyList<(ScanRow Scan, IReadOnlyList<ScanPageRow> Pages)> scans, IReadOnlyCollection<string> laid)
    {
        var open = place.Components.Where(c => c.Why is null && (c.Code == ScanPlace.Result ? place.Resolves : place.Receives)).ToList();
        var left = open.Where(c => !laid.Contains(c.Code)).OrderBy(c => c.Scope).ThenBy(c => c.Number).Select(c => c.Code).ToList();
        var numbered = place.Components.OrderBy(c => c.Number).Select(c => c.Code).ToList();
        var proposed = new Dictionary<long, string?>();
        foreach (var (scan, pages) in scans)
        {
            var fed = pages.OrderBy(p => p.Number).Select(p => new FedPage(
                p.Id, p.Blank, p.Separator is { } s ? Domain.Papers.Reading.BatchSplit.ComponentOf(s) ?? 0 : null)).ToList();
            foreach (var (page, component) in PageLaying.Propose(fed, scan.Component is { } all ? [all] : left, scan.Component is { } one ? [one] : numbered))
            {
                // A component that may not be digitized is proposed to nobody: the officer says where the page goes.
                proposed[page] = component is not null && open.Exists(c => c.Code == component) ? component : null;
                left.Remove(component ?? "");
            }
        }
        return proposed;
    }
}
