using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Processes;

/// <summary>A version of an internal process; its content is one document.</summary>
[NoTerm("stores a ProcessDefinition")]
public sealed class ProcessRow
{
    /// <summary>Code.</summary>
    public required string Code { get; set; }
    /// <summary>Version.</summary>
    public int Version { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }
    /// <summary>The whole version as JSON.</summary>
    public required string Content { get; set; }
}

internal sealed class ProcessTables : IEntityTypeConfiguration<ProcessRow>
{
    public void Configure(EntityTypeBuilder<ProcessRow> row) => row.ToTable("processes").HasKey(p => new { p.Code, p.Version });
}
