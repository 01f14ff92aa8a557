using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>Until when a limit "trong ngày" ends the same day, the whole minute included, and by which text (R-TIME-01).</summary>
/// <param name="Law">The text it rests on; null where nothing is counted by it.</param>
/// <param name="Verified">False where that text was not read.</param>
[NoTerm("what the counting takes of the rule paper.cut-off")]
public sealed record DayCutOff(TimeOnly Hour, string? Law, bool Verified)
{
    /// <summary>No hour is too late.</summary>
    public static readonly DayCutOff None = new(TimeOnly.MaxValue, null, true);

    /// <summary>The cut-off of a row.</summary>
    /// <exception cref="FormatException">Its value is no hour: a fault of the data.</exception>
    public static DayCutOff Of(Rule row) => new(TimeOnly.ParseExact(row.Value, "HH:mm", CultureInfo.InvariantCulture), row.LegalBasis, row.Verified);
}

/// <summary>The limit starts anew: what was counted before has no part in it (R-WF-08).</summary>
/// <param name="At">The moment at which the supplement was complete.</param>
/// <param name="Law">The text by which it restarts.</param>
/// <param name="Verified">False where that text was not read.</param>
[NoTerm("what the counting takes of a supplement")]
public sealed record LimitRestart(DateTimeOffset At, string? Law, bool Verified);

/// <summary>A supplement asked for at appraisal and what the law of the dossier makes of it: the limit restarts, or it runs on.
/// Never both: what lies before a restart has no part in the new count.</summary>
/// <param name="Asked">When it was asked for.</param>
/// <param name="Complete">When it was complete.</param>
/// <param name="Row">The row of the rule supplement.restarts on the day of reception.</param>
[NoTerm("what the counting takes of a supplement")]
public sealed record SupplementWait(DateTimeOffset Asked, DateTimeOffset Complete, Rule Row)
{
    /// <summary>Whether the limit starts anew.</summary>
    /// <exception cref="FormatException">The value is neither true nor false: a fault of the data.</exception>
    public bool Restarts => bool.Parse(Row.Value);

    /// <summary>The time during which the clock stood still.</summary>
    public ClockPause Pause => new(Asked, Complete, "chờ bổ sung hồ sơ", Row.LegalBasis, Row.Verified);

    /// <summary>The restart; null where the limit runs on.</summary>
    public LimitRestart? Restart => Restarts ? new(Complete, Row.LegalBasis, Row.Verified) : null;
}
