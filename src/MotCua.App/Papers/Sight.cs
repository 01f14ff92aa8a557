using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Papers;

/// <summary>What an officer may see of a dossier (R-REPO-03).</summary>
public enum Sight
{
    /// <summary>Nothing, not even that it exists.</summary>
    None,
    /// <summary>The dossier, with numbers of persons masked: control and audit above the units that have to do with it.</summary>
    Oversees,
    /// <summary>All of it: an officer of a unit that receives, resolves, handles or returns it, or did.</summary>
    Handles,
}

/// <summary>Says what an officer may see. Duties that have ended show nothing.</summary>
public static class Sights
{
    private static readonly Duty[] Overseeing = [Duty.Control, Duty.Audit];

    /// <summary>Duties that work on no dossier.</summary>
    private static readonly Duty[] Elsewhere = [Duty.Administer, Duty.Post, .. Overseeing];

    /// <summary>What the actor may see of the dossier.</summary>
    /// <param name="log">All its events.</param>
    public static Sight Of(Dossier dossier, IEnumerable<DossierEvent> log, Circumstances now) => With(dossier, log, now).Sight;

    /// <summary>What the actor may see of the dossier, and the duty by which he may; none for a job.</summary>
    /// <param name="log">All its events.</param>
    public static (Sight Sight, DutyGrant? By) With(Dossier dossier, IEnumerable<DossierEvent> log, Circumstances now)
    {
        if (now.By.Kind != ActorKind.Officer)
            return (Sight.Handles, null);
        var units = log.Select(e => e is StepOpened opened ? opened.Unit : e is Domain.Dossiers.Processing.StepTransferred moved ? moved.Unit : default)
            .Concat(log.Select(Named).OfType<AgencyId>())
            .Concat([dossier.Case.Support, dossier.Case.Reception, dossier.Case.Competent, dossier.Delivery.ReturnUnit]).ToHashSet();
        var duties = now.Duties.Where(g => g.HoldsOn(now.Today)).ToList();
        return duties.Find(g => !Elsewhere.Contains(g.Duty) && units.Contains(g.Unit)) is { } works ? (Sight.Handles, works)
            : duties.Find(g => Overseeing.Contains(g.Duty) && units.Any(u => now.Agencies.IsWithin(u, g.Unit))) is { } oversees ? (Sight.Oversees, oversees)
            : (Sight.None, null);
    }

    /// <summary>A unit that an event gives a part to without a step.</summary>
    private static AgencyId? Named(DossierEvent e) => e switch
    {
        Domain.Dossiers.Processing.CooperationAsked asked => asked.Supervisor,
        Domain.Dossiers.Processing.PaperSent sent => sent.To,
        Domain.Dossiers.Processing.ForwardedToCompetent forwarded => forwarded.From,
        _ => null,
    };
}
