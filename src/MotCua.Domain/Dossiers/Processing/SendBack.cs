using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>Whoever has the dossier sends it back to an earlier step, with the reason; the first deadline stays. The approving person sends it to the
/// officer before, or to any step that was done; a handling officer to a step that was done; the clerk to who approved, whose decision is open again.</summary>
/// <param name="Reason">Code of the dated list of reasons.</param>
/// <param name="Note">What to mend, in his own words.</param>
/// <param name="To">The step; null for the nearest handling step before.</param>
[Term("trả lại để xử lý lại")]
public sealed record SendBack(Token Step, string Reason, TextId? Note, string? To = null) : StepAct(Step), IAllowsOnStep<SendBack>
{
    private static readonly Refusal NotHere = new("send-back.not-here", "Bước này không trả lại bước trước được. Hãy xem việc được làm lúc này.");
    private static readonly Refusal OtherDuty = new(
        "send-back.other-duty", "Chỉ người có nhiệm vụ của bước này mới trả lại được. Hãy để người được giao nhiệm vụ đó làm.");
    private static readonly Refusal Nobody = new(
        "send-back.nobody", "Quy trình không có bước nào đã làm trước bước này để trả lại. Hãy giải quyết tiếp.");
    private static readonly Refusal NoStep = new("send-back.step", "Hãy chọn một bước đã làm để trả lại.", null, nameof(To));
    private static readonly Refusal NoReason = new("send-back.reason", "Hãy chọn một lý do trả lại trong danh mục.", null, nameof(Reason));
    private static readonly Refusal NoNote = new("send-back.note", "Hãy ghi rõ nội dung cần xử lý lại.", null, nameof(Note));

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Step, Duty.Sign, Duty.Handle, Duty.Clerk);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now) =>
        step.Kind is not (StepKind.Approve or StepKind.Handle or StepKind.Register) ? NotHere
        : InProcess.Running(dossier) ?? StepFlow.Mine(step, now)
        ?? (now.By is { Kind: ActorKind.Officer, Seat: { } seat } && !now.Holds(seat, StepDuties.Of(step.Kind), step.Unit) ? OtherDuty
            : Consultation.Awaited(dossier, step) ?? (Targets(dossier, step, now.Process).Count == 0 ? Nobody : null));

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => InProcess.On<SendBack>(dossier, Step, now, step =>
        Target(Targets(dossier, step, now.Process)) is not { } to ? NoStep
        : !now.KnowsReason("send-back", Reason) ? NoReason
        : Note is not { } note ? NoNote
        : Decision.Of([new SentBack(Step, to, Reason, note) { Draft = dossier.Drafts.Latest?.Ref }, .. StepFlow.SendBack(dossier, step, to, now)]));

    /// <summary>The steps to which one may be sent back, the nearest first: what was done before it, and for an approval the handling step before.</summary>
    public static IReadOnlyList<ProcessElement> Targets(Dossier dossier, OpenStep step, ProcessDefinition process)
    {
        var before = Before(step.Element, process).Where(e => !dossier.Open.Steps.Exists(s => s.Element == e.Id)).ToList();
        // Whoever registers rests on the decision: what lies before it is the approving person's to send back.
        if (step.Kind == StepKind.Register)
            return before.FindAll(e => e.Step == StepKind.Approve && dossier.Open.DoneBy.ContainsKey(e.Id));
        var usual = step.Kind == StepKind.Approve ? before.Find(e => e.Step == StepKind.Handle) : null;
        return before.FindAll(e => e == usual
            || (e.Step is StepKind.HandOver or StepKind.Handle or StepKind.Approve && dossier.Open.DoneBy.ContainsKey(e.Id)));
    }

    private string? Target(IReadOnlyList<ProcessElement> targets) =>
        (To is null ? targets.FirstOrDefault(e => e.Step == StepKind.Handle) : targets.FirstOrDefault(e => e.Id == To))?.Id;

    /// <summary>The steps upstream in the same part of the process, the nearest first. What left a border comes from its step.</summary>
    private static IEnumerable<ProcessElement> Before(string element, ProcessDefinition process)
    {
        var seen = new HashSet<string> { element };
        var queue = new Queue<string>([element]);
        while (queue.TryDequeue(out var at))
            foreach (var from in process.Flows.Where(f => f.To == at).Select(f => f.From).Concat(process[at].Host is { } host ? [host] : []).Where(seen.Add))
            {
                if (process[from].Kind == ElementKind.Task)
                    yield return process[from];
                queue.Enqueue(from);
            }
    }
}

/// <summary>The dossier was sent back to an earlier step.</summary>
[Term("đã trả lại"), Stored("sent-back")]
public sealed record SentBack(Token Token, string To, string Reason, TextId Note) : DossierEvent
{
    /// <summary>The draft that was sent back; null where there was none.</summary>
    public DraftRef? Draft { get; init; }

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Case = d.Case with { Decided = null }, Drafts = d.Drafts.Judged(Draft, DraftState.SentBack) };
}
