using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue;

/// <summary>A version of a procedure; its content is one document.</summary>
[NoTerm("stores a ProcedureVersion")]
public sealed class ProcedureRow
{
    /// <summary>National code.</summary>
    public required string Code { get; set; }
    /// <summary>Version.</summary>
    public int Version { get; set; }
    /// <summary>Name.</summary>
    public required string Name { get; set; }
    /// <summary>Name, code and keywords folded for search.</summary>
    public required string Folded { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }
    /// <summary>The whole version as JSON.</summary>
    public required string Content { get; set; }
}

internal sealed class CatalogueTables : IEntityTypeConfiguration<ProcedureRow>
{
    public void Configure(EntityTypeBuilder<ProcedureRow> row) => row.ToTable("procedures").HasKey(p => new { p.Code, p.Version });
}
