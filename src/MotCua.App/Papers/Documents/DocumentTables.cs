using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.People;

namespace MotCua.App.Papers.Documents;

/// <summary>A document of a person's or organisation's repository (R-REPO-01, 02).</summary>
[NoTerm("stores a HeldDocument")]
public sealed class HeldDocumentRow
{
    /// <summary>Id that events hold.</summary>
    public Guid Id { get; set; }
    /// <summary>Digitization-result code.</summary>
    public required string Code { get; set; }
    /// <summary>Kind of the owner's number.</summary>
    public IdentityKind OwnerKind { get; set; }
    /// <summary>The owner's number; null where there is none.</summary>
    public string? OwnerNumber { get; set; }
    /// <summary>The owner's name.</summary>
    public required string OwnerName { get; set; }
    /// <summary>The name, folded for search.</summary>
    public required string OwnerFolded { get; set; }
    /// <summary>Day of birth.</summary>
    public DateOnly? OwnerBirth { get; set; }
    /// <summary>Code of the kind of paper.</summary>
    public required string Type { get; set; }
    /// <summary>Name of the paper.</summary>
    public required string Title { get; set; }
    /// <summary>Number.</summary>
    public string? Number { get; set; }
    /// <summary>Notation.</summary>
    public string? Notation { get; set; }
    /// <summary>Day of issue.</summary>
    public DateOnly? Issued { get; set; }
    /// <summary>Agency that issued it.</summary>
    public string? Issuer { get; set; }
    /// <summary>Main content.</summary>
    public string? Abstract { get; set; }
    /// <summary>Last day of validity.</summary>
    public DateOnly? ValidUntil { get; set; }
    /// <summary>Area or purpose of validity.</summary>
    public string? Scope { get; set; }
    /// <summary>How it came here.</summary>
    public DocumentOrigin Origin { get; set; }
    /// <summary>What the copy is worth.</summary>
    public DocumentValue Value { get; set; }
    /// <summary>SHA-256 of the signed copy.</summary>
    public required string Digest { get; set; }
    /// <summary>Type of the copy.</summary>
    public required string MediaType { get; set; }
    /// <summary>Pages of the copy.</summary>
    public int Pages { get; set; }
    /// <summary>The dossier that it came from.</summary>
    public Guid? DossierId { get; set; }
    /// <summary>The agency that issued or digitized it; null where none is known.</summary>
    public int? AgencyId { get; set; }
    /// <summary>Code of the component.</summary>
    public string? Component { get; set; }
    /// <summary>It was only shown.</summary>
    public bool ShownOnly { get; set; }
    /// <summary>When it was put here.</summary>
    public DateTimeOffset KeptAt { get; set; }
    /// <summary>The officer who did so.</summary>
    public int KeptBy { get; set; }
    /// <summary>The document that took its place (R-RET-10).</summary>
    public Guid? ReplacedBy { get; set; }
    /// <summary>When it was annulled (R-RET-11).</summary>
    public DateTimeOffset? AnnulledAt { get; set; }
    /// <summary>By which decision.</summary>
    public string? AnnulledBasis { get; set; }

    /// <summary>Whose it is.</summary>
    public DocumentOwner Owner => new(OwnerKind, OwnerNumber, OwnerName, OwnerBirth);

    /// <summary>What ended its validity.</summary>
    public DocumentState State => new(ValidUntil, ReplacedBy, AnnulledAt);

    /// <summary>Number and notation as people write them: "15/GKS".</summary>
    public string? Sign => Number is null ? Notation : Notation is null ? Number : $"{Number}/{Notation}";
}

/// <summary>What was done to a document of the repository.</summary>
[Term("việc quản lý giấy tờ trong kho", Law = "NĐ 45/2020/NĐ-CP Đ.15–16")]
public enum DocumentChange
{
    /// <summary>Its data was put right.</summary>
    [Term("sửa thông tin mô tả giấy tờ")] Corrected,
    /// <summary>Another document took its place.</summary>
    [Term("ghi bản thay thế giấy tờ")] Replaced,
    /// <summary>It was annulled.</summary>
    [Term("ghi hủy bỏ, thu hồi giấy tờ")] Annulled,
}

/// <summary>That a document was changed: who, when, on what ground, which fields; never what they held.</summary>
[NoTerm("the record of a DocumentChange")]
public sealed class DocumentChangeRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The document.</summary>
    public Guid DocumentId { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Who.</summary>
    public int OfficerId { get; set; }
    /// <summary>The dossier within which he did so.</summary>
    public Guid DossierId { get; set; }
    /// <summary>What.</summary>
    public DocumentChange Change { get; set; }
    /// <summary>The decision or the ground.</summary>
    public required string Basis { get; set; }
    /// <summary>Names of the fields; "" for none.</summary>
    public required string Fields { get; set; }
}

internal sealed class DocumentTables :
    IEntityTypeConfiguration<HeldDocumentRow>, IEntityTypeConfiguration<DocumentChangeRow>
{
    public void Configure(EntityTypeBuilder<DocumentChangeRow> row)
    {
        row.ToTable("document_changes");
        row.HasIndex(c => c.DocumentId);
    }

    public void Configure(EntityTypeBuilder<HeldDocumentRow> row)
    {
        row.ToTable("held_documents");
        row.Property(d => d.Id).ValueGeneratedNever();
        row.Ignore(d => d.Owner).Ignore(d => d.State).Ignore(d => d.Sign);
        row.HasIndex(d => new { d.OwnerNumber, d.Type });
        row.HasIndex(d => d.Digest);
        row.HasIndex(d => d.DossierId);
        row.HasIndex(d => d.Code).IsUnique();
    }
}
