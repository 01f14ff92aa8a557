namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Plays all ways through a process and finds joins that wait for ever. Moves that touch nobody else are made first and alone:
/// every standstill is still found, and parallel branches do not multiply.</summary>
internal sealed class TokenGame
{
    /// <summary>Most markings that are looked at.</summary>
    public const int MostMarkings = 100_000;

    private const long MostWork = 10_000_000;

    private readonly TokenNet _net;
    private readonly Dictionary<(BpmnNode Join, BpmnFlow Input), HashSet<BpmnNode>> _reach = [];
    private readonly HashSet<(BpmnNode Join, BpmnFlow Missing)> _stuck = [];
    private readonly Dictionary<BpmnNode, BpmnScope> _scopes;
    private long _work;
    private bool _endless;

    private TokenGame(BpmnScope process)
    {
        _net = new TokenNet(process);
        _scopes = process.All.SelectMany(s => s.Nodes.Select(n => (Node: n, Scope: s))).ToDictionary(n => n.Node, n => n.Scope);
    }

    /// <summary>Joins that may wait for ever; or that not all was looked at.</summary>
    /// <param name="ends">Also ways that never come to an end; left out where elements without a way to one are named already.</param>
    public static IReadOnlyList<BpmnProblem> Play(BpmnScope process, bool ends = true)
    {
        var game = new TokenGame(process);
        var whole = process.Starts.All(game.From);
        var problems = game._stuck.GroupBy(s => s.Join).OrderBy(g => g.Key.Id, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(s => s.Missing.Id, StringComparer.Ordinal)).Select(Waits).ToList();
        if (ends && whole && problems.Count == 0 && game._endless)
            problems.Add(new BpmnProblem(
                process.Id, process.Name, "Quy trình có thể chạy mãi: có cách đi mà từ đó không bao giờ kết thúc hết các nhánh; "
                + "hãy vẽ lối ra cho vòng lặp và không rẽ song song ngay trong vòng lặp."));
        if (!whole)
            problems.Add(new BpmnProblem(
                process.Id, process.Name, "Không xét hết: quy trình có quá nhiều cách đi (quá 100.000 trạng thái) nên chưa biết "
                + "mọi điểm chờ có đủ nhánh không; hãy bớt nhánh song song hoặc vòng lặp có rẽ nhánh song song."));
        return problems;
    }

    private static BpmnProblem Waits((BpmnNode Join, BpmnFlow Missing) stuck)
    {
        var from = stuck.Missing.From;
        var name = from.Name.Length > 0 ? from.Name : from.Id;
        return new BpmnProblem(stuck.Join.Id, stuck.Join.Name,
            $"Điểm chờ có thể đứng mãi: có cách đi mà nhánh từ “{name}” không bao giờ tới trong khi nhánh khác đã chờ ở đây.");
    }

    private bool From(BpmnNode start)
    {
        try
        {
            var seen = new Dictionary<int[], int>(Same.Instance);
            var before = new List<List<int>>();
            var open = new Stack<int[]>();
            foreach (var first in _net.Outs(start))
                Reach(first, null);
            while (open.TryPop(out var marking))
            {
                if (seen.Count > MostMarkings || _work > MostWork)
                    return false;
                var next = Next(marking);
                if (next.Count == 0)
                    Stands(marking);
                foreach (var to in next)
                    Reach(to, seen[marking]);
            }
            _endless |= !AllEnd(seen.GetValueOrDefault([], -1), before);
            return true;

            void Reach(int[] marking, int? from)
            {
                _work += marking.Length + 1;
                if (seen.TryAdd(marking, seen.Count))
                {
                    open.Push(marking);
                    before.Add([]);
                }
                if (from is { } at)
                    before[seen[marking]].Add(at);
            }
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Whether the end, at which no token is left, can be reached from every marking.</summary>
    private static bool AllEnd(int end, List<List<int>> before)
    {
        if (end < 0)
            return false;
        var (ends, back) = (new HashSet<int> { end }, new Stack<int>([end]));
        while (back.TryPop(out var at))
            foreach (var from in before[at].Where(ends.Add))
                back.Push(from);
        return ends.Count == before.Count;
    }

    private void Stands(int[] marking)
    {
        foreach (var join in marking.Where(p => _net[p].Kind == TokenNet.Kind.Flow && TokenNet.Joins(_net[p].Node)).Select(p => _net[p].Node).Distinct())
            foreach (var missing in join.Incoming.Where(f => !Has(marking, _net.Of(f))))
                _stuck.Add((join, missing));
    }

    private List<int[]> Next(int[] marking)
    {
        var joins = new HashSet<BpmnNode>();
        var places = marking.Distinct()
            .Where(p => _net[p] is not { Kind: TokenNet.Kind.Flow, Node: var node } || !TokenNet.Joins(node) || joins.Add(node)).ToList();
        foreach (var place in places)
            if (Alone(marking, place) is { Count: > 0 } alone)
                return alone;
        var all = places.SelectMany(p => Moves(marking, p)).ToList();
        _work += all.Sum(m => (long)m.Length) + marking.Length;
        return all;
    }

    /// <summary>The moves of a place if they neither hinder nor are hindered by those of others.</summary>
    private List<int[]>? Alone(int[] marking, int place)
    {
        _work++;
        var (kind, node, _, _) = _net[place];
        var touches = kind switch
        {
            TokenNet.Kind.Flow when TokenNet.Joins(node) => node.Kind == NodeKind.InclusiveGateway,
            TokenNet.Kind.Flow => node is { Kind: NodeKind.EndEvent, Event: not EventKind.None },
            TokenNet.Kind.Held => node.Inner is not null,
            _ => true,
        };
        if (touches)
            return null;
        return kind == TokenNet.Kind.Held
            ? [.. Moves(marking, place), .. _net.Armed(node).Where(a => Has(marking, a)).SelectMany(a => Moves(marking, a))]
            : [.. Moves(marking, place)];
    }

    private IEnumerable<int[]> Moves(int[] marking, int place)
    {
        var (kind, node, _, _) = _net[place];
        return kind switch
        {
            TokenNet.Kind.Armed => With(Without(marking, [place]), _net.Outs(node)),
            TokenNet.Kind.Held => Leave(marking, place, node),
            _ when TokenNet.Joins(node) => Join(marking, node),
            _ when node.Kind == NodeKind.EndEvent => [End(marking, place, node)],
            _ when TokenNet.Holds(node) => Enter(Without(marking, [place]), node),
            _ => With(Without(marking, [place]), _net.Outs(node)),
        };
    }

    private IEnumerable<int[]> Enter(int[] marking, BpmnNode node)
    {
        int[] inside = [_net.Held(node), .. _net.Armed(node)];
        return node.Inner?.Starts.FirstOrDefault() is { } start
            ? _net.Outs(start).Select(o => Sorted([.. marking, .. inside, .. o]))
            : [Sorted([.. marking, .. inside])];
    }

    private IEnumerable<int[]> Leave(int[] marking, int place, BpmnNode node)
    {
        int[] own = [place, .. _net.Armed(node)];
        var moves = new List<int[]>();
        if (node.Inner is not { } inner || !marking.Any(p => _net.Lies(p, inner)))
            moves.AddRange(With(Without(marking, own), _net.Outs(node)));
        foreach (var border in node.Boundary.Where(b => b.Interrupts))
        {
            var left = Without(marking, own).Where(p => node.Inner is not { } part || !_net.Lies(p, part)).ToArray();
            moves.AddRange(With(left, _net.Outs(border)));
        }
        return moves;
    }

    private int[] End(int[] marking, int place, BpmnNode node) => node.Event switch
    {
        EventKind.Error => [],
        EventKind.Terminate => [.. marking.Where(p => !_net.Lies(p, _scopes[node]))],
        _ => Without(marking, [place]),
    };

    private IEnumerable<int[]> Join(int[] marking, BpmnNode node)
    {
        var full = node.Incoming.Where(f => Has(marking, _net.Of(f))).ToList();
        _work += node.Incoming.Count;
        if (full.Count < node.Incoming.Count && (node.Kind == NodeKind.ParallelGateway || Expects(marking, node)))
            return [];
        return With(Without(marking, [.. full.Select(_net.Of)]), _net.Outs(node));
    }

    /// <summary>Whether a token can still come to an input of an inclusive join that has none. One that can as well come to an input that has one
    /// already is not waited for (BPMN 2.0, inclusive gateway): it may follow later.</summary>
    private bool Expects(int[] marking, BpmnNode join)
    {
        var full = join.Incoming.Where(f => Has(marking, _net.Of(f))).Select(f => ReachOf(join, f)).ToList();
        foreach (var input in join.Incoming.Where(f => !Has(marking, _net.Of(f))))
        {
            var reach = ReachOf(join, input);
            _work += marking.Length;
            if (marking.Select(p => _net[p].Node).Any(n => n != join && reach.Contains(n) && !full.Exists(f => f.Contains(n))))
                return true;
        }
        return false;
    }

    private HashSet<BpmnNode> ReachOf(BpmnNode join, BpmnFlow input)
    {
        if (_reach.TryGetValue((join, input), out var known))
            return known;
        var seen = new HashSet<BpmnNode>();
        var queue = new Queue<BpmnNode>([input.From]);
        while (queue.TryDequeue(out var at))
        {
            if (at == join || !seen.Add(at))
                continue;
            foreach (var before in at.Incoming.Select(f => f.From).Concat(at.Host is { } host ? [host] : []))
                queue.Enqueue(before);
        }
        _work += seen.Count;
        if (_work > MostWork)
            throw new OverflowException("Too much to look at.");
        return _reach[(join, input)] = seen;
    }

    private static IEnumerable<int[]> With(int[] marking, List<int[]> outs) => outs.Select(o => Sorted([.. marking, .. o]));

    private static int[] Sorted(int[] marking)
    {
        Array.Sort(marking);
        return marking;
    }

    private static int[] Without(int[] marking, int[] taken)
    {
        var left = marking.ToList();
        foreach (var place in taken)
            left.Remove(place);
        return [.. left];
    }

    private static bool Has(int[] marking, int place) => Array.BinarySearch(marking, place) >= 0;

    private sealed class Same : IEqualityComparer<int[]>
    {
        public static readonly Same Instance = new();

        public bool Equals(int[]? a, int[]? b) => a.AsSpan().SequenceEqual(b);

        public int GetHashCode(int[] marking)
        {
            var hash = default(HashCode);
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(marking.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
