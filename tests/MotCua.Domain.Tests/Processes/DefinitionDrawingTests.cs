using System.Text;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>Processes of the running engine as drawings and back.</summary>
public sealed class DefinitionDrawingTests
{
    private const string Facts =
        """<extensionElements><motcua:process code="p" version="2" decision="QĐ 1" from="2026-01-01" verified="true"/></extensionElements>""";

    [Fact]
    public void A_process_survives_being_drawn()
    {
        var drawn = BpmnReader.Read(World.Process.ToBpmn().Write());
        var back = drawn.Model!.ToDefinition();
        Assert.Empty(back.Problems);
        Same(World.Process, back.Definition!);
    }

    [Fact]
    public void Names_decimals_ends_and_joins_of_one_flow_survive_too()
    {
        var odd = World.Process with
        {
            Name = "Quy trình  “lạ” <&>", To = new DateOnly(2027, 12, 31), Verified = false,
            Elements =
            [
                new("s", ElementKind.Start, "Bắt\tđầu", null, null, null, null, null), new("j", ElementKind.Join, "", null, null, null, null, null),
                new("f", ElementKind.Fork, "", null, null, null, null, null),
                new("a", ElementKind.Task, "Một", StepKind.Handle, StepPlace.Department, MotCua.Domain.Agencies.Duty.Handle, 2.50m, "x"),
                new("e", ElementKind.End, "", null, null, null, null, null),
            ],
            Flows = [new("s", "j"), new("j", "f"), new("f", "a"), new("a", "e")],
        };
        var back = BpmnReader.Read(odd.ToBpmn().Write()).Model!.ToDefinition();
        Assert.Empty(back.Problems);
        Same(odd, back.Definition!);
    }

    [Fact]
    public void A_drawing_by_hand_is_a_process_when_it_says_its_code_version_and_days()
    {
        var file = Drawn.File(
            $"""<process id="x" name="Cấp bản sao">{Facts}{Drawn.Inside(["startEvent s", "manualTask a", "endEvent e"], ["s>a", "a>e"])}</process>""");
        var process = Drawn.Read(file).Model!.ToDefinition().Definition!;
        Assert.Equal(("p", 2, "Cấp bản sao", "QĐ 1", new DateOnly(2026, 1, 1), null, true),
            (process.Code, process.Version, process.Name, process.Decision, process.From, process.To, process.Verified));
        Assert.Equal([ElementKind.Start, ElementKind.Task, ElementKind.End], process.Elements.Select(e => e.Kind));
        Assert.Contains("Chưa ghi đủ mã", Assert.Single(
            Drawn.Read(file.Replace("code=\"p\"", "", StringComparison.Ordinal)).Model!.ToDefinition().Problems).Reason);
    }

    [Theory]
    [InlineData("exclusiveGateway n default=n-e", "chỉ chạy điểm bắt đầu")]
    [InlineData("serviceTask n", "chỉ chạy điểm bắt đầu")]
    [InlineData("callActivity n calledElement=other", "chỉ chạy điểm bắt đầu")]
    public void What_runs_by_the_standard_and_not_yet_here_is_no_definition(string node, string reason)
    {
        var file = Drawn.File($"""<process id="x">{Facts}{Drawn.Inside(["startEvent s", node, "endEvent e"], ["s>n", "n>e"])}</process>""");
        Assert.True(Drawn.Read(file).Check().Executable);
        Assert.Contains(reason, Assert.Single(Drawn.Read(file).Model!.ToDefinition().Problems).Reason);
    }

    [Fact]
    public void A_drawing_that_does_not_run_is_no_definition()
    {
        var file = Drawn.File($"""<process id="x">{Facts}{Drawn.Inside(["startEvent s", "scriptTask n", "endEvent e"], ["s>n", "n>e"])}</process>""");
        Assert.Contains("Bước chạy mã", Assert.Single(Drawn.Read(file).Model!.ToDefinition().Problems).Reason);
    }

    [Fact]
    public void The_drawing_is_whole_BPMN_that_runs_with_a_lane_for_each_place()
    {
        var read = BpmnReader.Read(World.Process.ToBpmn(f => $"Phòng {f}").Write());
        Assert.Empty(read.Check().Problems);
        Assert.Equal(["Nơi tiếp nhận", "Cơ quan có thẩm quyền", "Phòng chuyên môn", "Phòng land-registry"],
            read.Model!.Processes.Single().Lanes.Select(l => l.Name));
        Assert.Contains("BPMNShape", Encoding.UTF8.GetString(read.Model.Write()));
    }

    private static void Same(ProcessDefinition expected, ProcessDefinition actual)
    {
        Assert.Equal(expected.Elements, actual.Elements);
        Assert.Equal(expected.Flows, actual.Flows);
        Assert.Equal(expected with { Elements = actual.Elements, Flows = actual.Flows }, actual);
    }
}
