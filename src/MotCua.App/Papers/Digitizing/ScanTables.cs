using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Digitizing;

/// <summary>Where a scan stands in the queue of reading.</summary>
[Term("tình trạng đọc bản quét")]
public enum ScanState
{
    /// <summary>It waits.</summary>
    [Term("đang chờ đọc")] Waiting,
    /// <summary>A worker has it.</summary>
    [Term("đang đọc")] Reading,
    /// <summary>Its pages are cut and read.</summary>
    [Term("đã đọc")] Read,
    /// <summary>Its pages are cut; the program that reads is missing, so its data is typed.</summary>
    [Term("đã tách trang, cán bộ nhập dữ liệu")] Unread,
    /// <summary>It cannot be opened.</summary>
    [Term("không đọc được")] Failed,
}

/// <summary>A file that came from the scanner, and its place in the queue of reading. A worker holds it by a lease that ends by itself, so that a
/// killed worker's scan is taken up by another.</summary>
[Term("lần quét giấy tờ", Law = "TT 01/2023/TT-VPCP Đ.8")]
public sealed class ScanRow
{
    /// <summary>Id.</summary>
    public Guid Id { get; set; }
    /// <summary>The dossier, or the attempt that will become it: both have one id.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The unit that scans.</summary>
    public int UnitId { get; set; }
    /// <summary>Who scanned.</summary>
    public int OfficerId { get; set; }
    /// <summary>SHA-256 of the file.</summary>
    public required string Digest { get; set; }
    /// <summary>Name as uploaded.</summary>
    public required string FileName { get; set; }
    /// <summary>Bytes.</summary>
    public long Size { get; set; }
    /// <summary>When it came.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>The component that all its pages belong to; null where they are laid by the officer.</summary>
    public string? Component { get; set; }
    /// <summary>Where it stands.</summary>
    public ScanState State { get; set; }
    /// <summary>All pages are cut.</summary>
    public bool Cut { get; set; }
    /// <summary>The worker's mark.</summary>
    public Guid? Worker { get; set; }
    /// <summary>Until when the worker has it.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
    /// <summary>How often it was taken up.</summary>
    public int Tries { get; set; }
    /// <summary>What is wrong with it: one Vietnamese sentence.</summary>
    public string? Problem { get; set; }
}

/// <summary>A page of a scan.</summary>
[NoTerm("a page of a scan")]
public sealed class ScanPageRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The scan.</summary>
    public Guid ScanId { get; set; }
    /// <summary>The dossier or attempt.</summary>
    public Guid DossierId { get; set; }
    /// <summary>In the file, from 1.</summary>
    public int Number { get; set; }
    /// <summary>SHA-256 of its picture, JPEG.</summary>
    public required string Picture { get; set; }
    /// <summary>Pixels.</summary>
    public int Width { get; set; }
    /// <summary>Pixels.</summary>
    public int Height { get; set; }
    /// <summary>Pixels in an inch.</summary>
    public int Dpi { get; set; }
    /// <summary>By how many quarters it is turned clockwise.</summary>
    public int Quarters { get; set; }
    /// <summary>The officer has turned it: the reader may not turn it again.</summary>
    public bool Turned { get; set; }
    /// <summary>Nothing is on it.</summary>
    public bool Blank { get; set; }
    /// <summary>The text of a separator sheet.</summary>
    public string? Separator { get; set; }
    /// <summary>Hard to read: one sentence.</summary>
    public string? Fault { get; set; }
    /// <summary>Words were looked for.</summary>
    public bool IsRead { get; set; }
    /// <summary>The words (ReadPage); null once the paper is kept, whose copy holds them.</summary>
    public string? Words { get; set; }
    /// <summary>The officer has said where it goes.</summary>
    public bool Laid { get; set; }
    /// <summary>The paper it belongs to; null where it was dropped, or not laid yet.</summary>
    public Guid? PaperId { get; set; }
    /// <summary>Its place in the paper, from 1.</summary>
    public int Place { get; set; }
    /// <summary>The second image of the page before (R-DIG-06).</summary>
    public bool Again { get; set; }
}

/// <summary>A paper on the digitization line.</summary>
[NoTerm("stores a DigitizedPaper")]
public sealed class ScanPaperRow
{
    /// <summary>Id; the document of the repository has the same.</summary>
    public Guid Id { get; set; }
    /// <summary>The dossier or attempt.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The unit whose officers digitize it.</summary>
    public int UnitId { get; set; }
    /// <summary>Code of the component; "result" for the result.</summary>
    public required string Component { get; set; }
    /// <summary>Name of the paper.</summary>
    public required string Name { get; set; }
    /// <summary>Who laid it.</summary>
    public int OfficerId { get; set; }
    /// <summary>When it was laid.</summary>
    public DateTimeOffset Created { get; set; }
    /// <summary>Written sides of the paper, as counted.</summary>
    public int? Sides { get; set; }
    /// <summary>What the officer typed, by field; kept also where it is not whole.</summary>
    public string? Typed { get; set; }
    /// <summary>The data confirmed (DocumentFacts).</summary>
    public string? Facts { get; set; }
    /// <summary>The owner confirmed (DocumentOwner).</summary>
    public string? Owner { get; set; }
    /// <summary>When the data was confirmed.</summary>
    public DateTimeOffset? CheckedAt { get; set; }
    /// <summary>By whom.</summary>
    public int? CheckedBy { get; set; }
    /// <summary>SHA-256 of the copy as it is given to the signer: a reply that was lost is asked for again on the same bytes (F-11).</summary>
    public string? Prepared { get; set; }
    /// <summary>The time in the signature that was asked for.</summary>
    public DateTimeOffset? PreparedAt { get; set; }
    /// <summary>By which a signer knows the same request again (F-11).</summary>
    public Guid? Correlation { get; set; }
    /// <summary>SHA-256 of the signed copy.</summary>
    public string? Signed { get; set; }
    /// <summary>Its pages.</summary>
    public int SignedPages { get; set; }
    /// <summary>When it was signed.</summary>
    public DateTimeOffset? SignedAt { get; set; }
    /// <summary>By whom.</summary>
    public int? SignedBy { get; set; }
    /// <summary>Number of the certificate.</summary>
    public string? Serial { get; set; }
    /// <summary>What the check said of the signed copy (SignatureReport, F-10).</summary>
    public string? Report { get; set; }
    /// <summary>Digitization-result code (R-DIG-10).</summary>
    public string? Code { get; set; }
    /// <summary>Code in the archive's order (R-DIG-23).</summary>
    public string? DocumentCode { get; set; }
    /// <summary>When it was kept.</summary>
    public DateTimeOffset? KeptAt { get; set; }
    /// <summary>Grows with every save.</summary>
    public int Version { get; set; }
}

/// <summary>What a check said of the signatures of a file that came in.</summary>
[NoTerm("stores a SignatureReport")]
public sealed class FileReportRow
{
    /// <summary>SHA-256 of the file.</summary>
    public required string Digest { get; set; }
    /// <summary>When it was checked.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>The report (SignatureReport).</summary>
    public required string Report { get; set; }
}

internal sealed class ScanTables :
    IEntityTypeConfiguration<ScanRow>, IEntityTypeConfiguration<ScanPageRow>, IEntityTypeConfiguration<ScanPaperRow>, IEntityTypeConfiguration<FileReportRow>
{
    public void Configure(EntityTypeBuilder<ScanRow> row)
    {
        row.ToTable("scans");
        row.Property(s => s.Id).ValueGeneratedNever();
        row.HasIndex(s => s.DossierId);
        row.HasIndex(s => new { s.State, s.At });
        row.HasIndex(s => s.Digest);
    }

    public void Configure(EntityTypeBuilder<ScanPageRow> row)
    {
        row.ToTable("scan_pages");
        row.HasIndex(p => new { p.ScanId, p.Number }).IsUnique();
        row.HasIndex(p => p.DossierId);
        row.HasIndex(p => p.PaperId);
        row.HasIndex(p => p.Picture);
    }

    public void Configure(EntityTypeBuilder<ScanPaperRow> row)
    {
        row.ToTable("scan_papers");
        row.Property(p => p.Id).ValueGeneratedNever();
        row.Property(p => p.Version).IsConcurrencyToken();
        row.HasIndex(p => p.DossierId);
        row.HasIndex(p => new { p.UnitId, p.KeptAt });
    }

    public void Configure(EntityTypeBuilder<FileReportRow> row)
    {
        row.ToTable("file_reports");
        row.HasKey(r => r.Digest);
    }
}
