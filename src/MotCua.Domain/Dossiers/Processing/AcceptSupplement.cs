using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The one-stop unit takes the papers that complete the dossier: the limit starts anew on the next day (R-WF-08), or runs on where the
/// rule of the day of reception says so. A pause that is open ends with a restart, and counts for nothing: never both (R-TIME-15).</summary>
/// <param name="Papers">What was brought.</param>
[Term("tiếp nhận giấy tờ bổ sung", Law = "NĐ 61/2018/NĐ-CP Đ.19.4")]
public sealed record AcceptSupplement(IReadOnlyList<TakenPaper> Papers) : DossierAct, IAllowsOnDossier<AcceptSupplement>
{
    private static readonly Refusal NotWaiting = new("supplement.not-asked", "Hồ sơ không chờ bổ sung. Hãy xem việc được làm lúc này.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        dossier.Case.Status == DossierStatus.AwaitingSupplement ? null : NotWaiting;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        if (Papers.Count == 0)
            return new Refusal("supplement.nothing", "Chưa ghi giấy tờ nào được bổ sung. Hãy ghi giấy tờ người nộp mang đến.", null, nameof(Papers));
        if (Papers.Any(p => p.Passes != true))
            return new Refusal("supplement.fails", "Giấy tờ bổ sung phải đạt thì hồ sơ mới đầy đủ. Hãy kiểm tra và ghi Đạt.", null, nameof(Papers));
        var (clock, wait) = (dossier.Case.Clock,
            new SupplementWait(dossier.Case.SupplementSince ?? now.Now, now.Now, now.Rule("supplement.restarts", dossier)));
        if (wait.Restarts)
            return new SupplementAccepted(
                Papers, LegalLimit.Count(dossier, now, clock.PausesUntil(now.Now), wait.Restart), now.Now, StepsAnew(dossier, now));
        var due = clock.IsSet ? SetDue.Moved(dossier, wait.Pause, now)
            : LegalLimit.Count(dossier, now, clock.PausesUntil(now.Now).Add(wait.Pause), LimitClock.RestartOf(dossier, now));
        return new SupplementCompleted(Papers, due, wait.Pause, now.Now, StepsOn(dossier, wait.Asked, now));
    }

    /// <summary>The open steps begin their own time anew, too.</summary>
    private static Dictionary<int, DateTimeOffset> StepsAnew(Dossier dossier, Circumstances now) => dossier.Open.Steps
        .Where(s => StepFlow.HoursOf(s, now) is not null)
        .ToDictionary(s => s.Token.Value, s => Deadline.AfterHours(StepFlow.HoursOf(s, now) ?? 0, now.Now, now.Calendar(s.Unit)));

    /// <summary>The open steps have what was left of their time when the supplement was asked for; who was late then stays late.</summary>
    private static Dictionary<int, DateTimeOffset> StepsOn(Dossier dossier, DateTimeOffset asked, Circumstances now) => dossier.Open.Steps
        .Where(s => s.Due > asked)
        .ToDictionary(s => s.Token.Value, s =>
        {
            var left = Deadline.WorkingTime(asked, s.Due!.Value, now.Calendar(s.Unit));
            return Deadline.AfterHours((decimal)left.TotalHours, now.Now, now.Calendar(s.Unit));
        });
}

/// <summary>The dossier is complete again; its limit was counted anew.</summary>
[Term("đã bổ sung đủ, thời hạn tính lại từ đầu"), Stored("supplement-accepted")]
public sealed record SupplementAccepted(
    IReadOnlyList<TakenPaper> Papers, DueDateAccount Due, DateTimeOffset At, IReadOnlyDictionary<int, DateTimeOffset> StepDues) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d.Completed(Papers, Due, d.Case.Clock.Restarted(At), StepDues);
}

/// <summary>The dossier is complete again; its limit runs on without the time that was waited.</summary>
/// <param name="Waited">The time left out of the count, with the text by which it is.</param>
[Term("đã bổ sung đủ, thời hạn tính tiếp"), Stored("supplement-completed")]
public sealed record SupplementCompleted(
    IReadOnlyList<TakenPaper> Papers, DueDateAccount Due, ClockPause Waited, DateTimeOffset At, IReadOnlyDictionary<int, DateTimeOffset> StepDues)
    : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d.Completed(Papers, Due, d.Case.Clock with { Pauses = d.Case.Clock.Pauses.Add(Waited) }, StepDues);
}

/// <summary>What both ways of completing a dossier change.</summary>
file static class Completion
{
    internal static Dossier Completed(
        this Dossier d, IReadOnlyList<TakenPaper> papers, DueDateAccount due, LimitClock clock,
        IReadOnlyDictionary<int, DateTimeOffset> stepDues) => d with
    {
        Case = d.Case with
        {
            Status = DossierStatus.InProcess, Supplement = null, SupplementSince = null, Due = due, Appointment = due.Due, Clock = clock,
        },
        Open = d.Open with
        {
            Steps = [.. d.Open.Steps.Select(s => s with
            {
                WaitsFor = Side.Authority,
                Due = stepDues.TryGetValue(s.Token.Value, out var own) ? own : s.Due,
            })],
        },
        Delivery = d.Delivery with { OriginalsHeld = d.Delivery.OriginalsHeld + papers.Count(p => p.GiveBack) },
        Paper = d.Paper with { Waits = true },
    };
}
