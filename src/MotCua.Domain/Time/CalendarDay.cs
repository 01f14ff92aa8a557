using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>Why a day differs from the week.</summary>
[Term("loại ngày trong lịch nghỉ", Law = "Bộ luật Lao động 2019 Đ.111–112")]
public enum DayKind
{
    /// <summary>A public holiday.</summary>
    [Term("nghỉ lễ, tết")] Holiday,

    /// <summary>The working day after a holiday that fell on a weekly rest day.</summary>
    [Term("nghỉ bù")] Compensation,

    /// <summary>A working day made free in exchange for a weekly rest day.</summary>
    [Term("nghỉ hoán đổi")] SwappedOff,

    /// <summary>The weekly rest day worked in exchange.</summary>
    [Term("làm bù ngày hoán đổi")] SwappedWorked,

    /// <summary>Only the first session is worked; on a weekly rest day: open in the morning, yet not a working day.</summary>
    [Term("làm việc nửa ngày")] HalfDay,

    /// <summary>A holiday that is discussed but not enacted: counted as if the row were not there, and said to be so.
    /// Enacting it is changing this kind to <see cref="Holiday"/>.</summary>
    [Term("ngày nghỉ đang đề xuất")] Proposed,
}

/// <summary>A day that differs from the week.</summary>
/// <param name="Name">The occasion, without "nghỉ": "Quốc khánh 2/9".</param>
/// <param name="LegalBasis">The law or the yearly announcement.</param>
/// <param name="Verified">False: estimated, proposed, or known without a text.</param>
/// <param name="SwappedWith">The other day of a swap (R-TIME-18). One row is enough: the calendar changes both days.</param>
[Term("ngày nghỉ lễ, nghỉ bù, hoán đổi", Law = "Bộ luật Lao động 2019 Đ.111–112")]
public sealed record CalendarDay(DateOnly Day, DayKind Kind, string Name, string LegalBasis, bool Verified, DateOnly? SwappedWith);

/// <summary>One session of a working day, in Vietnam time; open at <paramref name="From"/>, closed at <paramref name="To"/>.</summary>
[Term("buổi làm việc")]
public sealed record OpeningHours(TimeOnly From, TimeOnly To);

/// <summary>What the calendar says of a day.</summary>
/// <param name="Works">Whether the day counts as a working day.</param>
/// <param name="Reason">Why, in Vietnamese: "Ngày làm việc", "Nghỉ Quốc khánh 2/9".</param>
/// <param name="Law">The text it rests on.</param>
/// <param name="Verified">False where the text was not read or the year's calendar is not known.</param>
[NoTerm("an answer of the calendar")]
public readonly record struct DayStanding(bool Works, string Reason, string Law, bool Verified);
