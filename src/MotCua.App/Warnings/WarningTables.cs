using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Warnings;

/// <summary>What a warning is about.</summary>
[Term("loại nhắc việc", Law = "NĐ 61/2018/NĐ-CP Đ.8.2.b")]
public enum WarningKind
{
    /// <summary>The limit ends in some working days.</summary>
    [Term("nhắc trước hạn")] Before,
    /// <summary>The limit ends today.</summary>
    [Term("nhắc trong ngày đến hạn")] DueDay,
    /// <summary>The limit is over.</summary>
    [Term("nhắc sau khi quá hạn")] Overdue,
    /// <summary>A dossier filed online waits for the answer of the one-stop unit (R-REC-10).</summary>
    [Term("nhắc trả lời hồ sơ trực tuyến")] Answer,
    /// <summary>A unit that was asked for its opinion has not answered in time (R-WF-09).</summary>
    [Term("nhắc chậm cho ý kiến")] Opinion,
    /// <summary>An instruction was not done in time (F-27).</summary>
    [Term("nhắc chậm thực hiện chỉ đạo")] Instruction,
}

/// <summary>Why somebody is warned.</summary>
[NoTerm("a reason to be told")]
public enum WarnedAs
{
    /// <summary>He has the step, or may take it.</summary>
    Holder,
    /// <summary>He leads the unit of the step.</summary>
    Leader,
    /// <summary>He heads the one-stop unit that received the dossier.</summary>
    HeadOneStop,
    /// <summary>He asked for it, or told somebody to do it.</summary>
    Asker,
}

/// <summary>One person was warned once that one dossier had reached one threshold of one due date.</summary>
[Term("lời nhắc việc", Law = "NĐ 61/2018/NĐ-CP Đ.8.2.b")]
public sealed class WarningRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>Who is warned.</summary>
    public int OfficerId { get; set; }
    /// <summary>The dossier, or the attempt of a dossier that is not received yet.</summary>
    public Guid SubjectId { get; set; }
    /// <summary>What it is about.</summary>
    public WarningKind Kind { get; set; }
    /// <summary>Which threshold: "before:2", "due-day", "overdue:1", "answer:4".</summary>
    public required string Threshold { get; set; }
    /// <summary>The due date that it warns of; another due date is warned of anew.</summary>
    public DateTimeOffset Due { get; set; }
    /// <summary>No further threshold follows for this due date.</summary>
    public bool Last { get; set; }
    /// <summary>Why he is warned.</summary>
    public WarnedAs As { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>When he marked it as read; null while he did not.</summary>
    public DateTimeOffset? Read { get; set; }
    /// <summary>Since when it asks for nothing any more: the dossier is done, stands still, is due at another time, or was warned of again.</summary>
    public DateTimeOffset? Settled { get; set; }
}

/// <summary>What an officer finds on his desk on a working morning; one a day.</summary>
[Term("bản tin đầu ngày làm việc", Law = "NĐ 61/2018/NĐ-CP Đ.8.2.b")]
public sealed class DigestRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>Whose.</summary>
    public int OfficerId { get; set; }
    /// <summary>The working day.</summary>
    public DateOnly Day { get; set; }
    /// <summary>When it was made; its numbers are of that moment.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Dossiers that are due today.</summary>
    public int DueToday { get; set; }
    /// <summary>Due on the next working day.</summary>
    public int DueNext { get; set; }
    /// <summary>Overdue.</summary>
    public int Overdue { get; set; }
    /// <summary>Whose clock stands still.</summary>
    public int Paused { get; set; }
    /// <summary>That wait for the applicant's supplement.</summary>
    public int Waiting { get; set; }
    /// <summary>When he marked it as read, at once where there is nothing in it; null while he did not.</summary>
    public DateTimeOffset? Read { get; set; }
}

internal sealed class WarningTables : IEntityTypeConfiguration<WarningRow>, IEntityTypeConfiguration<DigestRow>
{
    public void Configure(EntityTypeBuilder<WarningRow> row)
    {
        row.ToTable("warnings");
        // Two servers, or a job that begins again, warn nobody twice.
        row.HasIndex(w => new { w.SubjectId, w.Due, w.Threshold, w.OfficerId }).IsUnique();
        row.HasIndex(w => w.OfficerId, "IX_warnings_current").HasFilter("\"Settled\" IS NULL");
        // The bell of every page asks this one; it holds only what is unread.
        row.HasIndex(w => w.OfficerId, "IX_warnings_unread").HasFilter("\"Read\" IS NULL AND \"Settled\" IS NULL");
        row.HasIndex(w => w.SubjectId, "IX_warnings_unsettled").HasFilter("\"Settled\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<DigestRow> row)
    {
        row.ToTable("digests");
        row.HasIndex(d => new { d.OfficerId, d.Day }).IsUnique();
    }
}
