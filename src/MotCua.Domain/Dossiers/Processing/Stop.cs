using MotCua.Domain.Agencies;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The one-stop unit stops the dossier at the applicant's request: only while there is neither a decision nor a written
/// notice of the result (R-WF-17, R-WF-18).</summary>
/// <param name="Reason">Code of the dated list of grounds.</param>
[Term("dừng giải quyết hồ sơ", Law = "NĐ 118/2025/NĐ-CP Đ.21; TT 03/2025/TT-VPCP Đ.7")]
public sealed record Stop(string Reason) : DossierAct, IAllowsOnDossier<Stop>
{
    private static readonly Refusal NotAsked = new("stop.not-asked", "Chưa có yêu cầu rút hồ sơ. Hãy ghi yêu cầu của người nộp trước.");
    private static readonly Refusal HasResult = new(
        "stop.has-result",
        "Đã có quyết định hoặc thông báo kết quả nên không dừng được. Hãy trả lời người nộp là không dừng giải quyết.",
        "TT 03/2025/TT-VPCP Đ.7.1");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier switch
    {
        { Case.StopRequest: null } or { IsClosed: true } => NotAsked,
        { Case.Decided: not null } or { Delivery.RegisteredAt: not null } => HasResult,
        _ => null,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter("stop", dossier.Case.Reception)];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => Allows(dossier, now) is { } no
        ? no
        : !now.KnowsReason("stop", Reason)
        ? new Refusal("stop.reason", "Hãy chọn căn cứ dừng giải quyết trong danh mục.", "TT 03/2025/TT-VPCP Đ.7", nameof(Reason))
        : Decision.Of([
            .. StepFlow.CloseAll(dossier, now),
            new Stopped(Reason, now.Numbers[now.FormCounter("stop", dossier.Case.Reception)], dossier.Money.Paid)]);
}

/// <summary>The dossier was stopped.</summary>
/// <param name="Number">Number of the notice.</param>
/// <param name="PaidBefore">What had been paid and is to be settled by the finance rules.</param>
[Term("đã dừng giải quyết"), Stored("stopped")]
public sealed record Stopped(string Reason, long Number, Dong PaidBefore) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Case = d.Case with { Status = DossierStatus.Stopped } };
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
