using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Reference;

/// <summary>What the list of the catalogue is narrowed to; null or false leaves a question out.</summary>
/// <param name="Words">Words of the name, of the keywords, or a part of the code; tones do not matter.</param>
/// <param name="Reception">"co": may be received; "khong": may not; or the code of the refusal: "receive.no-process".</param>
public sealed record ProcedureFilter(
    string? Words, string? Sector, Level? Level, VersionOrigin? Origin, string? Reception, bool WithDefects, bool WithFuture);

/// <summary>A procedure in the list.</summary>
/// <param name="Shown">The version in force, else the next, else the last.</param>
/// <param name="Holds">Whether that one is in force today.</param>
/// <param name="Future">The first day of the next version; null if none waits.</param>
public sealed record ListedProcedure(ProcedureLine Shown, bool Holds, DateOnly? Future, VersionOrigin Origin, bool HasDefects)
{
    /// <summary>Why nobody here receives it; null if it may be received.</summary>
    public Refusal? NotHere => Holds ? Shown.Terms.NotHere : Ended;

    private static readonly Refusal Ended = new("receive.not-in-force", "Chưa hoặc không còn hiệu lực.");
}

/// <summary>A page of the list.</summary>
public sealed record ListedPage(IReadOnlyList<ListedProcedure> Rows, int Page, bool HasMore);

/// <summary>The list of the catalogue for those who administer it.</summary>
public sealed class ProcedureList(MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the list, by code.</summary>
    /// <param name="page">From 1.</param>
    public async Task<ListedPage> Of(ProcedureFilter filter, int page, CancellationToken cancel = default)
    {
        page = Math.Clamp(page, 1, 100_000);
        var found = await Find(filter, (page - 1) * PageSize, PageSize + 1, cancel);
        return new ListedPage([.. found.Take(PageSize)], page, found.Count > PageSize);
    }

    /// <summary>The first procedures that the filter lets through.</summary>
    public Task<IReadOnlyList<ListedProcedure>> First(ProcedureFilter filter, int most, CancellationToken cancel = default) => Find(filter, 0, most, cancel);

    /// <summary>The sectors of all procedures, sorted as words are.</summary>
    public async Task<IReadOnlyList<string>> Sectors(CancellationToken cancel = default) =>
        [.. (await references.Get(db, cancel)).Procedures.Select(p => p.Sector).Where(s => s.Length > 0).Distinct().OrderBy(VietnameseText.SortKey,
            StringComparer.Ordinal)];

    private async Task<IReadOnlyList<ListedProcedure>> Find(ProcedureFilter filter, int skip, int most, CancellationToken cancel)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var words = VietnameseText.Fold(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var defects = (await db.Set<ProcedureDefectRow>().AsNoTracking().Where(d => d.Settled == null).Select(d =>
            d.Code).Distinct().ToListAsync(cancel)).ToHashSet();
        var origins = await Origins(filter.Origin, cancel);
        var all = (await references.Get(db, cancel)).Procedures.GroupBy(p => p.Code)
            .Select(g => Listed([.. g], today, origins, defects)).Where(p => Passes(p, filter, words));
        var rows = all.OrderBy(p => p.Shown.Code, StringComparer.Ordinal).Skip(skip).Take(most).ToList();
        if (filter.Origin is not null)
            return rows;
        var codes = rows.Select(r => r.Shown.Code).ToList();
        var of = await db.Set<ProcedureRow>().AsNoTracking().Where(p => codes.Contains(p.Code)).Select(p => new { p.Code, p.Version, p.Origin })
            .ToDictionaryAsync(p => (p.Code, p.Version), p => p.Origin, cancel);
        return [.. rows.Select(r => r with { Origin = of.GetValueOrDefault((r.Shown.Code, r.Shown.Version)) })];
    }

    private async Task<Dictionary<(string, int), VersionOrigin>> Origins(VersionOrigin? origin, CancellationToken cancel) => origin is not { } one
        ? []
        : await db.Set<ProcedureRow>().AsNoTracking().Where(p => p.Origin == one).Select(p => new { p.Code, p.Version, p.Origin })
            .ToDictionaryAsync(p => (p.Code, p.Version), p => p.Origin, cancel);

    private static ListedProcedure Listed(
        List<ProcedureLine> versions, DateOnly today, Dictionary<(string, int), VersionOrigin> origins, HashSet<string> defects)
    {
        var held = versions.FindAll(v => v.To is null || v.To >= v.From);
        var next = held.Where(v => v.From > today).MinBy(v => v.From);
        var now = held.LastOrDefault(v => v.HoldsOn(today));
        var shown = now ?? next ?? versions[^1];
        return new ListedProcedure(
            shown, now is not null, next?.From, origins.GetValueOrDefault((shown.Code, shown.Version), (VersionOrigin)(-1)), defects.Contains(shown.Code));
    }

    private static bool Passes(ListedProcedure p, ProcedureFilter f, string[] words) =>
        (f.Sector is null || p.Shown.Sector == f.Sector) && (f.Level is not { } level || p.Shown.Levels.Contains(level))
        && (f.Origin is not { } origin || p.Origin == origin) && (!f.WithDefects || p.HasDefects) && (!f.WithFuture || p.Future is not null)
        && f.Reception switch
        {
            null or "" => true,
            "co" => p.NotHere is null,
            "khong" => p.NotHere is not null,
            var code => p.NotHere?.Code == code,
        }
        && (words.Length == 0 || Holds(VietnameseText.Fold($"{p.Shown.Code} {p.Shown.Name} {string.Join(' ', p.Shown.Keywords)}"), words));

    private static bool Holds(string folded, string[] words) => Array.TrueForAll(words, w => folded.Contains(w, StringComparison.Ordinal));
}
