namespace MotCua.Domain.Processes.Bpmn;

/// <summary>What is wrong in one plane: starts, conditions, elements without a way from a start or to an end.</summary>
internal static class ScopeCheck
{
    /// <summary>Problems of a process or sub-process, those of planes inside left out.</summary>
    /// <param name="scope">The plane.</param>
    /// <param name="owner">The sub-process it belongs to; null for a process.</param>
    public static IEnumerable<BpmnProblem> Of(BpmnScope scope, BpmnNode? owner) =>
        owner is { Kind: NodeKind.AdHoc }
            ? scope.Flows.SelectMany(Conditions)
            : [.. Starts(scope, owner), .. scope.Nodes.SelectMany(Ends), .. scope.Flows.SelectMany(Conditions), .. Ways(scope)];

    private static IEnumerable<BpmnProblem> Starts(BpmnScope scope, BpmnNode? owner)
    {
        var starts = scope.Starts.ToList();
        if (starts.Count == 0 && (scope.Nodes.Count > 0 || owner is not null))
            yield return owner is null ? new(scope.Id, scope.Name, "Quy trình không có điểm bắt đầu nên không chạy được.")
                : Problem(owner, "Tiểu quy trình chưa vẽ bên trong hoặc không có điểm bắt đầu nên không chạy được.");
        if (owner is { IsEventSubProcess: false })
        {
            foreach (var start in starts.Where(s => s.Event != EventKind.None))
                yield return Problem(start, "Tiểu quy trình chỉ bắt đầu khi luồng chính đi tới; hãy dùng điểm bắt đầu thường.");
            if (starts.Count > 1)
                yield return Problem(owner, "Tiểu quy trình có nhiều điểm bắt đầu; hãy để lại một điểm.");
        }
        if (owner is null && starts.Count(s => s.Event == EventKind.None) > 1)
            foreach (var start in starts.Where(s => s.Event == EventKind.None).Skip(1))
                yield return Problem(start, "Quy trình có nhiều điểm bắt đầu thường nên không biết bắt đầu từ đâu; hãy để lại một điểm.");
    }

    private static IEnumerable<BpmnProblem> Ends(BpmnNode node)
    {
        if (node.Kind is NodeKind.StartEvent or NodeKind.BoundaryEvent && node.Incoming.Count > 0)
            yield return Problem(node, "Không được có mũi tên đi vào điểm bắt đầu hoặc sự kiện biên.");
        if (node.Kind == NodeKind.EndEvent && node.Outgoing.Count > 0)
            yield return Problem(node, "Không được có mũi tên đi ra từ điểm kết thúc.");
        foreach (var wrong in StepProperties.Wrong(node.Source))
            yield return Problem(node, wrong);
    }

    private static IEnumerable<BpmnProblem> Conditions(BpmnFlow flow)
    {
        var splits = flow.From.Kind is NodeKind.ExclusiveGateway or NodeKind.InclusiveGateway && flow.From.Outgoing.Count > 1;
        if (flow.Condition is not { } text)
        {
            if (splits && flow != flow.From.Default)
                yield return Problem(flow, $"Nhánh ra từ điểm rẽ {Quoted(flow.From)} chưa có điều kiện và không phải nhánh mặc định.");
            yield break;
        }
        var read = ConditionParser.Read(text);
        if (read.Condition is null)
            yield return Problem(flow, $"Điều kiện “{(text.Length > 80 ? text[..80] + "…" : BpmnText.Line(text))}” sai ở ký tự {read.At}: {read.Fault}.");
        if (flow.From.IsEvent || flow.From.Kind is NodeKind.ParallelGateway)
            yield return Problem(flow, "Điều kiện chỉ đặt được trên nhánh ra của bước, điểm rẽ loại trừ hoặc bao gồm.");
    }

    private static IEnumerable<BpmnProblem> Ways(BpmnScope scope)
    {
        if (!scope.Starts.Any())
            yield break;
        var from = Walk(scope.Starts.Concat(scope.Nodes.Where(Aside)), n => n.Outgoing.Select(f => f.To).Concat(n.Boundary));
        var to = Walk(scope.Nodes.Where(n => n.Kind == NodeKind.EndEvent), Before);
        foreach (var node in scope.Nodes.Where(n => !Aside(n)))
        {
            if (!from.Contains(node))
                yield return Problem(node, "Không có đường nào từ điểm bắt đầu tới đây.");
            if (!to.Contains(node))
                yield return Problem(node, "Từ đây không có đường nào tới điểm kết thúc.");
        }
    }

    // An activity with a way out of its border alone has one, too: the event there may end it.
    private static IEnumerable<BpmnNode> Before(BpmnNode node) =>
        node.Incoming.Select(f => f.From).Concat(node is { Kind: NodeKind.BoundaryEvent, Interrupts: true, Host: { } host } ? [host] : []);

    /// <summary>Elements that no flow reaches by rights: they are refused for what they are.</summary>
    private static bool Aside(BpmnNode node) => node.Compensates || node.IsEventSubProcess
        || node is { Kind: NodeKind.BoundaryEvent, Event: EventKind.Compensation };

    private static HashSet<BpmnNode> Walk(IEnumerable<BpmnNode> from, Func<BpmnNode, IEnumerable<BpmnNode>> next)
    {
        var seen = new HashSet<BpmnNode>(from);
        var queue = new Queue<BpmnNode>(seen);
        while (queue.TryDequeue(out var at))
            foreach (var node in next(at))
                if (seen.Add(node))
                    queue.Enqueue(node);
        return seen;
    }

    private static string Quoted(BpmnNode node) => $"“{(node.Name.Length > 0 ? node.Name : node.Id)}”";

    private static BpmnProblem Problem(BpmnNode node, string reason) => new(node.Id, node.Name, reason);

    private static BpmnProblem Problem(BpmnFlow flow, string reason) => new(flow.Id, flow.Name, reason);
}
