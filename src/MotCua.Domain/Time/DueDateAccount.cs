using System.Text.Json.Serialization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>Consecutive days of one meaning in the account of a due date.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Counts">How much of the limit they use up; 0 for days that are not counted.</param>
/// <param name="Unit">What is counted: "ngày làm việc", "ngày", "giờ làm việc", "tháng", "trong ngày".</param>
/// <param name="Reason">What the days are, in Vietnamese.</param>
/// <param name="Law">The text it rests on, where there is one.</param>
/// <param name="Verified">False where that text was not read, or the calendar of the year is not known.</param>
[Term("dòng của bản tính hạn")]
public sealed record AccountLine(DateOnly From, DateOnly To, decimal Counts, string Unit, string Reason, string? Law, bool Verified);

/// <summary>A due date and how it came about. Stored as it was worked out, under the law and the calendar of its day.</summary>
/// <param name="Due">The last moment that is in time (UTC).</param>
/// <param name="AcceptedAt">The moment of acceptance, as it was (UTC).</param>
/// <param name="Lines">In order, from the day of acceptance to the due day, no day left out; their counts add up to the limit.</param>
[Term("bản tính hạn giải quyết", Law = "Bộ luật Dân sự 2015 Đ.147–148")]
public sealed record DueDateAccount(DateTimeOffset Due, TimeLimit Limit, DateTimeOffset AcceptedAt, IReadOnlyList<AccountLine> Lines)
{
    /// <summary>False when a line rests on something that was not verified: the due date may change.</summary>
    [JsonIgnore]
    public bool Verified => Lines.All(l => l.Verified);

    /// <summary>Equal when every line is.</summary>
    public bool Equals(DueDateAccount? other) =>
        other is not null && Due == other.Due && Limit == other.Limit && AcceptedAt == other.AcceptedAt && Lines.SequenceEqual(other.Lines);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Due, Limit, AcceptedAt, Lines.Count);
}

/// <summary>A time during which the clock of the limit stands still, after <paramref name="From"/> up to and with <paramref name="To"/>
/// (R-TIME-15: only for a legal reason).</summary>
/// <param name="To">When it ran on; null while it stands still: there is no due date then (see <see cref="Deadline.Count"/>).</param>
/// <param name="Reason">Why, as it shall stand in the account: "chờ thực hiện nghĩa vụ tài chính".</param>
/// <param name="Verified">False where the text it rests on was not read.</param>
[Term("tạm dừng tính hạn")]
public sealed record ClockPause(DateTimeOffset From, DateTimeOffset? To, string Reason, string? Law, bool Verified = true);
