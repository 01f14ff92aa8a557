using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Writes parts of a picture; looks come from the classes of a stylesheet alone.</summary>
internal static class Pen
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Rect(string look, Box box, double round = 0) => new(
        Svg + "rect", new XAttribute("class", look), At("x", box.X), At("y", box.Y), At("width", box.Width), At("height", box.Height),
        round > 0 ? At("rx", round) : null);

    public static XElement Circle(string look, Spot middle, double radius) =>
        new(Svg + "circle", new XAttribute("class", look), At("cx", middle.X), At("cy", middle.Y), At("r", radius));

    public static XElement Path(string look, string path) => new(Svg + "path", new XAttribute("class", look), new XAttribute("d", path));

    /// <summary>A path through points.</summary>
    public static XElement Line(string look, IEnumerable<Spot> way, bool closed = false) =>
        Path(look, "M" + string.Join('L', way.Select(s => $"{Box.Write(s.X)} {Box.Write(s.Y)}")) + (closed ? "Z" : ""));

    /// <summary>A path written around 0, 0, moved and scaled.</summary>
    public static XElement Icon(string look, string path, Spot middle, double scale = 1)
    {
        var icon = Path(look, path);
        icon.Add(new XAttribute("transform", $"translate({Box.Write(middle.X)} {Box.Write(middle.Y)}) scale({Math.Round(scale, 2):0.##})"));
        return icon;
    }

    /// <summary>Lines of text, centred around a middle.</summary>
    public static XElement? Text(string look, IReadOnlyList<string> lines, Spot middle, string? turn = null)
    {
        if (lines.Count == 0)
            return null;
        var top = middle.Y - (lines.Count - 1) * Lettering.Line / 2 + Lettering.Size * 0.35;
        return new XElement(
            Svg + "text", new XAttribute("class", look), turn is null ? null : new XAttribute("transform", turn),
            lines.Select((l, i) => new XElement(Svg + "tspan", At("x", middle.X), At("y", top + i * Lettering.Line), l)));
    }

    public static XElement Title(string text) => new(Svg + "title", text);

    private static XAttribute At(string name, double number) => new(name, Box.Write(number));
}
