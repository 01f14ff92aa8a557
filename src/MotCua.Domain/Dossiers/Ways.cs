using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;

namespace MotCua.Domain.Dossiers;

/// <summary>A place in the process at which the officer chooses by which way it goes on.</summary>
/// <param name="Element">Id of the gateway.</param>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Several">He may choose more than one.</param>
/// <param name="Choices">Flows by id, with what he reads.</param>
[Term("lựa chọn hướng đi tiếp")]
public sealed record WayQuestion(string Element, string Name, bool Several, IReadOnlyList<(string Flow, string Name)> Choices)
{
    /// <summary>What an officer is asked when he completes a step, in the order of the process; nothing as a rule.</summary>
    public static IReadOnlyList<WayQuestion> Of(Dossier dossier, OpenStep step, Circumstances now) => Ways.Asked(dossier, step, now);
}

/// <summary>Which flows are taken: conditions over the dossier's data, and what the officer chose.</summary>
/// <param name="Said">What the step that was just completed decides or proposes.</param>
/// <param name="Chosen">Ids of the flows that he chose.</param>
[NoTerm("the choice of flows")]
internal sealed record Ways(Dossier Dossier, Circumstances Now, Outcome? Said, IReadOnlyList<string> Chosen)
{
    /// <summary>Whether the condition of a flow holds; what only the officer knows holds if he chose the flow.</summary>
    public bool? Holds(Flow flow) => Knows(flow) ?? Chosen.Contains(flow.Id);

    /// <summary>Whether a flow is left to the officer.</summary>
    public bool Leaves(Flow flow) => flow.Condition is not null && Knows(flow) is null;

    /// <summary>Why it does not go on at an element.</summary>
    public Refusal Stuck(string element)
    {
        var e = Now.Process.Find(element);
        var name = e is { Name.Length: > 0 } ? e.Name : element;
        var open = Now.Process.Flows.Where(f => f.From == element && f.Condition is not null && Knows(f) is null).ToList();
        return open.Count > 0
            ? new Refusal("way.choose", $"Hãy chọn hướng đi tiếp ở “{name}”: {string.Join("; ", open.Select(Word))}.", null, nameof(StepAct.Ways))
            : new Refusal("way.none", $"Không nhánh nào ở “{name}” đúng với hồ sơ này và quy trình không có nhánh mặc định, nên chưa chuyển đi được. "
                + "Hãy đề nghị đơn vị quản lý quy trình sửa điều kiện rẽ nhánh hoặc chuyển hồ sơ sang phiên bản quy trình khác.");
    }

    /// <summary>What an officer is asked when he completes a step, in the order of the process.</summary>
    public static IReadOnlyList<WayQuestion> Asked(Dossier dossier, OpenStep step, Circumstances now)
    {
        if (step.BackTo is not null || step.Kind == StepKind.Return || now.Process.Find(step.Element) is not { } first)
            return [];
        var ways = new Ways(dossier, now, null, []);
        var (questions, seen, queue) = (new List<WayQuestion>(), new HashSet<string>(), new Queue<ProcessElement>([first]));
        while (queue.TryDequeue(out var at))
        {
            if (!seen.Add(at.Id))
                continue;
            if (ways.Question(at) is { } question)
                questions.Add(question);
            foreach (var next in now.Process.Flows.Where(f => f.From == at.Id && ways.Knows(f) != false).SelectMany(f => ways.Passed(now.Process[f.To])))
                queue.Enqueue(next);
        }
        return questions;
    }

    /// <summary>Null where only the officer knows.</summary>
    private bool? Knows(Flow flow) => Now.Process.ConditionOf(flow)?.Holds(
        name => name == ConditionData.StepOutcome ? Said is { } said ? new DataValue(said.ToString()) : null : DossierData.Of(name, Dossier, Now),
        name => name.StartsWith("step.", StringComparison.Ordinal) && name != ConditionData.StepOutcome) ?? (flow.Condition is null ? true : null);

    private WayQuestion? Question(ProcessElement at)
    {
        var outs = Now.Process.Flows.Where(f => f.From == at.Id).ToList();
        var asked = outs.Where(f => f.Condition is not null && Knows(f) is null).ToList();
        if (outs.Count < 2 || asked.Count == 0)
            return null;
        // A way that the data decides is no choice; the way taken when nothing else is chosen is one.
        return new WayQuestion(
            at.Id, at.Name, at.Kind != ElementKind.Exclusive, [.. asked.Concat(outs.Where(f => f.IsDefault)).Select(f => (f.Id ?? "", Word(f)))]);
    }

    /// <summary>Where the flow goes on at once: through gateways, into sub-processes, out of them at their ends.</summary>
    private IEnumerable<ProcessElement> Passed(ProcessElement at) => at.Kind switch
    {
        ElementKind.Exclusive or ElementKind.Inclusive or ElementKind.Fork or ElementKind.Join => [at],
        ElementKind.SubProcess => Now.Process.Elements.Where(e => e.Scope == at.Id && e.Kind == ElementKind.Start).Take(1),
        ElementKind.End or ElementKind.Terminate when at.Scope is { } scope => [Now.Process[scope]],
        _ => [],
    };

    private string Word(Flow flow)
    {
        var to = Now.Process.Find(flow.To);
        return flow.Name ?? (to is { Name.Length: > 0 } ? to.Name : flow.To);
    }
}

/// <summary>The data of a dossier that conditions ask for (<see cref="ConditionData"/>).</summary>
[NoTerm("a look-up")]
internal static class DossierData
{
    /// <summary>The value of a name; null where there is none.</summary>
    public static DataValue? Of(string name, Dossier d, Circumstances now) => name switch
    {
        "dossier.status" => Text(d.Case.Status.ToString()),
        "dossier.channel" => Text(d.Case.Channel.ToString()),
        "dossier.case" => Text(d.Case.CaseName),
        "dossier.procedure" => Text(d.Case.Procedure),
        "dossier.regime" => Text(d.Case.Regime),
        "dossier.immediate" => new DataValue(Truth: d.Case.Immediate),
        "dossier.outcome" => Text(d.Case.Decided?.ToString()),
        "dossier.reception" => Text(now.Agencies.Find(d.Case.Reception)?.Code),
        "dossier.competent" => Text(now.Agencies.Find(d.Case.Competent)?.Code),
        "dossier.return-channel" => Text(d.Delivery.Channel.ToString()),
        "dossier.charged" => new DataValue(Number: d.Money.Charged.Amount),
        "dossier.owed" => new DataValue(Number: d.Money.Owed.Amount),
        "dossier.supplements" => new DataValue(Number: d.Case.SupplementRounds),
        "dossier.sets" => new DataValue(Number: d.Case.Sets),
        "dossier.received" => new DataValue(Day: Vietnam.Day(d.Case.ReceivedAt)),
        "dossier.due" => new DataValue(Day: Vietnam.Day(d.Case.Due.Due)),
        "dossier.late" => new DataValue(Truth: now.Now > d.Case.Due.Due),
        "dossier.today" => new DataValue(Day: now.Today),
        _ when name.StartsWith("form.", StringComparison.Ordinal) => now.Declared(name["form.".Length..]),
        _ => null,
    };

    private static DataValue? Text(string? text) => text is null ? null : new DataValue(text);
}
