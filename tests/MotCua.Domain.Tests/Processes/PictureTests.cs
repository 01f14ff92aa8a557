using System.Text;
using System.Xml.Linq;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>Pictures show everything that stands in a diagram, and hold nothing that a browser would run.</summary>
public sealed class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Each_step_has_a_shape_with_a_title_and_its_name_in_lines()
    {
        var picture = Draw(World.Process.ToBpmn());
        var titles = picture.Descendants(Svg + "title").Select(t => t.Value).ToList();
        Assert.Equal("Một sơ đồ", titles[0]);
        Assert.All(World.Process.Elements.Where(e => e.Name.Length > 0),
            e => Assert.Contains(titles, t => t.EndsWith($": {e.Name}", StringComparison.Ordinal)));
        Assert.Equal(World.Process.Flows.Count, titles.Count(t => t == "Luồng"));
        Assert.Equal("img", picture.Attribute("role")?.Value);
    }

    [Fact]
    public void Names_are_text_and_never_markup_and_no_style_is_inline()
    {
        var file = Drawn.File(Drawn.Process(["startEvent s", "userTask a", "endEvent e"], ["s>a", "a>e"]))
            .Replace("Việc a", "&lt;script&gt;alert(1)&lt;/script&gt;", StringComparison.Ordinal);
        var text = BpmnPicture.Draw(Drawn.Read(file).Model!, "<b>");
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script", text, StringComparison.Ordinal);
        Assert.All(XElement.Parse(text).DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => !a.IsNamespaceDeclaration), a => Assert.Contains(
            a.Name.LocalName, new[] { "class", "role", "width", "height", "viewBox", "x", "y", "rx", "cx", "cy", "r", "d", "transform" }));
    }

    [Fact]
    public void A_long_name_is_broken_and_cut_and_stays_whole_in_the_title()
    {
        var name = string.Join(' ', Enumerable.Repeat("thẩm định hồ sơ", 20)) + " Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        var file = Drawn.File(Drawn.Process(["startEvent s", "userTask a", "endEvent e"], ["s>a", "a>e"])).Replace("Việc a", name, StringComparison.Ordinal);
        var picture = Draw(Drawn.Read(file).Model!);
        Assert.Contains(picture.Descendants(Svg + "title"), t => t.Value == "Bước: " + name);
        var lines = picture.Descendants(Svg + "text").Single(t => t.Value.StartsWith("thẩm định", StringComparison.Ordinal))
            .Elements().Select(t => t.Value).ToList();
        Assert.InRange(lines.Count, 3, 6);
        Assert.EndsWith("…", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, l => Assert.InRange(l.Length, 1, 26));
    }

    [Fact]
    public void A_model_without_a_diagram_is_laid_out_and_stays_as_it_is()
    {
        var inner = Drawn.Inside(["startEvent is", "userTask it", "endEvent ie"], ["is>it", "it>ie"]);
        var model = Drawn.Read(Drawn.File(Drawn.Process(
            [
                "startEvent s", "exclusiveGateway x default=x-e", $"subProcess sub|{inner}", "endEvent e", "endEvent e2",
                "boundaryEvent b attachedToRef=sub|<messageEventDefinition/>",
            ],
            ["s>x", "x>sub:form.a = 1", "x>e", "sub>x", "b>e2"]))).Model!;
        var before = Encoding.UTF8.GetString(model.Write());
        Assert.Equal(9, Draw(model).Descendants(Svg + "title").Count(t => t.Value.Contains("Việc", StringComparison.Ordinal)));
        Assert.Equal(before, Encoding.UTF8.GetString(model.Write()));
    }

    [Fact]
    public void Numbers_out_of_all_bounds_and_shapes_of_nothing_are_left_out()
    {
        var model = Drawn.Read(Drawn.File(Drawn.Process(["startEvent s", "endEvent e"], ["s>e"]) + """
            <BPMNDiagram xmlns="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC"><BPMNPlane>
            <BPMNShape bpmnElement="s"><c:Bounds x="10" y="10" width="36" height="36"/></BPMNShape>
            <BPMNShape bpmnElement="e"><c:Bounds x="NaN" y="1e300" width="36" height="36"/></BPMNShape>
            <BPMNShape bpmnElement="gone"><c:Bounds x="0" y="0" width="36" height="36"/></BPMNShape></BPMNPlane></BPMNDiagram>
            """)).Model!;
        var picture = Draw(model);
        Assert.Single(picture.Descendants(Svg + "circle"));
        Assert.InRange((double)picture.Attribute("width")!, 30, 300);
    }

    [Fact]
    public void Every_kind_of_element_of_the_reference_models_is_drawn()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "bpmn"));
        if (!Directory.Exists(folder))
            Assert.Skip("no ../shared: the reference models are not beside the project");
        foreach (var path in Directory.EnumerateFiles(folder, "*.bpmn", SearchOption.AllDirectories))
        {
            var model = BpmnReader.Read(File.ReadAllBytes(path)).Model!;
            var shown = XDocument.Parse(Encoding.UTF8.GetString(model.Write())).Descendants()
                .Where(e => e.Name.LocalName is "BPMNShape" or "BPMNEdge" && e.Elements().Any()).Count();
            var drawn = Enumerable.Range(0, BpmnPicture.Count(model)).Sum(i => XElement.Parse(BpmnPicture.Draw(model, "x", i)).Elements(Svg + "g").Count());
            Assert.True(shown == drawn, $"{path}: {drawn} of {shown} drawn");
        }
    }

    private static XElement Draw(BpmnModel model) => XElement.Parse(BpmnPicture.Draw(model, "Một sơ đồ"));
}
