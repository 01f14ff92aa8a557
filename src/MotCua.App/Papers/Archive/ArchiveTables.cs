using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Archive;

/// <summary>A package that was handed to the archive of the agency; its bytes lie in the file store.</summary>
[Term("gói hồ sơ nộp lưu", Law = "TT 13/2023/TT-BNV Đ.5")]
public sealed class ArchivePackageRow
{
    /// <summary>The dossier; its code is the code of the package (R-REPO-08).</summary>
    public Guid DossierId { get; set; }
    /// <summary>The event that brought it.</summary>
    public int Version { get; set; }
    /// <summary>SHA-256 of the package.</summary>
    public required string Digest { get; set; }
    /// <summary>Bytes.</summary>
    public long Size { get; set; }
    /// <summary>Files in it.</summary>
    public int Files { get; set; }
    /// <summary>When it was handed over.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>By whom.</summary>
    public int OfficerId { get; set; }
}

internal sealed class ArchiveTables : IEntityTypeConfiguration<ArchivePackageRow>
{
    public void Configure(EntityTypeBuilder<ArchivePackageRow> row)
    {
        row.ToTable("archive_packages");
        row.HasKey(p => p.DossierId);
        row.HasIndex(p => p.Digest);
        row.Property(p => p.DossierId).ValueGeneratedNever();
    }
}
