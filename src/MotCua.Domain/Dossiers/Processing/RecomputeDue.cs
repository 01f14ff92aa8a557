using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The calendar or a rule changed: the system counts the limit of an open dossier anew, from its acceptance or the supplement that restarted it
/// (R-TIME-07, R-TIME-19). A dossier whose due date stays gets no event; one that waits for papers is counted anew when they come.</summary>
/// <param name="Basis">The text on which the change rests, as cited.</param>
[Term("tính lại hạn giải quyết", Law = "Bộ luật Lao động 2019 Đ.111–112")]
public sealed record RecomputeDue(string Basis) : DossierAct, IAllowsOnDossier<RecomputeDue>
{
    /// <summary>Code of the refusal that says that there is nothing to change.</summary>
    public const string SameCode = "recompute-due.same";

    private static readonly Refusal Same = new(SameCode, "Hạn giải quyết không đổi nên không có gì để ghi.");
    private static readonly Refusal NoBasis = new("recompute-due.basis", "Tính lại hạn phải có căn cứ. Hãy ghi văn bản làm thay đổi lịch hoặc quy định.");
    private static readonly Refusal Set = new("recompute-due.set", "Hạn do cán bộ xác định theo căn cứ riêng nên không tính lại theo lịch.");
    private static readonly Refusal Stands = new("recompute-due.paused", "Đồng hồ đang tạm dừng; hạn được tính lại khi đồng hồ chạy tiếp.");
    private static readonly Refusal Done = new("recompute-due.done", "Hồ sơ đã có kết quả nên hạn giữ nguyên.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier switch
    {
        { Delivery.RegisteredAt: not null } => Done,
        { Case.Clock.Standing: not null } => Stands,
        { Case.Clock.IsSet: true } or { Case.Limit.SetOn: not null } => Set,
        // Whether he takes it back or not is answered at once; until then the limit runs.
        { Case.Status: DossierStatus.WithdrawalRequested } => null,
        _ => InProcess.Running(dossier),
    };

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(Basis))
            return NoBasis;
        var due = Count(dossier, now);
        return due.Due == dossier.Case.Due.Due
            ? Same
            : new DueRecomputed(Basis, due, dossier.Case.Due.Due, dossier.Case.Appointment == dossier.Case.Due.Due ? due.Due : null, StepDues(dossier, now));
    }

    /// <summary>The limit as the calendar of today counts it. The cut-off is that of the day on which it began.</summary>
    private static DueDateAccount Count(Dossier dossier, Circumstances now)
    {
        var began = Vietnam.Day(dossier.Case.Clock.RestartedAt ?? dossier.Case.ReceivedAt);
        var cutOff = now.Rules.Find("paper.cut-off", began, now.Scopes(dossier)) ?? throw new InvalidOperationException(
            "No row of rule 'paper.cut-off' holds.");
        return LegalLimit.Count(dossier, now, dossier.Case.Clock.Pauses, LimitClock.RestartOf(dossier, now), DayCutOff.Of(cutOff));
    }

    /// <summary>The open steps whose time ends elsewhere by the same calendar.</summary>
    private static Dictionary<int, DateTimeOffset> StepDues(Dossier dossier, Circumstances now)
    {
        var dues = new Dictionary<int, DateTimeOffset>();
        foreach (var step in dossier.Open.Steps)
        {
            if (step.Due is not { } before || StepFlow.HoursOf(step, now) is not { } hours)
                continue;
            if (LimitClock.StepDue(dossier, step, hours, dossier.Case.Clock.Pauses, now) is var due && due != before)
                dues[step.Token.Value] = due;
        }
        return dues;
    }
}

/// <summary>The limit was counted anew; the account before stays in the log.</summary>
/// <param name="Basis">The text on which the change rests.</param>
/// <param name="Before">The due date until now.</param>
/// <param name="Appointment">The new appointment, which moves along where it was the due date; null where the return had been appointed for another
/// time: a re-appointment is a promise of its own (R-TIME-10) and stays.</param>
/// <param name="StepDues">New ends of open steps, by token.</param>
[Term("đã tính lại hạn giải quyết"), Stored("due-recomputed")]
public sealed record DueRecomputed(
    string Basis, DueDateAccount Due, DateTimeOffset Before, DateTimeOffset? Appointment, IReadOnlyDictionary<int, DateTimeOffset> StepDues) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Due = Due, Appointment = Appointment ?? d.Case.Appointment },
        Open = StepDues.Count == 0 ? d.Open : d.Open with
        {
            Steps = [.. d.Open.Steps.Select(s => StepDues.TryGetValue(s.Token.Value, out var due) ? s with { Due = due } : s)],
            Passed = d.Open.Passed?.AsBegun(),
        },
    };
}
