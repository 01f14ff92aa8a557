using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Law;

/// <summary>A day of the calendar that is not as its weekday says.</summary>
[NoTerm("stores a CalendarDay")]
public sealed class CalendarDayRow
{
    /// <summary>The scope of all units.</summary>
    public const string Nation = "nation";

    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>The day.</summary>
    public DateOnly Day { get; set; }
    /// <summary>What it is.</summary>
    public DayKind Kind { get; set; }
    /// <summary>Whose day: "nation", "province:H15", or "unit:H15.12" for a unit and those that belong to it.</summary>
    public string Scope { get; set; } = Nation;
    /// <summary>Its name.</summary>
    public required string Name { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>Whether it is announced and its text was read; false: estimated.</summary>
    public bool Verified { get; set; }
    /// <summary>The other day of a swap.</summary>
    public DateOnly? SwappedWith { get; set; }
    /// <summary>When it was taken out of the calendar; null while it stands. The row stays, so that a later load of the shipped days does not
    /// bring it back.</summary>
    public DateTimeOffset? Removed { get; set; }

    /// <summary>As the domain sees it.</summary>
    public CalendarDay ToDay() => new(Day, Kind, Name, LegalBasis, Verified, SwappedWith);
}

/// <summary>Opening hours of a weekday in a named working week.</summary>
[NoTerm("stores a day of a working week")]
public sealed class WorkWeekRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Name of the week: "Tuần hành chính" for every unit that names no other.</summary>
    public required string Name { get; set; }
    /// <summary>The weekday.</summary>
    public DayOfWeek Weekday { get; set; }
    /// <summary>Opens.</summary>
    public TimeOnly From { get; set; }
    /// <summary>Closes.</summary>
    public TimeOnly To { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string Basis { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }
}

/// <summary>A unit keeps a named working week from a day on; those that belong to it keep it too, unless they have one of their own.</summary>
[NoTerm("stores a DatedWeek of a unit")]
public sealed class UnitWeekRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>The unit.</summary>
    public int UnitId { get; set; }
    /// <summary>Name of the week.</summary>
    public required string Week { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; set; }
    /// <summary>The decision.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }
}

internal sealed class CalendarTables :
    IEntityTypeConfiguration<CalendarDayRow>, IEntityTypeConfiguration<WorkWeekRow>, IEntityTypeConfiguration<UnitWeekRow>
{
    public void Configure(EntityTypeBuilder<CalendarDayRow> row)
    {
        row.ToTable("calendar_days");
        row.Property(d => d.Scope).HasDefaultValue(CalendarDayRow.Nation);
        row.HasIndex(r => new { r.Day, r.Kind, r.Scope }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WorkWeekRow> row) => row.ToTable("work_weeks");

    public void Configure(EntityTypeBuilder<UnitWeekRow> row)
    {
        row.ToTable("unit_weeks");
        row.HasIndex(r => new { r.UnitId, r.From }).IsUnique();
    }
}
