using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.Agencies;

/// <summary>All administrative units, old and new, asked by code, by name and for what became of them.</summary>
[NoTerm("a look-up over the rows")]
public sealed class UnitBook
{
    /// <summary>No unit is known.</summary>
    public static readonly UnitBook Empty = new([], []);

    private const int Deepest = 8;

    private readonly ILookup<string, AdministrativeUnit> byCode, byParent;
    private readonly ILookup<(Level, string), AdministrativeUnit> byKey;
    private readonly ILookup<string, UnitSuccession> successions;
    private readonly Lazy<ILookup<(string, DateOnly), AdministrativeUnit>> origins;

    /// <summary>Makes the look-ups.</summary>
    public UnitBook(IReadOnlyList<AdministrativeUnit> units, IReadOnlyList<UnitSuccession> successions)
    {
        All = units;
        byCode = units.ToLookup(u => u.Code);
        byParent = units.Where(u => u.Parent is not null).ToLookup(u => u.Parent!);
        Keyed = [.. units.Select(u => (u, UnitName.Key(u.Proper)))];
        byKey = Keyed.ToLookup(u => (u.Unit.Level, u.Key), u => u.Unit);
        this.successions = successions.ToLookup(s => s.Old);
        origins = new(() => successions.SelectMany(s => byCode[s.Old].Where(u => u.To == s.Day.AddDays(-1)).Select(u => (s.New, s.Day, Old: u)))
            .ToLookup(s => (s.New, s.Day), s => s.Old));
    }

    /// <summary>Every unit.</summary>
    public IReadOnlyList<AdministrativeUnit> All { get; }

    /// <summary>Every unit with the key of its proper name.</summary>
    internal IReadOnlyList<(AdministrativeUnit Unit, string Key)> Keyed { get; }

    /// <summary>The unit that has the code on a day; null if none has.</summary>
    public AdministrativeUnit? Find(string? code, DateOnly day) => code is null ? null : byCode[code].FirstOrDefault(u => u.HoldsOn(day));

    /// <summary>The units of a level with the key of a proper name, of all times.</summary>
    public IEnumerable<AdministrativeUnit> Named(Level level, string key) => byKey[(level, key)];

    /// <summary>The units directly under one, on a day.</summary>
    public IEnumerable<AdministrativeUnit> Under(string code, DateOnly day) => byParent[code].Where(u => u.HoldsOn(day));

    /// <summary>The superior unit as it stood with the unit; null for a province, or where it is not known.</summary>
    public AdministrativeUnit? ParentOf(AdministrativeUnit unit) =>
        unit.Parent is null ? null : byCode[unit.Parent].Where(p => p.From <= (unit.To ?? DateOnly.MaxValue) && (p.To is null || unit.From <= p.To))
            .MaxBy(p => p.From);

    /// <summary>The province to which the unit belonged; the unit itself if it is one.</summary>
    public AdministrativeUnit? ProvinceOf(AdministrativeUnit unit) =>
        unit.Level == Level.Province ? unit : ParentOf(unit) is { } parent ? ProvinceOf(parent) : null;

    /// <summary>The unit with all above it, inside a sentence: "xã Ea Tiêu, huyện Cư Kuin, tỉnh Đắk Lắk".</summary>
    public string Title(AdministrativeUnit unit) => unit.InSentence + (ParentOf(unit) is { } parent ? ", " + Title(parent) : "");

    /// <summary>As <see cref="Title"/>, at the beginning of a line: "Xã Ea Kar, tỉnh Đắk Lắk".</summary>
    public string Label(AdministrativeUnit unit) => unit.Name + Title(unit)[unit.Name.Length..];

    /// <summary>Where a unit is on a day. A unit that was split stays ambiguous; of a district, what became of all its communes.</summary>
    public Whereabouts On(AdministrativeUnit unit, DateOnly day) => On(unit, day, 0);

    /// <summary>The old units that went into one, wholly or in part; also before it changed its kind.</summary>
    public IEnumerable<AdministrativeUnit> Origins(AdministrativeUnit unit) => origins.Value[(unit.Code, unit.From)]
        .Concat(byCode[unit.Code].Where(u => u.To == unit.From.AddDays(-1) && Heirs(u, unit.From).Contains(unit)).SelectMany(Origins));

    private Whereabouts On(AdministrativeUnit unit, DateOnly day, int depth)
    {
        if (unit.To is not { } last || day <= last || depth > Deepest)
            return new Whereabouts(unit, unit.HoldsOn(day) ? [unit] : [], false);
        var next = last.AddDays(1);
        var rows = successions[unit.Code].Where(s => s.Day == next).ToList();
        List<AdministrativeUnit> heirs = rows.Count > 0
            ? [.. rows.Select(s => Find(s.New, next)).OfType<AdministrativeUnit>()]
            : [.. Heirs(unit, next)];
        var each = heirs.ConvertAll(h => On(h, day, depth + 1));
        var now = each.SelectMany(w => w.Now).Distinct().ToList();
        return new Whereabouts(unit, now, now.Count > 1 || rows.Exists(s => s.Split) || each.Exists(w => w.Ambiguous));
    }

    /// <summary>Without a row: the same place under the same code (a commune that became a ward), or what became of the communes of a district.</summary>
    private IEnumerable<AdministrativeUnit> Heirs(AdministrativeUnit unit, DateOnly next) => unit.Level == Level.District
        ? byParent[unit.Code].Where(u => u.To == unit.To)
        : byCode[unit.Code].Where(u => u.From == next && u.Parent == unit.Parent && UnitName.Key(u.Proper) == UnitName.Key(unit.Proper));
}
