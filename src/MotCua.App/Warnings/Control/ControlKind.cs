using MotCua.Domain.Law;

namespace MotCua.App.Warnings.Control;

/// <summary>What may be a game with the clock: each is a list for the control officer, who judges by the dossiers.</summary>
[Term("dấu hiệu can thiệp thời hạn")]
public enum ControlKind
{
    /// <summary>The clock was stopped.</summary>
    [Term("tạm dừng đồng hồ theo người và lý do")] Pauses,
    /// <summary>A supplement was asked for in the last part of the limit.</summary>
    [Term("yêu cầu bổ sung sát hạn")] LateSupplements,
    /// <summary>A result was registered long before it was handed over.</summary>
    [Term("vào sổ kết quả sớm, trả chậm")] HeldResults,
    /// <summary>Many steps were ended within some minutes before the close of the day.</summary>
    [Term("kết thúc hàng loạt cuối ngày")] Batches,
}

/// <summary>The days that are looked at, by the day of the sign itself.</summary>
/// <param name="To">Last day.</param>
public sealed record ControlPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The longest period, in days.</summary>
    public const int Longest = 93;

    /// <summary>Its first moment.</summary>
    public DateTimeOffset Start => Vietnam.Instant(From, TimeOnly.MinValue);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset End => Vietnam.Instant(To.AddDays(1), TimeOnly.MinValue);

    /// <summary>Why it cannot be looked at; null if it can.</summary>
    public Refusal? Wrong =>
        To < From ? new Refusal("control.period", "Ngày cuối phải từ ngày đầu trở đi. Hãy sửa lại ngày.", null, "den")
        : To.DayNumber - From.DayNumber >= Longest
            ? new Refusal("control.period-long", $"Mỗi lần chỉ xem tối đa {Longest} ngày. Hãy chọn khoảng ngắn hơn.", null, "den")
        : null;
}

/// <summary>A dossier behind a line of a list.</summary>
/// <param name="Group">The line that it belongs to.</param>
/// <param name="At">When the sign was given.</param>
/// <param name="Officer">Name of who gave it; null for no officer.</param>
/// <param name="What">The line's own words: the reason of a pause, the time of a batch; null where the officer says all.</param>
/// <param name="Note">What was measured, in words.</param>
public sealed record ControlCase(
    string Group, string Code, string Procedure, string Unit, DateTimeOffset At, string? Officer, string? What, string Note);

/// <summary>A line of a list: one officer and what he did, how often, to how many dossiers.</summary>
public sealed record ControlLine(string Group, string? Officer, string? What, int Times, int Dossiers);

/// <summary>A list of a period.</summary>
/// <param name="Rule">What is looked for, with its number and where that comes from.</param>
/// <param name="AtLeast">So much happened that not all was read.</param>
public sealed record ControlList(ControlKind Kind, string Rule, IReadOnlyList<ControlCase> Cases, bool AtLeast)
{
    /// <summary>The lines, the longest first.</summary>
    public IReadOnlyList<ControlLine> Lines => [.. Cases.GroupBy(c => c.Group)
        .Select(g => new ControlLine(g.Key, g.First().Officer, g.First().What, g.Count(), g.Select(c => c.Code).Distinct().Count()))
        .OrderByDescending(l => l.Times).ThenBy(l => l.Officer, StringComparer.Ordinal).ThenBy(l => l.Group, StringComparer.Ordinal)];
}
