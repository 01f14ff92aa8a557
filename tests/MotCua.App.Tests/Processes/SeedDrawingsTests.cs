using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MotCua.App.Tests.Reference;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using Xunit;

namespace MotCua.App.Tests.Processes;

/// <summary>The shipped processes as drawings.</summary>
public sealed class SeedDrawingsTests
{
    public static TheoryData<string> Codes => [.. SeedFiles.Processes.Select(p => p.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_shipped_process_survives_being_drawn_and_its_drawing_runs(string code)
    {
        var process = SeedFiles.Processes.Single(p => p.Code == code);
        var read = BpmnReader.Read(process.ToBpmn().Write());
        Assert.Empty(read.Check().Problems);
        var head = new ProcessHead(process.Code, process.Version, process.Name, process.Decision, process.From, process.To, process.Verified);
        var back = BpmnCompiler.Compile(read.Model!, head).Process!;
        // The drawing says of each step in which lane it lies; that is all it adds.
        Assert.Equal(process.Elements, back.Elements.Select(e => e with { Lane = null }));
        Assert.Equal(process.Flows.Select(f => (f.From, f.To, f.Condition, f.IsDefault)), back.Flows.Select(f => (f.From, f.To, f.Condition, f.IsDefault)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Nothing_of_a_drawing_lies_on_another_thing(string code)
    {
        var file = XDocument.Parse(Encoding.UTF8.GetString(SeedFiles.Processes.Single(p => p.Code == code).ToBpmn().Write()));
        var steps = SeedFiles.Processes.Single(p => p.Code == code).Elements.Select(e => e.Id).ToHashSet();
        var boxes = file.Descendants().Where(e => e.Name.LocalName == "BPMNShape" && steps.Contains(e.Attribute("bpmnElement")!.Value))
            .Select(e => e.Elements().Single()).Select(b => (X: N(b, "x"), Y: N(b, "y"), W: N(b, "width"), H: N(b, "height"))).ToList();
        Assert.Equal(steps.Count, boxes.Count);
        for (var i = 0; i < boxes.Count; i++)
            for (var j = i + 1; j < boxes.Count; j++)
                Assert.False(
                    boxes[i].X < boxes[j].X + boxes[j].W && boxes[j].X < boxes[i].X + boxes[i].W
                    && boxes[i].Y < boxes[j].Y + boxes[j].H && boxes[j].Y < boxes[i].Y + boxes[i].H, $"{boxes[i]} lies on {boxes[j]}");
        foreach (var edge in file.Descendants().Where(e => e.Name.LocalName == "BPMNEdge"))
        {
            var way = edge.Elements().Select(p => (X: N(p, "x"), Y: N(p, "y"))).ToList();
            foreach (var (a, b) in way.Zip(way.Skip(1)))
                Assert.DoesNotContain(boxes, o => Math.Min(a.X, b.X) < o.X + o.W - 1 && o.X + 1 < Math.Max(a.X, b.X) + 0.1
                    && Math.Min(a.Y, b.Y) < o.Y + o.H - 1 && o.Y + 1 < Math.Max(a.Y, b.Y) + 0.1);
        }
    }

    private static double N(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
