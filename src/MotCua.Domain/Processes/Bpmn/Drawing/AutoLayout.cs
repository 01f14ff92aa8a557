using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Writes a diagram for a model that has none: pools under one another, steps in columns, arrows around them.
/// Data, notes and groups are left out: they are in the model, not in this drawing.</summary>
internal static class AutoLayout
{
    private const double PoolHead = 38;
    private const double PoolGap = 40;

    /// <summary>Adds a diagram to the model's document.</summary>
    public static void Add(BpmnModel model)
    {
        var root = model.Document.Root!;
        var collaboration = root.Element(BpmnNames.Model + "collaboration");
        var plane = new XElement(
            BpmnNames.Diagram + "BPMNPlane", new XAttribute("id", "motcua.plane"),
            new XAttribute("bpmnElement", (collaboration ?? model.Processes.FirstOrDefault()?.Source)?.Attribute("id")?.Value ?? ""));
        var boxes = new Dictionary<string, Box>();
        var y = 0.0;
        foreach (var process in model.Processes)
            y = Process(plane, process, Pool(collaboration, process.Id), y, boxes) + PoolGap;
        foreach (var pool in collaboration?.Elements(BpmnNames.Model + "participant").Where(p => p.Attribute("processRef") is null) ?? [])
        {
            var box = new Box(0, y, 600, 60);
            plane.Add(Shape(pool.Attribute("id")?.Value, box, true));
            boxes[pool.Attribute("id")?.Value ?? ""] = box;
            y += 60 + PoolGap;
        }
        foreach (var message in collaboration?.Elements(BpmnNames.Model + "messageFlow") ?? [])
            Message(plane, message, boxes);
        root.Add(new XElement(BpmnNames.Diagram + "BPMNDiagram", new XAttribute("id", "motcua.diagram"), plane));
    }

    private static XElement? Pool(XElement? collaboration, string process) =>
        collaboration?.Elements(BpmnNames.Model + "participant").FirstOrDefault(p => BpmnText.Local(p.Attribute("processRef")?.Value) == process);

    private static double Process(XElement plane, BpmnScope process, XElement? pool, double top, Dictionary<string, Box> boxes)
    {
        var layout = new PlaneLayout(process);
        var head = pool is null ? 0 : PoolHead;
        if (pool is not null)
        {
            var box = boxes[pool.Attribute("id")?.Value ?? ""] = new Box(0, top, layout.Width + head, layout.Height);
            plane.Add(Shape(pool.Attribute("id")?.Value, box, true));
        }
        foreach (var (lane, box) in layout.Lanes)
            plane.Add(Shape(lane.Id, Moved(box, head, top), true));
        Inside(plane, process, layout, head, top, boxes);
        return top + layout.Height;
    }

    private static void Inside(XElement plane, BpmnScope scope, PlaneLayout layout, double x, double y, Dictionary<string, Box> boxes)
    {
        foreach (var (node, box) in layout.Nodes)
        {
            var at = boxes[node.Id] = Moved(box, x, y);
            plane.Add(Shape(node.Id, at, null, node.Inner is null ? null : layout.Inner.ContainsKey(node)));
            if (layout.Inner.TryGetValue(node, out var inner))
                Inside(plane, node.Inner!, inner, at.X + 10, at.Y + 30, boxes);
        }
        foreach (var flow in scope.Flows)
        {
            if (!layout.Nodes.TryGetValue(flow.From, out var from) || !layout.Nodes.TryGetValue(flow.To, out var to))
                continue;
            var others = layout.Nodes.Where(n => n.Key != flow.From && n.Key != flow.To && n.Key.Host != flow.From && n.Key != flow.From.Host)
                .Select(n => n.Value).ToList();
            plane.Add(Edge(flow.Id, Router.Way(from, to, others, flow.From.Host is not null).Select(s => new Spot(s.X + x, s.Y + y))));
        }
    }

    private static void Message(XElement plane, XElement message, Dictionary<string, Box> boxes)
    {
        if (!boxes.TryGetValue(BpmnText.Local(message.Attribute("sourceRef")?.Value) ?? "", out var from)
            || !boxes.TryGetValue(BpmnText.Local(message.Attribute("targetRef")?.Value) ?? "", out var to))
            return;
        var down = to.Y > from.Y;
        var (a, b) = (new Spot(from.Middle.X, down ? from.Bottom : from.Y), new Spot(to.Middle.X, down ? to.Y : to.Bottom));
        plane.Add(Edge(message.Attribute("id")?.Value ?? "", [a, new(a.X, (a.Y + b.Y) / 2), new(b.X, (a.Y + b.Y) / 2), b]));
    }

    private static Box Moved(Box box, double x, double y) => box with { X = box.X + x, Y = box.Y + y };

    private static XElement Shape(string? element, Box box, bool? horizontal, bool? expanded = null) => new(
        BpmnNames.Diagram + "BPMNShape", new XAttribute("id", $"motcua.shape.{element}"), new XAttribute("bpmnElement", element ?? ""),
        horizontal is { } h ? new XAttribute("isHorizontal", h) : null, expanded is { } e ? new XAttribute("isExpanded", e) : null,
        new XElement(
            BpmnNames.Bounds + "Bounds", new XAttribute("x", Box.Write(box.X)), new XAttribute("y", Box.Write(box.Y)),
            new XAttribute("width", Box.Write(box.Width)), new XAttribute("height", Box.Write(box.Height))));

    private static XElement Edge(string element, IEnumerable<Spot> way) => new(
        BpmnNames.Diagram + "BPMNEdge", new XAttribute("id", $"motcua.edge.{element}"), new XAttribute("bpmnElement", element),
        way.Select(s => new XElement(BpmnNames.Points + "waypoint", new XAttribute("x", Box.Write(s.X)), new XAttribute("y", Box.Write(s.Y)))));
}
