namespace MotCua.Domain.Processes.Bpmn;

/// <summary>A process as places that hold tokens; sub-processes are part of the one net. Steps that only pass a token on are left out.</summary>
internal sealed class TokenNet
{
    /// <summary>What a place is.</summary>
    public enum Kind
    {
        /// <summary>On a flow, before its target.</summary>
        Flow,
        /// <summary>Inside an activity that has a border or an inside.</summary>
        Held,
        /// <summary>An event on a border that may still happen without ending its activity.</summary>
        Armed,
    }

    private const int MostConditional = 10;

    private readonly Dictionary<BpmnFlow, int> _flows = [];
    private readonly Dictionary<BpmnNode, int> _held = [];
    private readonly Dictionary<BpmnNode, int> _armed = [];
    private readonly Dictionary<BpmnNode, List<int[]>> _outs = [];
    private readonly Dictionary<BpmnScope, int> _scopes = [];
    private readonly List<int> _parents = [];
    private readonly List<(Kind Kind, BpmnNode Node, int Scope, BpmnFlow? Flow)> _places = [];

    /// <summary>The net of a process.</summary>
    public TokenNet(BpmnScope process) => Add(process, -1);

    /// <summary>A place: its kind, the node it stands before or in, its plane, its flow.</summary>
    public (Kind Kind, BpmnNode Node, int Scope, BpmnFlow? Flow) this[int place] => _places[place];

    /// <summary>The place of a flow that is not passed on.</summary>
    public int Of(BpmnFlow flow) => _flows[flow];

    /// <summary>The place inside an activity.</summary>
    public int Held(BpmnNode activity) => _held[activity];

    /// <summary>The places of an activity's events that do not end it.</summary>
    public IEnumerable<int> Armed(BpmnNode activity) => activity.Boundary.Where(_armed.ContainsKey).Select(b => _armed[b]);

    /// <summary>Whether a place lies in a plane or in one inside it.</summary>
    public bool Lies(int place, BpmnScope scope)
    {
        var plane = _scopes[scope];
        var at = _places[place].Scope;
        while (at > plane)
            at = _parents[at];
        return at == plane;
    }

    /// <summary>Whether a gateway waits for several flows.</summary>
    public static bool Joins(BpmnNode node) => node.Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway && node.Incoming.Count > 1;

    /// <summary>Whether an activity holds its token.</summary>
    public static bool Holds(BpmnNode node) => node.IsActivity && (node.Boundary.Count > 0 || node.Inner is not null);

    /// <summary>Which places get a token when a node is left: one of these lists.</summary>
    /// <exception cref="OverflowException">There are too many.</exception>
    public List<int[]> Outs(BpmnNode node)
    {
        if (_outs.TryGetValue(node, out var known))
            return known;
        return _outs[node] = [.. Choices(node).Select(c => c.Select(Settle).Order().ToArray())];
    }

    private void Add(BpmnScope scope, int parent)
    {
        var plane = _scopes[scope] = _scopes.Count;
        _parents.Add(parent);
        foreach (var flow in scope.Flows)
            Place(_flows, flow, (Kind.Flow, flow.To, plane, flow));
        foreach (var node in scope.Nodes.Where(Holds))
            Place(_held, node, (Kind.Held, node, plane, null));
        foreach (var node in scope.Nodes.Where(n => n is { Kind: NodeKind.BoundaryEvent, Interrupts: false }))
            Place(_armed, node, (Kind.Armed, node, plane, null));
        foreach (var node in scope.Nodes.Where(n => n.Inner is not null))
            Add(node.Inner!, plane);
    }

    private void Place<T>(Dictionary<T, int> places, T key, (Kind, BpmnNode, int, BpmnFlow?) place) where T : notnull
    {
        places[key] = _places.Count;
        _places.Add(place);
    }

    private int Settle(BpmnFlow flow)
    {
        var at = flow;
        for (var steps = 0; steps < _places.Count && Passes(at.To); steps++)
            at = at.To.Outgoing[0];
        return _flows[at];
    }

    private static bool Passes(BpmnNode node) => node.Outgoing.Count == 1 && !Joins(node) && !Holds(node) && node.Kind != NodeKind.EndEvent;

    private static IEnumerable<IReadOnlyList<BpmnFlow>> Choices(BpmnNode node)
    {
        var flows = node.Outgoing;
        if (flows.Count <= 1 || node.Kind is NodeKind.ParallelGateway || node.IsEvent)
            return [flows];
        if (node.Kind == NodeKind.ExclusiveGateway)
            return flows.Select(f => new[] { f });
        var inclusive = node.Kind == NodeKind.InclusiveGateway;
        var always = flows.Where(f => !inclusive && f.Condition is null && f != node.Default).ToList();
        var free = flows.Where(f => f != node.Default && !always.Contains(f)).ToList();
        if (free.Count > MostConditional)
            throw new OverflowException($"{free.Count} conditional flows leave {node.Id}.");
        return Enumerable.Range(0, 1 << free.Count).Select(bits => (IReadOnlyList<BpmnFlow>)(bits == 0 && always.Count == 0
                ? node.Default is { } other ? [other] : []
                : [.. always, .. free.Where((_, i) => (bits >> i & 1) == 1)]))
            .Where(c => c.Count > 0);
    }
}
