using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Law;

/// <summary>What is said of a key of rules.</summary>
[NoTerm("stores a RuleKey")]
public sealed class RuleKeyRow
{
    /// <summary>The key.</summary>
    public required string Key { get; set; }
    /// <summary>What is ruled, in plain words.</summary>
    public required string Label { get; set; }
    /// <summary>The heading under which it is shown.</summary>
    public required string Group { get; set; }
    /// <summary>What its values are.</summary>
    public RuleValue Value { get; set; }
    /// <summary>What a number counts.</summary>
    public string? Unit { get; set; }
    /// <summary>Which of two values binds the authority more.</summary>
    public Stricter Stricter { get; set; }
    /// <summary>Whether a row of it may move due dates.</summary>
    public bool MovesDue { get; set; }
    /// <summary>Place in the list.</summary>
    public int Place { get; set; }

    /// <summary>As the domain sees it.</summary>
    public RuleKey ToKey() => new(Key, Label, Group, Value, Unit, Stricter, MovesDue);
}

/// <summary>A change of a rule or the calendar by an administrator: who, when, what, by which text. Append only.</summary>
[Term("nhật ký thay đổi quy định, lịch làm việc")]
public sealed class LawChangeRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Who.</summary>
    public int OfficerId { get; set; }
    /// <summary>What changed and how, as one sentence.</summary>
    public required string Text { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string LegalBasis { get; set; }
}

internal sealed class RuleKeyTables : IEntityTypeConfiguration<RuleKeyRow>, IEntityTypeConfiguration<LawChangeRow>
{
    public void Configure(EntityTypeBuilder<RuleKeyRow> row) => row.ToTable("rule_keys").HasKey(k => k.Key);

    public void Configure(EntityTypeBuilder<LawChangeRow> row) => row.ToTable("law_changes");
}
