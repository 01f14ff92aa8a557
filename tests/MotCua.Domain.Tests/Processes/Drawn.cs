using System.Text;
using MotCua.Domain.Processes.Bpmn;

namespace MotCua.Domain.Tests.Processes;

/// <summary>Writes small BPMN files.</summary>
internal static class Drawn
{
    public const string Namespaces = """
        xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        """;

    /// <summary>Definitions around a text.</summary>
    public static string File(string inside) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><definitions id="definitions" targetNamespace="urn:test" {Namespaces}>{inside}</definitions>""";

    /// <summary>A process of nodes "kind id attribute=value …|content" and flows "a>b" or "a>b:condition"; a flow's id is "a-b".</summary>
    public static string Process(string[] nodes, string[] flows, string id = "p") => $"""<process id="{id}">{Inside(nodes, flows)}</process>""";

    public static string Inside(string[] nodes, string[] flows) => string.Concat(nodes.Select(Node)) + string.Concat(flows.Select(Flow));

    public static BpmnReading Read(string file) => BpmnReader.Read(Encoding.UTF8.GetBytes(file));

    public static BpmnReport Check(string[] nodes, string[] flows) => Read(File(Process(nodes, flows))).Check();

    private static string Node(string line)
    {
        var parts = line.Split('|', 2);
        var words = parts[0].Split(' ');
        var attributes = string.Concat(words.Skip(2).Select(w => w.Split('=')).Select(w => $" {w[0]}=\"{w[1]}\""));
        return $"<{words[0]} id=\"{words[1]}\" name=\"Việc {words[1]}\"{attributes}>{(parts.Length > 1 ? parts[1] : "")}</{words[0]}>";
    }

    private static string Flow(string line)
    {
        var parts = line.Split(':', 2);
        var ends = parts[0].Split('>');
        var condition = parts.Length > 1 ? $"<conditionExpression>{System.Security.SecurityElement.Escape(parts[1])}</conditionExpression>" : "";
        return $"<sequenceFlow id=\"{ends[0]}-{ends[1]}\" sourceRef=\"{ends[0]}\" targetRef=\"{ends[1]}\">{condition}</sequenceFlow>";
    }
}
