using System.Globalization;
using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.App.Returning;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Selections;

/// <summary>What may be done to many dossiers at a time; each is an act of its own at the desk.</summary>
[Term("việc cho nhiều hồ sơ")]
public enum BatchKind
{
    /// <summary>Takes steps that nobody has.</summary>
    [Term("nhận việc")] Claim,
    /// <summary>Gives steps to one officer.</summary>
    [Term("phân công")] Assign,
    /// <summary>Hands over, or submits a positive proposal.</summary>
    [Term("chuyển bước tiếp")] Forward,
    /// <summary>Approves.</summary>
    [Term("phê duyệt")] Approve,
    /// <summary>Hands results to applicants who bring their receipts.</summary>
    [Term("trả kết quả")] Return,
    /// <summary>Gives back what was claimed.</summary>
    [Term("hoàn tác nhận việc")] UndoClaim,
    /// <summary>Takes back to the unit what was assigned.</summary>
    [Term("hoàn tác phân công")] UndoAssign,
    /// <summary>Recalls what was sent on and nobody has begun.</summary>
    [Term("hoàn tác chuyển bước tiếp")] UndoForward,
}

/// <summary>One step of one dossier.</summary>
/// <param name="Version">The version of the dossier that was seen; null where nobody looked yet.</param>
public sealed record BatchItem(DossierId Dossier, Token Step, int? Version = null)
{
    /// <summary>As a form carries it: "guid.token.version".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dossier.Value:N}.{Step.Value}.{Version}").TrimEnd('.');

    /// <summary>Reads what a form carried; null where it is nothing of ours.</summary>
    public static BatchItem? Read(string? text) => text?.Split('.') is [var id, var step, .. var rest] && Guid.TryParse(id, out var guid)
        && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var token)
            ? new BatchItem(new DossierId(guid), new Token(token),
                rest is [var v] && int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null)
            : null;
}

/// <summary>What would become, or became, of one dossier.</summary>
/// <param name="Step">Name of the step; null once it is gone.</param>
/// <param name="No">Why not; null where it will be, or was, done.</param>
/// <param name="Repeated">The same batch was sent before.</param>
public sealed record BatchLine(BatchItem Item, string Code, string? Step, Refusal? No, bool Repeated = false);

/// <summary>Does one thing to many dossiers: looked at first, then one act at the desk for each, with an outcome of its own. The same batch sent
/// twice is done once.</summary>
public sealed class BatchActs(DossierDesk desk, HandleDossier handle, ReturnResult returning, Reaches reaches)
{
    /// <summary>Dossiers in one batch.</summary>
    public const int Most = 200;

    private static readonly Refusal Hidden = new("dossier.unknown", "Không có hồ sơ này trong phạm vi của bạn.");
    private static readonly Refusal NotForward = new(
        "batch.not-forward", "Bước này không chuyển tiếp hàng loạt được. Hãy mở hồ sơ để làm việc của bước.");
    private static readonly Refusal Overtaken = new("batch.overtaken", "Người khác đã làm trước trong lúc bạn xem. Hãy mở hồ sơ để xem diễn biến mới.");

    /// <summary>What would become of each; nothing is written.</summary>
    public async Task<IReadOnlyList<BatchLine>> Preview(
        BatchKind kind, IReadOnlyList<BatchItem> items, OfficerId officer, CancellationToken cancel = default)
    {
        var lines = new List<BatchLine>();
        foreach (var item in Distinct(items))
            if (await Seen(item, officer, cancel) is { } seen)
                lines.Add(Line(kind, item, seen.Dossier, seen.Now));
        return lines;
    }

    /// <summary>Does it.</summary>
    /// <param name="to">Who gets the steps that are assigned.</param>
    /// <param name="hand">The officer's; its key is the batch's.</param>
    public async Task<IReadOnlyList<BatchLine>> Do(
        BatchKind kind, IReadOnlyList<BatchItem> items, OfficerId? to, Hand hand, CancellationToken cancel = default)
    {
        var lines = new List<BatchLine>();
        foreach (var item in Distinct(items))
        {
            if (await Seen(item, hand.By.Officer!.Value, cancel) is not { } seen)
                continue;
            var its = hand with { Seen = item.Version, Key = $"batch:{kind}:{item.Dossier.Value:N}:{item.Step.Value}:{hand.Key}" };
            lines.Add(await One(kind, item, to, its, seen.Dossier, seen.Now, cancel));
        }
        return lines;
    }

    /// <summary>What takes a batch back; null where the law lets nothing be taken back.</summary>
    public static BatchKind? UndoOf(BatchKind kind) => kind switch
    {
        BatchKind.Claim => BatchKind.UndoClaim,
        BatchKind.Assign => BatchKind.UndoAssign,
        BatchKind.Forward => BatchKind.UndoForward,
        _ => null,
    };

    private static IEnumerable<BatchItem> Distinct(IReadOnlyList<BatchItem> items) => items.DistinctBy(i => (i.Dossier, i.Step)).Take(Most);

    private async Task<(Dossier Dossier, Circumstances Now)?> Seen(BatchItem item, OfficerId officer, CancellationToken cancel) =>
        await reaches.MaySee(officer.Value, item.Dossier.Value, cancel) && await desk.Look(item.Dossier, Actor.Of(officer), cancel) is { } seen
            ? (seen.Dossier, seen.Now) : null;

    private static BatchLine Line(BatchKind kind, BatchItem item, Dossier dossier, Circumstances now)
    {
        var step = dossier.Open[item.Step];
        var act = Act(kind, item, step, dossier);
        var why = act is null ? step is null ? StepGone : NotForward : Why(act, dossier, step, now, kind == BatchKind.Assign);
        return new BatchLine(
            item with { Version = dossier.Version }, dossier.Case.Code.Value, step is null ? null : NameOf(step, now), why);
    }

    private static readonly Refusal StepGone = new(
        "step.gone", "Bước này đã xong hoặc đã chuyển đi. Hãy xem lại tình trạng mới nhất của hồ sơ.");

    private static Refusal? Why(DossierAct act, Dossier dossier, OpenStep? step, Circumstances now, bool withoutInput)
    {
        var kind = ActKinds.Of(act);
        return kind.Needs.Check(now, kind.UnitOf(dossier, step)) ?? kind.Allows(dossier, step, now) ?? (withoutInput ? null : act.Decide(dossier, now).Refusal);
    }

    /// <summary>The act as it would be done; null where the step has none that fits.</summary>
    private static DossierAct? Act(BatchKind kind, BatchItem item, OpenStep? step, Dossier dossier) => (kind, step?.Kind) switch
    {
        (BatchKind.UndoForward, _) => new RecallStep(),
        (_, null) => null,
        (BatchKind.Claim, _) => new ClaimStep(item.Step),
        (BatchKind.Assign, _) => new AssignStep(item.Step, default),
        (BatchKind.Forward, StepKind.HandOver) => new HandOver(item.Step),
        (BatchKind.Forward, StepKind.Handle) => new CompleteStep(item.Step, Outcome.Granted, null),
        (BatchKind.Approve, _) => new Approve(item.Step),
        (BatchKind.Return, _) => new HandOverResult(
            item.Step, Collector.Applicant, ProofOf(dossier), null, null, dossier.Delivery.OriginalsHeld > 0),
        (BatchKind.UndoClaim, _) => new HandBackStep(item.Step, new TextId(Guid.Empty)),
        (BatchKind.UndoAssign, _) => new ReleaseStep(item.Step),
        _ => null,
    };

    private static Proof ProofOf(Dossier dossier) => dossier.Case.ReceiptNumber is null ? Proof.NoReceipt : Proof.Receipt;

    private async Task<BatchLine> One(
        BatchKind kind, BatchItem item, OfficerId? to, Hand hand, Dossier dossier, Circumstances now, CancellationToken cancel)
    {
        var step = dossier.Open[item.Step];
        var line = new BatchLine(item, dossier.Case.Code.Value, step is null ? null : NameOf(step, now), null);
        var (id, token) = (item.Dossier, item.Step);
        var performed = kind switch
        {
            BatchKind.Claim => await handle.Claim(id, token, hand, cancel),
            BatchKind.Assign => await handle.Assign(id, token, to ?? default, hand, cancel),
            BatchKind.Forward when step?.Kind == StepKind.HandOver => await handle.HandOver(id, token, hand, cancel),
            BatchKind.Forward => await handle.Complete(id, token, Outcome.Granted, null, hand, cancel),
            BatchKind.Approve => await handle.Approve(id, token, hand, cancel),
            BatchKind.Return => await returning.HandOver(
                id, token, new Collecting(Collector.Applicant, ProofOf(dossier), null, null, dossier.Delivery.OriginalsHeld > 0), hand, cancel),
            BatchKind.UndoClaim => await handle.HandBack(id, token, "Hoàn tác việc nhận nhiều hồ sơ cùng lúc.", hand, cancel),
            BatchKind.UndoAssign => await handle.Release(id, token, hand, cancel),
            _ => await handle.Recall(id, hand, cancel),
        };
        return performed switch
        {
            Performed.Done done => line with { Item = item with { Version = done.After.Version } },
            Performed.Repeated before => line with { Item = item with { Version = before.Version }, Repeated = true },
            Performed.Refused refused => line with { No = refused.Why },
            _ => line with { No = Overtaken },
        };
    }

    private static string NameOf(OpenStep step, Circumstances now) =>
        CooperationTask.IsOne(step.Element) ? CooperationTask.Name : now.Process[step.Element].Name;
}
