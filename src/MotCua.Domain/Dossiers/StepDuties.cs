using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers;

/// <summary>The duty that ends each kind of step; whoever is given a step, or takes it, must hold it.</summary>
[NoTerm("a look-up")]
public static class StepDuties
{
    /// <summary>The duty of a kind of step.</summary>
    public static Duty Of(StepKind kind) => StepLines.DutyOf(kind);
}
