using System.Collections.Frozen;
using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Namespaces of BPMN 2.0 and of the product's own properties, and the names that are counted.</summary>
public static class BpmnNames
{
    /// <summary>Elements of a model.</summary>
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>Shapes and edges.</summary>
    public static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";

    /// <summary>Bounds of a shape.</summary>
    public static readonly XNamespace Bounds = "http://www.omg.org/spec/DD/20100524/DC";

    /// <summary>Waypoints of an edge.</summary>
    public static readonly XNamespace Points = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>What this product writes into extensionElements: times, duties, agencies, forms, papers.</summary>
    public static readonly XNamespace Own = "urn:motcua:bpmn:1";

    /// <summary>Every kind of task element.</summary>
    public static readonly FrozenSet<string> Tasks = FrozenSet.Create(
        "task", "userTask", "serviceTask", "sendTask", "receiveTask", "manualTask", "scriptTask", "businessRuleTask");

    /// <summary>Every kind of gateway.</summary>
    public static readonly FrozenSet<string> Gateways = FrozenSet.Create(
        "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway");

    /// <summary>Every kind of event that stands in a process.</summary>
    public static readonly FrozenSet<string> Events = FrozenSet.Create(
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "implicitThrowEvent");
}
