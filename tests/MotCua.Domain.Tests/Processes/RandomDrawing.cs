using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>Draws processes by a seed: of blocks that fit each other, or of nodes and flows as they come.</summary>
internal sealed class RandomDrawing(int seed)
{
    private const string Hour = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";
    private const string Message = "<messageEventDefinition/>";

    private static readonly ProcessHead Head = new("p", 1, "Quy trình", "QĐ 1", new DateOnly(2026, 1, 1), null, true);

    private readonly Random _random = new(seed);
    private List<string> _nodes = [];
    private List<string> _flows = [];
    private int _last;

    /// <summary>What a step says that is to be appraised.</summary>
    public const string Handled = "<extensionElements><motcua:step kind=\"Handle\" hours=\"4\"/></extensionElements>";

    /// <summary>A step of a kind, in the middle of a line of <see cref="Drawn"/>.</summary>
    public static string Step(string kind) => $"|<extensionElements><motcua:step kind=\"{kind}\" hours=\"4\"/></extensionElements>";

    /// <summary>The process of a file that must be right.</summary>
    public static ProcessDefinition Compiled(string file, Func<string, ProcessDefinition?>? called = null)
    {
        var read = Drawn.Read(file);
        Assert.Empty(read.Faults);
        var made = BpmnCompiler.Compile(read.Model!, Head, called, StepProperties.Empty with { Step = StepKind.Handle });
        Assert.True(made.Problems.Count == 0, string.Join("; ", made.Problems));
        return made.Process!;
    }

    /// <summary>A process of blocks: each has one way in and one way out. It ends with approving, registering and returning.</summary>
    public string Blocks(int depth)
    {
        (_nodes, _flows) = (
            ["startEvent s", "userTask approve" + Step("Approve"), "userTask register" + Step("Register"), "userTask return" + Step("Return"), "endEvent e"],
            ["approve>register", "register>return", "return>e"]);
        var (first, last) = Block(depth);
        _flows.AddRange([$"s>{first}", $"{last}>approve"]);
        return Drawn.File(Drawn.Process([.. _nodes], [.. _flows]));
    }

    /// <summary>Nodes and flows as they come, mostly onwards, sometimes one back from a choice; many such processes do not run.</summary>
    public string Tangle()
    {
        string[] kinds = ["userTask", "userTask", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "exclusiveGateway"];
        var nodes = Enumerable.Range(0, _random.Next(4, 9)).Select(i => (Kind: i == 0 ? "userTask" : kinds[_random.Next(kinds.Length)], Id: $"n{i}")).ToList();
        var flows = new List<(string From, string To)> { ("s", "n0") };
        for (var i = 0; i < nodes.Count; i++)
            for (var more = _random.Next(3); more >= 0; more--)
                flows.Add((nodes[i].Id, On(i)));
        for (var i = 1; i < nodes.Count; i++)
            if (!flows.Exists(f => f.To == nodes[i].Id))
                flows.Add((nodes[_random.Next(i)].Id, nodes[i].Id));
        if (_random.Next(3) == 0 && nodes.FindLastIndex(n => n.Kind == "exclusiveGateway") is > 0 and var back)
            flows.Add((nodes[back].Id, nodes[_random.Next(back)].Id));
        flows = [.. flows.Distinct()];
        var text = nodes.Select(n => $"{n.Kind} {n.Id}" + (Chooses(n.Kind) && flows.Find(f => f.From == n.Id) is var d ? $" default={d.From}-{d.To}" : ""));
        var seen = new HashSet<string>();
        return Drawn.File(Drawn.Process(
            ["startEvent s", "endEvent e", .. text],
            [.. flows.Select(f => $"{f.From}>{f.To}" + (nodes.Exists(n => n.Id == f.From && Chooses(n.Kind)) && !seen.Add(f.From) ? $":form.{f.To} = 1"
                : ""))]));

        string On(int i) => _random.Next(nodes.Count - i + 1) is var ahead && i + ahead + 1 < nodes.Count ? nodes[i + ahead + 1].Id : "e";
    }

    private static bool Chooses(string kind) => kind is "exclusiveGateway" or "inclusiveGateway";

    private string Add(string kind, string rest = "")
    {
        var id = $"n{++_last}";
        _nodes.Add($"{kind} {id}{rest}");
        return id;
    }

    private (string First, string Last) Block(int depth)
    {
        if (depth == 0)
            return Leaf();
        switch (_random.Next(8))
        {
            case 0:
                return Split("exclusiveGateway", depth, true);
            case 1:
                return Split("inclusiveGateway", depth, true);
            case 2:
                return Split("parallelGateway", depth, false);
            case 3:
                return Loop(depth);
            case 4:
                return Part(depth);
            case 5:
                return Interrupted();
            case 6:
                return Reminded();
            default:
                var (a, b) = (Block(depth - 1), Block(depth - 1));
                _flows.Add($"{a.Last}>{b.First}");
                return (a.First, b.Last);
        }
    }

    private (string, string) Leaf()
    {
        var id = _random.Next(7) switch
        {
            0 => Add("serviceTask"),
            1 => Add("receiveTask"),
            2 => Add("intermediateCatchEvent", "|" + Hour),
            _ => Add("userTask", "|" + Handled),
        };
        return (id, id);
    }

    private (string, string) Split(string kind, int depth, bool conditions)
    {
        var branches = Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Block(depth - 1)).ToList();
        var id = $"n{++_last}";
        _nodes.Add($"{kind} {id}{(conditions ? $" default={id}-{branches[0].First}" : "")}");
        var join = Add(kind);
        foreach (var (first, last) in branches)
            _flows.AddRange([$"{id}>{first}{(conditions && first != branches[0].First ? $":form.{first} = 1" : "")}", $"{last}>{join}"]);
        return (id, join);
    }

    private (string, string) Loop(int depth)
    {
        var (merge, body) = (Add("exclusiveGateway"), Block(depth - 1));
        var split = $"n{++_last}";
        var after = Add("userTask", "|" + Handled);
        _nodes.Add($"exclusiveGateway {split} default={split}-{after}");
        _flows.AddRange([$"{merge}>{body.First}", $"{body.Last}>{split}", $"{split}>{merge}:form.again = 1", $"{split}>{after}"]);
        return (merge, after);
    }

    private (string, string) Part(int depth)
    {
        var (nodes, flows) = (_nodes, _flows);
        (_nodes, _flows) = ([], []);
        var body = Block(depth - 1);
        var (start, end) = (Add("startEvent"), _random.Next(2) == 0 ? Add("endEvent") : Add("endEvent", "|<terminateEventDefinition/>"));
        var inside = Drawn.Inside([.. _nodes], [.. _flows, $"{start}>{body.First}", $"{body.Last}>{end}"]);
        (_nodes, _flows) = (nodes, flows);
        var id = Add("subProcess", "|" + inside);
        return (id, id);
    }

    private (string, string) Interrupted()
    {
        var (step, merge) = (Add("userTask", "|" + Handled), Add("exclusiveGateway"));
        var border = Add("boundaryEvent", $" attachedToRef={step}|{(_random.Next(2) == 0 ? Hour : Message)}");
        var otherwise = Add("userTask", "|" + Handled);
        _flows.AddRange([$"{step}>{merge}", $"{border}>{otherwise}", $"{otherwise}>{merge}"]);
        return (step, merge);
    }

    private (string, string) Reminded()
    {
        var step = Add("userTask", "|" + Handled);
        var border = Add("boundaryEvent", $" attachedToRef={step} cancelActivity=false|{(_random.Next(2) == 0 ? Hour : Message)}");
        var (beside, end) = (Add("userTask", "|" + Handled), Add("endEvent"));
        _flows.AddRange([$"{border}>{beside}", $"{beside}>{end}"]);
        return (step, step);
    }
}
