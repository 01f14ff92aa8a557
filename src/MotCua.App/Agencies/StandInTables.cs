using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Agencies;

/// <summary>A substitution from the wish for it to its end. It is never deleted.</summary>
[NoTerm("stores a Substitution")]
public sealed class SubstitutionRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Who is away.</summary>
    public int AbsentId { get; set; }
    /// <summary>Who stands in.</summary>
    public int SubstituteId { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day.</summary>
    public DateOnly To { get; set; }
    /// <summary>The paper that gives it.</summary>
    public required string Basis { get; set; }
    /// <summary>Who asked for it.</summary>
    public int ProposedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; set; }
    /// <summary>Who approved or declined it; null while it waits.</summary>
    public int? DecidedById { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
    /// <summary>Whether it was approved.</summary>
    public bool Approved { get; set; }
    /// <summary>First day on which it holds no more, where it was taken back early.</summary>
    public DateOnly? RevokedFrom { get; set; }
    /// <summary>Who took it back.</summary>
    public int? RevokedById { get; set; }
    /// <summary>Why it was declined or taken back.</summary>
    public string? Words { get; set; }
    /// <summary>Grows with every change; a lost update is noticed.</summary>
    public int Version { get; set; }
    /// <summary>What the substitute may do.</summary>
    public List<SubstitutedDutyRow> Scope { get; set; } = [];

    /// <summary>As the domain sees it.</summary>
    public Substitution ToSubstitution() => new(
        new OfficerId(AbsentId), new OfficerId(SubstituteId), From, To, [.. Scope.Select(s => new DutyAt(s.Duty, new AgencyId(s.UnitId)))], Basis);
}

/// <summary>One duty that a substitute does at one unit.</summary>
[NoTerm("part of a Substitution")]
public sealed class SubstitutedDutyRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>The substitution.</summary>
    public int SubstitutionId { get; set; }
    /// <summary>What.</summary>
    public Duty Duty { get; set; }
    /// <summary>Where.</summary>
    public int UnitId { get; set; }
}

internal sealed class StandInTables : IEntityTypeConfiguration<SubstitutionRow>, IEntityTypeConfiguration<SubstitutedDutyRow>
{
    public void Configure(EntityTypeBuilder<SubstitutionRow> row)
    {
        row.ToTable("substitutions");
        row.HasIndex(s => new { s.SubstituteId, s.To });
        row.HasIndex(s => new { s.AbsentId, s.To });
        row.Property(s => s.Version).IsConcurrencyToken();
        row.HasOne<OfficerRow>().WithMany().HasForeignKey(s => s.AbsentId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<OfficerRow>().WithMany().HasForeignKey(s => s.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        row.HasMany(s => s.Scope).WithOne().HasForeignKey(s => s.SubstitutionId);
    }

    public void Configure(EntityTypeBuilder<SubstitutedDutyRow> row) => row.ToTable("substituted_duties");
}
