using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>What a process is besides its drawing.</summary>
/// <param name="Decision">Number of the decision that approved it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it holds.</param>
/// <param name="Verified">Whether someone has compared it with the decision.</param>
[NoTerm("the head of a ProcessDefinition")]
public sealed record ProcessHead(string Code, int Version, string Name, string Decision, DateOnly From, DateOnly? To, bool Verified);

/// <summary>A drawing made ready to run, or why it cannot run.</summary>
/// <param name="Process">Null where there is a problem.</param>
[NoTerm("the making of a definition from a drawing")]
public sealed record Compilation(ProcessDefinition? Process, IReadOnlyList<BpmnProblem> Problems);

/// <summary>Makes a process that runs of a drawing (decision 0026): sub-processes and called processes become scopes of one flat list of elements.</summary>
public static class BpmnCompiler
{
    /// <summary>How deep processes may call one another.</summary>
    public const int MostCalls = 8;

    /// <summary>Most elements of a process, those of called ones included.</summary>
    public const int MostElements = 2000;

    /// <summary>The process of a drawing.</summary>
    /// <param name="called">Processes that call activities name by code: the version that shall run inside, itself compiled. Those of the same file
    /// come first. Their elements are copied, so that a later version cannot move a running dossier.</param>
    /// <param name="otherwise">What a step gets that says nothing and stands in no lane that says something; null: it is a problem.</param>
    /// <param name="process">Id of the process of the file; null for the first that starts by itself.</param>
    public static Compilation Compile(
        BpmnModel model, ProcessHead head, Func<string, ProcessDefinition?>? called = null, StepProperties? otherwise = null, string? process = null)
    {
        var report = new BpmnReading(model, []).Check();
        if (!report.Executable)
            return new Compilation(null, report.Problems);
        var scope = process is null ? Main(model) : model.Processes.FirstOrDefault(p => p.Id == process);
        if (scope is null)
            return new Compilation(null, [new BpmnProblem(process ?? model.Id, model.Name, "Tệp không có quy trình cần chạy; hãy kiểm tra mã quy trình.")]);
        var shape = new ProcessShape(model, head.Code, called ?? (_ => null), otherwise);
        shape.Add(scope, null, "");
        var made = new ProcessDefinition(
            head.Code, head.Version, head.Name, head.Decision, head.From, head.To, head.Verified, [.. SharedTimes.Even(shape.Elements)], shape.Flows);
        IReadOnlyList<BpmnProblem> problems = [.. shape.Problems, .. SharedTimes.Wrong(shape.Elements), .. StepChoices.Wrong(made)];
        return problems.Count == 0 ? new Compilation(made, []) : new Compilation(null, problems);
    }

    /// <summary>The process that begins by itself, before one that a message begins; among several the one with most steps.</summary>
    private static BpmnScope? Main(BpmnModel model) => model.Processes.Where(p => p.Starts.Any())
        .OrderBy(p => p.Starts.Any(s => s.Event == EventKind.None) ? 0 : 1).ThenByDescending(p => p.All.Sum(s => s.Nodes.Count)).FirstOrDefault();
}

/// <summary>One time for several steps: its hours stand at each of them.</summary>
internal static class SharedTimes
{
    /// <summary>The elements, each with the hours of its group.</summary>
    public static IEnumerable<ProcessElement> Even(IReadOnlyList<ProcessElement> elements)
    {
        var hours = elements.Where(e => e.Group is not null).GroupBy(e => e.Group!).ToDictionary(g => g.Key, g => g.Max(e => e.Hours));
        return elements.Select(e => e.Group is { } group ? e with { Hours = hours[group] } : e);
    }

    /// <summary>Groups without a time, or with two.</summary>
    public static IEnumerable<BpmnProblem> Wrong(IReadOnlyList<ProcessElement> elements)
    {
        foreach (var group in elements.Where(e => e.Group is not null).GroupBy(e => e.Group!))
        {
            var times = group.Select(e => e.Hours).Where(h => h > 0).Distinct().Count();
            if (times == 0)
                yield return new BpmnProblem(group.First().Id, group.First().Name, $"Nhóm bước dùng chung thời gian “{group.Key}” chưa ghi số giờ ở bước nào.");
            else if (times > 1)
                yield return new BpmnProblem(
                    group.First().Id, group.First().Name, $"Nhóm bước dùng chung thời gian “{group.Key}” ghi nhiều số giờ khác nhau; hãy ghi một số giờ.");
        }
    }
}
