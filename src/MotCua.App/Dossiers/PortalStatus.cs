using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>Under which name a dossier's status is looked up among those of the national portal.</summary>
public static class PortalStatus
{
    private const string FinancialDuty = "FinancialDuty";

    /// <summary>Our status; while the clock stands still for the applicant's financial duty, the portal's own status of that (R-WF-16, R-WF-19).</summary>
    public static string Of(Case dossier) => dossier is
    {
        Status: DossierStatus.Received or DossierStatus.InProcess, Clock.Standing.Reason: StandingClock.FinancialDuty,
    }
        ? FinancialDuty : dossier.Status.ToString();
}
