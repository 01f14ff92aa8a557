using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Agencies;

/// <summary>Who may stand in for whom, and what acts in another's place are.</summary>
public sealed class SubstitutionTests
{
    private static readonly OfficerId Absent = new(5), Other = new(6);
    private static readonly DateOnly Today = new(2026, 11, 17);
    private static readonly DateOnly Begin = new(2018, 1, 1);

    private static readonly AgencyDirectory Agencies = new(
        [new(World.Economy, "H15.12.03", "", "Phòng Kinh tế", AgencyKind.Department, Level.Commune, null, null, "", "", Begin, null, true)]);

    private readonly World world = new();

    private static DutyGrant Grant(OfficerId who, Duty duty, DateOnly? to = null) => new(who, duty, World.Economy, Begin, to, "QĐ");

    private static Substitution Wanted(params Duty[] duties) => new(
        Absent, Other, Today, Today.AddDays(4), [.. duties.Select(d => new DutyAt(d, World.Economy))], "Đơn nghỉ phép đã duyệt");

    private static string[] Codes(Substitution wanted, StaffKind staff, DutyGrant[] ofAbsent, params DutyGrant[] ofSubstitute) =>
        [.. Assigning.Judge(wanted, staff, ofAbsent, ofSubstitute, Agencies, ShippedRules.Duties, Today).Select(r => r.Code)];

    [Fact]
    [Requirement("R-ADM-10")]
    public void A_substitute_gets_what_the_absent_one_holds_and_nothing_more()
    {
        DutyGrant[] holds = [Grant(Absent, Duty.Handle)];
        Assert.Empty(Codes(Wanted(Duty.Handle), StaffKind.CivilServant, holds));
        Assert.Equal(["substitution.not-held"], Codes(Wanted(Duty.Sign), StaffKind.CivilServant, holds));
        Assert.Equal(["substitution.not-held"], Codes(Wanted(Duty.Handle), StaffKind.CivilServant, [Grant(Absent, Duty.Handle, Today.AddDays(-1))]));
        Assert.Equal(["substitution.not-substitutable"], Codes(Wanted(Duty.Administer), StaffKind.CivilServant, [Grant(Absent, Duty.Administer)]));
        Assert.Equal(["substitution.scope"], Codes(Wanted(), StaffKind.CivilServant, holds));
        Assert.Equal(["substitution.self"], Codes(Wanted(Duty.Handle) with { Substitute = Absent }, StaffKind.CivilServant, holds));
        Assert.Equal(["substitution.past"], Codes(Wanted(Duty.Handle) with { From = Today.AddDays(-1) }, StaffKind.CivilServant, holds));
        Assert.Equal(["substitution.basis"], Codes(Wanted(Duty.Handle) with { Basis = null }, StaffKind.CivilServant, holds));
    }

    [Fact]
    [Requirement("R-SEC-13")]
    public void Nobody_gains_by_standing_in_what_he_may_not_hold()
    {
        DutyGrant[] signs = [Grant(Absent, Duty.Sign)];
        Assert.Equal(["substitution.incompatible"], Codes(Wanted(Duty.Sign), StaffKind.CivilServant, signs, Grant(Other, Duty.Administer)));
        Assert.Empty(Codes(Wanted(Duty.Sign), StaffKind.CivilServant, signs, Grant(Other, Duty.Administer, Today.AddDays(-1))));
        Assert.Equal(["substitution.staff"], Codes(Wanted(Duty.Sign), StaffKind.Provider, signs));
    }

    [Fact]
    public void It_holds_on_its_days_for_its_scope_and_while_the_absent_one_holds_the_duty()
    {
        var wanted = Wanted(Duty.Handle);
        DutyGrant[] grants = [Grant(Absent, Duty.Handle, Today.AddDays(2)), Grant(Absent, Duty.Lead), Grant(Other, Duty.Handle)];
        Assert.Empty(wanted.On(Today.AddDays(-1), grants));
        Assert.Equal([grants[0]], wanted.On(Today, grants));
        Assert.Equal([grants[0]], wanted.On(Today.AddDays(2), grants));
        Assert.Empty(wanted.On(Today.AddDays(3), grants));
        Assert.Empty(wanted.On(Today.AddDays(5), [Grant(Absent, Duty.Handle)]));
    }

    [Fact]
    [Requirement("R-ADM-10")]
    public void In_anothers_place_one_ends_his_steps_and_not_ones_own()
    {
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps.Find(s => s.Unit == World.Economy)!;
        var now = world.Now() with { DutiesOfOthers = [Grant(Absent, Duty.Handle), Grant(Other, Duty.Handle)] };
        var his = dossier.After(new AssignStep(step.Token, Absent).Decide(dossier, now).Events);
        var mine = dossier.After(new AssignStep(step.Token, Other).Decide(dossier, now).Events);
        var act = new CompleteStep(step.Token, Outcome.Granted, null);
        var inPlace = now with { By = Actor.InPlaceOf(Absent, Other), Duties = [Grant(Absent, Duty.Handle)] };

        Assert.Equal("step.other-officer", act.Decide(his, now with { By = Actor.Of(Other) }).Refusal?.Code);
        var closed = act.Decide(his, inPlace).Events.OfType<StepClosed>().Single();
        // The step was the absent one's: sent back, it finds him, and not somebody whose time as a substitute is over.
        Assert.Equal(Absent, closed.By);
        Assert.Equal("step.other-officer", act.Decide(mine, inPlace).Refusal?.Code);
    }

    [Fact]
    public void A_step_taken_in_anothers_place_is_his()
    {
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps.Find(s => s.Unit == World.Economy)!;
        var inPlace = world.Now() with { By = Actor.InPlaceOf(Absent, Other), Duties = [Grant(Absent, Duty.Handle)] };
        Assert.Equal(Absent, dossier.After(new ClaimStep(step.Token).Decide(dossier, inPlace).Events).Open[step.Token]?.Officer);
    }

    [Fact]
    public void Without_a_substitution_the_refusal_says_so()
    {
        var needs = ActKinds.Of<Approve>().Needs;
        var nothing = world.Now() with { By = Actor.InPlaceOf(Absent, Other), Duties = [] };
        Assert.Equal("substitution.missing", needs.Check(nothing, World.Ward)?.Code);
        Assert.Equal("duty.missing", needs.Check(nothing with { By = Actor.Of(Other) }, World.Ward)?.Code);
    }

    [Fact]
    public void A_step_that_comes_again_goes_only_to_somebody_who_still_holds_its_duty()
    {
        var approving = world.Until(StepKind.Approve);
        var step = approving.Open.Steps[0].Token;
        var text = new TextId(new Guid(9, 0, 0, new byte[8]));
        var now = world.Now();
        Assert.Equal(World.All, new SendBack(step, "sai-sot", text).Decide(approving, now).Events.OfType<StepOpened>().Single().Officer);
        var transferred = now with { Duties = [.. now.Duties.Where(g => g.Duty != Duty.Handle)] };
        Assert.Null(new SendBack(step, "sai-sot", text).Decide(approving, transferred).Events.OfType<StepOpened>().Single().Officer);
    }

    [Fact]
    public void A_step_goes_back_to_its_unit_once_also_while_the_dossier_waits()
    {
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps.Find(s => s.Unit == World.Economy)!.Token;
        Assert.Equal("release.free", world.Decide(dossier, new ReleaseStep(step)).Refusal?.Code);
        dossier = world.Do(dossier, new ClaimStep(step));
        dossier = world.Do(dossier, new RequestSupplement(step, new TextId(new Guid(9, 0, 0, new byte[8])), ["thieu"]));
        var decision = world.Decide(dossier, new ReleaseStep(step));
        Assert.Equal([new StepReleased(step, World.All)], decision.Events);
        Assert.Null(dossier.After(decision.Events).Open[step]!.Officer);
    }
}
