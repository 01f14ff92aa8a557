using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>What the acts of this room ask first.</summary>
internal static class InProcess
{
    private static readonly Refusal Unborn = new("dossier.unborn", "Chưa có hồ sơ này. Hãy tiếp nhận hồ sơ trước.");
    private static readonly Refusal Closed = new("dossier.closed", "Hồ sơ đã kết thúc, không xử lý thêm được. Nếu cần, hãy lập hồ sơ mới.");
    private static readonly Refusal Waiting = new(
        "dossier.awaiting-supplement", "Hồ sơ đang chờ người nộp bổ sung giấy tờ. Việc xử lý tiếp tục khi Bộ phận Một cửa nhận đủ.");
    private static readonly Refusal Withdrawing = new(
        "dossier.withdrawal-requested", "Người nộp đã yêu cầu rút hồ sơ. Bộ phận Một cửa phải trả lời yêu cầu đó trước.");

    /// <summary>Refusal unless work on the dossier goes on.</summary>
    public static Refusal? Running(Dossier dossier) => dossier.Case.Status switch
    {
        DossierStatus.Unborn => Unborn,
        DossierStatus.AwaitingSupplement => Waiting,
        DossierStatus.WithdrawalRequested => Withdrawing,
        DossierStatus.Stopped or DossierStatus.Returned => Closed,
        _ => null,
    };

    /// <summary>Refusal unless the dossier is on record and not closed; it may wait.</summary>
    public static Refusal? Alive(Dossier dossier) => dossier.Case.Status switch
    {
        DossierStatus.Unborn => Unborn,
        DossierStatus.Stopped or DossierStatus.Returned => Closed,
        _ => null,
    };

    /// <summary>Asks the act of a step whether it is allowed on its open step, then goes on.</summary>
    public static Decision On<TAct>(Dossier dossier, Token token, Circumstances now, Func<OpenStep, Decision> then)
        where TAct : StepAct, IAllowsOnStep<TAct> =>
        dossier.Open[token] is not { } step ? Running(dossier) ?? StepFlow.Gone
        : TAct.Allows(dossier, step, now) is { } no ? no
        : then(step);
}
