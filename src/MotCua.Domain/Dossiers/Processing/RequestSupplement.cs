using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The handling officer finds the dossier wanting at appraisal: one slip that names everything, through the one-stop unit,
/// at the latest 03 working days after reception unless the procedure's own law differs (R-WF-07).</summary>
/// <param name="Text">What is missing and why, printed on Mẫu 02.</param>
/// <param name="Reasons">Codes of the dated list of reasons.</param>
[Term("yêu cầu bổ sung, hoàn thiện hồ sơ", Law = "NĐ 61/2018/NĐ-CP Đ.19.4")]
public sealed record RequestSupplement(Token Step, TextId? Text, IReadOnlyList<string> Reasons) : StepAct(Step), IAllowsOnStep<RequestSupplement>
{
    private static readonly Refusal NotHandling = new(
        "supplement.not-here", "Chỉ yêu cầu bổ sung được ở bước thẩm định. Hãy trả lại bước thẩm định trước.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Handle);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) => dossier switch
    {
        _ when step.Kind != StepKind.Handle => NotHandling,
        _ when InProcess.Running(dossier) is { } no => no,
        _ when StepFlow.Mine(step, now) is { } no => no,
        _ when now.Today > dossier.Case.SupplementNoticeBy => TooLate(dossier),
        _ => null,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter("supplement", dossier.Case.Reception)];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<RequestSupplement>(dossier, Step, now, _ =>
        Reasons.Count == 0 || !Reasons.All(r => now.KnowsReason("supplement", r))
            ? new Refusal("supplement.reason", "Hãy chọn ít nhất một lý do yêu cầu bổ sung trong danh mục.", "NĐ 61/2018/NĐ-CP Đ.19.4", nameof(Reasons))
        : Text is not { } text
            ? new Refusal("supplement.text", "Hãy ghi một lần, đầy đủ những nội dung cần bổ sung.", "NĐ 61/2018/NĐ-CP Đ.11.2.c", nameof(Text))
            : new SupplementRequested(text, Reasons, now.Numbers[now.FormCounter("supplement", dossier.Case.Reception)], now.Now));

    private static Refusal TooLate(Dossier dossier) => new(
        "supplement.too-late",
        $"Đã quá hạn yêu cầu bổ sung ({dossier.Case.SupplementNoticeBy:dd/MM/yyyy}, 03 ngày làm việc kể từ ngày tiếp nhận hoặc theo quy định "
        + "riêng của thủ tục). "
        + "Hãy giải quyết tiếp hoặc trình từ chối.",
        "NĐ 61/2018/NĐ-CP Đ.19.4");
}

/// <summary>A supplement was requested; the clock stands still until it is complete.</summary>
[Term("đã yêu cầu bổ sung"), Stored("supplement-requested")]
public sealed record SupplementRequested(TextId Text, IReadOnlyList<string> Reasons, long Number, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with
        {
            Status = DossierStatus.AwaitingSupplement, Supplement = Text, SupplementSince = At, SupplementRounds = d.Case.SupplementRounds + 1,
        },
        Open = d.Open with { Steps = [.. d.Open.Steps.Select(s => s with { WaitsFor = Side.Applicant })], Passed = d.Open.Passed?.AsBegun() },
    };
}
