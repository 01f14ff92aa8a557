using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>A step of a process whose steps follow one another: a row of a table instead of a drawing.</summary>
/// <param name="Id">Id of the element; a dossier that stands there is found by it in later versions.</param>
/// <param name="Function">For <see cref="StepPlace.Department"/>: which department; null = the procedure's own.</param>
/// <param name="Hours">Working hours; null where none are set.</param>
/// <param name="Group">Name of the time that it shares with other steps; null for a time of its own.</param>
[NoTerm("a row of a table")]
public sealed record StepLine(string Id, string Name, StepKind Kind, StepPlace Place, string? Function, decimal? Hours, string? Group = null)
{
    /// <summary>For <see cref="StepPlace.Agency"/>: code of the agency.</summary>
    public string? Agency { get; init; }

    /// <summary>Id of the earlier step to which the dossier returns when this one does not agree; null where it always goes on.</summary>
    public string? BackTo { get; init; }
}

/// <summary>Processes of the usual kind as tables of steps, and back.</summary>
public static class StepLines
{
    private const string Start = "start", End = "end", Gate = "agreed", Disagrees = "step.outcome = 'Refused'";

    private static readonly (string Id, string Name, StepKind Kind, StepPlace Place, decimal Part)[] UsualSteps =
    [
        ("hand-over", "Chuyển hồ sơ đến bộ phận xử lý", StepKind.HandOver, StepPlace.Reception, 1m / 12),
        ("appraise", "Thẩm định hồ sơ, dự thảo kết quả", StepKind.Handle, StepPlace.Department, 0),
        ("approve", "Phê duyệt, ký kết quả", StepKind.Approve, StepPlace.Competent, 1m / 6),
        ("register", "Lấy số, đóng dấu, vào sổ kết quả", StepKind.Register, StepPlace.Competent, 1m / 8),
        ("return", "Trả kết quả cho người nộp hồ sơ", StepKind.Return, StepPlace.Reception, 1m / 8),
    ];

    /// <summary>The usual steps: hand over, appraise, approve, stamp, return. Their hours add up to the total; what is left over is for appraising.</summary>
    /// <param name="total">Working hours of the legal limit; null leaves the times open.</param>
    public static IReadOnlyList<StepLine> Usual(decimal? total)
    {
        var grain = total >= 24 ? 1 : total >= 8 ? 0.5m : 0.25m;
        decimal Part(decimal part) => decimal.Floor((total ?? 0) * part / grain) * grain;
        var rest = (total ?? 0) - UsualSteps.Sum(s => Part(s.Part));
        return [.. UsualSteps.Select(s => new StepLine(
            s.Id, s.Name, s.Kind, s.Place, null, total is null ? null : s.Kind == StepKind.Handle ? rest : Part(s.Part)))];
    }

    /// <summary>The process whose steps follow one another in the order of the lines. Each step is done by whoever holds the duty of its kind; behind one
    /// that may disagree stands a gateway that leads back.</summary>
    /// <param name="head">Code, version, name, decision and days; its elements are left aside.</param>
    public static ProcessDefinition Build(ProcessDefinition head, IReadOnlyList<StepLine> lines)
    {
        var ids = new HashSet<string> { Start, End };
        var named = lines.Select(l => l with { Id = Free(l.Id, ids) }).ToList();
        var (elements, flows) = (new List<ProcessElement> { Plain(Start, ElementKind.Start, "Bắt đầu") }, new List<Flow>());
        var at = new Flow(Start, "");
        foreach (var (i, line) in named.Index())
        {
            elements.Add(Element(line));
            flows.Add(at with { To = line.Id });
            at = new Flow(line.Id, "");
            if (named.Take(i).FirstOrDefault(l => l.Id == line.BackTo) is not { } back)
                continue;
            var gate = Free(line.Id + "-" + Gate, ids);
            elements.Add(Plain(gate, ElementKind.Exclusive, ""));
            flows.Add(at with { To = gate });
            flows.Add(new Flow(gate, back.Id) { Name = "Không đồng ý", Condition = Disagrees });
            at = new Flow(gate, "") { Name = "Đồng ý", IsDefault = true };
        }
        elements.Add(Plain(End, ElementKind.End, "Kết thúc"));
        flows.Add(at with { To = End });
        return head with { Elements = elements, Flows = flows };
    }

    /// <summary>The steps as lines; null where they do not simply follow one another.</summary>
    public static IReadOnlyList<StepLine>? Of(ProcessDefinition process)
    {
        if (process.Elements.Any(e => e.Kind is not (ElementKind.Start or ElementKind.Task or ElementKind.Exclusive or ElementKind.End))
            || process.Elements.Where(e => e.Kind == ElementKind.Start).ToList() is not [var start])
            return null;
        var (lines, at, seen) = (new List<StepLine>(), start.Id, 1);
        for (; process[at].Kind != ElementKind.End; seen++)
        {
            var outs = process.Flows.Where(f => f.From == at).ToList();
            if (outs is [_, _] && process[at].Kind == ElementKind.Exclusive && outs.Find(f => f.Condition == Disagrees && !f.IsDefault) is { } back
                && lines.Exists(l => l.Id == back.To))
                (lines[^1], outs) = (lines[^1] with { BackTo = back.To }, [outs.Find(f => f != back)!]);
            if (outs is not [{ Condition: null } next] || seen > process.Elements.Count || lines.Exists(l => l.Id == next.To))
                return null;
            at = next.To;
            if (process[at].Kind == ElementKind.Task)
                lines.Add(Line(process[at]));
        }
        return seen == process.Elements.Count ? lines : null;
    }

    /// <summary>A step as a line.</summary>
    public static StepLine Line(ProcessElement step) => new(
        step.Id, step.Name, step.Step ?? StepKind.Handle, step.Place ?? StepPlace.Competent, step.Function, step.Hours, step.Group) { Agency = step.Agency };

    /// <summary>The duty by which a kind of step is done.</summary>
    public static Duty DutyOf(StepKind kind) => kind switch
    {
        StepKind.HandOver => Duty.Receive,
        StepKind.Handle or StepKind.Cooperate => Duty.Handle,
        StepKind.Approve => Duty.Sign,
        StepKind.Register => Duty.Clerk,
        _ => Duty.Return,
    };

    private static ProcessElement Element(StepLine line) => new(
        line.Id, ElementKind.Task, line.Name, line.Kind, line.Place, DutyOf(line.Kind), line.Hours,
        line.Place is StepPlace.Department or StepPlace.Agency ? line.Function : null)
    {
        Group = line.Group, Agency = line.Place == StepPlace.Agency ? line.Agency : null,
    };

    private static ProcessElement Plain(string id, ElementKind kind, string name) => new(id, kind, name, null, null, null, null, null);

    // An id is kept while it is free: a dossier that stands there finds its step in the next version.
    private static string Free(string id, HashSet<string> taken)
    {
        var root = id.Length > 0 ? id : "step";
        for (var n = 1; ; n++)
            if ((n == 1 && id.Length > 0 ? root : $"{root}-{n}") is var free && taken.Add(free))
                return free;
    }
}
