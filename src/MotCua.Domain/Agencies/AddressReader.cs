using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.Agencies;

/// <summary>What an address says of the unit in which it lies.</summary>
[NoTerm("an answer of a look-up")]
public enum AddressOutcome
{
    /// <summary>No unit was recognized.</summary>
    Unknown,
    /// <summary>Only the province, or a commune of it that is not in the rows.</summary>
    ProvinceOnly,
    /// <summary>A commune of today.</summary>
    Current,
    /// <summary>An old unit that went wholly into one commune.</summary>
    Mapped,
    /// <summary>Several communes may be meant.</summary>
    Ambiguous,
}

/// <summary>An address, taken apart.</summary>
/// <param name="Detail">What stands before the unit: house, street, village; the whole text where no unit was recognized.</param>
/// <param name="Commune">The commune of today; null unless there is exactly one.</param>
/// <param name="Province">The province of today; null if it is not known.</param>
/// <param name="Candidates">The communes that may be meant, where there are several, or one that is not sure.</param>
/// <param name="Former">The old unit that was named, with its superior units; null if none was.</param>
[NoTerm("an answer of a look-up")]
public sealed record AddressReading(
    AddressOutcome Outcome, string Detail, AdministrativeUnit? Commune, AdministrativeUnit? Province,
    IReadOnlyList<AdministrativeUnit> Candidates, string? Former);

/// <summary>Reads an address as people write it: two levels of today or three of before, with or without the words for the kind, with or without tones.
/// Nothing is guessed: what may be several stays several.</summary>
/// <param name="home">Code of the province of the unit where it is read; taken where the address names none.</param>
[NoTerm("reads text")]
public sealed class AddressReader(UnitBook book, DateOnly day, string? home)
{
    private const int LongestName = 7;

    private static readonly Dictionary<string, string> OtherNames = new() { ["hcm"] = "hochiminh", ["tphcm"] = "hochiminh", ["saigon"] = "hochiminh" };

    private sealed record Token(string Key, int Start, int End, bool Begins);

    private sealed record Hit(IReadOnlyList<AdministrativeUnit> Units, IReadOnlyList<UnitKind> Kinds, int First, string Written);

    /// <summary>Reads an address.</summary>
    public AddressReading Read(string? text)
    {
        var clean = VietnameseText.Clean(text) ?? "";
        var tokens = Cut(clean);
        var end = tokens is [.., { Key: "viet" }, { Key: "nam" }] ? tokens.Count - 2 : tokens.Count;
        var province = At(clean, tokens, end, Level.Province, _ => true);
        var provinces = province?.Units.Select(u => u.Code).ToHashSet();
        var rest = province?.First ?? end;
        var hit = Unit(clean, tokens, rest, provinces ?? Home()) ?? (provinces is null ? Unit(clean, tokens, rest, null) : null);
        var today = province is null ? null : Today(province.Units);
        if (hit is null)
            return new AddressReading(
                today is null ? AddressOutcome.Unknown : AddressOutcome.ProvinceOnly,
                today is null ? clean : Before(clean, tokens, rest), null, today, [], null);
        var sure = provinces is not null || hit.Units.All(InHome);
        return Judge(hit.Units, Before(clean, tokens, hit.First), sure);
    }

    private AddressReading Judge(IReadOnlyList<AdministrativeUnit> units, string detail, bool sure)
    {
        var where = units.Select(u => book.On(u, day)).ToList();
        var now = where.SelectMany(w => w.Now).Distinct().ToList();
        var old = units.All(u => !u.HoldsOn(day));
        var former = old && units is [var only] ? book.Title(only) : null;
        if (now is [var one] && sure && !where.Exists(w => w.Ambiguous))
            return new AddressReading(old ? AddressOutcome.Mapped : AddressOutcome.Current, detail, one, book.ProvinceOf(one), [], former);
        var provinces = now.Select(book.ProvinceOf).Distinct().ToList();
        return new AddressReading(
            now.Count == 0 ? AddressOutcome.Unknown : AddressOutcome.Ambiguous, detail, null, provinces is [var p] ? p : null, now, former);
    }

    /// <summary>A commune with its district, else a commune, else the district alone.</summary>
    private Hit? Unit(string text, List<Token> tokens, int end, IReadOnlySet<string>? provinces)
    {
        bool Within(AdministrativeUnit u) => provinces is null || (book.ProvinceOf(u) is { } p && provinces.Contains(p.Code));
        var district = At(text, tokens, end, Level.District, Within);
        if (district is not null)
        {
            var codes = district.Units.Select(u => u.Code).ToHashSet();
            if (At(text, tokens, district.First, Level.Commune, u => u.Parent is { } p && codes.Contains(p)) is { } inDistrict)
                return inDistrict;
        }
        var commune = At(text, tokens, end, Level.Commune, Within);
        // Without its province a bare word may be anything; with "phường" in front it is meant as a unit.
        return commune is not null && (provinces is not null || commune.Kinds.Count > 0) ? commune : provinces is null ? null : district;
    }

    /// <summary>The longest name of a level that ends at a word, with the words for its kind.</summary>
    private Hit? At(string text, List<Token> tokens, int end, Level level, Func<AdministrativeUnit, bool> fits)
    {
        for (var n = Math.Min(LongestName, end); n > 0; n--)
        {
            var first = end - n;
            var key = string.Concat(tokens.Skip(first).Take(n).Select(t => t.Key));
            var found = book.Named(level, OtherNames.GetValueOrDefault(key, key)).Where(fits).ToList();
            if (found.Count == 0)
                continue;
            var kinds = UnitName.Before([.. tokens.Take(first).Select(t => t.Key)], out var words);
            var named = kinds.Any(k => UnitName.LevelOf(k) == level);
            // "phường Phú Yên" is no province, "Hòa Phú" does not stand in "Tân Hòa Phú", and the 1 of "Thôn 1" is no ward.
            var begins = tokens[first].Begins || (level == Level.Province && IsOneRun(tokens));
            if (!named && (kinds.Count > 0 || key.All(char.IsAsciiDigit) || !begins))
                continue;
            var written = text[tokens[first].Start..tokens[end - 1].End];
            return new Hit(Best(found, kinds, written), kinds, first - (named ? words : 0), written);
        }
        return null;
    }

    /// <summary>A unit of today of the kind written, else an old one of that kind, else of another kind; of several the one that is spelled so.</summary>
    private IReadOnlyList<AdministrativeUnit> Best(List<AdministrativeUnit> found, IReadOnlyList<UnitKind> kinds, string written)
    {
        bool Kind(AdministrativeUnit u) => kinds.Count == 0 || kinds.Contains(u.Kind);
        bool Now(AdministrativeUnit u) => u.HoldsOn(day);
        Func<AdministrativeUnit, bool>[] order = [u => Now(u) && Kind(u), Kind, Now, _ => true];
        var best = order.Select(o => found.Where(o).ToList()).First(f => f.Count > 0);
        var spelled = best.Where(u => UnitName.IsSpelledLike(u.Proper, written)).ToList();
        // A row per time of one unit is one unit.
        return [.. (spelled.Count > 0 ? spelled : best).GroupBy(u => u.Code).Select(g => g.MaxBy(u => u.From)!)];
    }

    private AdministrativeUnit? Today(IEnumerable<AdministrativeUnit> provinces) =>
        provinces.SelectMany(p => book.On(p, day).Now).Distinct().ToList() is [var only] ? only : null;

    private bool InHome(AdministrativeUnit unit) => home is not null && book.On(unit, day).Now.All(u => book.ProvinceOf(u)?.Code == home);

    private HashSet<string> Home() => home is null ? [] :
    [
        home, .. book.All.Where(u => u.Level == Level.Province && u.To is not null && book.On(u, day).Now.Any(n => n.Code == home)).Select(u => u.Code),
    ];

    private static string Before(string text, List<Token> tokens, int first) =>
        first >= tokens.Count ? text : text[..tokens[first].Start].TrimEnd(' ', ',', ';', '-', '.', '(');

    private static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var begins = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBreak(text[i]))
                begins |= text[i] is ',' or ';' or '(' || (text[i] == '-' && i > 0 && text[i - 1] == ' ' && !IsInName(text, i));
            else
            {
                var start = i;
                while (i + 1 < text.Length && !IsBreak(text[i + 1]))
                    i++;
                if (VietnameseText.Fold(text[start..(i + 1)]) is { Length: > 0 } folded)
                {
                    tokens.Add(new Token(UnitName.Word(folded), start, i + 1, begins));
                    begins = false;
                }
            }
        }
        return tokens;
    }

    // Without any comma a province may stand behind the rest: "ea kar dak lak".
    private static bool IsOneRun(List<Token> tokens) => !tokens.Skip(1).Any(t => t.Begins);

    // "Bà Rịa - Vũng Tàu" is one name.
    private static bool IsInName(string text, int at) => VietnameseText.Fold(text[..at]).EndsWith("ba ria", StringComparison.Ordinal);

    private static bool IsBreak(char c) => c is ' ' or ',' or ';' or '.' or '-' or '/' or '(' or ')' or '"' or '–';
}
