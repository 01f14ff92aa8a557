using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Draws shapes: pools, lanes, activities, events, gateways, data, notes.</summary>
internal static class ShapePen
{
    private const double Band = 30;

    /// <summary>Whether an activity shows what is inside it.</summary>
    public static bool IsOpen(DiagramShape shape) => shape.Expanded ?? shape.Box is { Width: > 170, Height: > 120 };

    /// <summary>A shape as a group with its name for those who do not see it.</summary>
    public static XElement Draw(DiagramShape shape, IReadOnlyDictionary<XElement, BpmnNode> nodes)
    {
        var kind = shape.Element.Name.LocalName;
        var group = new XElement(Pen.Svg + "g", Pen.Title(Spoken(shape.Element)));
        if (nodes.TryGetValue(shape.Element, out var node))
            group.Add(node.IsEvent ? Event(shape, node) : node.IsGateway ? Gateway(shape, kind) : Activity(shape, node, kind));
        else
            group.Add(kind switch
            {
                "participant" or "lane" => Pool(shape, kind),
                "group" => [Pen.Rect("bp-group", shape.Box, 10)],
                "textAnnotation" => Bracket(shape),
                "dataObject" or "dataObjectReference" or "dataInput" or "dataOutput" => Data(shape),
                "dataStore" or "dataStoreReference" => Store(shape),
                "conversation" or "callConversation" or "subConversation" => [Hexagon(shape.Box)],
                _ when BpmnNames.Gateways.Contains(kind) => Gateway(shape, kind),
                _ when BpmnNames.Events.Contains(kind) =>
                    [Pen.Circle(kind == "endEvent" ? "bp-event bp-end" : "bp-event", shape.Box.Middle, Radius(shape.Box))],
                _ => [Pen.Rect("bp-task", shape.Box, 8), Pen.Text("bp-text", Lines(shape.Element, shape.Box), shape.Box.Middle)],
            });
        return group;
    }

    /// <summary>The label beside a shape; null where it has none or holds it.</summary>
    public static XElement? Label(DiagramShape shape)
    {
        var kind = shape.Element.Name.LocalName;
        if (kind == "textAnnotation")
            return Note(shape);
        var beside = BpmnNames.Events.Contains(kind) || BpmnNames.Gateways.Contains(kind) || kind.StartsWith("data", StringComparison.Ordinal)
            || kind is "group" || kind.EndsWith("onversation", StringComparison.Ordinal);
        if (!beside || Name(shape.Element) is not { Length: > 0 } name)
            return null;
        var lines = Lettering.Wrap(name, Math.Max(shape.Label?.Width ?? 0, 96), 5);
        var height = lines.Count * Lettering.Line;
        var middle = shape.Label is { } box ? box.Middle
            : new Spot(shape.Box.Middle.X, kind == "group" ? shape.Box.Y - height / 2 : shape.Box.Bottom + height / 2 + 4);
        return Pen.Text("bp-label", lines, middle);
    }

    private static IEnumerable<XElement?> Activity(DiagramShape shape, BpmnNode node, string kind)
    {
        var (box, open) = (shape.Box, (node.Inner is not null || kind == "callActivity") && IsOpen(shape));
        yield return Pen.Rect(
            "bp-task" + (kind == "callActivity" ? " bp-call" : "") + (node.IsEventSubProcess ? " bp-event-sub" : "") + (open ? " bp-open" : ""), box, 8);
        if (kind == "transaction")
            yield return Pen.Rect("bp-inner", box.Grown(-3), 6);
        if (Marks.Task(kind) is { } mark)
            yield return Pen.Icon(mark.Look, mark.Path, new Spot(box.X + 13, box.Y + 13), 0.9);
        var lines = Lines(node.Source, box with { Width = box.Width - 4 });
        yield return open
            ? Pen.Text("bp-text", Lettering.Wrap(node.Name, box.Width - 20, 1), new Spot(box.Middle.X, box.Y + 14))
            : Pen.Text("bp-text", lines, new Spot(box.Middle.X, box.Middle.Y + (lines.Count > 2 && Marks.Task(kind) is not null ? 7 : 0)));
        var feet = Marks.Foot(node, node.Inner is not null && !open).ToList();
        for (var i = 0; i < feet.Count; i++)
            yield return Pen.Icon("bp-line", feet[i], new Spot(box.Middle.X + (i - (feet.Count - 1) / 2.0) * 20, box.Bottom - 10), 0.85);
    }

    private static IEnumerable<XElement?> Event(DiagramShape shape, BpmnNode node)
    {
        var (middle, radius) = (shape.Box.Middle, Radius(shape.Box));
        var dashed = node is { Kind: NodeKind.BoundaryEvent, Interrupts: false }
            || node.Kind == NodeKind.StartEvent && node.Source.Attribute("isInterrupting")?.Value == "false" ? " bp-dashed" : "";
        yield return Pen.Circle("bp-event" + (node.Kind == NodeKind.EndEvent ? " bp-end" : "") + dashed, middle, radius);
        if (node.Kind is NodeKind.CatchEvent or NodeKind.ThrowEvent or NodeKind.BoundaryEvent)
            yield return Pen.Circle("bp-inner" + dashed, middle, radius - 3.5);
        if (Marks.Event(node.Event) is { } mark)
            yield return Pen.Icon(
                node.Event == EventKind.Terminate || node.Event != EventKind.Timer && node.Kind is NodeKind.EndEvent or NodeKind.ThrowEvent
                    ? "bp-fill" : "bp-line",
                mark, middle, radius / 18);
    }

    private static IEnumerable<XElement?> Gateway(DiagramShape shape, string kind)
    {
        var box = shape.Box;
        yield return Pen.Line(
            "bp-gateway", [new(box.Middle.X, box.Y), new(box.Right, box.Middle.Y), new(box.Middle.X, box.Bottom), new(box.X, box.Middle.Y)], true);
        if (Marks.Gateway(kind) is { } mark)
            yield return Pen.Icon(mark.Look, mark.Path, box.Middle, Math.Min(box.Width, box.Height) / 50);
    }

    private static IEnumerable<XElement?> Pool(DiagramShape shape, string kind)
    {
        var box = shape.Box;
        yield return Pen.Rect(kind == "lane" ? "bp-lane" : "bp-pool", box);
        var upright = !(shape.Horizontal ?? box.Width >= box.Height);
        // A pool that holds nothing is a band: its name stands in the middle.
        var empty = kind == "participant" && (shape.Element.Attribute("processRef") is null || box.Height <= 80);
        if (empty || upright)
        {
            yield return Pen.Text("bp-head", Lettering.Wrap(Name(shape.Element), box.Width - 10, 3),
                empty ? box.Middle : new Spot(box.Middle.X, box.Y + Band / 2));
            yield break;
        }
        var lines = Lettering.Wrap(Name(shape.Element), box.Height - 8, kind == "participant" ? 2 : 3);
        var band = Math.Max(Band, lines.Count * Lettering.Line + 8);
        var middle = new Spot(box.X + band / 2, box.Middle.Y);
        if (kind == "participant")
            yield return Pen.Line("bp-lane", [new(box.X + band, box.Y), new(box.X + band, box.Bottom)]);
        yield return Pen.Text("bp-head", lines, middle, $"rotate(-90 {Box.Write(middle.X)} {Box.Write(middle.Y)})");
    }

    private static IEnumerable<XElement?> Bracket(DiagramShape shape)
    {
        var box = shape.Box;
        yield return Pen.Line("bp-line", [new(box.X + 10, box.Y), new(box.X, box.Y), new(box.X, box.Bottom), new(box.X + 10, box.Bottom)]);
    }

    // Other tools let a note run out of its bracket: it may, downwards.
    private static XElement? Note(DiagramShape shape)
    {
        var text = BpmnText.Line(shape.Element.Element(BpmnNames.Model + "text")?.Value);
        var lines = Lettering.Wrap(text, Math.Max(shape.Box.Width - 10, 90), 10);
        return Pen.Text("bp-note", lines, new Spot(shape.Box.Middle.X, Math.Max(shape.Box.Middle.Y, shape.Box.Y + lines.Count * Lettering.Line / 2)));
    }

    private static IEnumerable<XElement?> Data(DiagramShape shape)
    {
        var box = shape.Box;
        var fold = Math.Min(box.Width, box.Height) * 0.3;
        yield return Pen.Line(
            "bp-data",
            [new(box.X, box.Y), new(box.Right - fold, box.Y), new(box.Right, box.Y + fold), new(box.Right, box.Bottom), new(box.X, box.Bottom)], true);
        yield return Pen.Line("bp-line", [new(box.Right - fold, box.Y), new(box.Right - fold, box.Y + fold), new(box.Right, box.Y + fold)]);
    }

    private static IEnumerable<XElement?> Store(DiagramShape shape)
    {
        var box = shape.Box;
        var (x, right, half, lid) = (Box.Write(box.X), Box.Write(box.Right), Box.Write(box.Width / 2), Box.Write(box.Height * 0.14));
        var (top, bottom) = (Box.Write(box.Y + box.Height * 0.14), Box.Write(box.Bottom - box.Height * 0.14));
        yield return Pen.Path("bp-data", $"M{x} {top}A{half} {lid} 0 0 1 {right} {top}V{bottom}A{half} {lid} 0 0 1 {x} {bottom}Z");
        yield return Pen.Path("bp-line", $"M{x} {top}A{half} {lid} 0 0 0 {right} {top}");
    }

    private static XElement Hexagon(Box box) => Pen.Line(
        "bp-task",
        [
            new(box.X, box.Middle.Y), new(box.X + box.Width / 4, box.Y), new(box.Right - box.Width / 4, box.Y), new(box.Right, box.Middle.Y),
            new(box.Right - box.Width / 4, box.Bottom), new(box.X + box.Width / 4, box.Bottom),
        ], true);

    private static double Radius(Box box) => Math.Min(box.Width, box.Height) / 2;

    private static List<string> Lines(XElement element, Box box) =>
        Lettering.Wrap(Name(element), box.Width, Math.Max(1, (int)((box.Height - 8) / Lettering.Line)));

    private static string Name(XElement element) =>
        BpmnText.Line(element.Attribute("name")?.Value ?? (element.Name.LocalName == "group" ? Category(element) : null));

    private static string? Category(XElement group)
    {
        var reference = BpmnText.Local(group.Attribute("categoryValueRef")?.Value);
        return reference is null ? null : group.Document?.Root?.Elements(BpmnNames.Model + "category").Elements(BpmnNames.Model + "categoryValue")
            .FirstOrDefault(v => v.Attribute("id")?.Value == reference)?.Attribute("value")?.Value;
    }

    /// <summary>The kind and name of an element as a screen reader says it.</summary>
    private static string Spoken(XElement element)
    {
        var kind = Kinds.Of(element.Name.LocalName);
        var name = element.Name.LocalName == "textAnnotation" ? BpmnText.Line(element.Element(BpmnNames.Model + "text")?.Value) : Name(element);
        return name.Length > 0 ? $"{kind}: {name}" : kind;
    }
}
