using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>Counts the legal limit of a received dossier: the one place that knows what of the dossier decides it.</summary>
[NoTerm("the counting of a dossier's limit")]
public static class LegalLimit
{
    /// <summary>The due date with its account, by today's calendar of the competent agency and the rules of the dossier.</summary>
    /// <param name="pauses">When the clock stood still.</param>
    /// <param name="restart">The last supplement by which the limit started anew.</param>
    /// <param name="cutOff">The cut-off of another day than today's.</param>
    public static DueDateAccount Count(
        Dossier dossier, Circumstances now, IReadOnlyList<ClockPause>? pauses = null, LimitRestart? restart = null, DayCutOff? cutOff = null) =>
        Deadline.Count(
            dossier.Case.Limit, dossier.Links.CountsFrom ?? dossier.Case.ReceivedAt, now.Calendar(dossier.Case.Competent),
            cutOff ?? now.CutOff(dossier), pauses, restart,
            dossier.Case.Channel == Channel.Online);
}
