using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>What a file is and whether it can run.</summary>
/// <param name="Ok">Well-formed BPMN 2.0, read wholly.</param>
/// <param name="Executable">At least one process with a start that runs to an end, and no problem.</param>
/// <param name="Tasks">Task elements of any kind, nested ones too.</param>
/// <param name="Gateways">Gateways of any kind, nested ones too.</param>
/// <param name="Events">Events of any kind, nested ones and those on a border too.</param>
[NoTerm("the check of a drawing")]
public sealed record BpmnReport(bool Ok, bool Executable, int Tasks, int Gateways, int Events, IReadOnlyList<BpmnProblem> Problems);

/// <summary>Says of a file what can run and what cannot.</summary>
public static class BpmnCheck
{
    /// <summary>Checks what was read.</summary>
    public static BpmnReport Check(this BpmnReading reading)
    {
        if (reading.Model is not { } model)
            return new BpmnReport(false, false, 0, 0, 0, reading.Faults);
        var problems = reading.Faults.Concat(Problems(model, reading.Ok)).ToList();
        return new BpmnReport(
            reading.Ok, reading.Ok && problems.Count == 0,
            model.Count(BpmnNames.Tasks), model.Count(BpmnNames.Gateways), model.Count(BpmnNames.Events), problems);
    }

    /// <summary>Everything that keeps a model from running.</summary>
    private static IEnumerable<BpmnProblem> Problems(BpmnModel model, bool whole)
    {
        if (!model.Processes.Any(p => p.Starts.Any()) && !model.Processes.Any(p => p.Nodes.Count > 0))
            yield return new BpmnProblem(model.Id, model.Name, "Tệp không có quy trình nào có điểm bắt đầu để chạy.");
        foreach (var choreography in model.Elements.Where(e => e.Name.LocalName is "choreography" or "globalChoreographyTask"))
            yield return new BpmnProblem(
                choreography.Attribute("id")?.Value ?? "", BpmnText.Line(choreography.Attribute("name")?.Value),
                "Sơ đồ phối hợp (choreography) chỉ đọc để biết, không chạy được.");
        var refusals = new Refusals(model);
        foreach (var process in model.Processes)
        {
            var refused = process.All.SelectMany(s => s.Nodes).SelectMany(n => refusals.Of(n).Select(r => new BpmnProblem(n.Id, n.Name, r))).ToList();
            var scopes = Owned(process, null).SelectMany(o => ScopeCheck.Of(o.Scope, o.Owner)).ToList();
            foreach (var problem in refused.Concat(scopes))
                yield return problem;
            // Where something does not run, tokens have no rules to move by.
            if (refused.Count == 0 && whole && process.Starts.Any())
                foreach (var problem in TokenGame.Play(process, scopes.Count == 0))
                    yield return problem;
        }
    }

    private static IEnumerable<(BpmnScope Scope, BpmnNode? Owner)> Owned(BpmnScope scope, BpmnNode? owner) =>
        scope.Nodes.Where(n => n.Inner is not null).SelectMany(n => Owned(n.Inner!, n)).Prepend((scope, owner));
}
