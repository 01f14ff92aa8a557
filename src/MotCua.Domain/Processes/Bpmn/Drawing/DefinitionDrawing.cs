using System.Globalization;
using System.Xml.Linq;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>A drawing as a process of the running engine, or why it is none.</summary>
[NoTerm("the reading of a drawing as a definition")]
public sealed record DefinitionReading(ProcessDefinition? Definition, IReadOnlyList<BpmnProblem> Problems);

/// <summary>Processes of the running engine as BPMN and back: start, user tasks, parallel gateways, end.</summary>
public static class DefinitionDrawing
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The process as BPMN with a drawing of its own: one pool, a lane for each place.</summary>
    /// <param name="process">The process.</param>
    /// <param name="departments">Names of departments by function; null = the function's code.</param>
    /// <param name="agencies">Names of agencies by code; null = the code.</param>
    public static BpmnModel ToBpmn(
        this ProcessDefinition process, Func<string, string>? departments = null, Func<string, string>? agencies = null)
    {
        var root = new XElement(
            BpmnNames.Model + "definitions", new XAttribute(XNamespace.Xmlns + "bpmn", BpmnNames.Model.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "bpmndi", BpmnNames.Diagram.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", BpmnNames.Bounds.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "di", BpmnNames.Points.NamespaceName), new XAttribute(XNamespace.Xmlns + "motcua", BpmnNames.Own.NamespaceName),
            new XAttribute("id", Own("definitions")), new XAttribute("targetNamespace", BpmnNames.Own.NamespaceName),
            Element("collaboration", Own("collaboration"), null, Element(
                "participant", Own("pool"), process.Name, new XAttribute("processRef", Own(process.Code)))),
            Element("process", Own(process.Code), process.Name, new XAttribute("isExecutable", "true"), Facts(process),
                Lanes(process, departments, agencies), process.Elements.Select(e => Node(process, e)), process.Flows.Select(Arrow)));
        var model = BpmnReader.Read(new XDocument(root)).Model!;
        AutoLayout.Add(model);
        return model;
    }

    /// <summary>The drawing as a process of the running engine. It must be executable and hold nothing that this engine does not run yet.</summary>
    public static DefinitionReading ToDefinition(this BpmnModel model)
    {
        var report = new BpmnReading(model, []).Check();
        if (!report.Executable)
            return new DefinitionReading(null, report.Problems);
        var filled = model.Processes.Where(p => p.Nodes.Count > 0).ToList();
        var problems = filled.Skip(1).Select(p => new BpmnProblem(p.Id, p.Name, "Mỗi tệp chỉ nhập được một quy trình.")).ToList();
        var process = filled[0];
        problems.AddRange(process.Nodes.Select(n => (n, Why: WhyNot(n))).Where(n => n.Why is not null).Select(n => new BpmnProblem(n.n.Id, n.n.Name, n.Why!)));
        problems.AddRange(process.Flows.Where(f => f.Condition is not null)
            .Select(f => new BpmnProblem(f.Id, f.Name, "Bộ xử lý hiện tại chưa chạy nhánh có điều kiện.")));
        if (process.Starts.Count() > 1)
            problems.Add(new BpmnProblem(process.Id, process.Name, "Bộ xử lý hiện tại cần đúng một điểm bắt đầu."));
        if (Facts(process) is not { } facts)
            problems.Add(new BpmnProblem(process.Id, process.Name, "Chưa ghi đủ mã, phiên bản, quyết định, ngày hiệu lực của quy trình."));
        else if (problems.Count == 0)
            return new DefinitionReading(
                facts with
                {
                    Elements = [.. process.Nodes.Select(Element)], Flows = [.. process.Flows.Select(f => new Flow(f.From.Id, f.To.Id))],
                }, []);
        return new DefinitionReading(null, problems);
    }

    private static string? WhyNot(BpmnNode node) => node.Kind switch
    {
        NodeKind.StartEvent or NodeKind.EndEvent when node.Event == EventKind.None => null,
        NodeKind.Task or NodeKind.UserTask or NodeKind.ManualTask when node.Outgoing.Count == 1 => null,
        NodeKind.Task or NodeKind.UserTask or NodeKind.ManualTask => "Bước phải có đúng một mũi tên đi ra.",
        NodeKind.ParallelGateway when node.Incoming.Count > 1 && node.Outgoing.Count > 1 =>
            "Điểm song song vừa chờ vừa rẽ; hãy tách thành hai điểm.",
        NodeKind.ParallelGateway => null,
        _ => "Bộ xử lý hiện tại chỉ chạy điểm bắt đầu, bước của cán bộ, rẽ và chờ song song, điểm kết thúc.",
    };

    private static ProcessElement Element(BpmnNode node)
    {
        var properties = node.Properties ?? StepProperties.Empty;
        var kind = node.Kind switch
        {
            NodeKind.StartEvent => ElementKind.Start,
            NodeKind.EndEvent => ElementKind.End,
            NodeKind.ParallelGateway => IsJoin(node) ? ElementKind.Join : ElementKind.Fork,
            _ => ElementKind.Task,
        };
        return new ProcessElement(
            node.Id, kind, node.Source.Attribute("name")?.Value ?? "", properties.Step, properties.Place, properties.Duty, properties.Hours,
            properties.Function) { Group = properties.Group };
    }

    private static bool IsJoin(BpmnNode node) =>
        node.Incoming.Count > 1 || node.Outgoing.Count == 1 && node.Source.Attribute("gatewayDirection")?.Value == "Converging";

    private static XElement Node(ProcessDefinition process, ProcessElement element)
    {
        var node = Element(
            element.Kind switch
            {
                ElementKind.Start => "startEvent",
                ElementKind.End => "endEvent",
                ElementKind.Task => "userTask",
                ElementKind.Exclusive => "exclusiveGateway",
                ElementKind.Fork or ElementKind.Join => "parallelGateway",
                _ => throw new NotSupportedException($"Elements of kind {element.Kind} are drawn by hand."),
            },
            element.Id, element.Name.Length > 0 ? element.Name : null);
        if (element.Kind == ElementKind.Exclusive && process.Flows.Select((f, i) => (f, i)).FirstOrDefault(f => f.f.From == element.Id && f.f.IsDefault) is
            { f: not null } otherwise)
            node.Add(new XAttribute("default", FlowId(otherwise.i)));
        if (element.Kind is ElementKind.Fork or ElementKind.Join)
            node.Add(new XAttribute("gatewayDirection", element.Kind == ElementKind.Fork ? "Diverging" : "Converging"));
        new StepProperties(element.Step, element.Place, element.Duty, element.Hours, element.Function, [], [])
        {
            Group = element.Group, Agency = element.Agency,
        }.Write(node);
        node.Add(process.Flows.Select((f, i) => (f, i)).Where(f => f.f.To == element.Id)
            .Select(f => new XElement(BpmnNames.Model + "incoming", FlowId(f.i))));
        node.Add(process.Flows.Select((f, i) => (f, i)).Where(f => f.f.From == element.Id)
            .Select(f => new XElement(BpmnNames.Model + "outgoing", FlowId(f.i))));
        return node;
    }

    private static XElement Arrow(Flow flow, int at) =>
        Element("sequenceFlow", FlowId(at), flow.Name, new XAttribute("sourceRef", flow.From), new XAttribute("targetRef", flow.To),
            flow.Condition is null ? null : new XElement(BpmnNames.Model + "conditionExpression", flow.Condition));

    private static XElement Lanes(ProcessDefinition process, Func<string, string>? departments, Func<string, string>? agencies)
    {
        var places = new Dictionary<string, Lane>();
        foreach (var element in process.Elements)
            places[element.Id] = PlaceOf(process, element, places);
        var lanes = process.Elements.GroupBy(e => places[e.Id]).OrderBy(g => g.Key.Place).Select((g, i) => Element(
            "lane", Own($"lane-{i + 1}"), LaneName(g.Key, departments, agencies), g.Select(e => new XElement(BpmnNames.Model + "flowNodeRef", e.Id))));
        return Element("laneSet", Own("lanes"), null, lanes);
    }

    private sealed record Lane(StepPlace Place, string? Function, string? Agency);

    // Events and gateways stand where the step before them is done, the start where the first step is.
    private static Lane PlaceOf(ProcessDefinition process, ProcessElement element, Dictionary<string, Lane> known)
    {
        if (LaneOf(element) is { } own)
            return own;
        var before = process.Flows.Where(f => f.To == element.Id).Select(f => f.From).Where(known.ContainsKey).ToList();
        var after = process.Flows.Where(f => f.From == element.Id).Select(f => LaneOf(process[f.To])).FirstOrDefault(l => l is not null);
        return before.Count > 0 ? known[before[0]] : after ?? new Lane(StepPlace.Reception, null, null);
    }

    private static Lane? LaneOf(ProcessElement element) => element.Place switch
    {
        null => null,
        StepPlace.Department => new Lane(StepPlace.Department, element.Function, null),
        StepPlace.Agency => new Lane(StepPlace.Agency, element.Function, element.Agency),
        var place => new Lane(place.Value, null, null),
    };

    private static string LaneName(Lane lane, Func<string, string>? departments, Func<string, string>? agencies)
    {
        var place = Terms.Of(lane.Place);
        if (lane is { Place: StepPlace.Agency, Agency: { } code })
            return (agencies?.Invoke(code) ?? code) + (lane.Function is { } own ? $" ({own})" : "");
        if (lane.Function is { } function)
            return departments?.Invoke(function) ?? $"{char.ToUpperInvariant(place[0])}{place[1..]} ({function})";
        return char.ToUpperInvariant(place[0]) + place[1..];
    }

    private static XElement Facts(ProcessDefinition process) => new(BpmnNames.Model + "extensionElements", HeadOf(process));

    /// <summary>What a drawing says of the version as a whole.</summary>
    internal static XElement HeadOf(ProcessDefinition process) => new(
        BpmnNames.Own + "process", new XAttribute("code", process.Code), new XAttribute("version", process.Version),
        new XAttribute("decision", process.Decision), new XAttribute("from", process.From.ToString(Day, CultureInfo.InvariantCulture)),
        StepProperties.Attribute("to", process.To?.ToString(Day, CultureInfo.InvariantCulture)), new XAttribute("verified", process.Verified));

    private static ProcessDefinition? Facts(BpmnScope process)
    {
        if (StepProperties.Extension(process.Source)?.Element(BpmnNames.Own + "process") is not { } facts
            || facts.Attribute("code")?.Value is not { Length: > 0 } code || facts.Attribute("decision")?.Value is not { Length: > 0 } decision
            || !int.TryParse(facts.Attribute("version")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || ReadDay(facts, "from") is not { } from || facts.Attribute("to") is not null && ReadDay(facts, "to") is null)
            return null;
        return new ProcessDefinition(
            code, version, process.Source.Attribute("name")?.Value ?? "", decision, from, ReadDay(facts, "to"),
            facts.Attribute("verified")?.Value == "true", [], []);
    }

    private static DateOnly? ReadDay(XElement facts, string attribute) =>
        DateOnly.TryParseExact(facts.Attribute(attribute)?.Value, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static XElement Element(string name, string id, string? label, params object?[] content) =>
        new(BpmnNames.Model + name, new XAttribute("id", id), label is null ? null : new XAttribute("name", label), content);

    /// <summary>Ids of what the drawing adds are kept apart from those of the elements.</summary>
    private static string Own(string name) => "motcua." + name;

    private static string FlowId(int at) => Own($"flow-{at + 1}");
}
