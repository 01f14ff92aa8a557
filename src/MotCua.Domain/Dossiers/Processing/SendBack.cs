using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The approving person sends the dossier back to the officer before, with the reason; the first deadline stays.</summary>
/// <param name="Reason">Code of the dated list of reasons.</param>
/// <param name="Note">What to mend, in his own words.</param>
[Term("trả lại để xử lý lại")]
public sealed record SendBack(Token Step, string Reason, TextId? Note) : StepAct(Step), IAllowsOnStep<SendBack>
{
    private static readonly Refusal Nobody = new(
        "send-back.nobody", "Quy trình không có bước thẩm định nào trước bước này để trả lại. Hãy phê duyệt hoặc từ chối.");

    private static readonly Refusal NoReason = new("send-back.reason", "Hãy chọn một lý do trả lại trong danh mục.", null, nameof(Reason));
    private static readonly Refusal NoNote = new("send-back.note", "Hãy ghi rõ nội dung cần xử lý lại.", null, nameof(Note));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Sign);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        Approval.Open(dossier, step, now) ?? (Before(step.Element, now.Process) is null ? Nobody : null);

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<SendBack>(dossier, Step, now, step =>
        Before(step.Element, now.Process) is not { } to ? Nobody
        : !now.KnowsReason("send-back", Reason) ? NoReason
        : Note is not { } note ? NoNote
        : Decision.Of([new SentBack(Step, to, Reason, note), .. StepFlow.SendBack(dossier, step, to, now)]));

    /// <summary>The nearest handling step upstream in the same part of the process; null if there is none. What left a border comes from its step.</summary>
    private static string? Before(string element, ProcessDefinition process)
    {
        var seen = new HashSet<string> { element };
        var queue = new Queue<string>([element]);
        while (queue.TryDequeue(out var at))
            foreach (var from in process.Flows.Where(f => f.To == at).Select(f => f.From).Concat(process[at].Host is { } host ? [host] : []).Where(seen.Add))
            {
                if (process[from] is { Kind: ElementKind.Task, Step: StepKind.Handle })
                    return from;
                queue.Enqueue(from);
            }
        return null;
    }
}

/// <summary>The dossier was sent back to an earlier step.</summary>
[Term("đã trả lại"), Stored("sent-back")]
public sealed record SentBack(Token Token, string To, string Reason, TextId Note) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d;
}
