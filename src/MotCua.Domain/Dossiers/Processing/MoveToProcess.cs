using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>A running dossier goes over to another version of its process, each open step to the element of the same id and kind. A dossier stays on its
/// version unless somebody does this on purpose (R-WF-23); its legal limit and its appointment never move by it.</summary>
/// <param name="Version">The version to go to.</param>
[Term("chuyển hồ sơ sang phiên bản khác của quy trình", Law = "TT 01/2018/TT-VPCP Đ.8")]
public sealed record MoveToProcess(int Version) : DossierAct, IAllowsOnDossier<MoveToProcess>
{
    private static readonly Refusal Same = new("move-process.same", "Hồ sơ đang theo phiên bản này của quy trình rồi.");

    private static readonly Refusal Joined = new(
        "move-process.join", "Có nhánh song song đã xong đang chờ ở một điểm không có trong phiên bản đó. Hãy chờ các nhánh xong rồi chuyển.");

    private static readonly Refusal Only = new(
        "move-process.only", "Quy trình của hồ sơ không có phiên bản khác đang hiệu lực. Hãy ban hành phiên bản mới trước.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Competent, Duty.Lead, Duty.Control);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => InProcess.Alive(dossier)
        ?? (now.VersionsOf(dossier.Case.Process).Any(p => p.Version != dossier.Case.ProcessVersion && Holds(p, now.Today)) ? null : Only);

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is StepOpened or StepClosed or ProcessMoved;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        if (dossier.Case.ProcessVersion == Version)
            return Same;
        if (now.VersionsOf(dossier.Case.Process).FirstOrDefault(p => p.Version == Version && Holds(p, now.Today)) is not { } next)
            return new Refusal("move-process.unknown", $"Quy trình chưa có phiên bản {Version} đang hiệu lực. Hãy chọn phiên bản khác.");
        return Lacking(dossier, now.Process, next) is { } lacking
            ? lacking
            : new ProcessMoved(dossier.Case.ProcessVersion, Version, StepDues(dossier, next, now));
    }

    private static bool Holds(ProcessDefinition process, DateOnly day) => process.From <= day && (process.To is null || day <= process.To);

    /// <summary>Why the dossier cannot stand in the other version; null if it can.</summary>
    private static Refusal? Lacking(Dossier dossier, ProcessDefinition process, ProcessDefinition next)
    {
        // What another agency does is no element of either version.
        foreach (var step in dossier.Open.Steps.Where(s => s.Kind != StepKind.Cooperate))
        {
            if (Find(next, step.Element) is not { Kind: ElementKind.Task } element)
                return No(process, step.Element, "không có trong phiên bản đó");
            if (element.Step != step.Kind)
                return No(process, step.Element, $"là loại “{Terms.Of(element.Step ?? StepKind.Handle)}” trong phiên bản đó");
            if (step.BackTo?.Split('|').FirstOrDefault(b => Find(next, b) is not { Kind: ElementKind.Task }) is { } back)
                return No(process, back, "là nơi bước đang làm phải quay lại, không có trong phiên bản đó");
        }
        foreach (var (element, kind) in dossier.Open.Waits.Select(w => w.Element).Concat(dossier.Open.Scopes.Values.Select(s => s.Element))
            .Where(e => e.Length > 0).Select(e => (e, Find(process, e)?.Kind)))
            if (Find(next, element) is not { } same || same.Kind != kind)
                return No(process, element, "đang mở, không có hoặc là loại khác trong phiên bản đó");
        return dossier.Open.Joins.Where(j => j.Value > 0).All(j => Stands(j.Key, process, next)) ? null : Joined;
    }

    /// <summary>Whether what waits at a join waits at the same one there. Drawn processes count by the flow that comes in, others by the join.</summary>
    private static bool Stands(string key, ProcessDefinition process, ProcessDefinition next)
    {
        if (key.IndexOf(':') is var cut and > 0)
            return next.Flows.FirstOrDefault(f => f.Id == key[(cut + 1)..]) is { } flow && process.Flows.Any(f => f.Id == flow.Id && f.To == flow.To)
                && Find(next, flow.To)?.Kind == Find(process, flow.To)?.Kind && next.Incoming(flow.To) == process.Incoming(flow.To);
        return Find(next, key) is { Kind: ElementKind.Join } && next.Incoming(key) == process.Incoming(key) && next.Flows.All(f => f.Id is null);
    }

    private static Refusal No(ProcessDefinition process, string element, string why) => new(
        "move-process.step", $"Bước “{Find(process, element)?.Name ?? element}” {why}. Hãy làm xong bước này rồi chuyển, hoặc để hồ sơ theo phiên bản cũ.");

    private static ProcessElement? Find(ProcessDefinition process, string id) => process.Elements.FirstOrDefault(e => e.Id == id);

    /// <summary>Ends of the open steps whose own time is another in the new version. What waits for the applicant is timed when he comes.</summary>
    private static Dictionary<int, DateTimeOffset?> StepDues(Dossier dossier, ProcessDefinition next, Circumstances now)
    {
        var dues = new Dictionary<int, DateTimeOffset?>();
        foreach (var step in dossier.Open.Steps.Where(s => s.WaitsFor == Side.Authority))
        {
            var (before, after) = (Find(now.Process, step.Element)?.Hours, Find(next, step.Element)?.Hours);
            if (before == after)
                continue;
            DateTimeOffset? due = after is { } hours ? LimitClock.StepDue(dossier, step, hours, dossier.Case.Clock.Pauses, now) : null;
            dues[step.Token.Value] = step.Kind == StepKind.Return && due < dossier.Case.Appointment ? dossier.Case.Appointment : due;
        }
        return dues;
    }
}

/// <summary>The dossier follows another version of its process from here on.</summary>
/// <param name="StepDues">New ends of open steps whose time is another there, by token; null for none.</param>
[Term("đã chuyển sang phiên bản khác của quy trình"), Stored("process-moved")]
public sealed record ProcessMoved(int From, int To, IReadOnlyDictionary<int, DateTimeOffset?> StepDues) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { ProcessVersion = To },
        Open = d.Open with
        {
            Passed = null,
            Steps = [.. d.Open.Steps.Select(s => StepDues.TryGetValue(s.Token.Value, out var due) ? s with { Due = due } : s)],
        },
    };
}
