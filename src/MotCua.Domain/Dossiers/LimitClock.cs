using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>The clock of the legal limit stands still, for a reason of the closed list (R-TIME-15).</summary>
/// <param name="Step">The step whose officer stopped it.</param>
/// <param name="Reason">Code of the dated list "pause".</param>
/// <param name="Why">The list's words, as they stood on the day.</param>
/// <param name="Law">The text it rests on.</param>
/// <param name="By">Who must act for it to run on.</param>
[Term("đồng hồ đang tạm dừng")]
public sealed record StandingClock(Token Step, string Reason, string Why, string Law, Responsible By, DateTimeOffset Since)
{
    /// <summary>Code of waiting for the applicant's money, which has a status of its own on the national portal (R-WF-19).</summary>
    public const string FinancialDuty = "nghia-vu-tai-chinh";

    /// <summary>The pause as it is counted, up to a moment.</summary>
    public ClockPause Until(DateTimeOffset moment) => new(Since, moment, Small(Why), Law);

    // The account goes on after a colon: "Đồng hồ tạm dừng: chờ kết luận giám định".
    private static string Small(string why) => why.Length == 0 ? why : char.ToLowerInvariant(why[0]) + why[1..].TrimEnd('.');
}

/// <summary>A change of the due date that waits for its approval (R-TIME-16).</summary>
/// <param name="By">Who asks; another must approve.</param>
[Term("đề nghị đổi hạn đang chờ duyệt")]
public sealed record DueChange(DateTimeOffset Due, string Basis, OfficerId By, DateTimeOffset At);

/// <summary>What happened to the clock of the legal limit since reception. The due date itself stands in the case.</summary>
/// <param name="Standing">Why it stands still; null while it runs.</param>
/// <param name="Pauses">The pauses that ended, in order.</param>
/// <param name="RestartedAt">When a supplement was complete and the limit began anew; null if never.</param>
/// <param name="IsSet">The due date was changed by officers: it is no longer what a count of the limit gives.</param>
/// <param name="Reappointments">How often the return was appointed anew (R-TIME-10).</param>
/// <param name="Change">A change that waits for approval.</param>
[Term("đồng hồ tính hạn")]
public sealed record LimitClock(
    StandingClock? Standing, ImmutableList<ClockPause> Pauses, DateTimeOffset? RestartedAt, bool IsSet, int Reappointments, DueChange? Change)
{
    /// <summary>It runs since reception.</summary>
    public static readonly LimitClock Running = new(null, [], null, false, 0, null);

    private static readonly Refusal Stands = new(
        "clock.stands",
        "Đồng hồ đang tạm dừng nên chưa quyết định hay ban hành kết quả được. Hãy cho đồng hồ chạy tiếp trước, ghi rõ điều đã chờ nay có kết quả gì.");

    /// <summary>All pauses; one that is open is taken to end at the moment.</summary>
    public ImmutableList<ClockPause> PausesUntil(DateTimeOffset moment) => Standing is { } open ? Pauses.Add(open.Until(moment)) : Pauses;

    /// <summary>The clock runs on. A change that nobody has approved was asked for another due date: it lapses.</summary>
    internal LimitClock Resumed(DateTimeOffset at) => this with { Standing = null, Pauses = PausesUntil(at), Change = null };

    /// <summary>The limit begins anew: an open pause ends with it, and a changed due date gives way to the law's own count.</summary>
    internal LimitClock Restarted(DateTimeOffset at) => Resumed(at) with { RestartedAt = at, IsSet = false };

    /// <summary>The due date as the law counts it: with every pause and the last restart, by the calendar and cut-off of the day of counting.</summary>
    /// <param name="until">When an open pause is taken to end.</param>
    public static DueDateAccount Count(Dossier dossier, Circumstances now, DateTimeOffset until) =>
        LegalLimit.Count(dossier, now, dossier.Case.Clock.PausesUntil(until), RestartOf(dossier, now));

    /// <summary>The restart as it is counted, by the rule of the day of reception; null if the limit never began anew.</summary>
    internal static LimitRestart? RestartOf(Dossier dossier, Circumstances now) =>
        dossier.Case.Clock.RestartedAt is { } at && now.Rule("supplement.restarts", dossier) is var row
            ? new LimitRestart(at, row.LegalBasis, row.Verified) : null;

    /// <summary>When the time of an open step is over, without the pauses; it began with the step or with the last restart.</summary>
    internal static DateTimeOffset StepDue(Dossier dossier, OpenStep step, decimal hours, IReadOnlyList<ClockPause> pauses, Circumstances now) =>
        StepDue(dossier, step.TimeFrom ?? step.Opened, step.Unit, hours, pauses, now);

    /// <summary>When a time that began at a moment is over at a unit.</summary>
    internal static DateTimeOffset StepDue(
        Dossier dossier, DateTimeOffset began, AgencyId unit, decimal hours, IReadOnlyList<ClockPause> pauses, Circumstances now)
    {
        var from = dossier.Case.Clock.RestartedAt is { } restart && restart > began ? restart : began;
        return hours > 0
            ? Deadline.Count(new TimeLimit(hours, LimitUnit.WorkingHour), from, now.Calendar(unit), DayCutOff.None, pauses).Due
            : Deadline.AfterHours(hours, from, now.Calendar(unit));
    }

    /// <summary>Refusal while the clock stands still: nothing is decided or issued then.</summary>
    internal static Refusal? Ticks(Dossier dossier) => dossier.Case.Clock.Standing is null ? null : Stands;
}
