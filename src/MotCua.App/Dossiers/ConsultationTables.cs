using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>A question to another unit, made from the fold only: what a unit finds its questions by.</summary>
[NoTerm("the current state of a Consultation")]
public sealed class ConsultationRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Number in the dossier.</summary>
    public int Number { get; set; }
    /// <summary>Who is asked.</summary>
    public int UnitId { get; set; }
    /// <summary>Who asked; null for no officer.</summary>
    public int? AskedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset Asked { get; set; }
    /// <summary>Until when it must be answered.</summary>
    public DateTimeOffset Due { get; set; }
    /// <summary>Where it stands; of a closed dossier nothing is open.</summary>
    public ConsultationState State { get; set; }
    /// <summary>When it came to an end.</summary>
    public DateTimeOffset? Ended { get; set; }
    /// <summary>When the head of the one-stop unit was told that the answer is late.</summary>
    public DateTimeOffset? Reported { get; set; }
}

internal sealed class ConsultationTables : IEntityTypeConfiguration<ConsultationRow>
{
    public void Configure(EntityTypeBuilder<ConsultationRow> row)
    {
        row.ToTable("consultations").HasKey(c => new { c.DossierId, c.Number });
        row.HasIndex(c => new { c.UnitId, c.State, c.Due });
        row.HasIndex(c => new { c.AskedById, c.State });
        row.HasIndex(c => new { c.State, c.Due });
    }
}
