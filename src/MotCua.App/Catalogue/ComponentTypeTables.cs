using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue;

/// <summary>Which kinds of papers may stand for a component, from a day on.</summary>
[Term("loại giấy tờ của thành phần hồ sơ", Law = "TT 01/2023/TT-VPCP Đ.10")]
public sealed class ComponentTypeRow
{
    /// <summary>Code of the procedure.</summary>
    public required string Procedure { get; set; }
    /// <summary>Code of the component.</summary>
    public required string Component { get; set; }
    /// <summary>Code of the kind of paper: of a result, or "PROCEDURE:COMPONENT".</summary>
    public required string Type { get; set; }
    /// <summary>By which text.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }
}

internal sealed class ComponentTypeTables : IEntityTypeConfiguration<ComponentTypeRow>
{
    public void Configure(EntityTypeBuilder<ComponentTypeRow> row)
    {
        row.ToTable("component_types");
        row.HasKey(t => new { t.Procedure, t.Component, t.Type, t.From });
    }
}
