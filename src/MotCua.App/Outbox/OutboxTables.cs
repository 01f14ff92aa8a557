using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Outbox;

/// <summary>A message that an act caused; sent once, in order, with proof. Until the national link is there, it is only shown.</summary>
[NoTerm("what must happen outside")]
public sealed class OutboxRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The event that caused it.</summary>
    public int Version { get; set; }
    /// <summary>Who gets it: "sms", "email", "national-portal".</summary>
    public required string Receiver { get; set; }
    /// <summary>Stored name of the event.</summary>
    public required string Kind { get; set; }
    /// <summary>The words, without names or numbers of persons; for the portal our status, whose national code is a row of its own.</summary>
    public required string Text { get; set; }
    /// <summary>When the act was done.</summary>
    public DateTimeOffset Created { get; set; }
    /// <summary>When it was sent; null: not sent.</summary>
    public DateTimeOffset? Sent { get; set; }
    /// <summary>What the receiver answered; null: nothing.</summary>
    public string? Proof { get; set; }
}

internal sealed class OutboxTables : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox");
        row.HasIndex(o => new { o.DossierId, o.Version, o.Receiver }).IsUnique();
        row.HasIndex(o => new { o.Sent, o.Id });
        // Few rows are messages to ourselves; they are found among all that wait to go outside.
        row.HasIndex(o => o.Id, "IX_outbox_ourselves").HasFilter("\"Receiver\" = 'self' AND \"Sent\" IS NULL");
    }
}
