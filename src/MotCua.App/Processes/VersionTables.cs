using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Processes;

/// <summary>How far a version of a process has come (R-WF-01).</summary>
[Term("tình trạng phiên bản quy trình", Law = "TT 01/2018/TT-VPCP Đ.8")]
public enum VersionState
{
    /// <summary>Drawn by the specialised agency; may be changed.</summary>
    [Term("bản thảo")] Draft,
    /// <summary>Checked by the control office; a change makes it a draft again.</summary>
    [Term("đã kiểm soát")] Checked,
    /// <summary>Approved and published: never changed any more.</summary>
    [Term("đã ban hành")] Published,
    /// <summary>Ended: no dossier begins with it, those that have begun go on.</summary>
    [Term("đã chấm dứt")] Ended,
}

/// <summary>A version of a process as it was drawn, checked and published. The drawing is the truth; what runs is made of it (<see
/// cref="ProcessRow"/>).</summary>
[Term("phiên bản quy trình nội bộ", Law = "TT 01/2018/TT-VPCP Đ.8")]
public sealed class ProcessVersionRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Code of the process.</summary>
    public required string Code { get; set; }
    /// <summary>Version.</summary>
    public int Version { get; set; }
    /// <summary>How far it has come.</summary>
    public VersionState State { get; set; }
    /// <summary>Name.</summary>
    public required string Name { get; set; }
    /// <summary>The drawing as BPMN 2.0.</summary>
    public required string Xml { get; set; }
    /// <summary>Number of the decision that approves it; empty while there is none.</summary>
    public required string Decision { get; set; }
    /// <summary>Who signed the decision.</summary>
    public required string Issuer { get; set; }
    /// <summary>Day of the decision.</summary>
    public DateOnly? DecisionDay { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; set; }
    /// <summary>National codes of the procedures that follow it, one a line.</summary>
    public required string Procedures { get; set; }
    /// <summary>Grows with every change: whoever acts on an older state is told.</summary>
    public int Changes { get; set; }
    /// <summary>What the control office wrote when it gave the draft back.</summary>
    public string? Remark { get; set; }
    /// <summary>Who drew it.</summary>
    public int DraftedBy { get; set; }
    /// <summary>When it was first kept.</summary>
    public DateTimeOffset Drafted { get; set; }
    /// <summary>Who checked it.</summary>
    public int? CheckedBy { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? Checked { get; set; }
    /// <summary>Who published it.</summary>
    public int? PublishedBy { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? Published { get; set; }
    /// <summary>Who ended it.</summary>
    public int? EndedBy { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>The codes of the procedures.</summary>
    public IReadOnlyList<string> ProcedureCodes => Procedures.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class VersionTables : IEntityTypeConfiguration<ProcessVersionRow>
{
    public void Configure(EntityTypeBuilder<ProcessVersionRow> row)
    {
        row.ToTable("process_versions").Ignore(v => v.ProcedureCodes);
        row.HasIndex(v => new { v.Code, v.Version }).IsUnique();
        row.HasIndex(v => v.State);
    }
}
