using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Work;

/// <summary>Finds the rows of lists. What lies outside the officer's units is never found nor counted (R-REPO-03), and a page costs the same
/// whether it is the first or the fiftieth.</summary>
public sealed class WorkSearch(MotCuaDb db, Reaches reaches, ReferenceCache references, TimeProvider clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Rows are counted up to here; what is more is said as "hơn".</summary>
    public const int CountLimit = 1000;

    // Each unit's rows come in order from its index; with more units than this (oversight) the dossiers themselves are read in order.
    private const int FewUnits = 8;

    /// <summary>A page of a list.</summary>
    /// <param name="after">The place after which the page begins; null or what is no place: the beginning.</param>
    /// <param name="before">The place before which it ends; asked before <paramref name="after"/>.</param>
    public async Task<WorkPage> Page(
        int officer, WorkQuery query, string? after = null, string? before = null, int size = PageSize, CancellationToken cancel = default)
    {
        var reach = await reaches.Of(officer, cancel);
        var moments = await Moments(cancel);
        var (order, backwards) = (WorkOrders.Of(query), before is not null);
        var found = new List<WorkFound>();
        foreach (var rows in await Sources(reach, query, moments, cancel))
            found.AddRange(await order.Order(order.Beyond(rows, before ?? after, backwards), backwards).Take(size + 1).ToListAsync(cancel));
        found.Sort((a, b) => backwards ? order.Compare(b, a) : order.Compare(a, b));
        // A dossier in which two of the units have a part comes from both.
        found = [.. query.OfSteps ? found : found.DistinctBy(f => f.Dossier.Id)];
        var more = found.Count > size;
        found = [.. found.Take(size)];
        if (backwards)
            found.Reverse();
        var items = await Items(found, query, reach, moments, cancel);
        return new WorkPage(
            items, found.Count > 0 && (more || backwards) ? order.PlaceOf(found[^1]) : null,
            found.Count > 0 && (backwards ? more : after is not null) ? order.PlaceOf(found[0]) : null);
    }

    /// <summary>How many rows a list of open steps has, counted up to one more than <see cref="CountLimit"/>; null for lists of dossiers,
    /// which are not counted.</summary>
    public async Task<int?> Count(int officer, WorkQuery query, CancellationToken cancel = default)
    {
        if (!query.OfSteps)
            return null;
        var rows = (await Sources(await reaches.Of(officer, cancel), query, await Moments(cancel), cancel))[0];
        return await rows.Take(CountLimit + 1).CountAsync(cancel);
    }

    /// <summary>All rows of a list, in its order, some at a time.</summary>
    /// <param name="most">No more than these.</param>
    public async IAsyncEnumerable<IReadOnlyList<WorkItem>> All(
        int officer, WorkQuery query, int most, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        const int AtOnce = 500;
        string? place = null;
        for (var left = most; left > 0; left -= AtOnce)
        {
            var page = await Page(officer, query, place, size: Math.Min(AtOnce, left), cancel: cancel);
            if (page.Items.Count > 0)
                yield return page.Items;
            if (page.After is null)
                yield break;
            place = page.After;
        }
    }

    private async Task<DueMoments> Moments(CancellationToken cancel) => DueMoments.Of(await references.Get(db, cancel), clock.GetUtcNow());

    private async Task<IReadOnlyList<IQueryable<WorkFound>>> Sources(Reach reach, WorkQuery query, DueMoments moments, CancellationToken cancel)
    {
        var conditions = new WorkConditions(db, await references.Get(db, cancel), moments);
        var sources = new WorkSources(db, reach);
        IReadOnlyList<int> units = query.Unit is { } unit ? [.. reach.Seen.Where(u => u == unit)] : reach.Seen;
        IReadOnlyList<IQueryable<WorkFound>> rows = query.View switch
        {
            WorkView.Unit => [sources.Steps(units, query.Due == DueState.Waiting)],
            WorkView.Mine => [sources.Own(units)],
            WorkView.Done => [sources.Dossiers(PartKind.Officer, reach.Officer, units)],
            // A number leads to its few dossiers first, and these are asked for their units.
            _ when units.Count <= FewUnits && !query.LooksUp => [.. units.Select(u => sources.Dossiers(PartKind.Unit, u, null))],
            _ => [sources.Overseen(units)],
        };
        return [.. rows.Select(r => conditions.Of(r, query))];
    }

    private async Task<IReadOnlyList<WorkItem>> Items(
        List<WorkFound> found, WorkQuery query, Reach reach, DueMoments moments, CancellationToken cancel)
    {
        var steps = query.OfSteps ? [] : await OpenSteps(found, cancel);
        var rows = found.ConvertAll(f => (Found: f, Step: query.OfSteps ? f.Step : TellsMost(steps.GetValueOrDefault(f.Dossier.Id, []), reach)));
        var holders = rows.Select(r => r.Step?.OfficerId).OfType<int>().Distinct().ToList();
        var names = holders.Count == 0 ? []
            : await db.Set<OfficerRow>().AsNoTracking().Where(o => holders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return rows.ConvertAll(r => new WorkItem(
            r.Found.Dossier, r.Step, r.Found.OwnerName, r.Step?.OfficerId is { } o ? names.GetValueOrDefault(o) : null, moments.Of(r.Found.Dossier)));
    }

    private async Task<Dictionary<Guid, List<DossierStepRow>>> OpenSteps(List<WorkFound> found, CancellationToken cancel)
    {
        var ids = found.ConvertAll(f => f.Dossier.Id);
        return (await db.Set<DossierStepRow>().AsNoTracking().Where(s => ids.Contains(s.DossierId)).ToListAsync(cancel))
            .GroupBy(s => s.DossierId).ToDictionary(g => g.Key, g => g.ToList());
    }

    private static DossierStepRow? TellsMost(IEnumerable<DossierStepRow> steps, Reach reach) => steps
        .OrderBy(s => s.OfficerId == reach.Officer ? 0 : reach.Units.Contains(s.UnitId) ? 1 : 2)
        .ThenBy(s => s.Due ?? DateTimeOffset.MaxValue).ThenBy(s => s.Token)
        .FirstOrDefault();
}
