using System.Xml.Linq;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>What a picture shows at an element beside the drawing itself.</summary>
/// <param name="Look">Class of the stylesheet: "at-done", "at-here".</param>
/// <param name="Sign">One character that says it without colour.</param>
/// <param name="Said">What a screen reader hears behind the element's name.</param>
[NoTerm("a mark in a picture")]
public sealed record PictureMark(string Look, string Sign, string Said);

/// <summary>Draws a model as SVG: its own diagram, or one that is laid out where it has none. Looks are classes of a stylesheet.</summary>
public static class BpmnPicture
{
    private const double Margin = 16;

    private static readonly Dictionary<string, PictureMark> Unmarked = [];

    /// <summary>How many diagrams a model has that show something; at least one.</summary>
    public static int Count(BpmnModel model) => Math.Max(1, DiagramFile.All(model.Document).Count);

    /// <summary>The picture as SVG text; empty where the model holds nothing to draw.</summary>
    /// <param name="model">The model.</param>
    /// <param name="title">What the picture shows, read out to those who do not see it.</param>
    /// <param name="diagram">Which diagram, from 0.</param>
    /// <param name="marks">Marks by id of the element; null for the drawing alone.</param>
    public static string Draw(BpmnModel model, string title, int diagram = 0, IReadOnlyDictionary<string, PictureMark>? marks = null)
    {
        var drawn = DiagramFile.All(model.Document);
        if (drawn.Count == 0)
        {
            var document = new XDocument(model.Document);
            model = new BpmnParser().Parse(document);
            AutoLayout.Add(model);
            drawn = DiagramFile.All(document);
        }
        return diagram >= 0 && diagram < drawn.Count ? Draw(model, title, drawn[diagram], marks ?? Unmarked).ToString(SaveOptions.DisableFormatting) : "";
    }

    private static XElement Draw(BpmnModel model, string title, DiagramFile file, IReadOnlyDictionary<string, PictureMark> marks)
    {
        var nodes = model.Nodes.ToDictionary(n => n.Source);
        var shapes = file.Shapes.OrderBy(Layer).ThenByDescending(s => s.Box.Width * s.Box.Height).ToList();
        var grounds = shapes.Where(s => Layer(s) < 4).Select(s => ShapePen.Draw(s, nodes));
        var byId = nodes.Values.Where(n => n.Id.Length > 0).DistinctBy(n => n.Id).ToDictionary(n => n.Id);
        var edges = file.Edges.Select(e => EdgePen.Draw(e, byId)).ToList();
        var things = shapes.Where(s => Layer(s) >= 4).Select(s => Marked(ShapePen.Draw(s, nodes), s, marks));
        var labels = shapes.Select(ShapePen.Label).Concat(file.Edges.Select(EdgePen.Label)).OfType<XElement>().ToList();
        // Labels of events and gateways hang over: they are known only when they are drawn.
        var around = labels.Select(Reach).Aggregate(file.Around(), (a, b) => a.And(b)).Grown(Margin);
        return new XElement(
            Pen.Svg + "svg", new XAttribute("class", "bpmn"), new XAttribute("role", "img"), new XAttribute("width", Box.Write(around.Width)),
            new XAttribute("height", Box.Write(around.Height)),
            new XAttribute("viewBox", $"{Box.Write(around.X)} {Box.Write(around.Y)} {Box.Write(around.Width)} {Box.Write(around.Height)}"),
            Pen.Title(title), grounds, edges, things, labels);
    }

    private static XElement Marked(XElement group, DiagramShape shape, IReadOnlyDictionary<string, PictureMark> marks)
    {
        if (shape.Element.Attribute("id")?.Value is not { } id || !marks.TryGetValue(id, out var mark))
            return group;
        group.SetAttributeValue("class", mark.Look);
        if (group.Element(Pen.Svg + "title") is { } title)
            title.Value = $"{title.Value}, {mark.Said}";
        var corner = new Spot(shape.Box.Right - 2, shape.Box.Y + 2);
        group.Add(Pen.Circle("bp-mark", corner, 9), Pen.Text("bp-sign", [mark.Sign], corner));
        return group;
    }

    private static int Layer(DiagramShape shape) => shape.Element.Name.LocalName switch
    {
        "participant" => 0,
        "lane" => 1,
        "group" => 2,
        "subProcess" or "transaction" or "adHocSubProcess" or "callActivity" or "subChoreography" when ShapePen.IsOpen(shape) => 3,
        "boundaryEvent" => 5,
        _ => 4,
    };

    private static Box Reach(XElement label)
    {
        var lines = label.Elements().Select(t => (X: (double)t.Attribute("x")!, Y: (double)t.Attribute("y")!, Width: Lettering.Width(t.Value)));
        return lines.Select(l => new Box(l.X - l.Width / 2, l.Y - Lettering.Line, l.Width, Lettering.Line * 1.4)).Aggregate((a, b) => a.And(b));
    }
}
