using System.Xml.Linq;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Kinds of flow nodes of BPMN 2.0.</summary>
[NoTerm("kinds of elements of the drawing standard")]
public enum NodeKind
{
    /// <summary>startEvent.</summary>
    StartEvent,
    /// <summary>endEvent.</summary>
    EndEvent,
    /// <summary>intermediateCatchEvent.</summary>
    CatchEvent,
    /// <summary>intermediateThrowEvent, implicitThrowEvent.</summary>
    ThrowEvent,
    /// <summary>boundaryEvent.</summary>
    BoundaryEvent,
    /// <summary>task.</summary>
    Task,
    /// <summary>userTask.</summary>
    UserTask,
    /// <summary>serviceTask.</summary>
    ServiceTask,
    /// <summary>sendTask.</summary>
    SendTask,
    /// <summary>receiveTask.</summary>
    ReceiveTask,
    /// <summary>manualTask.</summary>
    ManualTask,
    /// <summary>scriptTask.</summary>
    ScriptTask,
    /// <summary>businessRuleTask.</summary>
    BusinessRuleTask,
    /// <summary>subProcess.</summary>
    SubProcess,
    /// <summary>transaction.</summary>
    Transaction,
    /// <summary>adHocSubProcess.</summary>
    AdHoc,
    /// <summary>callActivity.</summary>
    CallActivity,
    /// <summary>exclusiveGateway.</summary>
    ExclusiveGateway,
    /// <summary>parallelGateway.</summary>
    ParallelGateway,
    /// <summary>inclusiveGateway.</summary>
    InclusiveGateway,
    /// <summary>eventBasedGateway.</summary>
    EventBasedGateway,
    /// <summary>complexGateway.</summary>
    ComplexGateway,
    /// <summary>choreographyTask, subChoreography, callChoreography.</summary>
    Choreography,
}

/// <summary>What an event waits for or does.</summary>
[NoTerm("kinds of events of the drawing standard")]
public enum EventKind
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>A message.</summary>
    Message,
    /// <summary>A moment or a time.</summary>
    Timer,
    /// <summary>An error.</summary>
    Error,
    /// <summary>An escalation.</summary>
    Escalation,
    /// <summary>Cancel of a transaction.</summary>
    Cancel,
    /// <summary>Compensation.</summary>
    Compensation,
    /// <summary>A condition that comes true.</summary>
    Conditional,
    /// <summary>A link to another place of the drawing.</summary>
    Link,
    /// <summary>A signal to everybody.</summary>
    Signal,
    /// <summary>Ends everything at once.</summary>
    Terminate,
    /// <summary>Several of these.</summary>
    Multiple,
}

/// <summary>Whether an activity is done several times by a marker.</summary>
[NoTerm("markers of the drawing standard")]
public enum LoopKind
{
    /// <summary>Once.</summary>
    None,
    /// <summary>Standard loop.</summary>
    Standard,
    /// <summary>Multi-instance.</summary>
    MultiInstance,
}

/// <summary>An event, activity or gateway.</summary>
[NoTerm("an element of a BPMN drawing")]
public sealed class BpmnNode
{
    internal BpmnNode(XElement source, NodeKind kind) => (Source, Kind) = (source, kind);

    /// <summary>Id; empty where the file gives none.</summary>
    public string Id => Source.Attribute("id")?.Value ?? "";

    /// <summary>Name on one line; empty where there is none.</summary>
    public string Name => BpmnText.Line(Source.Attribute("name")?.Value);

    /// <summary>What it is.</summary>
    public NodeKind Kind { get; }

    /// <summary>For events: what they wait for.</summary>
    public EventKind Event { get; internal init; }

    /// <summary>For boundary events: whether the activity ends when they happen.</summary>
    public bool Interrupts => Source.Attribute("cancelActivity")?.Value is not ("false" or "0");

    /// <summary>Loop marker.</summary>
    public LoopKind Loop { get; internal init; }

    /// <summary>Done only to undo another activity.</summary>
    public bool Compensates => Is("isForCompensation");

    /// <summary>A sub-process that an event starts.</summary>
    public bool IsEventSubProcess => Is("triggeredByEvent");

    /// <summary>For call activities: the id of what is called, without its prefix; null where none is named.</summary>
    public string? Called => BpmnText.Local(Source.Attribute("calledElement")?.Value);

    /// <summary>For boundary events: the activity.</summary>
    public BpmnNode? Host { get; internal set; }

    /// <summary>For activities: events on their border.</summary>
    public List<BpmnNode> Boundary { get; } = [];

    /// <summary>For sub-processes: what is inside.</summary>
    public BpmnScope? Inner { get; internal set; }

    /// <summary>Flows that come in.</summary>
    public List<BpmnFlow> Incoming { get; } = [];

    /// <summary>Flows that go out.</summary>
    public List<BpmnFlow> Outgoing { get; } = [];

    /// <summary>The flow taken when no condition holds; null where none is named.</summary>
    public BpmnFlow? Default { get; internal set; }

    /// <summary>The product's own properties; null where there are none.</summary>
    public StepProperties? Properties => StepProperties.Read(Source);

    /// <summary>Whether it is a task, call or sub-process.</summary>
    public bool IsActivity => Kind is >= NodeKind.Task and <= NodeKind.CallActivity;

    /// <summary>Whether it is a gateway.</summary>
    public bool IsGateway => Kind is >= NodeKind.ExclusiveGateway and <= NodeKind.ComplexGateway;

    /// <summary>Whether it is an event.</summary>
    public bool IsEvent => Kind <= NodeKind.BoundaryEvent;

    internal XElement Source { get; }

    private bool Is(string attribute) => Source.Attribute(attribute)?.Value is "true" or "1";
}

/// <summary>A sequence flow.</summary>
[NoTerm("an arrow of a BPMN drawing")]
public sealed class BpmnFlow
{
    internal BpmnFlow(XElement source, BpmnNode from, BpmnNode to) => (Source, From, To) = (source, from, to);

    /// <summary>Id; empty where the file gives none.</summary>
    public string Id => Source.Attribute("id")?.Value ?? "";

    /// <summary>Name on one line.</summary>
    public string Name => BpmnText.Line(Source.Attribute("name")?.Value);

    /// <summary>Where it begins.</summary>
    public BpmnNode From { get; }

    /// <summary>Where it ends.</summary>
    public BpmnNode To { get; }

    /// <summary>The text of its condition; null where there is none.</summary>
    public string? Condition => Source.Element(BpmnNames.Model + "conditionExpression")?.Value is { } text && text.Trim().Length > 0 ? text : null;

    internal XElement Source { get; }
}

/// <summary>A lane: an agency or role.</summary>
[NoTerm("a lane of a BPMN drawing")]
public sealed record BpmnLane(string Id, string Name, IReadOnlyList<string> Nodes);

/// <summary>A process or a sub-process: nodes and flows among them.</summary>
[NoTerm("a plane of a BPMN drawing")]
public sealed class BpmnScope
{
    internal BpmnScope(XElement source) => Source = source;

    /// <summary>Id; empty where the file gives none.</summary>
    public string Id => Source.Attribute("id")?.Value ?? "";

    /// <summary>Name on one line.</summary>
    public string Name => BpmnText.Line(Source.Attribute("name")?.Value);

    /// <summary>Nodes in the order of the file.</summary>
    public List<BpmnNode> Nodes { get; } = [];

    /// <summary>Flows in the order of the file.</summary>
    public List<BpmnFlow> Flows { get; } = [];

    /// <summary>Lanes, inner ones too.</summary>
    public List<BpmnLane> Lanes { get; } = [];

    /// <summary>Start events.</summary>
    public IEnumerable<BpmnNode> Starts => Nodes.Where(n => n.Kind == NodeKind.StartEvent);

    /// <summary>This and every sub-process inside.</summary>
    public IEnumerable<BpmnScope> All => Nodes.Where(n => n.Inner is not null).SelectMany(n => n.Inner!.All).Prepend(this);

    internal XElement Source { get; }
}

/// <summary>A BPMN file as it was read. The document is the truth: what is not looked at stays as it stands.</summary>
[NoTerm("a file of the drawing standard")]
public sealed class BpmnModel
{
    internal BpmnModel(XDocument document, IReadOnlyList<BpmnScope> processes) => (Document, Processes) = (document, processes);

    /// <summary>Processes in the order of the file.</summary>
    public IReadOnlyList<BpmnScope> Processes { get; }

    /// <summary>Id of the file's definitions; empty where there is none.</summary>
    public string Id => Document.Root!.Attribute("id")?.Value ?? "";

    /// <summary>Name of the file's definitions; empty where there is none.</summary>
    public string Name => BpmnText.Line(Document.Root!.Attribute("name")?.Value);

    /// <summary>Every node of every process.</summary>
    public IEnumerable<BpmnNode> Nodes => Processes.SelectMany(p => p.All).SelectMany(s => s.Nodes);

    /// <summary>How many elements of the file, nested ones too, are called by one of the names.</summary>
    public int Count(IReadOnlySet<string> names) => Elements.Count(e => names.Contains(e.Name.LocalName));

    /// <summary>Elements of the standard, diagrams left out.</summary>
    public IEnumerable<XElement> Elements => Document.Root!.DescendantsAndSelf().Where(e => e.Name.Namespace == BpmnNames.Model);

    internal XDocument Document { get; }
}

/// <summary>Something that keeps a file from running, or from being read.</summary>
/// <param name="Element">Id of the element; empty where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
[NoTerm("a finding of the check of a drawing")]
public sealed record BpmnProblem(string Element, string Name, string Reason);

internal static class BpmnText
{
    /// <summary>Without line breaks.</summary>
    public static string Line(string? text) => text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A qualified name without its prefix.</summary>
    public static string? Local(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim()[(name.Trim().LastIndexOf(':') + 1)..];
}
