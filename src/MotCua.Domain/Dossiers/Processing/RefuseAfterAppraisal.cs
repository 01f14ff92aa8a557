using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The competent person refuses after appraisal: a written refusal, within the legal limit, handed over as the result (R-WF-14).</summary>
/// <param name="Reason">Code of a legal ground of the dated list.</param>
/// <param name="Note">The reasons in words, printed on Mẫu 03.</param>
/// <param name="LateExplanation">Why the refusal comes after the limit; needed only then.</param>
[Term("từ chối giải quyết hồ sơ sau thẩm định", Law = "NĐ 61/2018/NĐ-CP Đ.19.8")]
public sealed record RefuseAfterAppraisal(Token Step, string Reason, TextId? Note, TextId? LateExplanation)
    : StepAct(Step), IAllowsOnStep<RefuseAfterAppraisal>
{
    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) => Approval.Open(dossier, step, now) ?? LimitClock.Ticks(dossier);

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [now.FormCounter("refusal", dossier.Case.Reception)];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<RefuseAfterAppraisal>(dossier, Step, now, step =>
        !now.KnowsReason("refuse-appraisal", Reason)
            ? new Refusal("refuse.reason", "Hãy chọn căn cứ từ chối trong danh mục.", "NĐ 61/2018/NĐ-CP Đ.19.8", nameof(Reason))
        : Note is not { } note
            ? new Refusal("refuse.note", "Văn bản từ chối phải nêu rõ lý do. Hãy ghi lý do cụ thể.", "NĐ 61/2018/NĐ-CP Đ.19.8", nameof(Note))
        : now.Now > dossier.Case.Due.Due && LateExplanation is null
            ? new Refusal("refuse.late",
                "Đã quá thời hạn giải quyết nên việc từ chối phải kèm giải trình lý do chậm. Hãy ghi giải trình rồi từ chối lại.",
                "NĐ 61/2018/NĐ-CP Đ.19.8", nameof(LateExplanation))
            : StepFlow.Complete(
                dossier, step, now, this, Outcome.Refused,
                new RefusedAfterAppraisal(Step, Reason, note, LateExplanation, now.Numbers[now.FormCounter("refusal", dossier.Case.Reception)])
                {
                    Draft = dossier.Drafts.Latest?.Ref,
                }));
}

/// <summary>The request was refused after appraisal.</summary>
/// <param name="Number">Number of the refusal slip.</param>
[Term("đã từ chối giải quyết"), Stored("refused-after-appraisal")]
public sealed record RefusedAfterAppraisal(Token Token, string Reason, TextId Note, TextId? LateExplanation, long Number) : DossierEvent
{
    /// <summary>The draft that was refused; null where there was none.</summary>
    public DraftRef? Draft { get; init; }

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Decided = Outcome.Refused }, Drafts = d.Drafts.Judged(Draft, DraftState.Refused),
    };
}
