using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>A named wait, made from the fold only: jobs find by it which timers have come due and which answers are awaited.</summary>
[NoTerm("the current state of an OpenWait")]
public sealed class DossierWaitRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Token.</summary>
    public int Token { get; set; }
    /// <summary>Element of the process; empty where the process has ended.</summary>
    public required string Element { get; set; }
    /// <summary>Kind.</summary>
    public WaitKind Kind { get; set; }
    /// <summary>The unit that looks after it.</summary>
    public int UnitId { get; set; }
    /// <summary>Since when.</summary>
    public DateTimeOffset Opened { get; set; }
    /// <summary>When a timer goes off; null for other waits.</summary>
    public DateTimeOffset? Due { get; set; }
    /// <summary>Who was asked through the outbox; null where nobody is connected.</summary>
    public string? Receiver { get; set; }
}

internal sealed class WaitTables : IEntityTypeConfiguration<DossierWaitRow>
{
    public void Configure(EntityTypeBuilder<DossierWaitRow> row)
    {
        row.ToTable("dossier_waits").HasKey(w => new { w.DossierId, w.Token });
        row.HasIndex(w => new { w.Kind, w.Due });
    }
}
