using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue;

/// <summary>A dated field that applicants declare for a procedure.</summary>
[NoTerm("stores a DeclaredField")]
public sealed class DeclaredFieldRow
{
    /// <summary>Code of the procedure.</summary>
    public required string Procedure { get; set; }
    /// <summary>Name in conditions.</summary>
    public required string Name { get; set; }
    /// <summary>What people read.</summary>
    public required string Label { get; set; }
    /// <summary>What the value is.</summary>
    public DeclaredKind Kind { get; set; }
    /// <summary>Values to choose from, with bars between.</summary>
    public required string Choices { get; set; }
    /// <summary>Whether it must be declared.</summary>
    public bool Required { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; set; }
    /// <summary>The form or text that asks for it.</summary>
    public required string Basis { get; set; }

    /// <summary>The field.</summary>
    public DeclaredField ToField() => new(
        Procedure, Name, Label, Kind, Choices.Split('|', StringSplitOptions.RemoveEmptyEntries), Required, From, To, Basis);
}

internal sealed class DeclaredTables : IEntityTypeConfiguration<DeclaredFieldRow>
{
    public void Configure(EntityTypeBuilder<DeclaredFieldRow> row) =>
        row.ToTable("declared_fields").HasKey(f => new { f.Procedure, f.Name, f.From });
}
