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
        var reference = await reaches.Reference(references, cancel);
        var moments = DueMoments.Of(reference, clock.GetUtcNow());
        var (order, backwards) = (WorkOrders.Of(query), before is not null);
        var found = new List<WorkFound>();
        foreach (var rows in Sources(reach, query, reference, moments))
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
        var reference = await reaches.Reference(references, cancel);
        var rows = Sources(await reaches.Of(officer, cancel), query, reference, DueMoments.Of(reference, clock.GetUtcNow()))[0];
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

    private IReadOnlyList<IQueryable<WorkFound>> Sources(Reach reach, WorkQuery query, ReferenceData reference, DueMoments moments)
    {
        var conditions = new WorkConditions(db, reference, moments);
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
        if (found.Count == 0)
            return [];
        var (ids, names) = (found.Select(f => f.Dossier.Id).Distinct().ToArray(), new Bundle(db));
        var open = db.Set<DossierStepRow>().Where(s => ids.Contains(s.DossierId));
        var steps = query.OfSteps ? null : names.Add("work.steps", () => open, ("ids", ids));
        var owners = names.Add("work.owners", () => db.Set<DossierSearchRow>().Where(w => ids.Contains(w.DossierId)), ("ids", ids));
        var officers = names.Add("work.officers", () => db.Set<OfficerRow>().Where(o => open.Any(s => s.OfficerId == o.Id)), ("ids", ids));
        await names.Run(cancel);
        var (ownerOf, nameOf) = (owners.Rows.ToDictionary(w => w.DossierId, w => w.OwnerName), officers.Rows.ToDictionary(o => o.Id, o => o.Name));
        var openOf = steps?.Rows.ToLookup(s => s.DossierId);
        return found.ConvertAll(f =>
        {
            var step = openOf is null ? f.Step : TellsMost(openOf[f.Dossier.Id], reach);
            return new WorkItem(
                f.Dossier, step, ownerOf.GetValueOrDefault(f.Dossier.Id, ""), step?.OfficerId is { } o ? nameOf.GetValueOrDefault(o) : null,
                moments.Of(f.Dossier));
        });
    }

    private static DossierStepRow? TellsMost(IEnumerable<DossierStepRow> steps, Reach reach) => steps
        .OrderBy(s => s.OfficerId == reach.Officer ? 0 : reach.Units.Contains(s.UnitId) ? 1 : 2)
        .ThenBy(s => s.Due ?? DateTimeOffset.MaxValue).ThenBy(s => s.Token)
        .FirstOrDefault();
}
