using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.BackFile;

/// <summary>Where a line of the back-file stands.</summary>
[Term("tình trạng số hóa kết quả cũ")]
public enum OldPaperState
{
    /// <summary>It can be digitized.</summary>
    [Term("chờ số hóa")] Waiting,
    /// <summary>The index is wrong there.</summary>
    [Term("dòng có lỗi")] Wrong,
    /// <summary>It is in the repository already (R-DIG-13).</summary>
    [Term("đã có trong kho")] Held,
    /// <summary>It was digitized.</summary>
    [Term("đã số hóa xong")] Done,
    /// <summary>Digitizing did not succeed.</summary>
    [Term("chưa số hóa được")] Failed,
}

/// <summary>A folder of old results with its index, sent at once.</summary>
[Term("đợt số hóa kết quả cũ", Law = "NĐ 107/2021/NĐ-CP Đ.2")]
public sealed class BackFileBatchRow
{
    /// <summary>Id.</summary>
    public Guid Id { get; set; }
    /// <summary>What the officer calls it.</summary>
    public required string Name { get; set; }
    /// <summary>SHA-256 of the ZIP that holds the files.</summary>
    public required string Digest { get; set; }
    /// <summary>The agency whose results these are.</summary>
    public int AgencyId { get; set; }
    /// <summary>Who sent it.</summary>
    public int OfficerId { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>A line of the index.</summary>
[NoTerm("stores an OldPaper")]
public sealed class BackFileLineRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The batch.</summary>
    public Guid BatchId { get; set; }
    /// <summary>Row of the index, from 1.</summary>
    public int Number { get; set; }
    /// <summary>Name of the file as the index writes it.</summary>
    public required string File { get; set; }
    /// <summary>The paper, as JSON.</summary>
    public required string Paper { get; set; }
    /// <summary>Where it stands.</summary>
    public OldPaperState State { get; set; }
    /// <summary>What is wrong; null for nothing.</summary>
    public string? Error { get; set; }
    /// <summary>The document that it became, or is already.</summary>
    public Guid? DocumentId { get; set; }
    /// <summary>When it was digitized or failed.</summary>
    public DateTimeOffset? At { get; set; }
}

internal sealed class BackFileTables : IEntityTypeConfiguration<BackFileBatchRow>, IEntityTypeConfiguration<BackFileLineRow>
{
    public void Configure(EntityTypeBuilder<BackFileBatchRow> row)
    {
        row.ToTable("back_file_batches");
        row.Property(b => b.Id).ValueGeneratedNever();
        row.HasIndex(b => b.AgencyId);
        row.HasIndex(b => b.Digest);
    }

    public void Configure(EntityTypeBuilder<BackFileLineRow> row)
    {
        row.ToTable("back_file_lines");
        row.HasIndex(l => new { l.BatchId, l.State });
    }
}
