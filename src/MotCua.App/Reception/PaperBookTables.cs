using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Reception;

/// <summary>A volume of the paper book that a one-stop unit writes while the system is down: opened for a year, closed with signature and seal.</summary>
[Term("sổ giấy theo dõi hồ sơ", Law = "TT 01/2018/TT-VPCP Đ.10.2")]
public sealed class PaperBookRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>The one-stop unit.</summary>
    public int UnitId { get; set; }
    /// <summary>Year.</summary>
    public int Year { get; set; }
    /// <summary>Volume of the year, from 1.</summary>
    public int Volume { get; set; }
    /// <summary>Pages printed.</summary>
    public int Pages { get; set; }
    /// <summary>First number printed in it: 1 in the first volume of the year.</summary>
    public int FirstNumber { get; set; }
    /// <summary>Last number printed in it.</summary>
    public int LastNumber { get; set; }
    /// <summary>The set of forms whose columns it has.</summary>
    public required string Form { get; set; }
    /// <summary>Opened on.</summary>
    public DateOnly OpenedOn { get; set; }
    /// <summary>Who opened it.</summary>
    public int OpenedBy { get; set; }
    /// <summary>When that was recorded.</summary>
    public DateTimeOffset OpenedAt { get; set; }
    /// <summary>Closed on; null while it is open.</summary>
    public DateOnly? ClosedOn { get; set; }
    /// <summary>Who closed it.</summary>
    public int? ClosedBy { get; set; }
    /// <summary>When that was recorded.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
    /// <summary>The last number that was written in it when it was closed; null while it is open.</summary>
    public int? LastUsed { get; set; }
}

/// <summary>A line of a paper book that was entered into the system.</summary>
[NoTerm("a line of a paper book that became a dossier")]
public sealed class PaperBookEntryRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The volume.</summary>
    public int BookId { get; set; }
    /// <summary>Its number in the book.</summary>
    public int Number { get; set; }
    /// <summary>The dossier that it became.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The event that brought it.</summary>
    public int Version { get; set; }
}

internal sealed class PaperBookTables : IEntityTypeConfiguration<PaperBookRow>, IEntityTypeConfiguration<PaperBookEntryRow>
{
    public void Configure(EntityTypeBuilder<PaperBookRow> row)
    {
        row.ToTable("paper_books");
        row.Property(b => b.Form).HasMaxLength(20);
        row.HasIndex(b => new { b.UnitId, b.Year, b.Volume }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PaperBookEntryRow> row)
    {
        row.ToTable("paper_book_entries");
        row.HasIndex(e => new { e.BookId, e.Number }).IsUnique();
        row.HasIndex(e => e.DossierId);
    }
}
