using MotCua.Domain.Agencies;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Agencies;

/// <summary>How far administration and leading reach.</summary>
public sealed class StaffReachTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);
    private static readonly OfficerId Who = new(5);
    private static readonly AgencyId Province = new(1), Ward = new(10), Centre = new(11), Commune = new(20);

    private static readonly AgencyDirectory Agencies = new(
        [Unit(Province, null), Unit(Ward, Province), Unit(Centre, Ward), Unit(Commune, Province)]);

    private static Agency Unit(AgencyId id, AgencyId? parent) =>
        new(id, $"H15.{id.Value}", "", "Đơn vị", AgencyKind.Committee, Level.Commune, parent, null, "", "", new DateOnly(2018, 1, 1), null, true);

    private static StaffReach Reach(Duty duty, AgencyId unit, DateOnly? to = null) =>
        new(Who, [new DutyGrant(Who, duty, unit, new DateOnly(2018, 1, 1), to, "QĐ")], Agencies, Today);

    [Fact]
    [Requirement("R-ADM-29")]
    public void An_administrator_reaches_his_unit_and_what_belongs_to_it()
    {
        var ward = Reach(Duty.Administer, Ward);
        Assert.Equal([false, true, true, false], new[] { Province, Ward, Centre, Commune }.Select(ward.Administers));
        Assert.All(new[] { Province, Ward, Centre, Commune }, u => Assert.True(Reach(Duty.Administer, Province).Administers(u)));
        Assert.False(Reach(Duty.Administer, Ward, Today.AddDays(-1)).Administers(Ward));
        Assert.False(Reach(Duty.Handle, Ward).Administers(Ward));
    }

    [Fact]
    [Requirement("R-ADM-29")]
    public void Duties_that_somebody_does_for_another_give_no_reach()
    {
        var inPlace = new StaffReach(Who, [new DutyGrant(new OfficerId(9), Duty.Lead, Ward, new DateOnly(2018, 1, 1), null, "QĐ")], Agencies, Today);
        Assert.False(inPlace.Approves(Ward));
        Assert.True(Reach(Duty.Lead, Ward).Approves(Centre));
    }

    [Fact]
    public void Others_see_the_staff_of_their_own_units()
    {
        var handler = Reach(Duty.Handle, Ward);
        Assert.Equal([false, true, false, false], new[] { Province, Ward, Centre, Commune }.Select(handler.Sees));
        Assert.Equal([false, true, true, false], new[] { Province, Ward, Centre, Commune }.Select(Reach(Duty.Control, Ward).Sees));
    }
}
