using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue;

/// <summary>A version of a procedure; its content is one document, the other columns are made from it by <see cref="ProcedureLine"/>.</summary>
[NoTerm("stores a ProcedureVersion")]
public sealed class ProcedureRow
{
    /// <summary>National code.</summary>
    public required string Code { get; set; }
    /// <summary>Version.</summary>
    public int Version { get; set; }
    /// <summary>Name.</summary>
    public required string Name { get; set; }
    /// <summary>Name, code and keywords folded for search.</summary>
    public required string Folded { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; one before <see cref="From"/> where another version took its place on the same day.</summary>
    public DateOnly? To { get; set; }
    /// <summary>The whole version as JSON.</summary>
    public required string Content { get; set; }
    /// <summary>What lists need of the content, as JSON; empty in rows older than the column.</summary>
    public string Summary { get; set; } = "";
    /// <summary>SHA-256 of the content without version and days: tells whether anything changed.</summary>
    public string Digest { get; set; } = "";
    /// <summary>What made the version.</summary>
    public VersionOrigin Origin { get; set; }
    /// <summary>The officer who made it by hand.</summary>
    public int? OfficerId { get; set; }
}

/// <summary>What made a version.</summary>
[NoTerm("how a version came about")]
public enum VersionOrigin
{
    /// <summary>The data that the product ships.</summary>
    Seed,
    /// <summary>An import.</summary>
    Import,
    /// <summary>An administrator.</summary>
    Hand,
}

/// <summary>Where facts of a procedure were read, the better ones first.</summary>
[Term("nguồn dữ liệu thủ tục")]
public enum ProcedureSource
{
    /// <summary>An unchanged answer of the national API, or of LayThuTuc.</summary>
    [Term("trả lời của Cổng Dịch vụ công quốc gia")] Answer,
    /// <summary>A full record made from the API.</summary>
    [Term("bản ghi đầy đủ từ giao diện lập trình")] Record,
    /// <summary>The text of a page of the portal.</summary>
    [Term("văn bản trang của Cổng")] Page,
    /// <summary>The portal's export as a document.</summary>
    [Term("tệp văn bản xuất từ Cổng")] Export,
    /// <summary>A line of the catalogue.</summary>
    [Term("dòng danh mục")] Catalogue,
}

/// <summary>What one source said of a procedure, kept so that a later import of another source gives the same result in any order.</summary>
[NoTerm("the words of a source")]
public sealed class ProcedureSourceRow
{
    /// <summary>National code, trimmed.</summary>
    public required string Code { get; set; }
    /// <summary>Which source.</summary>
    public ProcedureSource Source { get; set; }
    /// <summary>Day of the crawl.</summary>
    public DateOnly Seen { get; set; }
    /// <summary>Name of the file and line.</summary>
    public required string Origin { get; set; }
    /// <summary>What was read, as JSON.</summary>
    public required string Content { get; set; }
    /// <summary>SHA-256 of the content.</summary>
    public required string Digest { get; set; }
}

/// <summary>Something in the catalogue that a person must look at.</summary>
[Term("sai sót trong danh mục")]
public sealed class ProcedureDefectRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>National code.</summary>
    public required string Code { get; set; }
    /// <summary>Kind: "fee-lost-thousands", "time-without-unit"…</summary>
    public required string Kind { get; set; }
    /// <summary>Where: "ways[1].fees[0]".</summary>
    public required string Field { get; set; }
    /// <summary>As it stands in the source.</summary>
    public required string Text { get; set; }
    /// <summary>SHA-256 of kind, field and text: the same defect is listed once.</summary>
    public required string Digest { get; set; }
    /// <summary>When it was found.</summary>
    public DateTimeOffset Found { get; set; }
    /// <summary>When it was settled; null while it is open.</summary>
    public DateTimeOffset? Settled { get; set; }
    /// <summary>How: "kept", "mended", "gone" (the source does not have it any more).</summary>
    public string? Settlement { get; set; }
    /// <summary>Who settled it.</summary>
    public int? OfficerId { get; set; }
}

/// <summary>A field of a procedure that an import does not touch.</summary>
[Term("khóa trường dữ liệu trước đồng bộ")]
public sealed class ProcedureLockRow
{
    /// <summary>National code.</summary>
    public required string Code { get; set; }
    /// <summary>The field.</summary>
    public CatalogueField Field { get; set; }
    /// <summary>Why.</summary>
    public required string Reason { get; set; }
    /// <summary>Who locked it; null for what the product ships.</summary>
    public int? OfficerId { get; set; }
    /// <summary>When it was opened again; null while it is locked.</summary>
    public DateTimeOffset? Released { get; set; }
}

internal sealed class CatalogueTables :
    IEntityTypeConfiguration<ProcedureRow>, IEntityTypeConfiguration<ProcedureSourceRow>,
    IEntityTypeConfiguration<ProcedureDefectRow>, IEntityTypeConfiguration<ProcedureLockRow>
{
    public void Configure(EntityTypeBuilder<ProcedureRow> row)
    {
        row.ToTable("procedures").HasKey(p => new { p.Code, p.Version });
        row.Property(p => p.Summary).HasDefaultValue("");
        row.Property(p => p.Digest).HasDefaultValue("");
        row.Property(p => p.Origin).HasDefaultValue(VersionOrigin.Seed);
    }

    public void Configure(EntityTypeBuilder<ProcedureSourceRow> row) => row.ToTable("procedure_sources").HasKey(p => new { p.Code, p.Source });

    public void Configure(EntityTypeBuilder<ProcedureDefectRow> row)
    {
        row.ToTable("procedure_defects");
        row.HasIndex(d => new { d.Code, d.Digest }).IsUnique();
        row.HasIndex(d => new { d.Settled, d.Kind });
    }

    public void Configure(EntityTypeBuilder<ProcedureLockRow> row) => row.ToTable("procedure_locks").HasKey(l => new { l.Code, l.Field });
}
