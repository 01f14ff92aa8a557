using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Who may be given a step, which reasons count, and what overtakes a form.</summary>
public sealed class DutyAndReasonTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly OfficerId Other = new(8);
    private static readonly DateOnly Begin = new(2018, 1, 1);

    private readonly World world = new();

    private static DutyGrant Grant(OfficerId who, Duty duty, AgencyId unit, DateOnly? to = null) => new(who, duty, unit, Begin, to, "QĐ");

    [Theory]
    [Requirement("R-WF-05")]
    [InlineData(Duty.Handle, null, null)]
    [InlineData(Duty.Sign, null, "assign.no-duty")]
    [InlineData(Duty.Handle, "2026-11-16", "assign.no-duty")]
    public void A_step_is_given_to_an_officer_who_holds_its_duty_at_its_unit_today(Duty duty, string? to, string? code)
    {
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps.Find(s => s.Unit == World.Economy)!;
        var now = world.Now() with { DutiesOfOthers = [Grant(Other, duty, World.Economy, to is null ? null : DateOnly.Parse(to, null))] };
        var act = new AssignStep(step.Token, Other);
        Assert.Equal([Other], act.Concerns);
        var decision = act.Decide(dossier, now);
        Assert.Equal(code, decision.Refusal?.Code);
        if (code is null)
            Assert.Equal(Other, dossier.After(decision.Events).Open[step.Token]?.Officer);
    }

    [Fact]
    [Requirement("R-WF-05")]
    public void Work_changes_hands_also_while_the_applicant_is_waited_for()
    {
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps[0];
        dossier = world.Do(dossier, new RequestSupplement(step.Token, Words, ["thieu"]));
        var now = world.Now() with { DutiesOfOthers = [Grant(Other, Duty.Handle, step.Unit)] };
        Assert.Equal(Other, dossier.After(new AssignStep(step.Token, Other).Decide(dossier, now).Events).Open[step.Token]?.Officer);
        dossier = world.Do(dossier, new RequestWithdrawal(Channel.Direct, Words));
        dossier = world.Do(dossier, new Stop("rut"));
        Assert.Equal("dossier.closed", new AssignStep(step.Token, Other).Decide(dossier, now).Refusal?.Code);
    }

    [Fact]
    public void A_step_is_taken_only_by_who_can_end_it()
    {
        var dossier = world.Received();
        var step = dossier.Open.Steps[0];
        world.Duties = [Grant(World.All, Duty.Return, World.OneStop)];
        Assert.Equal("claim.other-duty", world.Decide(dossier, new ClaimStep(step.Token)).Refusal?.Code);
        Assert.DoesNotContain(ActKinds.Allowed(dossier, world.Now()), a => a.Kind.Name == "claim-step");
        world.Duties = [Grant(World.All, Duty.Receive, World.OneStop)];
        dossier = world.Do(dossier, new ClaimStep(step.Token));
        Assert.Equal("claim.taken", world.Decide(dossier, new ClaimStep(step.Token)).Refusal?.Code);
    }

    [Fact]
    [Requirement("R-SEC-13")]
    public void Approving_numbering_and_handing_over_are_acts_of_their_own_with_duties_of_their_own()
    {
        Assert.Equal([Duty.Sign], ActKinds.Of<Approve>().Needs.AnyOf);
        Assert.Equal([Duty.Clerk], ActKinds.Of<RegisterResult>().Needs.AnyOf);
        Assert.DoesNotContain(ActKinds.Of<HandOverResult>().Needs.AnyOf, d => d is Duty.Sign or Duty.Clerk);
        var dossier = world.Until(StepKind.Approve);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        // Approved is not yet numbered and issued: that waits for another step.
        Assert.Equal((Outcome.Granted, null), (dossier.Case.Decided, dossier.Delivery.ResultNumber));
        Assert.Equal(StepKind.Register, Assert.Single(dossier.Open.Steps).Kind);
        Assert.DoesNotContain(ActKinds.All, k => k.Needs.AnyOf.Contains(Duty.Administer));
    }

    [Fact]
    public void A_reason_must_stand_in_its_dated_list()
    {
        var now = world.Now() with { KnowsReason = (list, code) => (list, code) is ("supplement", "thieu"), FindReason = (_, _) => null };
        var handling = world.Until(StepKind.Handle);
        var step = handling.Open.Steps[0].Token;
        Assert.Equal("supplement.reason", new RequestSupplement(step, Words, ["thieu", "bịa"]).Decide(handling, now).Refusal?.Code);
        var approving = world.Until(StepKind.Approve, handling);
        step = approving.Open.Steps[0].Token;
        Assert.Equal("send-back.reason", new SendBack(step, "bịa", Words).Decide(approving, now).Refusal?.Code);
        Assert.Equal("refuse.reason", new RefuseAfterAppraisal(step, "bịa", Words, null).Decide(approving, now).Refusal?.Code);
        var asked = world.Do(approving, new RequestWithdrawal(Channel.Postal, Words, Requester.Proxy));
        Assert.Equal("stop.reason", new Stop("bịa").Decide(asked, now).Refusal?.Code);
    }

    [Fact]
    public void Money_that_another_cashier_recorded_overtakes_the_form()
    {
        var act = new RecordPayment(new Dong(10_000), PaymentMethod.Cash, null);
        Assert.True(act.IsOvertakenBy(new Paid(new Dong(10_000), PaymentMethod.Cash, null)));
        Assert.False(act.IsOvertakenBy(new ReceiptForNothing()));
    }

    [Theory]
    [Requirement("R-TIME-14")]
    [InlineData("2026-11-26 16:59", LimitOutcome.Early)]
    [InlineData("2026-11-27 17:00", LimitOutcome.OnTime)]
    [InlineData("2026-11-27 17:01", LimitOutcome.Late)]
    public void The_whole_dossier_is_judged_when_its_result_is_registered(string at, LimitOutcome outcome)
    {
        var dossier = world.Until(StepKind.Register);
        world.At = DateTime.Parse(at, null);
        var decision = world.Decide(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal(outcome, decision.Events.OfType<ResultRegistered>().Single().Outcome);
        Assert.NotNull(decision.Events.OfType<StepClosed>().Single().Outcome);
        Assert.Equal(outcome, dossier.After(decision.Events).Delivery.Outcome);
    }

    [Fact]
    [Requirement("R-RET-03")]
    public void Handing_over_is_due_at_the_time_on_the_receipt_and_not_before()
    {
        var dossier = world.Until(StepKind.Return);
        Assert.Equal(dossier.Case.Appointment, Assert.Single(dossier.Open.Steps).Due);
    }

    private sealed record ReceiptForNothing : DossierEvent
    {
        public override Dossier ApplyTo(Dossier dossier) => dossier;
    }
}
