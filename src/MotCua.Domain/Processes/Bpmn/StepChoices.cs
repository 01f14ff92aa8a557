namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Looks for gateways that ask for an officer's choice where no officer has chosen.</summary>
internal static class StepChoices
{
    /// <summary>Gateways whose conditions ask for a choice and to which something else than a step leads, without a default flow.</summary>
    public static IEnumerable<BpmnProblem> Wrong(ProcessDefinition process)
    {
        foreach (var gateway in process.Elements.Where(e => e.Kind is ElementKind.Exclusive or ElementKind.Inclusive))
        {
            var outs = process.Flows.Where(f => f.From == gateway.Id).ToList();
            if (outs.Count > 1 && !outs.Exists(f => f.IsDefault) && outs.Exists(f => Asks(f.Condition)) && !Before(process, gateway).All(IsStep))
                yield return new BpmnProblem(gateway.Id, gateway.Name,
                    "Điểm rẽ hỏi lựa chọn của cán bộ (step.…) nhưng có đường tới đây không qua bước nào của cán bộ; "
                    + "hãy đặt một bước của cán bộ ngay trước hoặc ghi nhánh mặc định.");
        }
    }

    /// <summary>Whether a condition asks for what is known only when a step is completed.</summary>
    public static bool Asks(string? condition) => condition is not null && ConditionParser.Read(condition).Condition is { } read && read.Names().Any(
        n => n.StartsWith("step.", StringComparison.Ordinal));

    private static bool IsStep(ProcessElement element) => element.Kind == ElementKind.Task;

    /// <summary>The elements whose completion leads to a gateway at once.</summary>
    private static List<ProcessElement> Before(ProcessDefinition process, ProcessElement gateway)
    {
        var (found, seen, queue) = (new List<ProcessElement>(), new HashSet<string> { gateway.Id }, new Queue<string>([gateway.Id]));
        while (queue.TryDequeue(out var at))
            foreach (var from in process.Flows.Where(f => f.To == at).Select(f => process[f.From]))
            {
                if (!seen.Add(from.Id))
                    continue;
                if (from.Kind is ElementKind.Exclusive or ElementKind.Inclusive or ElementKind.Fork or ElementKind.Join)
                    queue.Enqueue(from.Id);
                else
                    found.Add(from);
            }
        return found;
    }
}
