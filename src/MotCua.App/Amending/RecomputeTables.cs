using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Amending;

/// <summary>A recomputation of the due dates of open dossiers after a change, and how far it has come.</summary>
[NoTerm("the progress of a job")]
public sealed class RecomputeRunRow
{
    /// <summary>Number.</summary>
    public int Id { get; set; }
    /// <summary>The text on which the change rests; the acts name it.</summary>
    public required string Basis { get; set; }
    /// <summary>What changed, as one sentence.</summary>
    public required string Text { get; set; }
    /// <summary>Who changed it.</summary>
    public int OfficerId { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset Asked { get; set; }
    /// <summary>First day that changed.</summary>
    public DateOnly FirstDay { get; set; }
    /// <summary>Last day that changed.</summary>
    public DateOnly LastDay { get; set; }
    /// <summary>Dossiers to look at, counted when it was asked for.</summary>
    public int Total { get; set; }
    /// <summary>The last dossier that was looked at; the work goes on behind it.</summary>
    public Guid LastDossier { get; set; }
    /// <summary>Dossiers looked at.</summary>
    public int Done { get; set; }
    /// <summary>Of these, dossiers with a new due date.</summary>
    public int Changed { get; set; }
    /// <summary>Of these, dossiers that could not be worked on; the log says why.</summary>
    public int Failed { get; set; }
    /// <summary>When it ended; null while it waits or runs.</summary>
    public DateTimeOffset? Finished { get; set; }

    /// <summary>The days that changed.</summary>
    public MovedDays Days => new(FirstDay, LastDay);
}

internal sealed class RecomputeTables : IEntityTypeConfiguration<RecomputeRunRow>
{
    public void Configure(EntityTypeBuilder<RecomputeRunRow> row)
    {
        row.ToTable("recompute_runs").Ignore(r => r.Days);
        row.HasIndex(r => r.Finished);
    }
}
