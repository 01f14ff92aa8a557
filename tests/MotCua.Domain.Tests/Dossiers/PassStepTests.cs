using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Steps change hands, are taken back and sent back; their first deadline stays.</summary>
public sealed class PassStepTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly OfficerId Colleague = new(8);

    [Fact]
    public void A_wrong_hand_over_is_taken_back_and_the_step_has_its_first_deadline()
    {
        var world = new World();
        var received = world.Received();
        var before = received.Open.Steps[0];
        world.At = world.At.AddHours(3);
        var sent = world.Do(received, new HandOver(before.Token));
        Assert.Equal(2, sent.Open.Steps.Count);
        world.At = world.At.AddHours(1);
        var back = world.Do(sent, new RecallStep());
        Assert.Equal([before], back.Open.Steps);
        Assert.Equal(DossierStatus.Received, back.Case.Status);
        // It goes on as if nothing had been: the same two steps, with new tokens.
        Assert.Equal(sent.Open.Steps.Select(s => s.Element), world.Do(back, new HandOver(before.Token)).Open.Steps.Select(s => s.Element));
    }

    [Fact]
    public void A_branch_taken_back_leaves_the_other_as_it_is_and_the_join_waits_for_both()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Handle);
        var (mine, other) = (dossier.Open.Steps[0], dossier.Open.Steps[1]);
        dossier = world.Do(world.Do(dossier, new CompleteStep(mine.Token, Outcome.Granted, null)), new ClaimStep(other.Token));
        Assert.Equal(1, dossier.Open.Joins["join"]);
        dossier = world.Do(dossier, new RecallStep());
        Assert.Equal([mine.Token, other.Token], dossier.Open.Steps.Select(s => s.Token));
        Assert.Equal(World.All, dossier.Open[other.Token]!.Officer);
        Assert.Equal(0, dossier.Open.Joins.GetValueOrDefault("join"));
        dossier = world.Do(dossier, new CompleteStep(mine.Token, Outcome.Granted, null));
        dossier = world.Do(dossier, new CompleteStep(other.Token, Outcome.Granted, null));
        Assert.Equal(StepKind.Approve, Assert.Single(dossier.Open.Steps).Kind);
    }

    [Fact]
    public void Nobody_takes_back_what_is_begun_what_another_sent_or_what_was_decided()
    {
        var world = new World();
        var sent = world.Do(world.Received(), new HandOver(new Token(1)));
        Assert.Null(world.Decide(sent, new RecallStep()).Refusal);
        Assert.Equal("recall.begun", world.Decide(world.Do(sent, new ClaimStep(sent.Open.Steps[0].Token)), new RecallStep()).Refusal?.Code);
        world.Act(Colleague);
        Assert.Equal("recall.not-yours", world.Decide(sent, new RecallStep()).Refusal?.Code);
        world.Act(World.All);
        Assert.Equal("recall.nothing", world.Decide(world.Received(), new RecallStep()).Refusal?.Code);
        var register = world.Until(StepKind.Register);
        Assert.Equal("recall.decided", world.Decide(register, new RecallStep()).Refusal?.Code);
    }

    [Fact]
    [Requirement("R-WF-05")]
    public void A_step_handed_back_is_the_units_and_a_delegated_one_the_colleagues()
    {
        var world = new World();
        world.Act(World.All);
        var dossier = world.Do(world.Received(), new ClaimStep(new Token(1)));
        Assert.Equal("hand-back.reason", world.Decide(dossier, new HandBackStep(new Token(1), null)).Refusal?.Code);
        var back = world.Do(dossier, new HandBackStep(new Token(1), Words));
        Assert.Null(back.Open.Steps[0].Officer);
        Assert.Equal(dossier.Open.Steps[0].Due, back.Open.Steps[0].Due);
        Assert.Equal("hand-back.not-yours", world.Decide(back, new HandBackStep(new Token(1), Words)).Refusal?.Code);
        Assert.Equal("delegate.no-duty", world.Decide(dossier, new DelegateStep(new Token(1), new OfficerId(99), null)).Refusal?.Code);
        Assert.Equal("delegate.same", world.Decide(dossier, new DelegateStep(new Token(1), World.All, null)).Refusal?.Code);
        var decision = world.Decide(dossier, new DelegateStep(new Token(1), Colleague, Words));
        Assert.Equal(new StepDelegated(new Token(1), World.All, Colleague, Words), decision.Events.Single());
        world.Act(Colleague);
        Assert.Null(world.Decide(dossier.After(decision.Events), new HandOver(new Token(1))).Refusal);
        world.Act(World.All);
        Assert.Equal("step.other-officer", world.Decide(dossier.After(decision.Events), new HandOver(new Token(1))).Refusal?.Code);
    }

    [Fact]
    public void A_step_that_was_sent_back_keeps_its_first_deadline_and_returns_to_who_sent_it()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Handle);
        var first = dossier.Open.Steps[0].Due;
        dossier = world.Until(StepKind.Approve, dossier);
        world.At = world.At.AddDays(1);
        var step = dossier.Open.Steps[0];
        Assert.Equal(["appraise", "land", "hand-over"], SendBack.Targets(dossier, step, World.Process).Select(e => e.Id));
        Assert.Equal("send-back.step", world.Decide(dossier, new SendBack(step.Token, "sai-sot", Words, "register")).Refusal?.Code);
        dossier = world.Do(dossier, new SendBack(step.Token, "sai-sot", Words, "appraise"));
        Assert.Equal((first, "approve"), (dossier.Open.Steps[0].Due, dossier.Open.Steps[0].BackTo));
        // The officer in turn sends it to the one-stop unit, and it comes back by both.
        dossier = world.Do(dossier, new SendBack(dossier.Open.Steps[0].Token, "chuyen-nham", Words, "hand-over"));
        dossier = world.Do(dossier, new HandOver(dossier.Open.Steps[0].Token));
        Assert.Equal("appraise", Assert.Single(dossier.Open.Steps).Element);
        dossier = world.Do(dossier, new CompleteStep(dossier.Open.Steps[0].Token, Outcome.Granted, null));
        Assert.Equal("approve", Assert.Single(dossier.Open.Steps).Element);
    }

    [Fact]
    public void The_clerk_gives_a_faulty_decision_back_and_it_is_taken_anew()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Register);
        var step = dossier.Open.Steps[0];
        Assert.Equal(["approve"], SendBack.Targets(dossier, step, World.Process).Select(e => e.Id));
        dossier = world.Do(dossier, new SendBack(step.Token, "du-thao-sai", Words, "approve"));
        Assert.Null(dossier.Case.Decided);
        dossier = world.Do(dossier, new Approve(dossier.Open.Steps[0].Token));
        Assert.Equal((Outcome.Granted, "register"), (dossier.Case.Decided, dossier.Open.Steps[0].Element));
    }

    [Fact]
    [Requirement("R-WF-09")]
    public void Silence_is_no_consent_the_step_rests_until_the_answer_the_withdrawal_or_the_reason()
    {
        var world = new World();
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps[0].Token;
        Assert.Equal("ask-opinion.question", world.Decide(dossier, new AskOpinion(step, World.Ward, null, 3, [])).Refusal?.Code);
        Assert.Equal("ask-opinion.unit", world.Decide(dossier, new AskOpinion(step, dossier.Open.Steps[0].Unit, Words, 3, [])).Refusal?.Code);
        Assert.Equal("ask-opinion.days", world.Decide(dossier, new AskOpinion(step, World.Ward, Words, 0, [])).Refusal?.Code);
        dossier = world.Do(dossier, new AskOpinion(step, World.Ward, Words, 3, ["1"]));
        // Asked on Tuesday 17/11: three working days end on Friday 20/11.
        Assert.Equal(new DateOnly(2026, 11, 20), Vietnam.Day(dossier.Consultations[0].Due.Due));
        Assert.Equal("ask-opinion.twice", world.Decide(dossier, new AskOpinion(step, World.Ward, Words, 3, [])).Refusal?.Code);
        var done = new CompleteStep(step, Outcome.Granted, null);
        Assert.Equal("consultation.open", world.Decide(dossier, done).Refusal?.Code);
        Assert.Equal("end-consultation.not-late", world.Decide(dossier, new EndConsultation(step, 1, true, Words)).Refusal?.Code);
        Assert.Equal("report-late-opinion.none", world.Decide(dossier, new ReportLateOpinion(step, 1, Words)).Refusal?.Code);
        Assert.Null(world.Decide(world.Do(dossier, new EndConsultation(step, 1, false, Words)), done).Refusal);
        Assert.Null(world.Decide(world.Do(dossier, new AnswerOpinion(1, Stance.Disagrees, Words, null)), done).Refusal);

        world.At = new DateTime(2026, 11, 23, 8, 0, 0);
        Assert.Equal("consultation.open", world.Decide(dossier, done).Refusal?.Code);
        dossier = world.Do(dossier, new ReportLateOpinion(step, 1, Words));
        Assert.Equal("report-late-opinion.none", world.Decide(dossier, new ReportLateOpinion(step, 1, Words)).Refusal?.Code);
        dossier = world.Do(dossier, new EndConsultation(step, 1, true, Words));
        Assert.Equal(ConsultationState.PassedOver, dossier.Consultations[0].State);
        Assert.Null(world.Decide(dossier, done).Refusal);
        Assert.Equal("consultation.none", world.Decide(dossier, new AnswerOpinion(1, Stance.Agrees, Words, null)).Refusal?.Code);
    }
}
