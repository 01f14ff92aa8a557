using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>What the check calls executable the engine runs to its end; what the check says may wait for ever does.</summary>
public sealed class EngineAgreesTests
{
    [Fact]
    [Requirement("R-WF-06")]
    public void A_process_of_blocks_ends_whatever_is_done_first_and_no_token_is_lost_or_doubled()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var process = RandomDrawing.Compiled(new RandomDrawing(seed).Blocks(1 + seed % 4));
            for (var run = 0; run < 4; run++)
                Assert.True(Runs.Random(process, 1000 * seed + run, 3000, Once) >= 0, $"seed {seed}, run {run} does not end");
        }

        // In such a process an element is at work at most once at a time in the same part; only what an event on a border started may come twice.
        static void Once(Marking marking) => Assert.All(
            marking.Tokens.Values.Where(p => p.Host == 0).GroupBy(p => (p.Element, p.Parent)), g => Assert.InRange(g.Count(), 1, 3));
    }

    [Fact]
    public void Without_events_on_borders_no_element_of_blocks_is_ever_at_work_twice()
    {
        var looked = 0;
        for (var seed = 0; looked < 60; seed++)
        {
            var file = new RandomDrawing(seed).Blocks(3);
            if (file.Contains("boundaryEvent", StringComparison.Ordinal))
                continue;
            looked++;
            Runs.Random(RandomDrawing.Compiled(file), seed, 3000, m => Assert.All(
                m.Tokens.Values.GroupBy(p => (p.Element, p.Parent)), g => Assert.Single(g)));
        }
    }

    [Fact]
    public void The_check_and_the_engine_find_the_same_joins_that_wait_for_ever()
    {
        var (runs, waits) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var read = Drawn.Read(new RandomDrawing(seed).Tangle());
            var report = read.Check();
            if (report.Problems.Any(p => !p.Reason.StartsWith("Điểm chờ có thể đứng mãi", StringComparison.Ordinal)))
                continue;
            if (report.Problems.Count > 4)
                continue;
            var shape = Shape(read);
            var found = Runs.Everything(shape, 300);
            if (!found.Whole)
                continue;
            if (report.Executable)
            {
                runs++;
                Assert.True(found.Stuck.Count == 0 && found.Ends,
                    $"seed {seed}: the check lets it run and the engine stands at {string.Join(' ', found.Stuck)}");
            }
            else
            {
                waits++;
                Assert.True(found.Stuck.Count > 0, $"seed {seed}: {string.Join("; ", report.Problems)}");
            }
        }
        Assert.True(runs > 100 && waits > 30, $"{runs} run, {waits} wait");
    }

    [Fact]
    public void A_process_that_can_never_end_all_its_branches_is_refused()
    {
        var file = Drawn.File(Drawn.Process(["startEvent s", "task a", "parallelGateway f", "task b", "endEvent e"], ["s>a", "a>f", "f>a", "f>b", "b>e"]));
        // Each round leaves a branch more: not all is looked at, and it is not run.
        Assert.False(Drawn.Read(file).Check().Executable);
        var round = Drawn.Read(Drawn.File(Drawn.Process(
            ["startEvent s", "exclusiveGateway m", "task a", "parallelGateway f", "task b", "parallelGateway j", "task c", "endEvent e"],
            ["s>m", "m>a", "a>f", "f>b", "f>j", "b>j", "j>c", "c>m", "c>e"]))).Check();
        Assert.False(round.Executable);
    }

    [Fact]
    public void Every_reference_model_that_the_check_calls_executable_runs_to_its_end()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "bpmn"));
        if (!Directory.Exists(folder))
            Assert.Skip("skipped: no ../shared");
        var ran = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var read = BpmnReader.Read(File.ReadAllBytes(file));
            if (!read.Check().Executable)
                continue;
            foreach (var scope in read.Model!.Processes.Where(p => p.Starts.Any()))
            {
                var made = BpmnCompiler.Compile(
                    read.Model, new ProcessHead("p", 1, "", "", default, null, false), _ => Plain, StepProperties.Empty with { Step = StepKind.Handle },
                        scope.Id);
                Assert.True(made.Problems.Count == 0, $"{file} {scope.Id}: {string.Join("; ", made.Problems)}");
                for (var run = 0; run < 20; run++)
                    Assert.True(Runs.Random(made.Process!, run, 3000) >= 0, $"{file} {scope.Id} does not end");
                ran++;
            }
        }
        Assert.True(ran >= 3, $"{ran} ran");
    }

    /// <summary>A called process of one step.</summary>
    private static ProcessDefinition Plain => RandomDrawing.Compiled(Drawn.File(Drawn.Process(["startEvent s", "userTask a", "endEvent e"], ["s>a", "a>e"])));

    // The compiler refuses what may wait for ever; here the engine shall show it.
    private static ProcessDefinition Shape(BpmnReading read)
    {
        var scope = read.Model!.Processes.Single();
        return new ProcessDefinition("p", 1, "", "", default, null, true,
            [.. scope.Nodes.Select(n => new ProcessElement(n.Id, Kind(n), n.Name, null, null, null, null, null))],
            [.. scope.Flows.Select(f => new Flow(f.From.Id, f.To.Id) { Id = f.Id, Condition = f.Condition, IsDefault = f.From.Default == f })]);
    }

    private static ElementKind Kind(BpmnNode node) => node.Kind switch
    {
        NodeKind.StartEvent => ElementKind.Start,
        NodeKind.EndEvent => ElementKind.End,
        NodeKind.ExclusiveGateway => ElementKind.Exclusive,
        NodeKind.InclusiveGateway => ElementKind.Inclusive,
        NodeKind.ParallelGateway => node.Incoming.Count > 1 ? ElementKind.Join : ElementKind.Fork,
        _ => ElementKind.Task,
    };
}
