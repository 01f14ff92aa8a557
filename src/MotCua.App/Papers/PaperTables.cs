using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.People;

namespace MotCua.App.Papers;

/// <summary>A person or organisation as it stood in one dossier.</summary>
[NoTerm("stores a Party")]
public sealed class PartyRow
{
    /// <summary>Id that the event holds.</summary>
    public Guid Id { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The event that brought it.</summary>
    public int Version { get; set; }
    /// <summary>"owner" or "submitter".</summary>
    public required string Role { get; set; }
    /// <summary>Person, organisation, state body.</summary>
    public PartyKind Kind { get; set; }
    /// <summary>Full name as on the card; "" once erased.</summary>
    public required string Name { get; set; }
    /// <summary>Kind of number.</summary>
    public IdentityKind IdentityKind { get; set; }
    /// <summary>The number.</summary>
    public string? Number { get; set; }
    /// <summary>Why there is none.</summary>
    public string? NoNumberReason { get; set; }
    /// <summary>Nationality, for a passport.</summary>
    public string? Nationality { get; set; }
    /// <summary>Birthday.</summary>
    public DateOnly? Birth { get; set; }
    /// <summary>Year of birth, where the day is unknown.</summary>
    public int? BirthYear { get; set; }
    /// <summary>Sex.</summary>
    public Sex? Sex { get; set; }
    /// <summary>Address.</summary>
    public required string Address { get; set; }
    /// <summary>Code of the province in which the address lies.</summary>
    public string? Province { get; set; }
    /// <summary>Code of the commune.</summary>
    public string? Commune { get; set; }
    /// <summary>House, street, village.</summary>
    public string? AddressDetail { get; set; }
    /// <summary>The address in the three levels of before 1/7/2025, as typed.</summary>
    public string? FormerAddress { get; set; }
    /// <summary>Phone.</summary>
    public string? Phone { get; set; }
    /// <summary>E-mail.</summary>
    public string? Email { get; set; }
    /// <summary>The authorisation by which a submitter acts for the owner.</summary>
    public string? Authorisation { get; set; }

    /// <summary>Sets the units of the address; null takes them away.</summary>
    public void Place(Residence? at) =>
        (Province, Commune, AddressDetail, FormerAddress) = (at?.Province, at?.Commune, at?.Detail, at?.Former);

    /// <summary>As the domain sees it.</summary>
    public Party ToParty() => new(Kind, Name, IdentityKind, Number, NoNumberReason, Nationality, Birth, BirthYear, Sex, Address, Phone, Email)
    {
        Residence = Province is null && Commune is null && FormerAddress is null ? null : new Residence(Province, Commune, AddressDetail, FormerAddress),
    };
}

/// <summary>A component as it was taken into a dossier.</summary>
[NoTerm("stores a TakenPaper")]
public sealed class DossierPaperRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The event that brought it.</summary>
    public int Version { get; set; }
    /// <summary>The component of a version of the draft result.</summary>
    public const string Draft = "draft";

    /// <summary>Code of the component; "result" for the result, "draft" for a version of its draft.</summary>
    public required string Component { get; set; }
    /// <summary>Name of the paper.</summary>
    public required string Name { get; set; }
    /// <summary>Form.</summary>
    public PaperForm Form { get; set; }
    /// <summary>How many.</summary>
    public int Count { get; set; }
    /// <summary>Passes.</summary>
    public bool? Passes { get; set; }
    /// <summary>Why it does not pass, or a remark.</summary>
    public string? Note { get; set; }
    /// <summary>The original is to be given back.</summary>
    public bool GiveBack { get; set; }
    /// <summary>Files.</summary>
    public List<PaperFileRow> Files { get; set; } = [];
}

/// <summary>A file attached to a paper; its bytes lie in the file store under the digest.</summary>
[NoTerm("a file of a paper")]
public sealed class PaperFileRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The paper.</summary>
    public long PaperId { get; set; }
    /// <summary>SHA-256, hexadecimal, lower case.</summary>
    public required string Digest { get; set; }
    /// <summary>Name as uploaded.</summary>
    public required string FileName { get; set; }
    /// <summary>Type found in the content, not the one claimed.</summary>
    public required string MediaType { get; set; }
    /// <summary>Bytes.</summary>
    public long Size { get; set; }
    /// <summary>How many pages it has; null where nobody looked.</summary>
    public int? Pages { get; set; }
    /// <summary>Why it may be hard to read; null if it is not.</summary>
    public string? Warning { get; set; }
    /// <summary>Why it was taken all the same.</summary>
    public string? WarningReason { get; set; }
    /// <summary>The document of the owner's repository that it is, by reference (R-REPO-04); null for an upload.</summary>
    public Guid? DocumentId { get; set; }
}

internal sealed class PaperTables :
    IEntityTypeConfiguration<PartyRow>, IEntityTypeConfiguration<DossierPaperRow>, IEntityTypeConfiguration<PaperFileRow>
{
    public void Configure(EntityTypeBuilder<PartyRow> row)
    {
        row.ToTable("parties");
        row.Property(p => p.Id).ValueGeneratedNever();
        row.HasIndex(p => p.DossierId);
        row.HasIndex(p => p.Number);
    }

    public void Configure(EntityTypeBuilder<DossierPaperRow> row)
    {
        row.ToTable("dossier_papers");
        row.HasIndex(p => p.DossierId);
        row.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PaperId);
    }

    public void Configure(EntityTypeBuilder<PaperFileRow> row)
    {
        row.ToTable("paper_files");
        row.HasIndex(f => f.Digest);
        row.HasIndex(f => f.DocumentId);
    }
}
