using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.Agencies;

/// <summary>Names of administrative units: their kind in front, and the forms by which they are found and compared.</summary>
[NoTerm("handling of text")]
public static class UnitName
{
    // Folded words in front of a name, and what they mean at each level; the longer ones first.
    private static readonly (string[] Words, UnitKind[] Kinds)[] Fronts =
    [
        (["thanh", "pho"], [UnitKind.City, UnitKind.DistrictCity]), (["thi", "tran"], [UnitKind.Township]), (["thi", "xa"], [UnitKind.Town]),
        (["dac", "khu"], [UnitKind.SpecialZone]), (["tinh"], [UnitKind.Province]), (["huyen"], [UnitKind.District]), (["quan"], [UnitKind.UrbanDistrict]),
        (["phuong"], [UnitKind.Ward]), (["xa"], [UnitKind.Commune]),
    ];

    private static readonly (string[] Words, UnitKind[] Kinds)[] Short =
    [
        (["tp"], [UnitKind.City, UnitKind.DistrictCity]), (["tt"], [UnitKind.Township]), (["tx"], [UnitKind.Town]), (["t"], [UnitKind.Province]),
        (["h"], [UnitKind.District]), (["q"], [UnitKind.UrbanDistrict]), (["p"], [UnitKind.Ward]), (["x"], [UnitKind.Commune]),
    ];

    /// <summary>The level of a kind.</summary>
    public static Level LevelOf(UnitKind kind) => kind switch
    {
        UnitKind.Province or UnitKind.City => Level.Province,
        UnitKind.District or UnitKind.UrbanDistrict or UnitKind.Town or UnitKind.DistrictCity => Level.District,
        _ => Level.Commune,
    };

    /// <summary>Kind and proper name of a full name: "Xã Ea Kar" → commune, "Ea Kar"; null where no kind stands in front.</summary>
    public static (UnitKind Kind, string Proper)? Split(string name, Level level)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var folded = words.Select(VietnameseText.Fold).ToList();
        foreach (var (front, kinds) in Fronts)
            if (folded.Count > front.Length && folded.Take(front.Length).SequenceEqual(front) && kinds.FirstOrNull(k => LevelOf(k) == level) is { } kind)
                return (kind, string.Join(' ', words[front.Length..]));
        return null;
    }

    /// <summary>A full name with the words of its kind as they are written everywhere: "Thị Xã Buôn Hồ" → "Thị xã Buôn Hồ";
    /// the name itself where it has none.</summary>
    public static string Full(string name, Level level)
    {
        if (Split(name, level) is not { } parts)
            return name;
        var front = parts.Kind is UnitKind.City or UnitKind.DistrictCity ? "thành phố" : Terms.Of(parts.Kind);
        return $"{char.ToUpperInvariant(front[0])}{front[1..]} {parts.Proper}";
    }

    /// <summary>The kinds that the words before a place mean; also the usual abbreviations (P., TT., TP.). Empty where there are none.</summary>
    /// <param name="words">Folded words that stand before it, the nearest last.</param>
    /// <param name="count">How many of them name the kind.</param>
    public static IReadOnlyList<UnitKind> Before(IReadOnlyList<string> words, out int count)
    {
        foreach (var (front, kinds) in Fronts.Concat(Short))
        {
            count = front.Length;
            if (words.Count >= count && words.Skip(words.Count - count).SequenceEqual(front))
                return kinds;
        }
        count = 0;
        return [];
    }

    /// <summary>By what a proper name is found: folded, without spaces and signs, numbers without zeros in front:
    /// Ea H'Leo = Ea HLeo = Ea H’ Leo; Hòa = Hoà; phường 01 = phường 1.</summary>
    public static string Key(string proper) => string.Concat(Words(proper));

    /// <summary>The words of <see cref="Key"/>.</summary>
    public static IEnumerable<string> Words(string text) => VietnameseText.Fold(text).Split(
        [' ', '-', '.', ',', ';', '/', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Select(Word);

    /// <summary>A folded word as it stands in a key.</summary>
    internal static string Word(string folded) =>
        folded.All(char.IsAsciiDigit) && folded.TrimStart('0') is { Length: > 0 } number ? number : folded;

    /// <summary>Whether two spellings are the same word for word, wherever the tone mark stands: Hòa and Hoà are, Lăng and Lang are not.</summary>
    public static bool IsSpelledLike(string one, string other) => VietnameseText.WordKey(one) == VietnameseText.WordKey(other);

    private static UnitKind? FirstOrNull(this UnitKind[] kinds, Func<UnitKind, bool> fits) => kinds.Where(fits).Select(k => (UnitKind?)k).FirstOrDefault();
}
