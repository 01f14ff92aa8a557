using System.Text;
using MotCua.Domain.Agencies;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>What is read is written again: diagrams, extensions of others, comments, blanks.</summary>
public sealed class RoundTripTests
{
    private const string Foreign = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- drawn elsewhere -->
        <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:elsewhere"
          id="definitions" targetNamespace="urn:test" x:tool="A &amp; B">
          <b:process id="p" x:colour="&lt;red&gt;">
            <b:documentation textFormat="text/html"><p xmlns="http://www.w3.org/1999/xhtml">Một <b>bước</b></p></b:documentation>
            <b:startEvent id="s"/>
            <b:userTask id="a" name="Hai&#10;dòng&#9;cách">
              <b:extensionElements><x:keep deep="1"><x:this>  giữ nguyên <![CDATA[<x> & y]]> </x:this></x:keep></b:extensionElements></b:userTask>
            <b:endEvent id="e"/><b:sequenceFlow id="f" sourceRef="s" targetRef="a"/><b:sequenceFlow id="g" sourceRef="a" targetRef="e"/>
          </b:process>
          <i:BPMNDiagram xmlns:i="http://www.omg.org/spec/BPMN/20100524/DI" id="di"><i:BPMNPlane bpmnElement="p"><i:BPMNShape bpmnElement="a" x:round="yes">
            <c:Bounds xmlns:c="http://www.omg.org/spec/DD/20100524/DC" x="1.50" y="2" width="100" height="80"/></i:BPMNShape></i:BPMNPlane></i:BPMNDiagram>
        </b:definitions>
        """;

    private static readonly StepProperties Properties =
        new(StepKind.Handle, StepPlace.Department, Duty.Handle, 7.5m, "economy", ["receipt", "slip"], ["Tờ trình", "Dự thảo quyết định"]);

    [Fact]
    public void A_file_of_another_tool_is_written_as_it_was_read()
    {
        var file = Encoding.UTF8.GetBytes(Foreign);
        var read = BpmnReader.Read(file);
        Assert.Empty(read.Faults);
        Assert.Equal(Canonical.Of(file), Canonical.Of(read.Model!.Write()));
    }

    [Fact]
    public void Several_prefixes_of_one_namespace_stay_where_they_are()
    {
        var file = Encoding.UTF8.GetBytes("""
            <a:definitions y:t="1" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:a="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x"
              xmlns:y="urn:x" x:s="2"><a:process id="p"><startEvent id="s" y:u="3"/><b:task id="t" xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns=""><b:extensionElements><plain/><y:of xmlns:y="urn:z"/></b:extensionElements></b:task></a:process></a:definitions>
            """);
        var read = BpmnReader.Read(file);
        Assert.Empty(read.Faults);
        Assert.Equal(2, read.Model!.Nodes.Count());
        Assert.Equal(Canonical.Of(file), Canonical.Of(read.Model.Write()));
        Assert.Contains("<b:task", Encoding.UTF8.GetString(read.Model.With("s", Properties).Write()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_canonical_form_sees_a_lost_extension_a_moved_point_and_a_blank()
    {
        static string Of(string text) => Canonical.Of(Encoding.UTF8.GetBytes(text));
        Assert.NotEqual(Of(Foreign), Of(Foreign.Replace(" deep=\"1\"", "", StringComparison.Ordinal)));
        Assert.NotEqual(Of(Foreign), Of(Foreign.Replace("1.50", "1.5", StringComparison.Ordinal)));
        Assert.NotEqual(Of(Foreign), Of(Foreign.Replace("  giữ", " giữ", StringComparison.Ordinal)));
        Assert.Equal(Of(Foreign), Of(Foreign.Replace("id=\"s\"/>", "id='s'></b:startEvent >", StringComparison.Ordinal)));
    }

    [Fact]
    public void Properties_are_written_read_replaced_and_taken_away_and_nothing_else_changes()
    {
        var model = BpmnReader.Read(Encoding.UTF8.GetBytes(Foreign)).Model!;
        var with = BpmnReader.Read(model.With("a", Properties).Write()).Model!;
        var found = with.Nodes.Single(n => n.Id == "a").Properties!;
        Assert.Equal(Properties, found with { Forms = Properties.Forms, Papers = Properties.Papers });
        Assert.Equal(Properties.Forms, found.Forms);
        Assert.Equal(Properties.Papers, found.Papers);
        Assert.Null(model.Nodes.Single(n => n.Id == "a").Properties);
        Assert.Contains("giữ nguyên", Encoding.UTF8.GetString(with.Write()));

        var other = with.With("a", StepProperties.Empty with { Hours = 4 }).Nodes.Single(n => n.Id == "a").Properties!;
        Assert.Equal((4m, null), (other.Hours, other.Step));
        var without = with.With("a", StepProperties.Empty);
        Assert.Null(without.Nodes.Single(n => n.Id == "a").Properties);
        Assert.Equal(Canonical.Of(Encoding.UTF8.GetBytes(Foreign)),
            Canonical.Of(without.Write()).Replace(" xmlns:motcua=\"urn:motcua:bpmn:1\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Properties_of_a_node_without_extensions_come_after_its_documentation()
    {
        var model = Drawn.Read(Drawn.File(Drawn.Process(
            ["startEvent s", "userTask a|<documentation>x</documentation><incoming>s-a</incoming>"], ["s>a"]))).Model!;
        var written = BpmnReader.Read(model.With("a", Properties).Write());
        Assert.True(written.Ok);
        Assert.Equal(7.5m, written.Model!.Nodes.Single(n => n.Id == "a").Properties!.Hours);
        Assert.Throws<KeyNotFoundException>(() => model.With("gone", Properties));
    }
}
