using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Work;

/// <summary>What an officer can choose among when he narrows a list.</summary>
/// <param name="Units">Units that he reaches.</param>
/// <param name="Officers">Who holds a duty there today, by name.</param>
/// <param name="Books">Follow-up books of the last years.</param>
public sealed record WorkOptions(
    IReadOnlyList<Agency> Units, IReadOnlyList<(int Id, string Name)> Officers, IReadOnlyList<string> Sectors, IReadOnlyList<BookOf> Books);

/// <summary>Reads the choices.</summary>
public sealed class WorkChoices(MotCuaDb db, Reaches reaches, ReferenceCache references, TimeProvider clock)
{
    // A longer list is no help to anyone.
    private const int MostOfficers = 300, BookYears = 5, MostBookUnits = 8;

    /// <summary>The choices of an officer.</summary>
    public async Task<WorkOptions> Of(int officer, CancellationToken cancel = default)
    {
        var seen = (await reaches.Of(officer, cancel)).Seen;
        var reference = await reaches.Reference(references, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        var officers = await (
            from g in db.Set<DutyGrantRow>().AsNoTracking()
            join o in db.Set<OfficerRow>() on g.OfficerId equals o.Id
            where seen.Contains(g.UnitId) && g.From <= today && (g.To == null || g.To >= today)
            orderby o.Name
            select new { o.Id, o.Name }).Distinct().Take(MostOfficers).ToListAsync(cancel);
        IReadOnlyList<Agency> units = [.. reference.Agencies.All.Where(a => seen.Contains(a.Id.Value))];
        var books = units.Where(u => u.Kind == AgencyKind.OneStop).Take(MostBookUnits)
            .SelectMany(u => Enumerable.Range(0, BookYears).Select(back => new BookOf(u.Id.Value, today.Year - back)));
        return new WorkOptions(
            units, [.. officers.Select(o => (o.Id, o.Name)).OrderBy(o => Domain.Words.VietnameseText.SortKey(o.Name), StringComparer.Ordinal)],
            [.. reference.Procedures.Where(p => p.HoldsOn(today) && p.Terms.NotHere is null).Select(p => p.Sector).Distinct()
                .OrderBy(Domain.Words.VietnameseText.WordKey, StringComparer.Ordinal)],
            [.. books]);
    }
}
