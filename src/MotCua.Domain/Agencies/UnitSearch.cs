using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>Finds units by a few letters, with or without tones: "ea k", "xa ea tieu", "tan lap, buon ma thuot".</summary>
[NoTerm("a search")]
public static class UnitSearch
{
    /// <summary>Units of all times that answer the words, the best first. After a comma come the units above.</summary>
    /// <param name="day">Those that stand on the day come before others.</param>
    /// <param name="home">Those of this province come first.</param>
    public static IEnumerable<AdministrativeUnit> Find(UnitBook book, string? typed, DateOnly day, string? home = null)
    {
        var parts = (typed ?? "").Split(',').Select(p => UnitName.Words(p).ToList()).Where(p => p.Count > 0).ToList();
        if (parts.Count == 0)
            return [];
        var (name, kinds) = Named(parts[0]);
        var above = parts.Skip(1).Select(p => string.Concat(Named(p).Name)).ToList();
        var key = string.Concat(name);
        return book.Keyed
            .Where(u => u.Key.Contains(key, StringComparison.Ordinal) || u.Unit.Code == key)
            .Where(u => kinds.Count == 0 || kinds.Contains(u.Unit.Kind))
            .Where(u => above.TrueForAll(a => IsUnder(book, u.Unit, a)))
            .OrderBy(u => home is not null && book.ProvinceOf(u.Unit)?.Code == home ? 0 : 1)
            .ThenBy(u => u.Key == key ? 0 : u.Key.StartsWith(key, StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(u => UnitName.IsSpelledLike(u.Unit.Proper, typed!.Split(',')[0]) ? 0 : 1)
            .ThenBy(u => u.Unit.HoldsOn(day) ? 0 : 1).ThenBy(u => u.Unit.Level).ThenBy(u => Words.VietnameseText.WordKey(u.Unit.Proper))
            .ThenBy(u => u.Unit.Code, StringComparer.Ordinal).ThenBy(u => u.Unit.From).Select(u => u.Unit);
    }

    private static (List<string> Name, IReadOnlyList<UnitKind> Kinds) Named(List<string> words)
    {
        for (var n = Math.Min(2, words.Count - 1); n > 0; n--)
            if (UnitName.Before(words[..n], out var count) is { Count: > 0 } kinds && count == n)
                return (words[n..], kinds);
        return (words, []);
    }

    private static bool IsUnder(UnitBook book, AdministrativeUnit unit, string key)
    {
        for (var parent = book.ParentOf(unit); parent is not null; parent = book.ParentOf(parent))
            if (UnitName.Key(parent.Proper).Contains(key, StringComparison.Ordinal))
                return true;
        return false;
    }
}
