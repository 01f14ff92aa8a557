using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers;

/// <summary>Which unit does a step of a process in a dossier; a process names places, a dossier units.</summary>
[NoTerm("a look-up")]
public static class StepUnits
{
    /// <summary>The unit of an element; where it has ended, whoever took over its work.</summary>
    public static AgencyId Of(Dossier dossier, ProcessElement element, Circumstances now) =>
        now.Agencies.Heir(Named(dossier, element, now), now.Today);

    private static AgencyId Named(Dossier dossier, ProcessElement element, Circumstances now) => element.Place switch
    {
        StepPlace.Reception when element.Step == StepKind.Return => dossier.Delivery.ReturnUnit,
        StepPlace.Reception => dossier.Case.Reception,
        StepPlace.Department => now.Agencies.Department(dossier.Case.Competent, element.Function ?? now.Procedure.Department),
        StepPlace.Agency when now.Agencies.Find(element.Agency ?? "") is { } agency =>
            element.Function is { } function ? now.Agencies.Department(agency.Id, function) : agency.Id,
        _ => dossier.Case.Competent,
    };
}
