using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue;

/// <summary>A dated group of linked procedures (R-WF-13).</summary>
[NoTerm("stores a LinkedGroup")]
public sealed class LinkedGroupRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>The code by which the group stands in the catalogue.</summary>
    public required string Procedure { get; set; }
    /// <summary>Who published it.</summary>
    public GroupPublisher Publisher { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }
    /// <summary>Its procedures.</summary>
    public List<LinkedMemberRow> Members { get; set; } = [];

    /// <summary>The group as the law says it.</summary>
    public LinkedGroup ToGroup() => new(
        Procedure, Publisher, LegalBasis, From, To, Verified,
        [.. Members.OrderBy(m => m.Place).Select(m => new LinkedMember(
            m.Procedure, m.Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries), m.StopsWithout))]);
}

/// <summary>A procedure of a group.</summary>
[NoTerm("stores a LinkedMember")]
public sealed class LinkedMemberRow
{
    /// <summary>The group.</summary>
    public int GroupId { get; set; }
    /// <summary>Its place, from 1.</summary>
    public int Place { get; set; }
    /// <summary>Code of the procedure.</summary>
    public required string Procedure { get; set; }
    /// <summary>Codes of the procedures whose results it needs first, with spaces between.</summary>
    public required string Needs { get; set; }
    /// <summary>It ends when one of them ends without a granted result.</summary>
    public bool StopsWithout { get; set; }

    /// <summary>The row of a member.</summary>
    public static LinkedMemberRow Of(LinkedMember member, int place) => new()
    {
        Place = place, Procedure = member.Procedure, Needs = string.Join(' ', member.Needs), StopsWithout = member.StopsWithout,
    };
}

internal sealed class GroupTables : IEntityTypeConfiguration<LinkedGroupRow>, IEntityTypeConfiguration<LinkedMemberRow>
{
    public void Configure(EntityTypeBuilder<LinkedGroupRow> row)
    {
        row.ToTable("linked_groups");
        row.HasIndex(g => new { g.Procedure, g.From }).IsUnique();
        row.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId);
    }

    public void Configure(EntityTypeBuilder<LinkedMemberRow> row) => row.ToTable("linked_members").HasKey(m => new { m.GroupId, m.Place });
}
