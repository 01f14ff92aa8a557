using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>An instruction, made from the fold only: what its receiver and its giver find it by.</summary>
[NoTerm("the current state of an Instruction")]
public sealed class InstructionRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Number in the dossier.</summary>
    public int Number { get; set; }
    /// <summary>Who gave it.</summary>
    public int ById { get; set; }
    /// <summary>Who is to do it.</summary>
    public int ToId { get; set; }
    /// <summary>His unit.</summary>
    public int UnitId { get; set; }
    /// <summary>When it was given.</summary>
    public DateTimeOffset Given { get; set; }
    /// <summary>Until when.</summary>
    public DateTimeOffset Due { get; set; }
    /// <summary>Where it stands; of a closed dossier nothing is open.</summary>
    public InstructionState State { get; set; }
    /// <summary>The text of the instruction.</summary>
    public Guid TextId { get; set; }
}

internal sealed class InstructionTables : IEntityTypeConfiguration<InstructionRow>
{
    public void Configure(EntityTypeBuilder<InstructionRow> row)
    {
        row.ToTable("instructions").HasKey(i => new { i.DossierId, i.Number });
        row.HasIndex(i => new { i.ToId, i.State, i.Due });
        row.HasIndex(i => new { i.ById, i.State });
        row.HasIndex(i => new { i.State, i.Due });
    }
}
