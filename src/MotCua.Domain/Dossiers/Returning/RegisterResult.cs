using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Returning;

/// <summary>The clerk numbers, stamps and registers the result; it is stored for look-up and reuse (R-RET-06).</summary>
/// <param name="ResultNumber">Number and notation of the result; for a refusal the slip's own number.</param>
/// <param name="Day">Day of issue.</param>
/// <param name="Digest">SHA-256 of the result's file, hexadecimal; null only for a refusal, whose slip the system prints.</param>
[Term("vào sổ, phát hành kết quả", Law = "NĐ 61/2018/NĐ-CP Đ.20.5")]
public sealed record RegisterResult(Token Step, string ResultNumber, DateOnly Day, string? Digest) : StepAct(Step), IAllowsOnStep<RegisterResult>
{
    private static readonly Refusal NotRegister = new("register.not-here", "Hồ sơ không ở bước vào sổ kết quả. Hãy xem bước hiện tại của hồ sơ.");
    private static readonly Refusal NotDecided = new("register.not-decided", "Hồ sơ chưa được phê duyệt hay từ chối nên chưa vào sổ được.");

    /// <summary>Digest of what the file was before it was signed, where it holds nothing else besides signatures; null where it is not such a file.</summary>
    public string? SignedOf { get; init; }

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Clerk);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind != StepKind.Register ? NotRegister
        : Return.Running(dossier) ?? StepFlow.Mine(step, now) ?? (dossier.Case.Decided is null ? NotDecided : null) ?? LimitClock.Ticks(dossier);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (dossier.Open[Step] is not { } step)
            return Return.Running(dossier) ?? StepFlow.Gone;
        if (Allows(dossier, step, now) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(ResultNumber))
            return new Refusal("register.number", "Hãy nhập số, ký hiệu của kết quả.", null, nameof(ResultNumber));
        if (Day > now.Today)
            return new Refusal("register.day", "Ngày ban hành không được sau hôm nay. Hãy nhập lại ngày.", null, nameof(Day));
        var draft = dossier.Case.Decided == Outcome.Granted ? dossier.Drafts.Latest : null;
        if (draft is { State: not DraftState.Approved })
            return Unapproved(draft, dossier.Drafts.LastApproved);
        if (dossier.Case.Decided == Outcome.Granted && Digest is null)
            return new Refusal("register.file", "Hãy tải lên tệp kết quả (PDF hoặc ảnh quét).", "NĐ 61/2018/NĐ-CP Đ.20.5", nameof(Digest));
        return OtherThanApproved(draft) ?? StepFlow.Complete(
            dossier, step, now, this, null,
            new ResultRegistered(Step, ResultNumber, Day, Digest, now.Now, Deadline.Judge(dossier.Case.Due.Due, now.Now)) { Draft = draft?.Ref });
    }

    private static Refusal Unapproved(ResultDraft draft, ResultDraft? before) => new(
        "register.draft-open", $"Dự thảo phiên bản {draft.Number} chưa được phê duyệt"
        + (before is not null ? $"; lần phê duyệt trước chỉ thuộc về phiên bản {before.Number}" : "")
        + ". Hãy trả lại bước phê duyệt để người có thẩm quyền phê duyệt phiên bản mới.");

    /// <summary>What is issued is what was approved, byte for byte, or the same with nothing but signatures behind it (F-16).</summary>
    private Refusal? OtherThanApproved(ResultDraft? draft) =>
        draft is null ? null
        : Digest == draft.Digest || SignedOf == draft.Digest ? null
        : new(
            "register.other-digest", $"Tệp này không phải bản đã được phê duyệt (dự thảo phiên bản {draft.Number}). Hãy dùng đúng bản đó hoặc bản đó "
            + "đã ký số; nếu phải sửa thì đính kèm phiên bản mới rồi trả lại bước phê duyệt.", null, nameof(Digest));
}

/// <summary>The result was registered.</summary>
/// <param name="Outcome">How the whole dossier stands against its legal limit, judged on the day (R-TIME-14).</param>
[Term("đã có kết quả"), Stored("result-registered")]
public sealed record ResultRegistered(Token Token, string Number, DateOnly Day, string? Digest, DateTimeOffset At, LimitOutcome? Outcome = null) : DossierEvent
{
    /// <summary>The approved draft that was issued; null where there was none.</summary>
    public DraftRef? Draft { get; init; }

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Drafts = d.Drafts.Judged(Draft, DraftState.Issued),
        Case = d.Case with { Status = DossierStatus.ResultReady },
        Delivery = d.Delivery with { ResultNumber = Number, ResultDay = Day, RegisteredAt = At, Outcome = Outcome },
    };
}

/// <summary>What the acts of this room ask first.</summary>
internal static class Return
{
    private static readonly Refusal Unborn = new("return.unborn", "Chưa có hồ sơ này. Hãy tiếp nhận hồ sơ trước.");
    private static readonly Refusal Closed = new("return.closed", "Hồ sơ đã kết thúc. Không còn việc trả kết quả.");
    private static readonly Refusal Waiting = new("return.waiting", "Hồ sơ đang chờ người nộp hoặc chờ trả lời yêu cầu rút. Hãy giải quyết việc đó trước.");

    /// <summary>Refusal unless work on the dossier goes on.</summary>
    public static Refusal? Running(Dossier dossier) => dossier.Case.Status switch
    {
        DossierStatus.Unborn => Unborn,
        DossierStatus.Stopped or DossierStatus.Returned => Closed,
        DossierStatus.AwaitingSupplement or DossierStatus.WithdrawalRequested => Waiting,
        _ => null,
    };
}
