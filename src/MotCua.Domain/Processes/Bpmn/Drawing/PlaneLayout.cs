namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Places the nodes of one plane: columns by the longest way from a start, rows by lanes. Corner at 0, 0.</summary>
internal sealed class PlaneLayout
{
    private const double Gap = 46;
    private const double RowGap = 26;
    private const double Margin = 24;
    private const double LaneHead = 52;

    private readonly BpmnScope _scope;
    private readonly Dictionary<BpmnNode, int> _ranks = [];
    private readonly Dictionary<BpmnNode, (int Lane, int Row)> _rows = [];
    private readonly Dictionary<BpmnNode, PlaneLayout> _inner = [];

    /// <summary>Nodes.</summary>
    public Dictionary<BpmnNode, Box> Nodes { get; } = [];

    /// <summary>Lanes; without the room for the pool's name.</summary>
    public List<(BpmnLane Lane, Box Box)> Lanes { get; } = [];

    /// <summary>Width and height of all.</summary>
    public double Width { get; private set; }

    /// <summary>Height of all.</summary>
    public double Height { get; private set; }

    /// <summary>What lies inside sub-processes.</summary>
    public IReadOnlyDictionary<BpmnNode, PlaneLayout> Inner => _inner;

    /// <summary>Lays out a plane and the planes inside it.</summary>
    public PlaneLayout(BpmnScope scope)
    {
        _scope = scope;
        foreach (var node in scope.Nodes.Where(n => n.Inner is { Nodes.Count: > 0 }))
            _inner[node] = new PlaneLayout(node.Inner!);
        Rank();
        Row();
        Place();
    }

    // Ways back do not count: what is being walked through is behind.
    private void Rank()
    {
        var order = new List<BpmnNode>();
        var (seen, path) = (new HashSet<BpmnNode>(), new HashSet<BpmnNode>());
        var back = new HashSet<(BpmnNode, BpmnNode)>();
        foreach (var first in _scope.Starts.Concat(_scope.Nodes.Where(n => n.Kind != NodeKind.BoundaryEvent)))
            Visit(first);
        foreach (var node in Enumerable.Reverse(order))
        {
            _ranks.TryAdd(node, 0);
            foreach (var next in Next(node).Where(n => !back.Contains((node, n))))
                _ranks[next] = Math.Max(_ranks.GetValueOrDefault(next), _ranks[node] + 1);
        }

        void Visit(BpmnNode first)
        {
            if (!seen.Add(first))
                return;
            path.Add(first);
            var stack = new Stack<(BpmnNode Node, Queue<BpmnNode> Left)>([(first, new Queue<BpmnNode>(Next(first)))]);
            while (stack.TryPeek(out var top))
            {
                if (!top.Left.TryDequeue(out var next))
                {
                    order.Add(top.Node);
                    path.Remove(stack.Pop().Node);
                }
                else if (path.Contains(next))
                    back.Add((top.Node, next));
                else if (seen.Add(next))
                {
                    path.Add(next);
                    stack.Push((next, new Queue<BpmnNode>(Next(next))));
                }
            }
        }
    }

    private static IEnumerable<BpmnNode> Next(BpmnNode node) => node.Outgoing.Concat(node.Boundary.SelectMany(b => b.Outgoing)).Select(f => f.To).Distinct();

    private void Row()
    {
        var lanes = new Dictionary<string, int>();
        for (var i = 0; i < _scope.Lanes.Count; i++)
            foreach (var node in _scope.Lanes[i].Nodes)
                lanes[node] = i;
        var taken = new HashSet<(int Lane, int Rank, int Row)>();
        foreach (var node in _ranks.OrderBy(r => r.Value).ThenBy(r => r.Key.IsEventSubProcess || r.Key.Compensates).Select(r => r.Key))
        {
            var (lane, rank) = (lanes.GetValueOrDefault(node.Id), _ranks[node]);
            var before = node.Incoming.Select(f => f.From.Host ?? f.From).Where(b => _rows.TryGetValue(b, out var at) && at.Lane == lane)
                .Select(b => _rows[b].Row).ToList();
            var row = before.Count > 0 ? before.Min() : 0;
            while (!taken.Add((lane, rank, row)))
                row++;
            _rows[node] = (lane, row);
        }
    }

    private void Place()
    {
        var columns = new double[_ranks.Count == 0 ? 0 : _ranks.Values.Max() + 1];
        foreach (var (node, rank) in _ranks)
            columns[rank] = Math.Max(columns[rank], Size(node).Width);
        var head = _scope.Lanes.Count > 0 ? LaneHead : 0;
        var lefts = new double[columns.Length];
        var x = head + Margin;
        for (var i = 0; i < columns.Length; i++)
        {
            lefts[i] = x;
            x += columns[i] + Gap;
        }
        Width = Math.Max(x - Gap + Margin, 160);
        var y = 0.0;
        for (var lane = 0; lane < Math.Max(_scope.Lanes.Count, 1); lane++)
        {
            var top = y;
            y = Rows(lane, y + Margin / 2, columns, lefts) + Margin / 2;
            y = Math.Max(y, top + 100);
            if (_scope.Lanes.Count > 0)
                Lanes.Add((_scope.Lanes[lane], new Box(0, top, Width, y - top)));
        }
        Height = y;
        foreach (var node in _scope.Nodes.Where(n => n.Host is not null))
            Border(node);
    }

    private double Rows(int lane, double top, double[] columns, double[] lefts)
    {
        foreach (var row in _rows.Where(r => r.Value.Lane == lane).GroupBy(r => r.Value.Row, r => r.Key).OrderBy(g => g.Key))
        {
            var height = row.Max(n => Size(n).Height + (n.IsEvent || n.IsGateway ? 56 : n.Boundary.Count > 0 ? 28 : 0));
            foreach (var node in row)
            {
                var (width, own) = Size(node);
                var rank = _ranks[node];
                Nodes[node] = new Box(lefts[rank] + (columns[rank] - width) / 2, top + (height - own) / 2, width, own);
            }
            top += height + RowGap;
        }
        return top - RowGap;
    }

    private void Border(BpmnNode node)
    {
        var host = Nodes[node.Host!];
        var at = node.Host!.Boundary.IndexOf(node);
        Nodes[node] = new Box(host.Right - 30 - 44 * at - 18, host.Bottom - 18, 36, 36);
    }

    private (double Width, double Height) Size(BpmnNode node) =>
        node.IsEvent ? (36, 36) : node.IsGateway ? (50, 50)
        : _inner.TryGetValue(node, out var inner) ? (inner.Width + 20, inner.Height + 40)
        : (132, 92);
}
