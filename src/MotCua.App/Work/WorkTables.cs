using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Work;

/// <summary>A list that an officer asks for again and again.</summary>
[NoTerm("a saved filter of a list")]
public sealed class SavedFilterRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Whose.</summary>
    public int OfficerId { get; set; }
    /// <summary>The unit whose officers see it too; null for nobody else.</summary>
    public int? UnitId { get; set; }
    /// <summary>Its name.</summary>
    public required string Name { get; set; }
    /// <summary>The query of the list's address, without its page.</summary>
    public required string Query { get; set; }
    /// <summary>Its place among the officer's.</summary>
    public int Order { get; set; }
    /// <summary>Shown with its counter beside every list.</summary>
    public bool Pinned { get; set; }
    /// <summary>When it was deleted; it can be brought back for a while.</summary>
    public DateTimeOffset? Deleted { get; set; }
}

internal sealed class WorkTables : IEntityTypeConfiguration<SavedFilterRow>
{
    public void Configure(EntityTypeBuilder<SavedFilterRow> row)
    {
        row.ToTable("saved_filters");
        row.HasIndex(f => f.OfficerId);
        row.HasIndex(f => f.UnitId);
    }
}
