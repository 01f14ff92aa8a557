namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>The signs of the standard, drawn around 0, 0 in a box of 16.</summary>
internal static class Marks
{
    /// <summary>The sign in the corner of a task; null for a plain task.</summary>
    public static (string Look, string Path)? Task(string kind) => kind switch
    {
        "userTask" => ("bp-line", "M-3-4a3 3 0 1 0 6 0a3 3 0 1 0-6 0M-7 7V4q0-4 4-4h6q4 0 4 4v3Z"),
        "manualTask" => ("bp-line", "M-7-1q1-4 4-5h5q1 1-1 2h-3M-1-4h7q2 1 0 2.6H1M6-1.4q2 1 0 2.6H1M6 1.2q1 1 0 2.4H1M5 3.6q1 1-1 2.4h-7q-4-1-4-7"),
        "serviceTask" => ("bp-line", "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0M0-7.5V-5M0 5v2.5M-7.5 0H-5M5 0h2.5M-5.3-5.3l1.8 1.8M3.5 3.5l1.8 1.8M-5.3 5.3l1.8-1.8"
            + "M3.5-3.5l1.8-1.8M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"),
        "sendTask" => ("bp-fill", Letter),
        "receiveTask" => ("bp-line", Letter),
        "scriptTask" => ("bp-line", "M-4-7H6q-6 4-2 7t-2 7H-8q6-4 2-7t2-7M-3-4h5M-2-1h5M-1 2h4M-4 5h5"),
        "businessRuleTask" => ("bp-line", "M-7-6H7V6H-7ZM-7-2H7M-7 2H7M-3-2V6"),
        _ => null,
    };

    /// <summary>The sign in an event; null for a plain one.</summary>
    public static string? Event(EventKind kind) => kind switch
    {
        EventKind.Message => Letter,
        EventKind.Timer => "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0M0-8v2.5M0 5.5V8M-8 0h2.5M5.5 0H8M0 0L1-5M0 0l3.5 1",
        EventKind.Error => "M-7 7L-3-6L2 2L7-7L3 7L-2-1Z",
        EventKind.Escalation => "M0-8L6 7L0 1L-6 7Z",
        EventKind.Cancel => "M-7-5L-5-7L0-2L5-7L7-5L2 0L7 5L5 7L0 2L-5 7L-7 5L-2 0Z",
        EventKind.Compensation => "M-8 0L0-6V6ZM0 0L8-6V6Z",
        EventKind.Conditional => "M-6-7H6V7H-6ZM-4-4H4M-4-1.5H4M-4 1.5H4M-4 4H4",
        EventKind.Link => "M-7-3H1V-7L8 0L1 7V3H-7Z",
        EventKind.Signal => "M0-7L7 6H-7Z",
        EventKind.Terminate => "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z",
        EventKind.Multiple => "M0-8L7.5-2.5L4.6 6.5H-4.6L-7.5-2.5Z",
        _ => null,
    };

    /// <summary>The sign in a gateway.</summary>
    public static (string Look, string Path)? Gateway(string kind) => kind switch
    {
        "exclusiveGateway" => ("bp-bold", "M-5-7L5 7M5-7L-5 7"),
        "parallelGateway" => ("bp-bold", "M0-9V9M-9 0H9"),
        "inclusiveGateway" => ("bp-bold", "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0"),
        "complexGateway" => ("bp-bold", "M0-9V9M-9 0H9M-6-6L6 6M6-6L-6 6"),
        "eventBasedGateway" => ("bp-line", "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0M0-6.5L6-2L3.7 5H-3.7L-6-2Z"),
        _ => null,
    };

    /// <summary>The signs at the foot of an activity.</summary>
    public static IEnumerable<string> Foot(BpmnNode node, bool collapsed)
    {
        if (node.Loop == LoopKind.Standard)
            yield return "M-2 6a6 6 0 1 1 4 0M2 6V2M2 6H6";
        if (node.Loop == LoopKind.MultiInstance)
            yield return "M-4-6V6M0-6V6M4-6V6";
        if (node.Compensates)
            yield return "M-7 0L0-5V5ZM0 0L7-5V5Z";
        if (node.Kind == NodeKind.AdHoc)
            yield return "M-7 2Q-3-6 0 0T7-2";
        if (collapsed)
            yield return "M-7-7H7V7H-7ZM0-4V4M-4 0H4";
    }

    private const string Letter = "M-8-5.5H8V5.5H-8ZM-8-5.5L0 1L8-5.5";
}
