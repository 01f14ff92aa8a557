using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Processes;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;

namespace MotCua.App.Publishing;

/// <summary>A version as it was read and checked.</summary>
/// <param name="Drawing">The drawing; null where it cannot be read.</param>
/// <param name="Definition">What would run; null where it cannot run.</param>
/// <param name="Findings">What to mend or to confirm; what blocks first.</param>
/// <param name="Procedures">The procedures that follow it, as they stand on its first day.</param>
public sealed record CheckedProcess(
    BpmnModel? Drawing, ProcessDefinition? Definition, IReadOnlyList<ProcessFinding> Findings, IReadOnlyList<ProcedureVersion> Procedures)
{
    /// <summary>Whether nothing keeps it from being published.</summary>
    public bool Fits => Definition is not null && !Findings.Any(f => f.Blocks);
}

/// <summary>The checks before publishing: the drawing's own, then those that need the catalogue and the duties of today (R-WF-02, F-09).</summary>
public sealed class ProcessChecks(MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    /// <summary>Checks a version.</summary>
    public async Task<CheckedProcess> Of(ProcessVersionRow version, CancellationToken cancel = default)
    {
        var reading = BpmnReader.Read(Encoding.UTF8.GetBytes(version.Xml));
        return await Of(reading, HeadOf(version), version.ProcedureCodes, cancel);
    }

    /// <summary>Checks a drawing under a head.</summary>
    /// <param name="head">Code, version, name, decision and days; its elements are left aside.</param>
    /// <param name="codes">Procedures that will follow it.</param>
    public async Task<CheckedProcess> Of(BpmnReading reading, ProcessDefinition head, IReadOnlyList<string> codes, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var procedures = new List<ProcedureVersion>();
        foreach (var code in codes)
            if ((reference.Procedure(code, head.From) ?? reference.Procedures.LastOrDefault(p => p.Code == code)) is { } line)
                procedures.Add(await references.Procedure(db, code, line.Version, cancel));
        if (!reading.Ok)
            return new CheckedProcess(reading.Model, null, [.. reading.Faults.Select(Blocking)], procedures);
        var (definition, problems) = Compile(reading.Model!, head, code => reference.Processes.Of(code).LastOrDefault(p => p.From <= head.From));
        if (definition is null)
            return new CheckedProcess(reading.Model, null, [.. problems.Select(Blocking)], procedures);
        var findings = ProcessFindings.Of(definition, procedures, await Staffing(reference.Agencies, cancel));
        return new CheckedProcess(reading.Model, definition, findings, procedures);
    }

    /// <summary>What a row says of its version as a whole.</summary>
    public static ProcessDefinition HeadOf(ProcessVersionRow version) => new(
        version.Code, version.Version, version.Name, version.Decision, version.From, version.To, version.State is VersionState.Published or VersionState.Ended,
        [], []);

    /// <summary>What runs of a drawing, or why nothing does.</summary>
    /// <param name="called">The version of another process that a step calls by its code.</param>
    public static Compilation Compile(BpmnModel drawing, ProcessDefinition head, Func<string, ProcessDefinition?>? called = null) => BpmnCompiler.Compile(
        drawing, new ProcessHead(head.Code, head.Version, head.Name, head.Decision, head.From, head.To, head.Verified), called);

    private async Task<Staffing> Staffing(AgencyDirectory agencies, CancellationToken cancel)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var held = (await db.Set<DutyGrantRow>().AsNoTracking().Where(g => g.From <= today && (g.To == null || g.To >= today))
            .Select(g => new { g.UnitId, g.Duty }).Distinct().ToListAsync(cancel)).Select(g => (g.UnitId, g.Duty)).ToHashSet();
        return new Staffing(agencies, today, (unit, duty) => held.Contains((unit.Value, duty)));
    }

    private static ProcessFinding Blocking(BpmnProblem problem) => new(problem.Element, problem.Name, problem.Reason, true);
}
