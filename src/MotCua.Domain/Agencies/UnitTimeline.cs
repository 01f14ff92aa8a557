using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>A unit as a list names it.</summary>
[NoTerm("a line of a list")]
public sealed record UnitLine(string Code, string Name, UnitKind Kind, string? Parent);

/// <summary>A list of all units of a level, as they stood since a change.</summary>
/// <param name="From">The day of the change; <see cref="AdministrativeUnit.LongAgo"/> where the list is of a time whose beginning is not known.</param>
/// <param name="To">The last day, for a list of a time that has ended; null for one that ends only by a later list.</param>
/// <param name="Complete">Whether no unit is missing in it; only then a unit that it does not name has ended.</param>
[NoTerm("a list to take in")]
public sealed record UnitList(Level Level, DateOnly From, DateOnly? To, bool Complete, string LegalBasis, bool Verified, IReadOnlyList<UnitLine> Units);

/// <summary>Lays a list over the rows that are there. The order in which lists come makes no difference, and a list that came before changes nothing.</summary>
[NoTerm("lays lists over one another")]
public static class UnitTimeline
{
    /// <summary>The rows after a list. A row that was checked against its text is not contradicted by a list.</summary>
    /// <param name="changes">The days on which units of the level changed, as the law says.</param>
    public static IReadOnlyList<AdministrativeUnit> Apply(IReadOnlyList<AdministrativeUnit> rows, UnitList list, IReadOnlyList<DateOnly> changes)
    {
        var others = rows.Where(r => r.Level != list.Level);
        var byCode = rows.Where(r => r.Level == list.Level).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToList());
        if (list.To is not null)
        {
            foreach (var line in list.Units)
                Put(byCode, line, list, list.To);
            return [.. others, .. byCode.Values.SelectMany(r => r)];
        }
        var later = changes.Where(c => c > list.From && Taken(byCode.Values, c)).Select(c => (DateOnly?)c).Min();
        foreach (var line in list.Units)
            Lay(byCode, line, list, later);
        if (list.Complete)
            End(byCode, list.Units.Select(u => u.Code).ToHashSet(), list.From);
        return [.. others, .. byCode.Values.SelectMany(r => r)];
    }

    /// <summary>Units that ended and, on the next day, stand under a code that was not there before, with the same name and superior unit:
    /// sources give one unit two codes. Taken as one unit, and never as checked.</summary>
    public static IEnumerable<UnitSuccession> Renumbered(IReadOnlyList<AdministrativeUnit> rows)
    {
        var first = rows.GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.Min(r => r.From));
        var begun = rows.Where(r => r.Level == Level.Commune && r.Parent is { Length: 2 } && first[r.Code] == r.From)
            .ToLookup(r => (r.From, r.Parent, r.Kind, UnitName.Key(r.Proper)));
        foreach (var old in rows.Where(r => r is { Level: Level.Commune, Parent.Length: 2, To: not null }))
            if (begun[(old.To!.Value.AddDays(1), old.Parent, old.Kind, UnitName.Key(old.Proper))].ToList() is [var only] && only.Code != old.Code)
                yield return new UnitSuccession(old.Code, only.Code, only.From, false, "chưa xác minh: các nguồn ghi hai mã cho cùng một đơn vị", false);
    }

    private static bool Taken(IEnumerable<List<AdministrativeUnit>> rows, DateOnly change) =>
        rows.SelectMany(r => r).Any(r => r.From == change || r.To == change.AddDays(-1));

    private static void Put(Dictionary<string, List<AdministrativeUnit>> byCode, UnitLine line, UnitList list, DateOnly? to)
    {
        if (!byCode.TryGetValue(line.Code, out var own))
            byCode[line.Code] = own = [];
        var fresh = new AdministrativeUnit(line.Code, line.Name, line.Kind, line.Parent, list.From, to, list.LegalBasis, list.Verified);
        var at = own.FindIndex(r => r.From == list.From);
        if (at < 0)
            own.Insert(own.TakeWhile(r => r.From < list.From).Count(), fresh);
        else if (!own[at].Verified && own[at] is var old && (old.Name, old.Kind, old.Parent) != (line.Name, line.Kind, line.Parent))
            own[at] = fresh with { To = old.To };
    }

    private static void Lay(Dictionary<string, List<AdministrativeUnit>> byCode, UnitLine line, UnitList list, DateOnly? later)
    {
        var own = byCode.GetValueOrDefault(line.Code) ?? [];
        var at = own.FindIndex(r => r.HoldsOn(list.From));
        if (at >= 0 && Same(own[at], line))
        {
            // The list of the first day gives the spelling, whichever list came first.
            if (own[at] is { Verified: false } row && row.From == list.From && row.Name != line.Name)
                own[at] = row with { Name = line.Name };
            return;
        }
        var next = own.FindIndex(r => r.From > list.From);
        var to = next >= 0 ? own[next].From.AddDays(-1) : later?.AddDays(-1);
        if (at >= 0 && own[at].From < list.From)
        {
            to = own[at].To;
            own[at] = own[at] with { To = list.From.AddDays(-1) };
        }
        if (at < 0 && next >= 0 && Same(own[next], line) && !own[next].Verified)
        {
            own[next] = own[next] with { From = list.From, Name = line.Name, LegalBasis = list.LegalBasis, Verified = list.Verified };
            return;
        }
        Put(byCode, line, list, to);
    }

    private static void End(Dictionary<string, List<AdministrativeUnit>> byCode, HashSet<string> named, DateOnly change)
    {
        foreach (var own in byCode.Where(c => !named.Contains(c.Key)).Select(c => c.Value))
        {
            var at = own.FindIndex(r => r.HoldsOn(change));
            if (at < 0)
                continue;
            if (own[at].From < change)
                own[at] = own[at] with { To = change.AddDays(-1) };
            else
                own.RemoveAt(at);
        }
    }

    private static bool Same(AdministrativeUnit row, UnitLine line) =>
        row.Kind == line.Kind && row.Parent == line.Parent
        && UnitName.Key(row.Proper) == UnitName.Key(UnitName.Split(line.Name, row.Level)?.Proper ?? line.Name);
}
