using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Makes the model of a document and notes what is not BPMN 2.0 in it.</summary>
internal sealed class BpmnParser
{
    private static readonly Dictionary<string, NodeKind> Kinds = new()
    {
        ["startEvent"] = NodeKind.StartEvent, ["endEvent"] = NodeKind.EndEvent, ["intermediateCatchEvent"] = NodeKind.CatchEvent,
        ["intermediateThrowEvent"] = NodeKind.ThrowEvent, ["implicitThrowEvent"] = NodeKind.ThrowEvent, ["boundaryEvent"] = NodeKind.BoundaryEvent,
        ["task"] = NodeKind.Task, ["userTask"] = NodeKind.UserTask, ["serviceTask"] = NodeKind.ServiceTask, ["sendTask"] = NodeKind.SendTask,
        ["receiveTask"] = NodeKind.ReceiveTask, ["manualTask"] = NodeKind.ManualTask, ["scriptTask"] = NodeKind.ScriptTask,
        ["businessRuleTask"] = NodeKind.BusinessRuleTask, ["subProcess"] = NodeKind.SubProcess, ["transaction"] = NodeKind.Transaction,
        ["adHocSubProcess"] = NodeKind.AdHoc, ["callActivity"] = NodeKind.CallActivity, ["exclusiveGateway"] = NodeKind.ExclusiveGateway,
        ["parallelGateway"] = NodeKind.ParallelGateway, ["inclusiveGateway"] = NodeKind.InclusiveGateway,
        ["eventBasedGateway"] = NodeKind.EventBasedGateway, ["complexGateway"] = NodeKind.ComplexGateway,
        ["choreographyTask"] = NodeKind.Choreography, ["subChoreography"] = NodeKind.Choreography, ["callChoreography"] = NodeKind.Choreography,
    };

    private static readonly Dictionary<string, EventKind> Events = new()
    {
        ["messageEventDefinition"] = EventKind.Message, ["timerEventDefinition"] = EventKind.Timer, ["errorEventDefinition"] = EventKind.Error,
        ["escalationEventDefinition"] = EventKind.Escalation, ["cancelEventDefinition"] = EventKind.Cancel,
        ["compensateEventDefinition"] = EventKind.Compensation, ["conditionalEventDefinition"] = EventKind.Conditional,
        ["linkEventDefinition"] = EventKind.Link, ["signalEventDefinition"] = EventKind.Signal, ["terminateEventDefinition"] = EventKind.Terminate,
    };

    private const int MostFaults = 200;

    private readonly List<BpmnProblem> _faults = [];
    private readonly Dictionary<string, XElement> _byId = [];
    private readonly Dictionary<XElement, BpmnNode> _nodes = [];

    /// <summary>What is not BPMN 2.0.</summary>
    public IReadOnlyList<BpmnProblem> Faults => _faults;

    /// <summary>The model; as much of it as can be read.</summary>
    public BpmnModel Parse(XDocument document)
    {
        Look(document.Root!);
        var processes = document.Root!.Elements(BpmnNames.Model + "process").Select(Scope).ToList();
        return new BpmnModel(document, processes);
    }

    private void Look(XElement element)
    {
        if (element.Attribute("id")?.Value is { Length: > 0 } id && !_byId.TryAdd(id, element))
            Fault(element, "Mã (id) này được dùng cho nhiều phần tử; mỗi phần tử phải có mã riêng.");
        if (BpmnVocabulary.IsFree(element.Name.LocalName))
            return;
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model))
        {
            var name = child.Name.LocalName;
            if (!BpmnVocabulary.Knows(name))
                Fault(child, $"BPMN 2.0 không có phần tử “{name}”.");
            else if (!BpmnVocabulary.Allows(element.Name.LocalName, name))
                Fault(child, $"Phần tử “{name}” không được đứng trong “{element.Name.LocalName}”.");
            Look(child);
        }
    }

    private BpmnScope Scope(XElement source)
    {
        var scope = new BpmnScope(source);
        foreach (var element in source.Elements().Where(e => e.Name.Namespace == BpmnNames.Model))
            if (Kinds.TryGetValue(element.Name.LocalName, out var kind))
                scope.Nodes.Add(Node(element, kind));
        foreach (var flow in source.Elements(BpmnNames.Model + "sequenceFlow"))
            Connect(scope, flow);
        foreach (var node in scope.Nodes)
            Settle(scope, node);
        foreach (var lane in source.Elements(BpmnNames.Model + "laneSet").Descendants(BpmnNames.Model + "lane"))
            scope.Lanes.Add(Lane(lane));
        return scope;
    }

    private BpmnNode Node(XElement element, NodeKind kind)
    {
        var node = new BpmnNode(element, kind) { Event = kind <= NodeKind.BoundaryEvent ? EventOf(element) : EventKind.None, Loop = LoopOf(element) };
        _nodes[element] = node;
        if (kind is NodeKind.SubProcess or NodeKind.Transaction or NodeKind.AdHoc)
            node.Inner = Scope(element);
        return node;
    }

    private EventKind EventOf(XElement element)
    {
        var kinds = element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && Events.ContainsKey(e.Name.LocalName))
            .Select(e => Events[e.Name.LocalName]).ToList();
        foreach (var reference in element.Elements(BpmnNames.Model + "eventDefinitionRef"))
            if (Find(reference.Value) is { } found && Events.TryGetValue(found.Name.LocalName, out var kind))
                kinds.Add(kind);
            else
                Fault(element, $"Sự kiện dẫn tới định nghĩa “{reference.Value.Trim()}” không có trong tệp.");
        return kinds.Count switch { 0 => EventKind.None, 1 => kinds[0], _ => EventKind.Multiple };
    }

    private static LoopKind LoopOf(XElement element) =>
        element.Element(BpmnNames.Model + "multiInstanceLoopCharacteristics") is not null ? LoopKind.MultiInstance
        : element.Element(BpmnNames.Model + "standardLoopCharacteristics") is not null ? LoopKind.Standard : LoopKind.None;

    private void Connect(BpmnScope scope, XElement source)
    {
        var (from, to) = (End(source, "sourceRef"), End(source, "targetRef"));
        if (from is null || to is null)
            return;
        if (from.Source.Parent != source.Parent || to.Source.Parent != source.Parent)
        {
            Fault(source, "Mũi tên luồng không được đi qua ranh giới tiểu quy trình hoặc quy trình khác; hãy dùng thông báo (message flow).");
            return;
        }
        var flow = new BpmnFlow(source, from, to);
        scope.Flows.Add(flow);
        from.Outgoing.Add(flow);
        to.Incoming.Add(flow);
    }

    private BpmnNode? End(XElement flow, string attribute)
    {
        var id = flow.Attribute(attribute)?.Value;
        if (string.IsNullOrWhiteSpace(id))
            Fault(flow, $"Mũi tên luồng thiếu {(attribute == "sourceRef" ? "điểm đi" : "điểm đến")} ({attribute}).");
        else if (Find(id) is not { } element)
            Fault(flow, $"Mũi tên luồng dẫn tới “{id}” không có trong tệp.");
        else if (_nodes.TryGetValue(element, out var node))
            return node;
        else
            Fault(flow, Kinds.ContainsKey(element.Name.LocalName)
                ? "Mũi tên luồng không được đi qua ranh giới tiểu quy trình hoặc quy trình khác; hãy dùng thông báo (message flow)."
                : $"Mũi tên luồng dẫn tới “{id}”, là “{element.Name.LocalName}” chứ không phải bước, sự kiện hay điểm rẽ.");
        return null;
    }

    private void Settle(BpmnScope scope, BpmnNode node)
    {
        if (node.Source.Attribute("default")?.Value is { Length: > 0 } name)
        {
            node.Default = node.Outgoing.Find(f => f.Id == BpmnText.Local(name));
            if (node.Default is null)
                Fault(node.Source, $"Nhánh mặc định “{name}” không phải nhánh đi ra từ đây.");
        }
        if (node.Kind != NodeKind.BoundaryEvent)
            return;
        var host = BpmnText.Local(node.Source.Attribute("attachedToRef")?.Value);
        if (host is not null && Find(host) is { } element && element.Parent == node.Source.Parent)
            node.Host = _nodes.GetValueOrDefault(element) is { IsActivity: true } found ? found : null;
        if (node.Host is null)
            Fault(node.Source, "Sự kiện biên phải gắn vào một bước có thật của cùng quy trình (attachedToRef).");
        else
            node.Host.Boundary.Add(node);
    }

    private static BpmnLane Lane(XElement lane) => new(
        lane.Attribute("id")?.Value ?? "", BpmnText.Line(lane.Attribute("name")?.Value),
        [.. lane.Elements(BpmnNames.Model + "flowNodeRef").Select(r => r.Value.Trim())]);

    private XElement? Find(string reference) => _byId.GetValueOrDefault(BpmnText.Local(reference) ?? "");

    private void Fault(XElement element, string sentence)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(new BpmnProblem(element.Attribute("id")?.Value ?? "", BpmnText.Line(element.Attribute("name")?.Value), sentence));
    }
}
