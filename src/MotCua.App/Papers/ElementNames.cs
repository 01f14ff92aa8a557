using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;

namespace MotCua.App.Papers;

/// <summary>Names of steps that a log speaks of. A dossier that went over to another version of its process has steps behind it that stand only in the
/// version before.</summary>
internal static class ElementNames
{
    /// <summary>The name in the version of the dossier, else in the newest one that has it, else its id.</summary>
    public static string Of(ReferenceData reference, ProcessDefinition process, string element) => CooperationTask.IsOne(element)
        ? CooperationTask.Name
        : reference.Processes.Of(process.Code).OrderByDescending(p => p.Version).Prepend(process)
            .Select(p => p.Elements.FirstOrDefault(e => e.Id == element)?.Name).FirstOrDefault(n => n is not null) ?? element;
}
