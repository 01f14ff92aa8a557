using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Collects the elements and flows of a drawing and of what it calls.</summary>
internal sealed class ProcessShape(BpmnModel model, string code, Func<string, ProcessDefinition?> stored, StepProperties? otherwise)
{
    private readonly List<ProcessElement> _elements = [];
    private readonly List<Flow> _flows = [];
    private readonly List<BpmnProblem> _problems = [];
    private readonly Dictionary<string, XElement> _roots = model.Document.Root!.Elements().Where(e => e.Attribute("id") is not null)
        .GroupBy(e => e.Attribute("id")!.Value).ToDictionary(g => g.Key, g => g.First());
    private int _depth;

    /// <summary>Elements, in the order of the file.</summary>
    public IReadOnlyList<ProcessElement> Elements => _elements;

    /// <summary>Flows, in the order of the file.</summary>
    public IReadOnlyList<Flow> Flows => _flows;

    /// <summary>Why it cannot run.</summary>
    public IReadOnlyList<BpmnProblem> Problems => _problems;

    /// <summary>Adds a plane.</summary>
    /// <param name="owner">Id of the element that the plane is the inside of; null for the process.</param>
    /// <param name="prefix">Before each id: what is called lies under its call.</param>
    /// <param name="lane">Lane of the owner: what lies inside stands in it, too.</param>
    /// <param name="agency">Code of the agency whose process it is; null for the competent one.</param>
    public void Add(BpmnScope scope, string? owner, string prefix, string? lane = null, string? agency = null)
    {
        if (_elements.Count + scope.Nodes.Count > BpmnCompiler.MostElements)
        {
            _problems.Add(new BpmnProblem(scope.Id, scope.Name,
                $"Quy trình có hơn {BpmnCompiler.MostElements} phần tử kể cả quy trình được gọi; hãy chia nhỏ."));
            return;
        }
        var lanes = scope.Lanes.SelectMany(l => l.Nodes.Select(n => (Node: n, l.Name))).GroupBy(l => l.Node).ToDictionary(g => g.Key, g => g.Last().Name);
        // Where a process can start in several ways, a dossier takes the plain one.
        var first = scope.Starts.OrderBy(s => s.Event == EventKind.None ? 0 : 1).FirstOrDefault();
        foreach (var node in scope.Nodes.OrderBy(n => n == first ? 0 : 1))
        {
            var own = lanes.GetValueOrDefault(node.Id) ?? lane;
            var element = Element(node, owner, prefix, own, agency);
            _elements.Add(element);
            if (node.Inner is { } inner)
                Add(inner, element.Id, prefix, own, agency);
            else if (node.Kind == NodeKind.CallActivity)
                Call(node, element, own, element.Agency ?? agency);
        }
        foreach (var flow in scope.Flows)
            _flows.Add(new Flow(prefix + flow.From.Id, prefix + flow.To.Id)
            {
                Id = prefix + (flow.Id.Length > 0 ? flow.Id : $"{flow.From.Id}>{flow.To.Id}"), Name = flow.Name.Length > 0 ? flow.Name : null,
                Condition = flow.Condition?.Trim(), IsDefault = flow.From.Default == flow,
            });
    }

    private ProcessElement Element(BpmnNode node, string? owner, string prefix, string? lane, string? agency)
    {
        var kind = KindOf(node);
        var written = node.Properties ?? StepProperties.Empty;
        var said = kind == ElementKind.Task ? Doing.Of(node, written, lane, otherwise) : Doing.Waiting(kind, written, lane, agency);
        if (said is null)
            _problems.Add(new BpmnProblem(node.Id, node.Name,
                "Chưa biết ai làm bước này: hãy chọn loại bước và nơi thực hiện trong thuộc tính của bước, hoặc đặt bước vào làn ghi tên bộ phận "
                + "(Một cửa, phòng chuyên môn, lãnh đạo, văn thư)."));
        said ??= StepProperties.Empty;
        if (agency is not null && said.Place is StepPlace.Competent or StepPlace.Department)
            said = said with { Place = StepPlace.Agency, Agency = agency };
        if (said is { Place: StepPlace.Agency, Agency: null })
            _problems.Add(new BpmnProblem(node.Id, node.Name, "Bước làm ở cơ quan nêu tên nhưng chưa ghi mã cơ quan."));
        return new ProcessElement(prefix + node.Id, kind, node.Name, said.Step, said.Place, said.Duty, said.Hours, said.Function)
        {
            Scope = owner, Host = node.Host is { } host ? prefix + host.Id : null, Stays = node.Kind == NodeKind.BoundaryEvent && !node.Interrupts,
            Timer = node.Event == EventKind.Timer ? new TimerTime(TimerText(node), written.Elapsed) : null, Message = Message(node),
            Receiver = kind == ElementKind.Service ? written.Receiver : null, Called = node.Kind == NodeKind.CallActivity ? node.Called : null,
            Group = said.Group is { } group ? prefix + group : null, Agency = said.Agency, Lane = lane,
            Forms = written.Forms.Count > 0 ? written.Forms : null, Papers = written.Papers.Count > 0 ? written.Papers : null,
        };
    }

    private static ElementKind KindOf(BpmnNode node) => node.Kind switch
    {
        NodeKind.StartEvent => ElementKind.Start,
        NodeKind.EndEvent when node.Event == EventKind.Terminate => ElementKind.Terminate,
        NodeKind.EndEvent when node.Event == EventKind.Error => ElementKind.ErrorEnd,
        NodeKind.EndEvent => ElementKind.End,
        NodeKind.BoundaryEvent => ElementKind.Boundary,
        NodeKind.CatchEvent => node.Event == EventKind.Timer ? ElementKind.Timer : ElementKind.Message,
        NodeKind.ReceiveTask => ElementKind.Message,
        NodeKind.ServiceTask or NodeKind.SendTask or NodeKind.ThrowEvent => ElementKind.Service,
        NodeKind.SubProcess or NodeKind.CallActivity => ElementKind.SubProcess,
        NodeKind.ExclusiveGateway => ElementKind.Exclusive,
        NodeKind.InclusiveGateway => ElementKind.Inclusive,
        NodeKind.ParallelGateway => node.Incoming.Count > 1 ? ElementKind.Join : ElementKind.Fork,
        _ => ElementKind.Task,
    };

    private string TimerText(BpmnNode node) => Definitions(node, "timerEventDefinition").Elements()
        .FirstOrDefault(e => e.Name.LocalName is "timeDate" or "timeDuration" or "timeCycle")?.Value.Trim() ?? "";

    /// <summary>The name of the message that a node waits for or sends; null where it has to do with none.</summary>
    private string? Message(BpmnNode node)
    {
        var source = node.Kind is NodeKind.ReceiveTask or NodeKind.SendTask ? node.Source : Definitions(node, "messageEventDefinition").FirstOrDefault();
        if (source is null)
            return null;
        var named = _roots.GetValueOrDefault(BpmnText.Local(source.Attribute("messageRef")?.Value) ?? "")?.Attribute("name")?.Value;
        return BpmnText.Line(named) is { Length: > 0 } name ? name : node.Name.Length > 0 ? node.Name : null;
    }

    private IEnumerable<XElement> Definitions(BpmnNode node, string name) => node.Source.Elements(BpmnNames.Model + name).Concat(
        node.Source.Elements(BpmnNames.Model + "eventDefinitionRef").Select(r => _roots.GetValueOrDefault(BpmnText.Local(r.Value) ?? ""))
            .OfType<XElement>().Where(e => e.Name.LocalName == name));

    private void Call(BpmnNode node, ProcessElement call, string? lane, string? agency)
    {
        if (++_depth > BpmnCompiler.MostCalls)
            Wrong(node, $"Quy trình gọi lồng nhau quá {BpmnCompiler.MostCalls} lớp nên không chạy được.");
        else if (model.Processes.FirstOrDefault(p => p.Id == node.Called) is { } here)
            Add(here, call.Id, call.Id + "/", lane, agency);
        else if (node.Called == code)
            Wrong(node, $"Quy trình “{node.Called}” gọi chính nó nên không bao giờ xong.");
        else if (stored(node.Called ?? "") is not { } there)
            Wrong(node, $"Quy trình được gọi “{node.Called}” chưa có phiên bản nào chạy được trong hệ thống; hãy ban hành quy trình đó trước.");
        else if (there.Elements.Any(e => e.Called == code))
            Wrong(node, $"Quy trình được gọi “{node.Called}” lại gọi quy trình này nên không bao giờ xong.");
        else if (there.Elements.Max(e => e.Id.Count(c => c == '/')) + _depth >= BpmnCompiler.MostCalls)
            Wrong(node, $"Quy trình gọi lồng nhau quá {BpmnCompiler.MostCalls} lớp nên không chạy được.");
        else if (_elements.Count + there.Elements.Count > BpmnCompiler.MostElements)
            Wrong(node, $"Quy trình có hơn {BpmnCompiler.MostElements} phần tử kể cả quy trình được gọi; hãy chia nhỏ.");
        else
            Copy(there, call.Id, agency);
        _depth--;
    }

    private void Copy(ProcessDefinition called, string owner, string? agency)
    {
        var prefix = owner + "/";
        _elements.AddRange(called.Elements.Select(e =>
        {
            var elsewhere = agency is not null && e.Place is StepPlace.Competent or StepPlace.Department;
            return e with
            {
                Id = prefix + e.Id, Scope = e.Scope is { } scope ? prefix + scope : owner, Host = e.Host is { } host ? prefix + host : null,
                Group = e.Group is { } group ? prefix + group : null, Place = elsewhere ? StepPlace.Agency : e.Place, Agency = elsewhere ? agency : e.Agency,
            };
        }));
        // What was not drawn has no ids of flows; inside another process each needs one.
        _flows.AddRange(called.Flows.Select(f => f with { From = prefix + f.From, To = prefix + f.To, Id = prefix + (f.Id ?? $"{f.From}>{f.To}") }));
    }

    private void Wrong(BpmnNode node, string reason) => _problems.Add(new BpmnProblem(node.Id, node.Name, reason));
}
