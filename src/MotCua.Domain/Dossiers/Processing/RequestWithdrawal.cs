using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>Who asks to stop.</summary>
[Term("người yêu cầu dừng giải quyết", Law = "TT 03/2025/TT-VPCP Đ.7")]
public enum Requester
{
    /// <summary>The owner of the dossier.</summary>
    [Term("chủ hồ sơ")] Owner,
    /// <summary>Who filed it for the owner.</summary>
    [Term("người nộp hồ sơ")] Submitter,
    /// <summary>Another person with a written authorisation.</summary>
    [Term("người được ủy quyền")] Proxy,
}

/// <summary>The applicant asks to withdraw the dossier; the one-stop unit records it and must answer at once (R-WF-17, R-WF-24).</summary>
/// <param name="Channel">How the request came.</param>
/// <param name="Text">The request in the applicant's words.</param>
/// <param name="By">Who asks.</param>
[Term("yêu cầu rút hồ sơ", Law = "NĐ 118/2025/NĐ-CP Đ.21; TT 03/2025/TT-VPCP Đ.7")]
public sealed record RequestWithdrawal(Channel Channel, TextId? Text, Requester By = Requester.Owner)
    : DossierAct, IAllowsOnDossier<RequestWithdrawal>
{
    private static readonly Refusal Already = new("withdraw.already", "Đã ghi yêu cầu rút hồ sơ này. Hãy trả lời yêu cầu đó.");
    private static readonly Refusal Unborn = new("withdraw.unborn", "Chưa có hồ sơ này nên không có gì để rút. Hãy kiểm tra lại mã hồ sơ.");
    private static readonly Refusal Closed = new("withdraw.closed", "Hồ sơ đã kết thúc nên không rút được nữa. Hãy giải thích cho người nộp.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier switch
    {
        { Case.Status: DossierStatus.Unborn } => Unborn,
        { IsClosed: true } => Closed,
        { Case.StopRequest: not null } => Already,
        _ => null,
    };

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) =>
        Allows(dossier, now) is { } no ? no
        : Text is not { } text ? new Refusal("withdraw.text", "Hãy ghi nội dung yêu cầu rút hồ sơ của người nộp.", null, nameof(Text))
        : new WithdrawalRequested(Channel, text, now.Now, By);
}

/// <summary>The applicant asked to withdraw.</summary>
[Term("đã ghi yêu cầu rút hồ sơ"), Stored("withdrawal-requested")]
public sealed record WithdrawalRequested(Channel Channel, TextId Text, DateTimeOffset At, Requester By = Requester.Owner) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Status = DossierStatus.WithdrawalRequested, StopRequest = new StopRequest(Channel, At, d.Case.Status) },
    };
}
