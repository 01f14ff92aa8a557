using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Agencies;

/// <summary>An agency or unit.</summary>
[NoTerm("stores an Agency")]
public sealed class AgencyRow
{
    /// <summary>Id.</summary>
    public int Id { get; set; }
    /// <summary>Identifier of QĐ 20/2020.</summary>
    public required string Code { get; set; }
    /// <summary>Identifier in the old order.</summary>
    public required string OldCode { get; set; }
    /// <summary>Name.</summary>
    public required string Name { get; set; }
    /// <summary>Kind.</summary>
    public AgencyKind Kind { get; set; }
    /// <summary>Level.</summary>
    public Level Level { get; set; }
    /// <summary>The agency it belongs to.</summary>
    public int? ParentId { get; set; }
    /// <summary>What a department does.</summary>
    public string? Function { get; set; }
    /// <summary>Place name printed before the date.</summary>
    public required string Place { get; set; }
    /// <summary>Phone.</summary>
    public required string Phone { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Whether the code was checked.</summary>
    public bool Verified { get; set; }
    /// <summary>The unit that took over when it ended.</summary>
    public int? SuccessorId { get; set; }
    /// <summary>Name of its working week; null = the nation's.</summary>
    public string? WorkWeek { get; set; }

    /// <summary>As the domain sees it.</summary>
    public Agency ToAgency() => new(
        new AgencyId(Id), Code, OldCode, Name, Kind, Level, ParentId is { } p ? new AgencyId(p) : null, Function, Place, Phone, From, To, Verified)
    {
        Successor = SuccessorId is { } s ? new AgencyId(s) : null,
    };
}

/// <summary>An officer and his way to sign in.</summary>
[Term("công chức, viên chức", Law = "NĐ 61/2018/NĐ-CP Đ.11")]
public sealed class OfficerRow
{
    /// <summary>Id.</summary>
    public int Id { get; set; }
    /// <summary>Name for sign-in, lower case ASCII.</summary>
    public required string UserName { get; set; }
    /// <summary>Full name.</summary>
    public required string Name { get; set; }
    /// <summary>Title.</summary>
    public required string Title { get; set; }
    /// <summary>Counter, where he sits at one.</summary>
    public string? Counter { get; set; }
    /// <summary>Hash of the password.</summary>
    public required string PasswordHash { get; set; }
    /// <summary>Changes when all his sessions must end.</summary>
    public required string SecurityStamp { get; set; }
    /// <summary>He must change his password at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }
    /// <summary>The unit that he belongs to and whose administrator keeps his account; null: that of his first duty.</summary>
    public int? UnitId { get; set; }
    /// <summary>Whom he works for.</summary>
    public StaffKind Staff { get; set; }
    /// <summary>Phone that people may call him on at work; null if it is not given.</summary>
    public string? Phone { get; set; }
    /// <summary>Fields that he is in charge of, as the public list says them.</summary>
    public string? Fields { get; set; }
    /// <summary>Who made the account; null for the first ones.</summary>
    public int? CreatedById { get; set; }
    /// <summary>When; null for the first ones.</summary>
    public DateTimeOffset? Created { get; set; }
    /// <summary>Fictitious, made for demonstration.</summary>
    public bool Demo { get; set; }
    /// <summary>Grows with every change; a lost update is noticed.</summary>
    public int Version { get; set; }
    /// <summary>Duties.</summary>
    public List<DutyGrantRow> Grants { get; set; } = [];
}

/// <summary>A duty of an officer at a unit, dated.</summary>
[NoTerm("stores a DutyGrant")]
public sealed class DutyGrantRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Who.</summary>
    public int OfficerId { get; set; }
    /// <summary>What.</summary>
    public Duty Duty { get; set; }
    /// <summary>Where.</summary>
    public int UnitId { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }
    /// <summary>The decision.</summary>
    public required string Basis { get; set; }
    /// <summary>Day of the decision; null where only its number is known.</summary>
    public DateOnly? BasisDay { get; set; }
    /// <summary>How he came to it; never <see cref="GrantKind.Backup"/>, which gives no duty.</summary>
    public GrantKind Kind { get; set; }
    /// <summary>Years of service in the field when it was given; null where nobody asks.</summary>
    public int? Years { get; set; }
    /// <summary>Whether the qualification was found suitable.</summary>
    public bool Qualified { get; set; }
    /// <summary>Why it was given though it departs from a standard.</summary>
    public string? Reason { get; set; }
    /// <summary>Who gave it; null for the first ones.</summary>
    public int? GrantedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? Granted { get; set; }
    /// <summary>Who approved it, where two persons are needed.</summary>
    public int? ApprovedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? Approved { get; set; }
    /// <summary>Who ended it before its time; null while nobody did. It is never deleted: its last day moves.</summary>
    public int? EndedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? Ended { get; set; }
    /// <summary>The decision that ended it.</summary>
    public string? EndBasis { get; set; }
    /// <summary>The last day that was meant before it was ended.</summary>
    public DateOnly? MeantTo { get; set; }

    /// <summary>As the domain sees it.</summary>
    public DutyGrant ToGrant() => new(new OfficerId(OfficerId), Duty, new AgencyId(UnitId), From, To, Basis) { Kind = Kind, BasisDay = BasisDay };
}

internal sealed class AgencyTables :
    IEntityTypeConfiguration<AgencyRow>, IEntityTypeConfiguration<OfficerRow>, IEntityTypeConfiguration<DutyGrantRow>
{
    public void Configure(EntityTypeBuilder<AgencyRow> row)
    {
        row.ToTable("agencies");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => new { a.Code, a.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OfficerRow> row)
    {
        row.ToTable("officers");
        row.HasIndex(o => o.UserName).IsUnique();
        // An officer of an earlier program is a civil servant, his duties are on the official list.
        row.Property(o => o.Staff).HasDefaultValue(StaffKind.CivilServant);
        row.Property(o => o.Version).IsConcurrencyToken();
        row.HasMany(o => o.Grants).WithOne().HasForeignKey(g => g.OfficerId);
    }

    public void Configure(EntityTypeBuilder<DutyGrantRow> row)
    {
        row.ToTable("duty_grants");
        row.HasIndex(g => new { g.UnitId, g.Duty });
        row.Property(g => g.Kind).HasDefaultValue(GrantKind.Official);
    }
}
