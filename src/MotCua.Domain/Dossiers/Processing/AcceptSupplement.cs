using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The one-stop unit takes the papers that complete the dossier: the limit starts anew on the next day (R-WF-08).</summary>
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
        var due = Deadline.Count(
            dossier.Case.Limit, dossier.Case.ReceivedAt, now.Calendar(dossier.Case.Competent), now.CutOff(dossier), restartedAt: now.Now);
        return new SupplementAccepted(Papers, due, now.Now, StepDues(dossier, now));
    }

    /// <summary>The open steps begin their own time anew, too.</summary>
    private static Dictionary<int, DateTimeOffset> StepDues(Dossier dossier, Circumstances now) => dossier.Open.Steps
        .Where(s => now.Process[s.Element].Hours is not null)
        .ToDictionary(s => s.Token.Value, s => Deadline.AfterHours(now.Process[s.Element].Hours ?? 0, now.Now, now.Calendar(s.Unit)));
}

/// <summary>The dossier is complete again; its limit was counted anew.</summary>
[Term("đã bổ sung đủ, thời hạn tính lại từ đầu"), Stored("supplement-accepted")]
public sealed record SupplementAccepted(
    IReadOnlyList<TakenPaper> Papers, DueDateAccount Due, DateTimeOffset At, IReadOnlyDictionary<int, DateTimeOffset> StepDues) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with
        {
            Status = DossierStatus.InProcess, Supplement = null, SupplementSince = null, Due = Due, Appointment = Due.Due, RestartedAt = At,
        },
        Open = d.Open with
        {
            Steps = [.. d.Open.Steps.Select(s => s with
            {
                WaitsFor = Side.Authority,
                Due = StepDues.TryGetValue(s.Token.Value, out var due) ? due : s.Due,
            })],
        },
        Delivery = d.Delivery with { OriginalsHeld = d.Delivery.OriginalsHeld + Papers.Count(p => p.GiveBack) },
    };
}
