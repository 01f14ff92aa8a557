using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Editing;

/// <summary>What a person did to the catalogue.</summary>
[Term("việc quản trị danh mục")]
public enum CatalogueAct
{
    /// <summary>Made a version.</summary>
    [Term("lập phiên bản")] Made,
    /// <summary>Withdrew a procedure from a day on.</summary>
    [Term("bãi bỏ thủ tục")] Withdrew,
    /// <summary>Locked a field against imports.</summary>
    [Term("khóa trường")] Locked,
    /// <summary>Opened a locked field.</summary>
    [Term("mở khóa trường")] Unlocked,
    /// <summary>Settled a defect.</summary>
    [Term("xử lý sai sót")] Settled,
    /// <summary>Took the settling of a defect back.</summary>
    [Term("hoàn tác xử lý sai sót")] Reopened,
}

/// <summary>Who did what to the catalogue, when and why; rows are only added.</summary>
[Term("nhật ký quản trị danh mục")]
public sealed class CatalogueActRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>National code.</summary>
    public required string Code { get; set; }
    /// <summary>What was done.</summary>
    public CatalogueAct Act { get; set; }
    /// <summary>The version that was made or ended.</summary>
    public int? Version { get; set; }
    /// <summary>The field that was locked or opened.</summary>
    public CatalogueField? Field { get; set; }
    /// <summary>The defect that was settled or opened again.</summary>
    public int? DefectId { get; set; }
    /// <summary>Why, as the officer wrote it.</summary>
    public required string Reason { get; set; }
    /// <summary>Who.</summary>
    public int OfficerId { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

internal sealed class EditingTables : IEntityTypeConfiguration<CatalogueActRow>
{
    public void Configure(EntityTypeBuilder<CatalogueActRow> row)
    {
        row.ToTable("catalogue_acts");
        row.HasIndex(a => new { a.Code, a.Id });
        row.HasIndex(a => new { a.OfficerId, a.Act, a.Id });
    }
}
