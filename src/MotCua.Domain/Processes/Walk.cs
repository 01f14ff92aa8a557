namespace MotCua.Domain.Processes;

/// <summary>One run of the engine from a marking to the next standstill.</summary>
internal sealed class Walk
{
    /// <summary>More steps than any sound process takes: gateways lead round in a circle.</summary>
    private const int MostSteps = 4_000;

    private readonly ProcessPlan _plan;
    private readonly Func<Flow, bool?> _holds;
    private readonly SortedDictionary<int, Place> _tokens;
    private readonly Dictionary<string, int> _joins;
    private readonly Marking _before;
    private readonly List<Move> _moves = [];
    private readonly Queue<(Flow Flow, int Parent)> _queue = [];
    private int _next;
    private int _steps;
    private bool _error;
    private string? _stuck;

    public Walk(ProcessDefinition process, Marking marking, Func<Flow, bool?>? holds)
    {
        (_plan, _holds, _before, _next) = (ProcessPlan.Of(process), holds ?? (_ => null), marking, marking.NextToken);
        (_tokens, _joins) = (new(marking.Tokens), new(marking.Joins));
    }

    /// <summary>The moves so far.</summary>
    public IReadOnlyList<Move> Moves => _moves;

    /// <summary>Begins the process.</summary>
    public void Begin()
    {
        if (_plan.StartOf(null) is { } start)
            Leave(start, 0);
        Run();
    }

    /// <summary>Goes on from a token.</summary>
    public void Complete(int token, bool again)
    {
        var place = _tokens[token];
        var element = _plan[place.Element];
        _tokens.Remove(token);
        if (place.Host == 0)
            Disarm(token);
        else if (!element.Stays)
            Cancel(place.Host);
        else if (again && _tokens.ContainsKey(place.Host))
            Add(element, place.Parent, place.Host);
        Leave(element, place.Parent);
        Run();
    }

    /// <summary>Opens an element and what waits on its border.</summary>
    public int Open(ProcessElement element, int parent)
    {
        var token = Add(element, parent, 0);
        foreach (var border in _plan.BorderOf(element.Id))
            Add(border, parent, token);
        return token;
    }

    /// <summary>The answer.</summary>
    public Walked End()
    {
        // What waits while nobody works and nothing can happen waits for ever.
        if (_stuck is null && _joins.FirstOrDefault(j => j.Value > 0).Key is { } waiting
            && _tokens.Values.All(p => _plan[p.Element].Kind == ElementKind.SubProcess))
            _stuck = _plan.JoinOf(waiting);
        if (_stuck is not null)
            return new Walked([], _stuck);
        foreach (var input in _joins.Keys.Union(_before.Joins.Keys).Where(ProcessPlan.IsInput).Order(StringComparer.Ordinal).ToList())
            if (_joins.GetValueOrDefault(input) is var now && now != _before.Joins.GetValueOrDefault(input))
            {
                var (parent, flow) = ProcessPlan.Split(input);
                _moves.Add(new Move.Reaches(_plan.JoinOf(input), flow, parent, now));
            }
        if (_tokens.Count == 0)
            _moves.Add(new Move.Ends(_error));
        return new Walked(_moves, null);
    }

    private int Add(ProcessElement element, int parent, int host)
    {
        _tokens[_next] = new Place(element.Id, parent, host);
        _moves.Add(new Move.Opens(_next, element.Id, parent, host));
        return _next++;
    }

    private void Run()
    {
        do
        {
            while (_stuck is null && _queue.TryDequeue(out var at))
                Arrive(at.Flow, at.Parent);
        }
        while (_stuck is null && (Merge() || Finish()));
    }

    private void Arrive(Flow flow, int parent)
    {
        var element = _plan[flow.To];
        if (++_steps > MostSteps)
            _stuck = element.Id;
        switch (element.Kind)
        {
            case ElementKind.Task or ElementKind.Timer or ElementKind.Message or ElementKind.Service:
                Open(element, parent);
                break;
            case ElementKind.SubProcess:
                var inside = Open(element, parent);
                if (_plan.StartOf(element.Id) is { } start)
                    Leave(start, inside);
                break;
            case ElementKind.Join when flow.Id is null:
                Count(element, parent);
                break;
            case ElementKind.Join:
                Wait(flow, parent);
                if (_plan.Ins(element.Id).All(f => Waiting(f, parent) > 0))
                    Merge(element, parent);
                break;
            case ElementKind.Inclusive when _plan.Ins(element.Id).Count > 1:
                Wait(flow, parent);
                break;
            case ElementKind.End:
                break;
            case ElementKind.Terminate:
                Clear(parent);
                break;
            case ElementKind.ErrorEnd:
                Clear(0);
                _error = true;
                break;
            default:
                Leave(element, parent);
                break;
        }
    }

    /// <summary>Joins of processes without ids of flows count tokens, whatever input they come by.</summary>
    private void Count(ProcessElement join, int parent)
    {
        var all = _plan.Ins(join.Id).Count;
        var waiting = _joins.GetValueOrDefault(join.Id) + 1;
        if (waiting == all)
            Leave(join, parent);
        _joins[join.Id] = waiting % all;
        _moves.Add(new Move.Joins(join.Id, waiting % all));
    }

    /// <summary>Sends tokens on by the flows that are taken.</summary>
    private void Leave(ProcessElement element, int parent)
    {
        if (Taken(element) is { } flows)
            foreach (var flow in flows)
                _queue.Enqueue((flow, parent));
        else
            _stuck = element.Id;
    }

    private IReadOnlyList<Flow>? Taken(ProcessElement element)
    {
        var outs = _plan.Outs(element.Id);
        if (outs.Count <= 1)
            return outs;
        switch (element.Kind)
        {
            case ElementKind.Exclusive:
                return (outs.FirstOrDefault(f => !f.IsDefault && _holds(f) == true) ?? outs.FirstOrDefault(f => f.IsDefault)) is { } way ? [way] : null;
            case ElementKind.Start or ElementKind.Boundary or ElementKind.Fork or ElementKind.Join:
                return outs;
            default:
                var always = element.Kind != ElementKind.Inclusive;
                var taken = outs.Where(f => !f.IsDefault && (f.Condition is null ? always : _holds(f) == true)).ToList();
                return taken.Count > 0 ? taken : outs.Where(f => f.IsDefault).Take(1).ToList() is { Count: > 0 } otherwise ? otherwise : null;
        }
    }

    private int Waiting(Flow input, int parent) => _joins.GetValueOrDefault(Marking.Input(parent, input.Id!));

    private void Wait(Flow input, int parent) => _joins[Marking.Input(parent, input.Id!)] = Waiting(input, parent) + 1;

    /// <summary>One token of each input that has one goes on as one.</summary>
    private void Merge(ProcessElement join, int parent)
    {
        foreach (var input in _plan.Ins(join.Id).Where(f => Waiting(f, parent) > 0))
            if (--_joins[Marking.Input(parent, input.Id!)] == 0)
                _joins.Remove(Marking.Input(parent, input.Id!));
        Leave(join, parent);
    }

    /// <summary>Inclusive joins to which nothing more can come go on.</summary>
    private bool Merge()
    {
        foreach (var input in _joins.Keys.Where(ProcessPlan.IsInput).Order(StringComparer.Ordinal))
        {
            var (parent, _) = ProcessPlan.Split(input);
            var join = _plan[_plan.JoinOf(input)];
            if (join.Kind != ElementKind.Inclusive || Expects(join, parent))
                continue;
            Merge(join, parent);
            return true;
        }
        return false;
    }

    /// <summary>Whether a token can still come to an input that has none, and not as well to one that has one (BPMN 2.0, inclusive gateway).</summary>
    private bool Expects(ProcessElement join, int parent)
    {
        var inputs = _plan.Ins(join.Id).ToLookup(f => Waiting(f, parent) > 0, f => _plan.Before(join.Id, f));
        return _tokens.Values.Where(p => p.Parent == parent).Select(p => p.Element)
            .Concat(_joins.Keys.Where(i => ProcessPlan.IsInput(i) && ProcessPlan.Split(i).Parent == parent).Select(_plan.JoinOf))
            .Any(at => at != join.Id && inputs[false].Any(b => b.Contains(at)) && !inputs[true].Any(b => b.Contains(at)));
    }

    /// <summary>A sub-process in which nothing is left is done.</summary>
    private bool Finish()
    {
        foreach (var (token, place) in _tokens)
        {
            if (_plan[place.Element].Kind != ElementKind.SubProcess || _tokens.Values.Any(p => p.Parent == token)
                || _joins.Keys.Any(i => ProcessPlan.IsInput(i) && ProcessPlan.Split(i).Parent == token))
                continue;
            _tokens.Remove(token);
            Disarm(token);
            _moves.Add(new Move.Leaves(token, place.Element));
            Leave(_plan[place.Element], place.Parent);
            return true;
        }
        return false;
    }

    /// <summary>Takes a token away with all that is in it and on its border.</summary>
    private void Cancel(int token)
    {
        if (!_tokens.Remove(token, out var place))
            return;
        Disarm(token);
        Clear(token);
        _moves.Add(new Move.Cancels(token, place.Element));
    }

    private void Disarm(int host)
    {
        foreach (var border in _tokens.Where(t => t.Value.Host == host).Select(t => t.Key).ToList())
            Cancel(border);
    }

    /// <summary>Takes away everything in a sub-process, or in the whole process.</summary>
    private void Clear(int parent)
    {
        foreach (var token in _tokens.Where(t => t.Value.Parent == parent).Select(t => t.Key).ToList())
            Cancel(token);
        foreach (var input in _joins.Keys.Where(i => ProcessPlan.IsInput(i) ? ProcessPlan.Split(i).Parent == parent : parent == 0).ToList())
            if (ProcessPlan.IsInput(input))
                _joins.Remove(input);
            else if (_joins[input] > 0)
                _moves.Add(new Move.Joins(input, _joins[input] = 0));
        var left = _queue.Where(q => q.Parent != parent && (q.Parent == 0 || _tokens.ContainsKey(q.Parent))).ToList();
        _queue.Clear();
        left.ForEach(_queue.Enqueue);
    }
}
