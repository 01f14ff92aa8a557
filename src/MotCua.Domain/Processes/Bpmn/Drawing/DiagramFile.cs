using System.Globalization;
using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>A shape of a diagram.</summary>
internal sealed record DiagramShape(XElement Element, Box Box, bool? Horizontal, bool? Expanded, Box? Label);

/// <summary>An edge of a diagram.</summary>
internal sealed record DiagramEdge(XElement Element, Spot[] Way, Box? Label);

/// <summary>One diagram of a file: what stands where. Shapes of elements that are not there are left out.</summary>
internal sealed record DiagramFile(IReadOnlyList<DiagramShape> Shapes, IReadOnlyList<DiagramEdge> Edges)
{
    private const double Farthest = 100_000;

    /// <summary>The diagrams of a document that show something.</summary>
    public static List<DiagramFile> All(XDocument document)
    {
        var byId = new Dictionary<string, XElement>();
        foreach (var element in document.Root!.Descendants().Where(e => e.Name.Namespace == BpmnNames.Model))
            if (element.Attribute("id")?.Value is { } id)
                byId.TryAdd(id, element);
        return
        [
            .. document.Root.Elements(BpmnNames.Diagram + "BPMNDiagram").Select(d => new DiagramFile(
                [.. d.Descendants(BpmnNames.Diagram + "BPMNShape").Select(s => Shape(s, byId)).OfType<DiagramShape>()],
                [.. d.Descendants(BpmnNames.Diagram + "BPMNEdge").Select(e => Edge(e, byId)).OfType<DiagramEdge>()])).Where(d => d.Shapes.Count > 0),
        ];
    }

    /// <summary>The smallest box around everything.</summary>
    public Box Around() =>
        Shapes.SelectMany(s => s.Label is { } label ? new[] { s.Box, label } : [s.Box])
            .Concat(Edges.SelectMany(e => e.Way).Select(p => new Box(p.X, p.Y, 0, 0)))
            .Concat(Edges.Select(e => e.Label).OfType<Box>()).Aggregate((a, b) => a.And(b));

    private static DiagramShape? Shape(XElement shape, Dictionary<string, XElement> byId) =>
        Element(shape, byId) is { } element && Bounds(shape) is { } box
            ? new DiagramShape(element, box, Truth(shape, "isHorizontal"), Truth(shape, "isExpanded"), Label(shape)) : null;

    private static DiagramEdge? Edge(XElement edge, Dictionary<string, XElement> byId)
    {
        var way = edge.Elements(BpmnNames.Points + "waypoint").Select(p => (X: Number(p, "x"), Y: Number(p, "y")))
            .Where(p => p.X is not null && p.Y is not null).Select(p => new Spot(p.X!.Value, p.Y!.Value)).ToArray();
        return Element(edge, byId) is { } element && way.Length > 1 ? new DiagramEdge(element, way, Label(edge)) : null;
    }

    private static Box? Label(XElement shape) => shape.Element(BpmnNames.Diagram + "BPMNLabel") is { } label ? Bounds(label) : null;

    private static XElement? Element(XElement shape, Dictionary<string, XElement> byId) =>
        byId.GetValueOrDefault(BpmnText.Local(shape.Attribute("bpmnElement")?.Value) ?? "");

    private static Box? Bounds(XElement shape) =>
        shape.Element(BpmnNames.Bounds + "Bounds") is { } bounds && Number(bounds, "x") is { } x && Number(bounds, "y") is { } y
            && Number(bounds, "width") is >= 0 and { } width && Number(bounds, "height") is >= 0 and { } height
            ? new Box(x, y, width, height) : null;

    private static bool? Truth(XElement shape, string attribute) => shape.Attribute(attribute)?.Value switch
    {
        null => null,
        "true" or "1" => true,
        _ => false,
    };

    private static double? Number(XElement element, string attribute) =>
        double.TryParse(element.Attribute(attribute)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= Farthest ? number : null;
}
