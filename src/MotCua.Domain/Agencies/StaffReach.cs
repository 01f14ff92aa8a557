using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>Whom an officer may administer, lead and see on a day (R-ADM-29): a duty at a unit reaches to that unit and all below it.</summary>
/// <param name="own">The officer's own duties; what he does for others gives no reach.</param>
[NoTerm("how far an officer's duties reach over others")]
public sealed class StaffReach(OfficerId officer, IEnumerable<DutyGrant> own, AgencyDirectory agencies, DateOnly day)
{
    private static readonly Duty[] Leading = [Duty.Lead, Duty.HeadOneStop];
    private static readonly Duty[] Above = [Duty.Administer, Duty.Lead, Duty.HeadOneStop, Duty.Control, Duty.Audit];

    private readonly List<DutyGrant> held = [.. own.Where(g => g.Officer == officer && g.HoldsOn(day))];

    /// <summary>Whose reach it is.</summary>
    public OfficerId Officer => officer;

    /// <summary>The day it is asked on.</summary>
    public DateOnly Day => day;

    /// <summary>Whether he administers accounts and duties of the unit.</summary>
    public bool Administers(AgencyId unit) => Has(unit, Duty.Administer);

    /// <summary>Whether he administers anything.</summary>
    public bool IsAdministrator => held.Exists(g => g.Duty == Duty.Administer);

    /// <summary>Whether he leads the unit or one above it.</summary>
    public bool Leads(AgencyId unit) => Has(unit, Leading);

    /// <summary>Whether he may approve what another proposes for the unit.</summary>
    public bool Approves(AgencyId unit) => Administers(unit) || Leads(unit);

    /// <summary>Whether he approves for any unit.</summary>
    public bool IsApprover => held.Exists(g => g.Duty == Duty.Administer || Leading.Contains(g.Duty));

    /// <summary>Whether the staff of the unit are shown to him: his own units, and below them for those who lead, administer, control or audit.</summary>
    public bool Sees(AgencyId unit) => held.Exists(g => g.Unit == unit) || Has(unit, Above);

    private bool Has(AgencyId unit, params ReadOnlySpan<Duty> duties)
    {
        foreach (var grant in held)
            if (duties.Contains(grant.Duty) && agencies.IsWithin(unit, grant.Unit))
                return true;
        return false;
    }
}
