using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Reception;

/// <summary>Where a reception attempt stands.</summary>
[Term("trạng thái lần tiếp nhận")]
public enum AttemptState
{
    /// <summary>Being typed.</summary>
    [Term("đang soạn")] Draft,
    /// <summary>A Mẫu 02 was given: to be completed.</summary>
    [Term("chờ hoàn thiện hồ sơ")] ToComplete,
    /// <summary>A Mẫu 03 was given: not accepted.</summary>
    [Term("từ chối tiếp nhận")] Refused,
    /// <summary>It became a dossier.</summary>
    [Term("đã tiếp nhận thành hồ sơ")] Accepted,
    /// <summary>The officer threw the draft away.</summary>
    [Term("đã bỏ bản nháp")] Discarded,
}

/// <summary>An attempt to file a dossier at a counter: from the first key typed. It is a record also when nothing is accepted.</summary>
[Term("lần tiếp nhận", Law = "NĐ 61/2018/NĐ-CP Đ.17")]
public sealed class AttemptRow
{
    /// <summary>Id; the idempotency key of the reception.</summary>
    public Guid Id { get; set; }
    /// <summary>State.</summary>
    public AttemptState State { get; set; }
    /// <summary>Procedure.</summary>
    public required string Procedure { get; set; }
    /// <summary>Version of the procedure shown.</summary>
    public int ProcedureVersion { get; set; }
    /// <summary>The receiving one-stop unit.</summary>
    public int UnitId { get; set; }
    /// <summary>The officer who typed it last.</summary>
    public int OfficerId { get; set; }
    /// <summary>Everything typed, by field name, as typed.</summary>
    public required string Typed { get; set; }
    /// <summary>Number of the owner, folded, so that a second request for the same person and procedure is seen.</summary>
    public string? OwnerKey { get; set; }
    /// <summary>The channel typed; null in attempts that an earlier program kept. What was filed online must be answered in time.</summary>
    public Channel? Channel { get; set; }
    /// <summary>Name of the owner, for the list of drafts.</summary>
    public string? OwnerName { get; set; }
    /// <summary>Begun.</summary>
    public DateTimeOffset Created { get; set; }
    /// <summary>Last saved.</summary>
    public DateTimeOffset Saved { get; set; }
    /// <summary>The dossier it became.</summary>
    public Guid? DossierId { get; set; }
    /// <summary>Grows with every save; a lost update is noticed.</summary>
    public int Version { get; set; }
    /// <summary>Files attached so far.</summary>
    public List<AttemptFileRow> Files { get; set; } = [];
    /// <summary>Slips given.</summary>
    public List<AttemptSlipRow> Slips { get; set; } = [];
}

/// <summary>A file attached to a component of an attempt.</summary>
[NoTerm("a file of an attempt")]
public sealed class AttemptFileRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The attempt.</summary>
    public Guid AttemptId { get; set; }
    /// <summary>Code of the component.</summary>
    public required string Component { get; set; }
    /// <summary>SHA-256, hexadecimal, lower case.</summary>
    public required string Digest { get; set; }
    /// <summary>Name as uploaded.</summary>
    public required string FileName { get; set; }
    /// <summary>Type found in the content.</summary>
    public required string MediaType { get; set; }
    /// <summary>Bytes.</summary>
    public long Size { get; set; }
    /// <summary>How many pages it has; null where nobody looked.</summary>
    public int? Pages { get; set; }
    /// <summary>Why it may be hard to read; null if it is not.</summary>
    public string? Warning { get; set; }
    /// <summary>The document of the owner's repository that it is, by reference; null for an upload.</summary>
    public Guid? DocumentId { get; set; }
}

/// <summary>A Mẫu 02 or Mẫu 03 given at the counter.</summary>
[Term("phiếu trả lời người nộp", Law = "NĐ 61/2018/NĐ-CP Đ.17.1")]
public sealed class AttemptSlipRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The attempt.</summary>
    public Guid AttemptId { get; set; }
    /// <summary>"supplement" (Mẫu 02) or "refusal" (Mẫu 03).</summary>
    public required string Form { get; set; }
    /// <summary>Number of the slip.</summary>
    public long Number { get; set; }
    /// <summary>Codes of the reasons, comma separated.</summary>
    public required string Reasons { get; set; }
    /// <summary>What is to be completed, or why it is refused.</summary>
    public required string Text { get; set; }
    /// <summary>Why a second request was needed (R-REC-05); null for the first.</summary>
    public string? SecondTimeReason { get; set; }
    /// <summary>Everything that the slip prints, as it stood, as JSON.</summary>
    public required string Printed { get; set; }
    /// <summary>By whom.</summary>
    public int OfficerId { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>A form that was sent when nobody was signed in: kept until the same officer signs in again.</summary>
[NoTerm("a form kept over the end of a sign-in")]
public sealed class ParkedFormRow
{
    /// <summary>Id, unguessable.</summary>
    public Guid Id { get; set; }
    /// <summary>The officer whose expired ticket came with the form.</summary>
    public int OfficerId { get; set; }
    /// <summary>Path and query that the form was sent to.</summary>
    public required string Target { get; set; }
    /// <summary>Everything typed, by field name.</summary>
    public required string Typed { get; set; }
    /// <summary>Files, by field name, with their digests.</summary>
    public required string Files { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

internal sealed class ReceptionTables :
    IEntityTypeConfiguration<AttemptRow>, IEntityTypeConfiguration<AttemptFileRow>, IEntityTypeConfiguration<AttemptSlipRow>,
    IEntityTypeConfiguration<ParkedFormRow>
{
    public void Configure(EntityTypeBuilder<AttemptRow> row)
    {
        row.ToTable("attempts");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.Property(a => a.Version).IsConcurrencyToken();
        row.HasIndex(a => new { a.UnitId, a.State });
        row.HasIndex(a => new { a.OwnerKey, a.Procedure });
        row.HasIndex(a => new { a.State, a.Channel });
        row.HasMany(a => a.Files).WithOne().HasForeignKey(f => f.AttemptId);
        row.HasMany(a => a.Slips).WithOne().HasForeignKey(s => s.AttemptId);
    }

    public void Configure(EntityTypeBuilder<AttemptFileRow> row) => row.ToTable("attempt_files");

    public void Configure(EntityTypeBuilder<AttemptSlipRow> row) => row.ToTable("attempt_slips");

    public void Configure(EntityTypeBuilder<ParkedFormRow> row)
    {
        row.ToTable("parked_forms");
        row.Property(p => p.Id).ValueGeneratedNever();
    }
}
