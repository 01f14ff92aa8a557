using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Forms;

/// <summary>A template that an administrator gave in place of a shipped one. It is never changed once in use: papers are printed again by it.</summary>
[NoTerm("a template of a statutory form")]
public sealed class FormTemplateRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>Type and set: "receipt/2025".</summary>
    public required string Key { get; set; }
    /// <summary>Version of the form: the shipped one is 1; null until it is put into use.</summary>
    public int? Version { get; set; }
    /// <summary>The template as uploaded.</summary>
    public required string Text { get; set; }
    /// <summary>Whether the layout was compared with the annex, as the template says.</summary>
    public bool Verified { get; set; }
    /// <summary>Who uploaded it.</summary>
    public int UploadedBy { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset UploadedAt { get; set; }
    /// <summary>First day on which papers are issued by it; null until it is put into use.</summary>
    public DateOnly? From { get; set; }
    /// <summary>The text or decision by which it was put into use.</summary>
    public string? LegalBasis { get; set; }
    /// <summary>Who put it into use.</summary>
    public int? UsedBy { get; set; }
    /// <summary>When it was put into use: papers issued before are not printed by it.</summary>
    public DateTimeOffset? UsedAt { get; set; }
    /// <summary>When it was thrown away before its first day.</summary>
    public DateTimeOffset? DiscardedAt { get; set; }
}

internal sealed class FormTemplateTables : IEntityTypeConfiguration<FormTemplateRow>
{
    public void Configure(EntityTypeBuilder<FormTemplateRow> row)
    {
        row.ToTable("form_templates");
        row.Property(t => t.Key).HasMaxLength(60);
        row.HasIndex(t => new { t.Key, t.Version }).IsUnique();
    }
}
