using System.Globalization;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Agencies;

/// <summary>Who may be given which duty, for how long, and what must be said or approved for it.</summary>
public sealed class AssigningTests
{
    private static readonly OfficerId Who = new(5);
    private static readonly AgencyId Centre = new(2), Office = new(3);

    private static Agency Unit(AgencyId id, AgencyKind kind) =>
        new(id, $"H15.12.0{id.Value}", "", "Đơn vị", kind, Level.Commune, null, null, "", "", new DateOnly(2018, 1, 1), null, true);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DutyProposal Proposal(
        Duty duty, AgencyId? unit = null, GrantKind kind = GrantKind.Official, string from = "2026-11-24", string? to = null,
        StaffKind staff = StaffKind.CivilServant, int? years = 5, string? reason = null) => new(
        Who, staff, duty, unit ?? Centre, kind, Day(from), to is null ? null : Day(to), "125/QĐ-UBND", Day("2018-06-21"), years, true, reason);

    private static ProposalFindings Judge(DutyProposal p, params DutyGrant[] held) => Judge(p, ShippedRules.Duties, held);

    private static ProposalFindings Judge(DutyProposal p, RuleBook rules, params DutyGrant[] held) =>
        Assigning.Judge(p, Unit(p.Unit, p.Unit == Centre ? AgencyKind.OneStop : AgencyKind.Department), held, rules, p.From);

    private static string[] Codes(ProposalFindings findings) => [.. findings.Refusals.Select(r => r.Code)];

    private static DutyGrant Held(Duty duty, AgencyId unit, string from = "2020-01-01", string? to = null) =>
        new(Who, duty, unit, Day(from), to is null ? null : Day(to), "QĐ");

    [Theory]
    [Requirement("R-ADM-10")]
    // Before NĐ 118/2025: 6 to 24 months; from 1/7/2025: 12 to 36.
    [InlineData("2025-06-30", "2025-12-29", true)]
    [InlineData("2025-06-30", "2025-12-28", false)]
    [InlineData("2025-06-30", "2027-06-29", true)]
    [InlineData("2025-06-30", "2027-06-30", false)]
    [InlineData("2025-07-01", "2025-12-31", false)]
    [InlineData("2025-07-01", "2026-06-30", true)]
    [InlineData("2025-07-01", "2026-06-29", false)]
    [InlineData("2025-07-01", "2028-06-30", true)]
    [InlineData("2025-07-01", "2028-07-01", false)]
    public void A_secondment_lasts_as_long_as_the_row_of_its_first_day_says(string from, string to, bool fits)
    {
        var findings = Judge(Proposal(Duty.Receive, kind: GrantKind.Secondment, from: from, to: to));
        Assert.Equal(fits ? [] : ["grant.reason"], Codes(findings));
        // The exception of the law: with a reason it is given, and the departure stays on record.
        var excepted = Judge(Proposal(Duty.Receive, kind: GrantKind.Secondment, from: from, to: to, reason: "Đ.12.8"));
        Assert.Empty(excepted.Refusals);
        Assert.Equal(fits ? 0 : 1, excepted.Departures.Count);
    }

    [Fact]
    [Requirement("R-ADM-10")]
    public void A_secondment_without_an_end_is_none()
    {
        Assert.Contains("grant.secondment-end", Codes(Judge(Proposal(Duty.Receive, kind: GrantKind.Secondment))));
        Assert.Empty(Judge(Proposal(Duty.Receive)).Refusals);
    }

    [Theory]
    [Requirement("R-ADM-27")]
    [InlineData("2025-06-30", 3, true)]
    [InlineData("2025-06-30", 2, false)]
    [InlineData("2025-07-01", 2, true)]
    [InlineData("2025-07-01", 1, false)]
    [InlineData("2025-07-01", null, false)]
    public void One_stop_staff_have_served_long_enough_or_a_reason_says_why_not(string from, int? years, bool enough)
    {
        Assert.Equal(enough ? [] : ["grant.reason"], Codes(Judge(Proposal(Duty.Receive, from: from, years: years))));
        Assert.Empty(Judge(Proposal(Duty.Receive, from: from, years: years, reason: "Chưa có người khác")).Refusals);
        // The standard is one of the one-stop unit, and of those who receive and return.
        Assert.Empty(Judge(Proposal(Duty.Handle, Office, from: from, years: years)).Refusals);
    }

    [Theory]
    [Requirement("R-REC-21")]
    [InlineData(StaffKind.Postal, Duty.Post, true)]
    [InlineData(StaffKind.Provider, Duty.Receive, true)]
    [InlineData(StaffKind.Provider, Duty.Digitize, true)]
    [InlineData(StaffKind.Provider, Duty.Handle, false)]
    [InlineData(StaffKind.Postal, Duty.Sign, false)]
    [InlineData(StaffKind.Provider, Duty.Lead, false)]
    [InlineData(StaffKind.Provider, Duty.Administer, false)]
    [InlineData(StaffKind.PublicEmployee, Duty.Handle, true)]
    public void Staff_outside_the_state_get_no_duty_that_decides(StaffKind staff, Duty duty, bool may) =>
        Assert.Equal(may ? [] : ["grant.staff"], Codes(Judge(Proposal(duty, staff: staff))));

    [Fact]
    [Requirement("R-REC-21")]
    public void Digitizing_by_an_enterprise_came_with_the_decree_of_2025()
    {
        Assert.Equal(["grant.staff"], Codes(Judge(Proposal(Duty.Digitize, staff: StaffKind.Provider, from: "2025-06-30"))));
        Assert.Empty(Judge(Proposal(Duty.Digitize, staff: StaffKind.Provider, from: "2025-07-01")).Refusals);
    }

    [Theory]
    [Requirement("R-SEC-13")]
    [InlineData(Duty.Administer, Duty.Sign, true)]
    [InlineData(Duty.Sign, Duty.Administer, true)]
    [InlineData(Duty.Administer, Duty.Handle, true)]
    [InlineData(Duty.Clerk, Duty.Administer, true)]
    [InlineData(Duty.Audit, Duty.Administer, true)]
    [InlineData(Duty.Handle, Duty.Sign, false)]
    public void Technical_support_and_deciding_are_never_in_one_hand(Duty held, Duty wanted, bool conflict)
    {
        Assert.Equal(conflict ? ["grant.incompatible"] : [], Codes(Judge(Proposal(wanted, Office), Held(held, new AgencyId(9)))));
        // One after the other is no conflict.
        Assert.Empty(Judge(Proposal(wanted, Office), Held(held, Office, to: "2026-11-23")).Refusals);
    }

    [Fact]
    public void A_row_for_one_unit_wins_over_the_nations()
    {
        var rules = ShippedRules.With("duty.incompatible", "unit:H15.12.02", "Administer:Sign", new DateOnly(2026, 1, 1));
        Assert.Equal(["grant.incompatible"], Codes(Judge(Proposal(Duty.Administer), Held(Duty.Receive, Centre))));
        Assert.Empty(Judge(Proposal(Duty.Administer), rules, Held(Duty.Receive, Centre)).Refusals);
        Assert.Equal(["grant.incompatible"], Codes(Judge(Proposal(Duty.Administer), rules, Held(Duty.Sign, Centre))));
    }

    [Theory]
    [Requirement("R-ADM-11")]
    [InlineData(Duty.Sign, true)]
    [InlineData(Duty.Administer, true)]
    [InlineData(Duty.Audit, true)]
    [InlineData(Duty.Handle, false)]
    [InlineData(Duty.Lead, false)]
    public void Duties_that_weigh_most_need_two_persons(Duty duty, bool two) => Assert.Equal(two, Judge(Proposal(duty, Office)).NeedsApproval);

    [Fact]
    [Requirement("R-ADM-11")]
    public void A_duty_has_a_basis_days_a_unit_and_one_holder_once()
    {
        var bare = Proposal(Duty.Handle, Office) with { Basis = " ", BasisDay = null };
        Assert.Equal(["grant.basis", "grant.basis-day"], Codes(Judge(bare)));
        Assert.Equal(["grant.dates"], Codes(Judge(Proposal(Duty.Handle, Office, to: "2026-11-23"))));
        Assert.Equal(["grant.twice"], Codes(Judge(Proposal(Duty.Handle, Office), Held(Duty.Handle, Office))));
        Assert.Empty(Judge(Proposal(Duty.Handle, Office), Held(Duty.Handle, Office, to: "2026-11-23")).Refusals);
        Assert.Equal(["grant.place"], Codes(Judge(Proposal(Duty.Receive, Office))));
        Assert.Equal(["grant.unit"], Codes(Assigning.Judge(Proposal(Duty.Handle, Office), null, [], ShippedRules.Duties, Day("2026-11-24"))));
        Assert.Equal(
            ["grant.past"], Codes(Assigning.Judge(
                Proposal(Duty.Handle, Office), Unit(Office, AgencyKind.Department), [], ShippedRules.Duties, Day("2026-11-25"))));
    }
}
