using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Draws arrows: flows, messages, associations.</summary>
internal static class EdgePen
{
    /// <summary>An arrow as a group with its name for those who do not see it.</summary>
    public static XElement Draw(DiagramEdge edge, IReadOnlyDictionary<string, BpmnNode> nodes)
    {
        var kind = edge.Element.Name.LocalName;
        var name = BpmnText.Line(edge.Element.Attribute("name")?.Value);
        return new XElement(
            Pen.Svg + "g", Pen.Title(name.Length > 0 ? $"{Kinds.Of(kind)}: {name}" : Kinds.Of(kind)),
            kind switch
            {
                "sequenceFlow" => Flow(edge, nodes),
                "messageFlow" => [Pen.Line("bp-message", edge.Way), Pen.Circle("bp-hollow", edge.Way[0], 4), Head(edge.Way, "bp-hollow", 9, 5)],
                "association" => Association(edge),
                "dataInputAssociation" or "dataOutputAssociation" => [Pen.Line("bp-dotted", edge.Way), Open(edge.Way)],
                _ => [Pen.Line("bp-flow", edge.Way)],
            });
    }

    /// <summary>The name of an arrow; null where it has none.</summary>
    public static XElement? Label(DiagramEdge edge)
    {
        var name = BpmnText.Line(edge.Element.Attribute("name")?.Value);
        if (name.Length == 0)
            return null;
        var middle = edge.Label is { } box ? box.Middle : Halfway(edge.Way);
        return Pen.Text("bp-label", Lettering.Wrap(name, Math.Max(edge.Label?.Width ?? 0, 90), 4), middle);
    }

    private static IEnumerable<XElement?> Flow(DiagramEdge edge, IReadOnlyDictionary<string, BpmnNode> nodes)
    {
        yield return Pen.Line("bp-flow", edge.Way);
        yield return Head(edge.Way, "bp-fill", 10, 4.5);
        var id = edge.Element.Attribute("id")?.Value;
        var source = nodes.GetValueOrDefault(edge.Element.Attribute("sourceRef")?.Value ?? "");
        if (source?.Default?.Id == id && id is not null)
        {
            var (along, across) = Turn(edge.Way[1], edge.Way[0]);
            var at = new Spot(edge.Way[0].X + along.X * 12, edge.Way[0].Y + along.Y * 12);
            yield return Pen.Line("bp-flow", [new(at.X - 4 * along.X - 5 * across.X, at.Y - 4 * along.Y - 5 * across.Y),
                new(at.X + 4 * along.X + 5 * across.X, at.Y + 4 * along.Y + 5 * across.Y)]);
        }
        else if (source is { IsActivity: true } && edge.Element.Element(BpmnNames.Model + "conditionExpression") is not null)
        {
            var (along, across) = Turn(edge.Way[1], edge.Way[0]);
            Spot At(double ahead, double aside) =>
                new(edge.Way[0].X + along.X * ahead + across.X * aside, edge.Way[0].Y + along.Y * ahead + across.Y * aside);
            yield return Pen.Line("bp-hollow", [At(0, 0), At(8, 5), At(16, 0), At(8, -5)], true);
        }
    }

    private static IEnumerable<XElement?> Association(DiagramEdge edge)
    {
        yield return Pen.Line("bp-dotted", edge.Way);
        var direction = edge.Element.Attribute("associationDirection")?.Value;
        if (direction is "One" or "Both")
            yield return Open(edge.Way);
        if (direction is "Both")
            yield return Open([.. edge.Way.Reverse()]);
    }

    private static XElement Head(Spot[] way, string look, double length, double half)
    {
        var (tip, left, right) = Tip(way, length, half);
        return Pen.Line(look, [tip, left, right], true);
    }

    private static XElement Open(Spot[] way)
    {
        var (tip, left, right) = Tip(way, 8, 5);
        return Pen.Line("bp-line", [left, tip, right]);
    }

    private static (Spot Tip, Spot Left, Spot Right) Tip(Spot[] way, double length, double half)
    {
        var tip = way[^1];
        var (along, across) = Turn(tip, way[..^1].LastOrDefault(s => s != tip, way[0]));
        var back = new Spot(tip.X - along.X * length, tip.Y - along.Y * length);
        return (tip, new(back.X + across.X * half, back.Y + across.Y * half), new(back.X - across.X * half, back.Y - across.Y * half));
    }

    /// <summary>The direction from one point to another and the one at right angles, each of length 1.</summary>
    private static (Spot Along, Spot Across) Turn(Spot to, Spot from)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(x * x + y * y);
        return length < 0.01 ? (new(1, 0), new(0, 1)) : (new(x / length, y / length), new(-y / length, x / length));
    }

    private static Spot Halfway(Spot[] way)
    {
        var longest = way.Zip(way.Skip(1)).MaxBy(s => Math.Abs(s.First.X - s.Second.X) + Math.Abs(s.First.Y - s.Second.Y));
        return new Spot((longest.First.X + longest.Second.X) / 2, (longest.First.Y + longest.Second.Y) / 2 - 2);
    }
}
