using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>What an administrative unit is. District units and townships ended on 30/6/2025.</summary>
[Term("loại đơn vị hành chính", Law = "Luật 72/2025/QH15")]
public enum UnitKind
{
    /// <summary>A province.</summary>
    [Term("tỉnh")] Province,
    /// <summary>A city of the centre.</summary>
    [Term("thành phố trực thuộc trung ương")] City,
    /// <summary>A rural district.</summary>
    [Term("huyện")] District,
    /// <summary>An urban district.</summary>
    [Term("quận")] UrbanDistrict,
    /// <summary>A town.</summary>
    [Term("thị xã")] Town,
    /// <summary>A city of a province or of a city of the centre.</summary>
    [Term("thành phố thuộc tỉnh, thành phố")] DistrictCity,
    /// <summary>A commune.</summary>
    [Term("xã")] Commune,
    /// <summary>A ward.</summary>
    [Term("phường")] Ward,
    /// <summary>A township.</summary>
    [Term("thị trấn")] Township,
    /// <summary>A special zone.</summary>
    [Term("đặc khu")] SpecialZone,
}

/// <summary>An administrative unit for as long as it was what it is: another name, kind or superior unit is another row of the same code.</summary>
/// <param name="Code">Code of the Statistics Office with its leading zeros: two digits for a province, three for a district, five for a commune.</param>
/// <param name="Name">Full name: "Xã Ea Kar".</param>
/// <param name="Parent">Code of the superior unit; null for a province.</param>
/// <param name="From">First day; <see cref="LongAgo"/> where it is not known.</param>
/// <param name="To">Last day; null while it stands.</param>
/// <param name="LegalBasis">The text that made it so; "chưa xác minh" where it is not known.</param>
/// <param name="Verified">Whether that text was read.</param>
[Term("đơn vị hành chính", Law = "Luật 72/2025/QH15")]
public sealed record AdministrativeUnit(
    string Code, string Name, UnitKind Kind, string? Parent, DateOnly From, DateOnly? To, string LegalBasis, bool Verified)
{
    /// <summary>Stands for a first day that is not known.</summary>
    public static readonly DateOnly LongAgo = new(1900, 1, 1);

    /// <summary>The level, as the length of the code says.</summary>
    public Level Level => LevelOf(Code) ?? Level.Commune;

    /// <summary>The name without its kind: "Ea Kar".</summary>
    public string Proper => UnitName.Split(Name, Level)?.Proper ?? Name;

    /// <summary>The name inside a sentence: "xã Ea Kar"; only Thành phố Hồ Chí Minh keeps its capital (NĐ 30/2020/NĐ-CP Phụ lục II).</summary>
    public string InSentence => Name.StartsWith("Thành phố Hồ Chí Minh", StringComparison.Ordinal) ? Name : char.ToLowerInvariant(Name[0]) + Name[1..];

    /// <summary>Whether it stands on the day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>The level of a code; null for what is no code.</summary>
    public static Level? LevelOf(string code) => !code.All(char.IsAsciiDigit) ? null : code.Length switch
    {
        2 => Level.Province,
        3 => Level.District,
        5 => Level.Commune,
        _ => null,
    };
}

/// <summary>That a unit went over, wholly or in part, into another on a day.</summary>
/// <param name="Old">Code of the unit that ended the day before. Island districts without communes have their own code here.</param>
/// <param name="New">Code of the unit that stands since the day.</param>
/// <param name="Split">The old unit went to several: this row alone does not say where a place of it is now.</param>
[Term("chuyển tiếp đơn vị hành chính khi sắp xếp", Law = "NQ 76/2025/UBTVQH15")]
public sealed record UnitSuccession(string Old, string New, DateOnly Day, bool Split, string LegalBasis, bool Verified);

/// <summary>Where a unit is on a day.</summary>
/// <param name="Now">The units that have it now; empty where it is not known.</param>
/// <param name="Ambiguous">It is split over several: which one cannot be told from the unit alone.</param>
[NoTerm("an answer of a look-up")]
public sealed record Whereabouts(AdministrativeUnit Unit, IReadOnlyList<AdministrativeUnit> Now, bool Ambiguous);
