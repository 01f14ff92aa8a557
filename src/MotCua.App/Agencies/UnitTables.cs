using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Law;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Agencies;

/// <summary>An administrative unit for as long as it was what it is. Units are searched in memory, by <see cref="UnitBook"/>.</summary>
[NoTerm("stores an AdministrativeUnit")]
public sealed class AdministrativeUnitRow
{
    /// <summary>Code with its leading zeros.</summary>
    public required string Code { get; set; }
    /// <summary>First day; <see cref="AdministrativeUnit.LongAgo"/> where it is not known.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Full name.</summary>
    public required string Name { get; set; }
    /// <summary>Kind.</summary>
    public UnitKind Kind { get; set; }
    /// <summary>Level.</summary>
    public Level Level { get; set; }
    /// <summary>Code of the superior unit.</summary>
    public string? Parent { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }

    /// <summary>As the domain sees it.</summary>
    public AdministrativeUnit ToUnit() => new(Code, Name, Kind, Parent, From, To, LegalBasis, Verified);

    /// <summary>The row of a unit.</summary>
    public static AdministrativeUnitRow Of(AdministrativeUnit unit) => new()
    {
        Code = unit.Code, From = unit.From, To = unit.To, Name = unit.Name, Kind = unit.Kind, Level = unit.Level, Parent = unit.Parent,
        LegalBasis = unit.LegalBasis, Verified = unit.Verified,
    };
}

/// <summary>That an administrative unit went over into another.</summary>
[NoTerm("stores a UnitSuccession")]
public sealed class AdministrativeUnitMappingRow
{
    /// <summary>Code of the unit that ended.</summary>
    public required string OldCode { get; set; }
    /// <summary>Code of the unit that stands since then.</summary>
    public required string NewCode { get; set; }
    /// <summary>Since when.</summary>
    public DateOnly Day { get; set; }
    /// <summary>The old unit went to several.</summary>
    public bool Split { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }

    /// <summary>As the domain sees it.</summary>
    public UnitSuccession ToSuccession() => new(OldCode, NewCode, Day, Split, LegalBasis, Verified);

    /// <summary>The row of a succession.</summary>
    public static AdministrativeUnitMappingRow Of(UnitSuccession s) => new()
    {
        OldCode = s.Old, NewCode = s.New, Day = s.Day, Split = s.Split, LegalBasis = s.LegalBasis, Verified = s.Verified,
    };
}

/// <summary>Reads the units of a database.</summary>
public static class UnitRows
{
    /// <summary>Row of the stamp that counts the changes of units, which are many and change seldom.</summary>
    public const int Stamp = 2;

    /// <summary>All units with what became of them.</summary>
    public static async Task<UnitBook> Book(MotCuaDb db, CancellationToken cancel)
    {
        var units = await db.Set<AdministrativeUnitRow>().AsNoTracking().OrderBy(u => u.Code).ThenBy(u => u.From).ToListAsync(cancel);
        var mappings = await db.Set<AdministrativeUnitMappingRow>().AsNoTracking().OrderBy(m => m.OldCode).ThenBy(m => m.NewCode).ToListAsync(cancel);
        return new UnitBook(units.ConvertAll(u => u.ToUnit()), mappings.ConvertAll(m => m.ToSuccession()));
    }

    /// <summary>Says that units changed; the caller saves.</summary>
    public static async Task Changed(MotCuaDb db, CancellationToken cancel)
    {
        await ReferenceStamp.Raise(db, cancel);
        await ReferenceStamp.Raise(db, Stamp, cancel);
    }
}

internal sealed class UnitTables : IEntityTypeConfiguration<AdministrativeUnitRow>, IEntityTypeConfiguration<AdministrativeUnitMappingRow>
{
    public void Configure(EntityTypeBuilder<AdministrativeUnitRow> row) => row.ToTable("administrative_units").HasKey(u => new { u.Code, u.From });

    public void Configure(EntityTypeBuilder<AdministrativeUnitMappingRow> row) =>
        row.ToTable("administrative_unit_mappings").HasKey(m => new { m.OldCode, m.NewCode, m.Day });
}
