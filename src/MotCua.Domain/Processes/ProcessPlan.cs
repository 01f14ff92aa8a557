using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using MotCua.Domain.Processes.Bpmn;

namespace MotCua.Domain.Processes;

/// <summary>A process made quick to ask: elements by id, flows by end, conditions read once.</summary>
internal sealed class ProcessPlan
{
    private static readonly ConditionalWeakTable<ProcessDefinition, ProcessPlan> Plans = [];
    private static readonly IReadOnlyList<Flow> NoFlows = [];
    private static readonly IReadOnlyList<ProcessElement> NoElements = [];

    private readonly string _code;
    private readonly Dictionary<string, ProcessElement> _elements = [];
    private readonly Dictionary<string, IReadOnlyList<Flow>> _outs;
    private readonly Dictionary<string, IReadOnlyList<Flow>> _ins;
    private readonly Dictionary<string, IReadOnlyList<ProcessElement>> _borders;
    private readonly Dictionary<string, ProcessElement> _starts = [];
    private readonly Dictionary<string, string> _targets = [];
    private readonly ConcurrentDictionary<string, FlowCondition?> _conditions = new();
    private readonly ConcurrentDictionary<(string Join, string Input), IReadOnlySet<string>> _before = new();

    private ProcessPlan(ProcessDefinition process)
    {
        _code = process.Code;
        foreach (var element in process.Elements)
            _elements.TryAdd(element.Id, element);
        _outs = process.Flows.GroupBy(f => f.From).ToDictionary(g => g.Key, g => (IReadOnlyList<Flow>)[.. g]);
        _ins = process.Flows.GroupBy(f => f.To).ToDictionary(g => g.Key, g => (IReadOnlyList<Flow>)[.. g]);
        _borders = process.Elements.Where(e => e.Host is not null).GroupBy(e => e.Host!).ToDictionary(g => g.Key, g => (IReadOnlyList<ProcessElement>)[.. g]);
        foreach (var start in process.Elements.Where(e => e.Kind == ElementKind.Start))
            _starts.TryAdd(start.Scope ?? "", start);
        foreach (var flow in process.Flows.Where(f => f.Id is not null))
            _targets.TryAdd(flow.Id!, flow.To);
    }

    /// <summary>The plan of a process; made once, and forgotten with it.</summary>
    public static ProcessPlan Of(ProcessDefinition process) => Plans.GetValue(process, p => new ProcessPlan(p));

    /// <summary>The element with the id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ProcessElement this[string id] =>
        _elements.TryGetValue(id, out var element) ? element : throw new KeyNotFoundException($"Process {_code} has no element '{id}'.");

    /// <summary>The element with the id; null if there is none.</summary>
    public ProcessElement? Find(string id) => _elements.GetValueOrDefault(id);

    /// <summary>Flows that leave an element.</summary>
    public IReadOnlyList<Flow> Outs(string id) => _outs.GetValueOrDefault(id, NoFlows);

    /// <summary>Flows that come into an element.</summary>
    public IReadOnlyList<Flow> Ins(string id) => _ins.GetValueOrDefault(id, NoFlows);

    /// <summary>What waits on the border of an element.</summary>
    public IReadOnlyList<ProcessElement> BorderOf(string id) => _borders.GetValueOrDefault(id, NoElements);

    /// <summary>The start of a sub-process (null: of the process) that is taken; null if there is none.</summary>
    public ProcessElement? StartOf(string? scope) => _starts.GetValueOrDefault(scope ?? "");

    /// <summary>The condition of a flow; null where it has none.</summary>
    public FlowCondition? ConditionOf(Flow flow) =>
        flow.Condition is { } text ? _conditions.GetOrAdd(text, static t => ConditionParser.Read(t).Condition) : null;

    /// <summary>The element that an input, or a join of a process without ids of flows, belongs to.</summary>
    public string JoinOf(string input) => IsInput(input) ? _targets[Split(input).Flow] : input;

    /// <summary>Elements from which an input of a join can be reached without passing the join.</summary>
    public IReadOnlySet<string> Before(string join, Flow input) => _before.GetOrAdd((join, input.Id!), _ => Upstream(join, input.From));

    /// <summary>Whether the name of what waits is that of an input.</summary>
    public static bool IsInput(string join) => join.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && join.AsSpan(0,
        at).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The sub-process and the flow of an input.</summary>
    public static (int Parent, string Flow) Split(string input)
    {
        var at = input.IndexOf(':', StringComparison.Ordinal);
        return (int.Parse(input.AsSpan(0, at), CultureInfo.InvariantCulture), input[(at + 1)..]);
    }

    private HashSet<string> Upstream(string join, string from)
    {
        var (seen, queue) = (new HashSet<string>(), new Queue<string>([from]));
        while (queue.TryDequeue(out var at))
        {
            if (at == join || !seen.Add(at))
                continue;
            foreach (var flow in Ins(at))
                queue.Enqueue(flow.From);
            if (this[at].Host is { } host)
                queue.Enqueue(host);
        }
        return seen;
    }
}
