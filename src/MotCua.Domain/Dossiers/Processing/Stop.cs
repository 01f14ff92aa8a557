using MotCua.Domain.Agencies;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The one-stop unit stops the dossier: only while there is neither a decision nor a written notice of the result, and only on a ground
/// of the closed dated list (R-WF-17, R-WF-18). At the applicant's request whoever receives there does it; on a ground that the unit finds
/// itself (no supplement came, nobody is left who could claim) its head does, in writing.</summary>
/// <param name="Reason">Code of the dated list of grounds.</param>
/// <param name="Text">The facts, where the applicant did not ask for it.</param>
[Term("dừng giải quyết hồ sơ", Law = "NĐ 118/2025/NĐ-CP Đ.21; TT 03/2025/TT-VPCP Đ.7")]
public sealed record Stop(string Reason, TextId? Text = null) : DossierAct, IAllowsOnDossier<Stop>
{
    /// <summary>Code of the ground that no supplement came: there must have been one to wait for.</summary>
    public const string NoSupplement = "qua-han-bo-sung";

    private static readonly Refusal NotAsked = new("stop.not-asked", "Chưa có yêu cầu rút hồ sơ. Hãy ghi yêu cầu của người nộp trước.");
    private static readonly Refusal HasResult = new(
        "stop.has-result",
        "Đã có quyết định hoặc thông báo kết quả nên không dừng được. Hãy trả lời người nộp là không dừng giải quyết.",
        "TT 03/2025/TT-VPCP Đ.7.1");
    private static readonly Refusal NoReason = new(
        "stop.reason", "Hãy chọn căn cứ dừng giải quyết trong danh mục.", "TT 03/2025/TT-VPCP Đ.7", nameof(Reason));
    private static readonly Refusal NotHead = new(
        "stop.head", "Căn cứ này do người phụ trách Bộ phận Một cửa quyết định. Hãy chọn căn cứ khác hoặc chuyển cho người phụ trách.", null, nameof(Reason));
    private static readonly Refusal NotWaiting = new(
        "stop.not-waiting", "Hồ sơ không chờ bổ sung giấy tờ. Hãy chọn căn cứ khác.", null, nameof(Reason));
    private static readonly Refusal NoText = new("stop.text", "Hãy ghi sự việc làm căn cứ dừng giải quyết.", null, nameof(Text));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier switch
    {
        { Case.Status: DossierStatus.Unborn } or { IsClosed: true } => NotAsked,
        { Case.StopRequest: null } when !IsHead(dossier, now) => NotAsked,
        { Case.Decided: not null } or { Delivery.RegisteredAt: not null } => HasResult,
        _ => null,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter("stop", dossier.Case.Reception)];

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is SupplementAccepted;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : now.FindReason("stop", Reason) is not { } ground ? NoReason
        : Wrong(ground, dossier, now) is { } wrong ? wrong
        : Decision.Of([
            .. StepFlow.CloseAll(dossier, now),
            .. Text is { } text ? [new StopGroundFound(Reason, text)] : Array.Empty<DossierEvent>(),
            new Stopped(Reason, now.Numbers[now.FormCounter("stop", dossier.Case.Reception)], dossier.Money.Paid)]);

    private Refusal? Wrong(LegalReason ground, Dossier dossier, Circumstances now) =>
        ground.By == Responsible.Applicant ? dossier.Case.StopRequest is null ? NotAsked : null
        : !IsHead(dossier, now) ? NotHead
        : Reason == NoSupplement && dossier.Case.Status != DossierStatus.AwaitingSupplement ? NotWaiting
        : Text is null ? NoText : null;

    private static bool IsHead(Dossier dossier, Circumstances now) => now.By.Kind == ActorKind.Officer
        && now.Duties.Any(g => g.Duty == Duty.HeadOneStop && g.Unit == dossier.Case.Reception && g.HoldsOn(now.Today));
}

/// <summary>The facts on which a dossier is stopped without the applicant's request.</summary>
[Term("đã ghi căn cứ dừng giải quyết"), Stored("stop-ground-found")]
public sealed record StopGroundFound(string Reason, TextId Text) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d;
}

/// <summary>The dossier was stopped.</summary>
/// <param name="Number">Number of the notice.</param>
/// <param name="PaidBefore">What had been paid and is to be settled by the finance rules.</param>
[Term("đã dừng giải quyết"), Stored("stopped")]
public sealed record Stopped(string Reason, long Number, Dong PaidBefore) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Status = DossierStatus.Stopped, Clock = d.Case.Clock with { Standing = null, Change = null } },
        Cooperation = new(d.Cooperation.Tasks.ConvertAll(t => t.IsPending ? t with { State = TaskState.Dropped } : t)),
    };
}

/// <summary>The one-stop unit answers that the dossier is not stopped (R-WF-24).</summary>
/// <param name="Text">The answer in words.</param>
[Term("trả lời không dừng giải quyết hồ sơ", Law = "TT 03/2025/TT-VPCP Đ.7")]
public sealed record DeclineStop(TextId? Text) : DossierAct, IAllowsOnDossier<DeclineStop>
{
    private static readonly Refusal NotAsked = new("decline-stop.not-asked", "Không có yêu cầu rút hồ sơ nào đang chờ trả lời.");
    private static readonly Refusal MustStop = new(
        "decline-stop.must-stop", "Chưa có quyết định hay thông báo kết quả nên phải dừng theo yêu cầu. Hãy lập thông báo dừng giải quyết.",
        "TT 03/2025/TT-VPCP Đ.7.1");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        dossier.Case.StopRequest is null || dossier.IsClosed ? NotAsked
        : dossier.Case.Decided is null && dossier.Delivery.RegisteredAt is null ? MustStop
        : null;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : Text is not { } text ? new Refusal("decline-stop.text", "Hãy ghi nội dung trả lời người nộp.", null, nameof(Text))
        : new StopDeclined(text);
}

/// <summary>The request to stop was declined; the dossier goes on as before.</summary>
[Term("đã trả lời không dừng"), Stored("stop-declined")]
public sealed record StopDeclined(TextId Text) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Status = d.Case.StopRequest?.Before ?? d.Case.Status, StopRequest = null },
    };
}
