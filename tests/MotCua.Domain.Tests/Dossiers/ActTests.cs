using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Given a dossier, when an act, then events or a refusal: the law's own cases.</summary>
public sealed class ActTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private readonly World world = new();

    [Fact]
    [Requirement("R-REC-07")]
    public void A_component_that_does_not_pass_is_no_reception()
    {
        var act = World.Receive() with { Papers = [new TakenPaper("1", PaperForm.Original, 1, false, false, [])] };
        var decision = world.Decide(Dossier.Unborn(new DossierId(Guid.Empty)), act);
        Assert.Equal("receive.paper-fails", decision.Refusal?.Code);
        Assert.Equal("paper-1", decision.Refusal?.Field);
    }

    [Fact]
    public void A_required_component_must_have_been_checked()
    {
        var act = World.Receive() with { Papers = [] };
        Assert.Equal("receive.paper-missing", world.Decide(Dossier.Unborn(new DossierId(Guid.Empty)), act).Refusal?.Code);
    }

    [Fact]
    [Requirement("R-REC-17")]
    public void A_procedure_without_paper_is_received_online_only_from_the_version_that_says_so()
    {
        var unborn = Dossier.Unborn(new DossierId(Guid.Empty));
        var online = World.Procedure with { PaperAllowed = false };
        foreach (var channel in new[] { Channel.Direct, Channel.Postal })
        {
            var act = World.Receive() with { Channel = channel };
            Assert.Null(world.Decide(unborn, act).Refusal);
            Assert.Equal("receive.online-only", world.Decide(unborn, act, online).Refusal?.Code);
        }
        Assert.Null(world.Decide(unborn, World.Receive() with { Channel = Channel.Online }, online).Refusal);
    }

    [Fact]
    [Requirement("R-NB-05")]
    public void Reception_keeps_support_reception_and_competence_apart()
    {
        var dossier = world.Do(Dossier.Unborn(new DossierId(Guid.Empty)), World.Receive() with { Support = World.Land });
        Assert.Equal((World.Land, World.OneStop, World.Ward), (dossier.Case.Support, dossier.Case.Reception, dossier.Case.Competent));
    }

    [Fact]
    public void A_one_stop_unit_is_no_competent_agency() => Assert.Equal(
        "receive.competent", world.Decide(Dossier.Unborn(new DossierId(Guid.Empty)), World.Receive() with { Competent = World.OneStop }).Refusal?.Code);

    [Theory]
    [Requirement("R-WF-03")]
    [InlineData(14, 59, 17)]
    [InlineData(15, 0, 17)]
    [InlineData(15, 1, 18)]
    public void Paper_goes_over_the_same_day_or_the_next_when_received_after_the_cut_off(int hour, int minute, int day)
    {
        world.At = new DateTime(2026, 11, 17, hour, minute, 0);
        var dossier = world.Received();
        var decision = world.Decide(dossier, new HandOver(dossier.Open.Steps[0].Token));
        Assert.Equal(new DateOnly(2026, 11, day), decision.Events.OfType<HandedOver>().Single().PaperBy);
    }

    [Theory]
    [Requirement("R-WF-07")]
    [InlineData(20, true)]
    [InlineData(19, true)]
    [InlineData(21, false)]
    public void A_supplement_may_be_asked_for_until_three_working_days_after_reception(int day, bool allowed)
    {
        world.At = new DateTime(2026, 11, 17, 9, 10, 0);
        var dossier = world.Until(StepKind.Handle);
        world.At = new DateTime(2026, 11, day, 16, 0, 0);
        var refusal = world.Decide(dossier, new RequestSupplement(dossier.Open.Steps[0].Token, Words, ["thieu"])).Refusal;
        Assert.Equal(allowed ? null : "supplement.too-late", refusal?.Code);
    }

    [Fact]
    [Requirement("R-WF-08")]
    public void After_the_supplement_the_limit_starts_anew_on_the_next_day()
    {
        var dossier = world.Until(StepKind.Handle);
        Assert.Equal(new DateTime(2026, 11, 27, 17, 0, 0), Vietnam.Local(dossier.Case.Due.Due));
        world.At = new DateTime(2026, 11, 19, 10, 0, 0);
        dossier = world.Do(dossier, new RequestSupplement(dossier.Open.Steps[0].Token, Words, ["thieu"]));
        Assert.Equal(DossierStatus.AwaitingSupplement, dossier.Case.Status);
        Assert.All(dossier.Open.Steps, s => Assert.Equal(Side.Applicant, s.WaitsFor));
        world.At = new DateTime(2026, 11, 24, 10, 0, 0);
        dossier = world.Do(dossier, new AcceptSupplement([new TakenPaper("2", PaperForm.Original, 1, true, false, [])]));
        Assert.Equal(new DateTime(2026, 12, 4, 17, 0, 0), Vietnam.Local(dossier.Case.Due.Due));
        Assert.Equal(dossier.Case.Due.Due, dossier.Case.Appointment);
        Assert.Equal(DossierStatus.InProcess, dossier.Case.Status);
    }

    [Fact]
    [Requirement("R-WF-08"), Requirement("R-TIME-15")]
    public void Where_the_rule_says_so_the_limit_and_the_steps_run_on_after_the_supplement()
    {
        world.Rules = new RuleBook(
            [.. world.Rules.Rules.Select(r => r.Key == "supplement.restarts" ? r with { Value = "false", LegalBasis = "Luật riêng Đ.5" } : r)],
            world.Rules.Regimes);
        var dossier = world.Until(StepKind.Handle);
        world.At = new DateTime(2026, 11, 19, 10, 0, 0);
        dossier = world.Do(dossier, new RequestSupplement(dossier.Open.Steps[0].Token, Words, ["thieu"]));
        world.At = new DateTime(2026, 11, 24, 10, 0, 0);
        var decision = world.Decide(dossier, new AcceptSupplement([new TakenPaper("2", PaperForm.Original, 1, true, false, [])]));
        var accepted = Assert.IsType<SupplementCompleted>(Assert.Single(decision.Events));
        Assert.Equal(Vietnam.Instant(new DateTime(2026, 11, 19, 10, 0, 0)), accepted.Waited.From);
        Assert.Equal([accepted.Waited], accepted.ApplyTo(dossier).Case.Clock.Pauses);
        Assert.Equal(new DateTime(2026, 12, 2, 17, 0, 0), Vietnam.Local(accepted.Due.Due)); // 19, 20 and 23 were left out
        Assert.Contains(accepted.Due.Lines, l => l.Law == "Luật riêng Đ.5" && l.Counts == 0 && l.From == new DateOnly(2026, 11, 19));
    }

    [Fact]
    [Requirement("R-WF-14")]
    public void A_refusal_in_time_needs_reasons_and_one_that_is_late_an_explanation_too()
    {
        var dossier = world.Until(StepKind.Approve);
        var step = dossier.Open.Steps[0].Token;
        Assert.Equal("refuse.note", world.Decide(dossier, new RefuseAfterAppraisal(step, "khong-du", null, null)).Refusal?.Code);
        Assert.Null(world.Decide(dossier, new RefuseAfterAppraisal(step, "khong-du", Words, null)).Refusal);
        world.At = new DateTime(2026, 11, 27, 17, 1, 0);
        Assert.Equal("refuse.late", world.Decide(dossier, new RefuseAfterAppraisal(step, "khong-du", Words, null)).Refusal?.Code);
        Assert.Null(world.Decide(dossier, new RefuseAfterAppraisal(step, "khong-du", Words, Words)).Refusal);
    }

    [Fact]
    [Requirement("R-WF-14")]
    public void A_refusal_is_registered_and_handed_over_like_a_result()
    {
        var dossier = world.Until(StepKind.Approve);
        dossier = world.Do(dossier, new RefuseAfterAppraisal(dossier.Open.Steps[0].Token, "khong-du", Words, null));
        dossier = world.Do(dossier, new RegisterResult(dossier.Open.Steps[0].Token, "01/PTC", new DateOnly(2026, 11, 17), null));
        Assert.Equal((DossierStatus.ResultReady, Outcome.Refused), (dossier.Case.Status, dossier.Case.Decided));
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal(DossierStatus.Returned, dossier.Case.Status);
    }

    [Fact]
    [Requirement("R-WF-17")]
    public void A_withdrawal_before_any_decision_is_answered_by_stopping()
    {
        var dossier = world.Do(world.Until(StepKind.Approve), new RequestWithdrawal(Channel.Direct, Words));
        Assert.Equal(DossierStatus.WithdrawalRequested, dossier.Case.Status);
        Assert.Equal("decline-stop.must-stop", world.Decide(dossier, new DeclineStop(Words)).Refusal?.Code);
        dossier = world.Do(dossier, new Stop("rut"));
        Assert.Equal(DossierStatus.Stopped, dossier.Case.Status);
        Assert.Empty(dossier.Open.Steps);
    }

    [Fact]
    [Requirement("R-WF-18")]
    [Requirement("R-WF-24")]
    public void A_withdrawal_after_the_decision_is_answered_by_not_stopping()
    {
        var before = world.Until(StepKind.Register);
        var dossier = world.Do(before, new RequestWithdrawal(Channel.Direct, Words));
        Assert.Equal("stop.has-result", world.Decide(dossier, new Stop("rut")).Refusal?.Code);
        dossier = world.Do(dossier, new DeclineStop(Words));
        Assert.Equal(before.Case.Status, dossier.Case.Status);
        Assert.Null(dossier.Case.StopRequest);
        Assert.Equal(DossierStatus.Returned, world.Do(world.Until(StepKind.Return, dossier), new HandOverResult(
            world.Until(StepKind.Return, dossier).Open.Steps[0].Token, Collector.Applicant, Proof.Receipt, null, null, true)).Case.Status);
    }

    [Fact]
    public void What_is_sent_back_comes_again_to_the_officer_who_had_it_and_then_to_the_approval()
    {
        var dossier = world.Until(StepKind.Approve);
        dossier = world.Do(dossier, new SendBack(dossier.Open.Steps[0].Token, "sai-sot", Words));
        var step = Assert.Single(dossier.Open.Steps);
        Assert.Equal((StepKind.Handle, World.All, "approve"), (step.Kind, step.Officer, step.BackTo));
        dossier = world.Do(dossier, new CompleteStep(step.Token, Outcome.Granted, null));
        Assert.Equal(StepKind.Approve, Assert.Single(dossier.Open.Steps).Kind);
    }

    [Fact]
    [Requirement("R-RET-05")]
    public void A_proxy_shows_an_authorisation_and_a_lost_receipt_is_replaced_by_personal_papers()
    {
        var dossier = world.Until(StepKind.Return);
        var step = dossier.Open.Steps[0].Token;
        Assert.Equal("return.proxy", world.Decide(dossier, new HandOverResult(step, Collector.Proxy, Proof.Receipt, null, null, false)).Refusal?.Code);
        Assert.Equal(
            "return.paper-shown",
            world.Decide(dossier, new HandOverResult(step, Collector.Proxy, Proof.PersonalPaper, Words, null, false)).Refusal?.Code);
        Assert.Equal("return.proxy", world.Decide(dossier, new HandOverResult(step, Collector.Proxy, Proof.PersonalPaper, null, Words, false)).Refusal?.Code);
        Assert.Null(world.Decide(dossier, new HandOverResult(step, Collector.Proxy, Proof.PersonalPaper, Words, Words, false)).Refusal);
    }

    [Fact]
    [Requirement("R-RET-02")]
    public void Originals_held_go_back_with_the_result_at_the_latest()
    {
        var dossier = world.Until(StepKind.Return, world.Received(giveBack: 2));
        var step = dossier.Open.Steps[0].Token;
        Assert.Equal("return.originals", world.Decide(dossier, new HandOverResult(step, Collector.Applicant, Proof.Receipt, null, null, false)).Refusal?.Code);
        dossier = world.Do(dossier, new HandOverResult(step, Collector.Applicant, Proof.Receipt, null, null, true));
        Assert.Equal(0, dossier.Delivery.OriginalsHeld);
    }

    [Fact]
    public void What_is_unpaid_holds_the_result_back_and_nobody_pays_more_than_is_owed()
    {
        var dossier = world.Until(StepKind.Return, world.Received(charged: 50_000));
        Assert.Equal("return.unpaid", world.Decide(dossier, world.Usual(dossier.Open.Steps[0])).Refusal?.Code);
        Assert.Equal("pay.too-much", world.Decide(dossier, new RecordPayment(new Dong(50_001), PaymentMethod.Cash, null)).Refusal?.Code);
        dossier = world.Do(dossier, new RecordPayment(new Dong(50_000), PaymentMethod.Cash, "BL-1"));
        Assert.Null(world.Decide(dossier, world.Usual(dossier.Open.Steps[0])).Refusal);
    }

    [Fact]
    [Requirement("R-FEE-12")]
    public void A_procedure_without_a_fee_has_no_payment_step() =>
        Assert.Equal("pay.nothing-owed", world.Decide(world.Until(StepKind.Return), new RecordPayment(new Dong(1), PaymentMethod.Cash, null)).Refusal?.Code);

    [Fact]
    public void Without_the_duty_at_the_units_nothing_is_on_offer()
    {
        var dossier = world.Until(StepKind.Handle);
        world.Duties = [new DutyGrant(World.All, Duty.Handle, World.Ward, new DateOnly(2018, 1, 1), null, "QĐ")];
        Assert.Empty(ActKinds.Allowed(dossier, world.Now()));
    }

    [Fact]
    public void A_duty_that_ended_yesterday_is_none()
    {
        var dossier = world.Until(StepKind.Handle);
        world.Duties = [new DutyGrant(World.All, Duty.Handle, World.Economy, new DateOnly(2018, 1, 1), new DateOnly(2026, 11, 16), "QĐ")];
        Assert.Empty(ActKinds.Allowed(dossier, world.Now()));
    }

    [Theory]
    [Requirement("R-FORM-17")]
    [Requirement("R-FORM-18")]
    [InlineData("2025-06-30", "-250630-0001")]
    [InlineData("2025-07-01", "H15.12.01-250701-0001")]
    public void The_code_follows_the_pattern_of_the_day_of_reception(string day, string expected)
    {
        world.At = DateTime.ParseExact(day, "yyyy-MM-dd", null).AddHours(9);
        Assert.EndsWith(expected, world.Received().Case.Code.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_parallel_steps_must_be_done_before_the_approval_opens()
    {
        var dossier = world.Until(StepKind.Handle);
        Assert.Equal(2, dossier.Open.Steps.Count);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[1]));
        Assert.Equal(StepKind.Handle, Assert.Single(dossier.Open.Steps).Kind);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal(StepKind.Approve, Assert.Single(dossier.Open.Steps).Kind);
    }
}
