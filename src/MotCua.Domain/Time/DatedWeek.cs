using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>A named working week that a unit keeps from a day on (R-TIME-03).</summary>
/// <param name="To">Last day; null while it stands.</param>
/// <param name="Hours">The sessions of each weekday; one that is missing is closed.</param>
/// <param name="Basis">The text by which the unit keeps it.</param>
/// <param name="Verified">False where that text was not read.</param>
[Term("tuần làm việc của đơn vị", Law = "QĐ 188/1999/QĐ-TTg Đ.1")]
public sealed record DatedWeek(
    string Name, DateOnly From, DateOnly? To, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Hours, string Basis, bool Verified);

/// <summary>A week worked out day by day.</summary>
internal sealed class PlannedWeek
{
    private readonly DayPlan[] plans = new DayPlan[7];

    internal PlannedWeek(DatedWeek week)
    {
        Week = week;
        foreach (var weekday in Enum.GetValues<DayOfWeek>())
            plans[(int)weekday] = DayPlan.Ordinary(weekday, Sessions(weekday), week.Basis, week.Verified);
        Usual = plans.FirstOrDefault(d => d.Why.Works)?.Openings
            ?? throw new ArgumentException($"The week '{week.Name}' has no hours from Monday to Friday.", nameof(week));
    }

    internal DatedWeek Week { get; }

    /// <summary>The hours of a usual working day.</summary>
    internal IReadOnlyList<OpeningHours> Usual { get; }

    internal DayPlan this[DateOnly day] => plans[(int)day.DayOfWeek];

    private OpeningHours[] Sessions(DayOfWeek weekday)
    {
        OpeningHours[] sessions = Week.Hours.TryGetValue(weekday, out var given) ? [.. given.OrderBy(o => o.From)] : [];
        for (var i = 0; i < sessions.Length; i++)
            if (sessions[i].From >= sessions[i].To || (i > 0 && sessions[i].From < sessions[i - 1].To))
                throw new ArgumentException($"The sessions of {weekday} in the week '{Week.Name}' are out of order or overlap.");
        return sessions;
    }
}
