using MotCua.App.Reference;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;

namespace MotCua.App.Publishing;

/// <summary>The drawing of a version that runs: as it was drawn, else one that is laid out from its steps.</summary>
public sealed class ProcessDrawings(MotCuaDb db, DraftProcess drafts, ReferenceCache references)
{
    /// <summary>The drawing.</summary>
    /// <param name="departments">Names of departments by function, where it must be laid out.</param>
    public async Task<BpmnModel> Of(ProcessDefinition process, Func<string, string>? departments = null, CancellationToken cancel = default)
    {
        if (await drafts.Row(process.Code, process.Version, cancel) is { } row)
            return DraftProcess.DrawingOf(row);
        var agencies = (await references.Get(db, cancel)).Agencies;
        return process.ToBpmn(departments, code => agencies.Find(code)?.Name ?? code);
    }
}
