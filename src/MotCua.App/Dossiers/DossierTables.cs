using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Dossiers;

/// <summary>One event of a dossier: append only, chained by hash.</summary>
[NoTerm("the log of events")]
public sealed class DossierEventRow
{
    /// <summary>Row number, in the order of the whole log.</summary>
    public long Id { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>1, 2, 3 … without a gap.</summary>
    public int Version { get; set; }
    /// <summary>Stored name of the event.</summary>
    public required string Kind { get; set; }
    /// <summary>The event as JSON.</summary>
    public required string Data { get; set; }
    /// <summary>Server time, never earlier than the event before.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Who.</summary>
    public ActorKind Actor { get; set; }
    /// <summary>Which officer.</summary>
    public int? OfficerId { get; set; }
    /// <summary>In whose place.</summary>
    public int? OnBehalfOf { get; set; }
    /// <summary>By which door: "counter", "walk", "seed", "api".</summary>
    public required string Door { get; set; }
    /// <summary>The act that brought it.</summary>
    public required string Act { get; set; }
    /// <summary>SHA-256 over this row and the hash before, hexadecimal.</summary>
    public required string Hash { get; set; }
}

/// <summary>The current state of a dossier, made from the fold only.</summary>
[NoTerm("the current state of a Dossier")]
public sealed class DossierRow
{
    /// <summary>The dossier.</summary>
    public Guid Id { get; set; }
    /// <summary>Number of events.</summary>
    public int Version { get; set; }
    /// <summary>Dossier code.</summary>
    public required string Code { get; set; }
    /// <summary>Status.</summary>
    public DossierStatus Status { get; set; }
    /// <summary>Regime.</summary>
    public required string Regime { get; set; }
    /// <summary>Procedure.</summary>
    public required string Procedure { get; set; }
    /// <summary>Its version.</summary>
    public int ProcedureVersion { get; set; }
    /// <summary>Channel.</summary>
    public Channel Channel { get; set; }
    /// <summary>Place of support.</summary>
    public int SupportId { get; set; }
    /// <summary>Place of reception.</summary>
    public int ReceptionId { get; set; }
    /// <summary>Competent agency.</summary>
    public int CompetentId { get; set; }
    /// <summary>Where the result is returned.</summary>
    public int ReturnUnitId { get; set; }
    /// <summary>Owner.</summary>
    public Guid OwnerId { get; set; }
    /// <summary>Submitter.</summary>
    public Guid SubmitterId { get; set; }
    /// <summary>Received.</summary>
    public DateTimeOffset Received { get; set; }
    /// <summary>Legal limit.</summary>
    public DateTimeOffset Due { get; set; }
    /// <summary>Appointment.</summary>
    public DateTimeOffset Appointment { get; set; }
    /// <summary>Since when the clock of the limit stands still; null while it runs.</summary>
    public DateTimeOffset? Paused { get; set; }
    /// <summary>Who must act for it to run on; null while it runs.</summary>
    public Responsible? PausedFor { get; set; }
    /// <summary>Decided.</summary>
    public Outcome? Decided { get; set; }
    /// <summary>Charged, in đồng.</summary>
    public long Charged { get; set; }
    /// <summary>Paid, in đồng.</summary>
    public long Paid { get; set; }
    /// <summary>Result number.</summary>
    public string? ResultNumber { get; set; }
    /// <summary>Result registered.</summary>
    public DateTimeOffset? Registered { get; set; }
    /// <summary>Result handed over.</summary>
    public DateTimeOffset? HandedOver { get; set; }
}

/// <summary>An open step, made from the fold only.</summary>
[NoTerm("the current state of an OpenStep")]
public sealed class DossierStepRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Token.</summary>
    public int Token { get; set; }
    /// <summary>Element of the process.</summary>
    public required string Element { get; set; }
    /// <summary>Kind.</summary>
    public StepKind Kind { get; set; }
    /// <summary>Unit.</summary>
    public int UnitId { get; set; }
    /// <summary>Accountable officer.</summary>
    public int? OfficerId { get; set; }
    /// <summary>Opened.</summary>
    public DateTimeOffset Opened { get; set; }
    /// <summary>Due.</summary>
    public DateTimeOffset? Due { get; set; }
    /// <summary>On whose side it waits.</summary>
    public Side WaitsFor { get; set; }
}

/// <summary>Words to find a dossier by; computed beside the log, left out of "row = fold".</summary>
[NoTerm("words to search by")]
public sealed class DossierSearchRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Owner's name as written.</summary>
    public required string OwnerName { get; set; }
    /// <summary>Sort key of the name.</summary>
    public required string SortKey { get; set; }
    /// <summary>Code, names, procedure, folded.</summary>
    public required string Folded { get; set; }
}

/// <summary>A number series.</summary>
[NoTerm("the last number of a Counter")]
public sealed class CounterRow
{
    /// <summary>Series.</summary>
    public required string Key { get; set; }
    /// <summary>Day or year.</summary>
    public required string Period { get; set; }
    /// <summary>Last number drawn.</summary>
    public long Value { get; set; }
}

/// <summary>What a request with an idempotency key came to.</summary>
[NoTerm("what a repeated request is known by")]
public sealed class IdempotencyRow
{
    /// <summary>The key.</summary>
    public required string Key { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Its version after the act.</summary>
    public int Version { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>An officer's own words, brought by an event that holds only their id.</summary>
[NoTerm("words kept beside the log")]
public sealed class TextRow
{
    /// <summary>Id that the event holds.</summary>
    public Guid Id { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The event.</summary>
    public int Version { get; set; }
    /// <summary>What it is: "supplement", "refusal", "send-back".</summary>
    public required string Kind { get; set; }
    /// <summary>The words; null once erased under the data-protection law.</summary>
    public string? Body { get; set; }
}

internal sealed class DossierTables :
    IEntityTypeConfiguration<DossierEventRow>, IEntityTypeConfiguration<DossierRow>, IEntityTypeConfiguration<DossierStepRow>,
    IEntityTypeConfiguration<DossierSearchRow>, IEntityTypeConfiguration<CounterRow>, IEntityTypeConfiguration<IdempotencyRow>,
    IEntityTypeConfiguration<TextRow>
{
    public void Configure(EntityTypeBuilder<DossierEventRow> row)
    {
        row.ToTable("dossier_events");
        row.HasIndex(e => new { e.DossierId, e.Version }).IsUnique();
        // What happened when: the lists of the control officer.
        row.HasIndex(e => new { e.Kind, e.At });
    }

    public void Configure(EntityTypeBuilder<DossierRow> row)
    {
        row.ToTable("dossiers");
        row.Property(d => d.Id).ValueGeneratedNever();
        row.HasIndex(d => d.Code).IsUnique();
        row.HasIndex(d => new { d.Status, d.Due });
        row.HasIndex(d => new { d.ReceptionId, d.Received, d.Code });
        row.HasIndex(d => new { d.Received, d.Code });
        row.HasIndex(d => new { d.Procedure, d.ProcedureVersion, d.Status });
    }

    public void Configure(EntityTypeBuilder<DossierStepRow> row)
    {
        row.ToTable("dossier_steps").HasKey(s => new { s.DossierId, s.Token });
        row.HasIndex(s => new { s.UnitId, s.Due });
        row.HasIndex(s => s.OfficerId);
    }

    public void Configure(EntityTypeBuilder<DossierSearchRow> row) => row.ToTable("dossier_search").HasKey(s => s.DossierId);

    public void Configure(EntityTypeBuilder<CounterRow> row) => row.ToTable("counters").HasKey(c => new { c.Key, c.Period });

    public void Configure(EntityTypeBuilder<IdempotencyRow> row) => row.ToTable("idempotency").HasKey(i => i.Key);

    public void Configure(EntityTypeBuilder<TextRow> row)
    {
        row.ToTable("texts");
        row.Property(t => t.Id).ValueGeneratedNever();
        row.HasIndex(t => t.DossierId);
    }
}
