using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Staff;

/// <summary>Where a proposal stands.</summary>
[Term("tình trạng đề nghị giao nhiệm vụ")]
public enum RequestState
{
    /// <summary>A second person must decide.</summary>
    [Term("chờ phê duyệt")] Waiting,
    /// <summary>Approved: the duty is given.</summary>
    [Term("đã phê duyệt")] Approved,
    /// <summary>Declined.</summary>
    [Term("không phê duyệt")] Declined,
}

/// <summary>A duty that one person proposed and a second one must approve. Until then nobody holds it.</summary>
[NoTerm("stores a DutyProposal that waits")]
public sealed class DutyRequestRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Who is to have it.</summary>
    public int OfficerId { get; set; }
    /// <summary>What.</summary>
    public Duty Duty { get; set; }
    /// <summary>Where.</summary>
    public int UnitId { get; set; }
    /// <summary>How he comes to it.</summary>
    public GrantKind Kind { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Number of the decision.</summary>
    public required string Basis { get; set; }
    /// <summary>Day of the decision.</summary>
    public DateOnly? BasisDay { get; set; }
    /// <summary>Years of service in the field.</summary>
    public int? Years { get; set; }
    /// <summary>Whether the qualification suits.</summary>
    public bool Qualified { get; set; }
    /// <summary>Why it departs from a standard.</summary>
    public string? Reason { get; set; }
    /// <summary>Who proposed it.</summary>
    public int ProposedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset Proposed { get; set; }
    /// <summary>Where it stands.</summary>
    public RequestState State { get; set; }
    /// <summary>Who decided.</summary>
    public int? DecidedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? Decided { get; set; }
    /// <summary>Why it was declined.</summary>
    public string? Words { get; set; }
    /// <summary>Grows with every change; a lost update is noticed.</summary>
    public int Version { get; set; }
}

/// <summary>An officer on the backup list of a unit for a duty: he may be called to stand in, and holds nothing until then (R-ADM-10).</summary>
[Term("người trong danh sách dự phòng", Law = "NĐ 61/2018/NĐ-CP Đ.11.4")]
public sealed class BackupRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Who.</summary>
    public int OfficerId { get; set; }
    /// <summary>For which duty.</summary>
    public Duty Duty { get; set; }
    /// <summary>Of which unit.</summary>
    public int UnitId { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; it moves when the entry is ended.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Number of the decision.</summary>
    public required string Basis { get; set; }
    /// <summary>Day of the decision.</summary>
    public DateOnly? BasisDay { get; set; }
    /// <summary>Who put him there.</summary>
    public int ListedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset Listed { get; set; }
    /// <summary>Who took him off before the time; null while nobody did.</summary>
    public int? EndedById { get; set; }

    /// <summary>Whether he is on the list on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

internal sealed class StaffTables : IEntityTypeConfiguration<DutyRequestRow>, IEntityTypeConfiguration<BackupRow>
{
    public void Configure(EntityTypeBuilder<DutyRequestRow> row)
    {
        row.ToTable("duty_requests");
        row.HasIndex(r => new { r.State, r.UnitId });
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<OfficerRow>().WithMany().HasForeignKey(r => r.OfficerId);
    }

    public void Configure(EntityTypeBuilder<BackupRow> row)
    {
        row.ToTable("backup_staff");
        row.HasIndex(b => b.UnitId);
        row.HasOne<OfficerRow>().WithMany().HasForeignKey(b => b.OfficerId);
    }
}
