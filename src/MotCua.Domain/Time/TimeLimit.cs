using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>What a time limit is counted in.</summary>
[Term("đơn vị tính thời hạn")]
public enum LimitUnit
{
    /// <summary>Working days of the unit's calendar.</summary>
    [Term("ngày làm việc")] WorkingDay,

    /// <summary>Calendar days; an end on a day off moves to the next working day.</summary>
    [Term("ngày")] CalendarDay,

    /// <summary>Hours of the unit's opening time.</summary>
    [Term("giờ làm việc")] WorkingHour,

    /// <summary>Months to the same day of the month.</summary>
    [Term("tháng")] Month,

    /// <summary>The same day; the next working day if received after the cut-off (15:00).</summary>
    [Term("trong ngày")] SameDay,
}

/// <summary>A time limit as the procedure sets it.</summary>
/// <param name="Amount">How many; half days occur (16.5 working days). 1 for <see cref="LimitUnit.SameDay"/>.</param>
[Term("thời hạn giải quyết", Law = "NĐ 61/2018/NĐ-CP Đ.17")]
public sealed record TimeLimit(decimal Amount, LimitUnit Unit)
{
    /// <summary>The basis on which an officer determined it, where the procedure has no limit that can be read; null where it is the procedure's own.</summary>
    public string? SetOn { get; init; }
}
