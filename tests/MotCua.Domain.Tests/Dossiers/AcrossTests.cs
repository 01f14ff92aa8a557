using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Paper that follows the electronic dossier, dossiers that came to the wrong agency, parts that other agencies do.</summary>
public sealed class AcrossTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private readonly World world = new();

    private Dossier Received(bool elsewhere = true) =>
        world.Do(Dossier.Unborn(new DossierId(Guid.Empty)), elsewhere ? World.ReceiveForOther() : World.Receive());

    [Theory]
    [Requirement("R-WF-03")]
    [Requirement("R-NB-07")]
    [InlineData(9, 10, "2026-11-17")]
    [InlineData(15, 0, "2026-11-17")]
    [InlineData(15, 1, "2026-11-18")]
    public void Paper_leaves_the_same_day_or_after_the_cut_off_the_next(int hour, int minute, string day)
    {
        world.At = new DateTime(2026, 11, 17, hour, minute, 0);
        var sent = world.Do(Received(), new SendPaper(PaperCarrier.Post, " EA123456789VN ", null)).Paper.UnderWay!;
        Assert.Equal((day, World.OneStop, World.OtherEconomy, "EA123456789VN"), (sent.By.ToString("yyyy-MM-dd", null), sent.From, sent.To, sent.Tracking));
        Assert.False(sent.LeftLate);
    }

    [Fact]
    [Requirement("R-WF-04")]
    public void Who_carries_paper_when_it_came_and_what_was_missing_is_recorded()
    {
        var received = Received();
        Assert.Equal("paper.tracking", world.Decide(received, new SendPaper(PaperCarrier.Post, " ", null)).Refusal!.Code);
        Assert.Equal("paper.carrier", world.Decide(received, new SendPaper(PaperCarrier.Officer, null, null)).Refusal!.Code);
        world.At = world.At.AddDays(1);
        var sent = world.Do(received, new SendPaper(PaperCarrier.Officer, null, Words));
        Assert.True(sent.Paper.UnderWay!.LeftLate);
        Assert.Equal("paper.under-way", world.Decide(sent, new SendPaper(PaperCarrier.Officer, null, Words)).Refusal!.Code);
        var came = world.Do(sent, new ReceivePaper(Words));
        Assert.Equal((null, Words), (came.Paper.UnderWay, came.Paper.Parcels[0].Missing));
        Assert.Equal("paper.nothing", world.Decide(came, new SendPaper(PaperCarrier.Post, "EA1VN", null)).Refusal!.Code);
        Assert.Equal("paper.same-place", world.Decide(Received(elsewhere: false), new SendPaper(PaperCarrier.Post, "EA1VN", null)).Refusal!.Code);
    }

    [Fact]
    [Requirement("R-NB-09")]
    public void A_result_on_paper_is_handed_over_only_after_it_came_to_the_place_of_return()
    {
        var ready = world.Until(StepKind.Return, Received());
        Assert.Equal(World.OneStop, ready.Open.Steps[0].Unit);
        var sent = world.Do(ready, new SendResult(PaperCarrier.Post, "EA1VN", null));
        Assert.Equal((World.Other, World.OneStop), (sent.Paper.UnderWay!.From, sent.Paper.UnderWay.To));
        Assert.Equal("return.on-its-way", world.Decide(sent, world.Usual(sent.Open.Steps[0])).Refusal!.Code);
        var came = world.Do(sent, new ReceivePaper(null));
        Assert.Equal(DossierStatus.Returned, world.Do(came, world.Usual(came.Open.Steps[0])).Case.Status);
    }

    [Fact]
    [Requirement("R-REC-24")]
    [Requirement("R-NB-08")]
    public void A_dossier_of_another_agency_is_forwarded_and_keeps_its_first_deadline()
    {
        var wrong = world.Until(StepKind.Handle, Received(elsewhere: false));
        var (due, appointment, tokens) = (wrong.Case.Due, wrong.Case.Appointment, wrong.Open.NextToken);
        world.At = world.At.AddHours(3);
        var right = world.Do(wrong, new ForwardToCompetent(World.Other, Words));
        Assert.Equal((World.Other, World.Other, World.OneStop), (right.Case.Competent, right.Case.Lead, right.Case.Reception));
        Assert.Equal((due, appointment), (right.Case.Due, right.Case.Appointment));
        Assert.Equal([World.OtherEconomy, World.Land], right.Open.Steps.Select(s => s.Unit));
        Assert.All(right.Open.Steps, s => Assert.True(s.Token.Value >= tokens));
        var ready = world.Until(StepKind.Return, right);
        Assert.Equal(DossierStatus.Returned, world.Do(ready, world.Usual(ready.Open.Steps[0])).Case.Status);
    }

    [Fact]
    [Requirement("R-REC-24")]
    public void Forwarding_needs_another_competent_agency_and_a_ground_and_comes_before_the_decision()
    {
        var wrong = Received(elsewhere: false);
        Assert.Equal("forward.same", world.Decide(wrong, new ForwardToCompetent(World.Ward, Words)).Refusal!.Code);
        Assert.Equal("receive.competent", world.Decide(wrong, new ForwardToCompetent(World.Land, Words)).Refusal!.Code);
        Assert.Equal("forward.why", world.Decide(wrong, new ForwardToCompetent(World.Other, null)).Refusal!.Code);
        Assert.Equal("forward.decided", world.Decide(world.Until(StepKind.Register, wrong), new ForwardToCompetent(World.Other, Words)).Refusal!.Code);
    }

    [Fact]
    [Requirement("R-WF-11")]
    [Requirement("R-WF-12")]
    public void Electronic_parts_open_at_all_agencies_at_once_and_the_step_waits_for_them()
    {
        var dossier = world.Until(StepKind.Handle, Received(elsewhere: false));
        var lead = dossier.Open.Steps.Find(s => s.Unit == World.Economy)!;
        dossier = world.Do(dossier, new AskCooperation(lead.Token, CooperationMode.Electronic,
            [new CooperationAsk(World.Department, Words, 2, World.Other), new CooperationAsk(World.Other, Words, 1.5m)]));
        var open = dossier.Open.Steps.FindAll(s => s.Kind == StepKind.Cooperate);
        Assert.Equal([World.Department, World.Other], open.Select(s => s.Unit));
        Assert.Equal(Vietnam.Instant(new DateTime(2026, 11, 19, 17, 0, 0)), open[0].Due);
        // An agency of a higher level is watched over by its own one-stop unit.
        Assert.Equal([World.Centre, null], dossier.Cooperation.Tasks.Select(t => t.Supervisor));
        Assert.Equal(2, dossier.Cooperation.Tasks[0].Due.Lines.Sum(l => l.Counts));
        Assert.Equal("cooperation.awaited", world.Decide(dossier, new CompleteStep(lead.Token, Outcome.Granted, null)).Refusal!.Code);

        Assert.Equal("answer.empty", world.Decide(dossier, new AnswerCooperation(open[0].Token, null, null)).Refusal!.Code);
        dossier = world.Do(dossier, new AnswerCooperation(open[0].Token, Words, new string('a', 64)));
        dossier = world.Do(dossier, new RecallCooperation(open[1].Token, Words));
        Assert.Equal([TaskState.Answered, TaskState.Recalled], dossier.Cooperation.Tasks.Select(t => t.State));
        dossier = world.Do(dossier, new CompleteStep(lead.Token, Outcome.Granted, null));
        Assert.Equal(DossierStatus.ResultReady, world.Until(StepKind.Return, dossier).Case.Status);
    }

    [Fact]
    [Requirement("R-WF-10")]
    public void Paper_goes_from_agency_to_agency_in_the_order_set_and_back_to_the_lead()
    {
        var dossier = world.Until(StepKind.Handle, Received(elsewhere: false));
        var lead = dossier.Open.Steps.Find(s => s.Unit == World.Economy)!;
        dossier = world.Do(dossier, new AskCooperation(lead.Token, CooperationMode.Paper,
            [new CooperationAsk(World.Department, Words, 1), new CooperationAsk(World.Other, Words, 2)]));
        Assert.Equal([TaskState.Open, TaskState.Waits], dossier.Cooperation.Tasks.Select(t => t.State));
        // The second has its days after the first.
        Assert.Equal([18, 20], dossier.Cooperation.Tasks.Select(t => Vietnam.Day(t.Due.Due).Day));
        var first = Assert.Single(dossier.Open.Steps, s => s.Kind == StepKind.Cooperate);
        dossier = world.Do(dossier, new AnswerCooperation(first.Token, Words, null));
        var second = Assert.Single(dossier.Open.Steps, s => s.Kind == StepKind.Cooperate);
        Assert.Equal(World.Other, second.Unit);
        dossier = world.Do(dossier, new AnswerCooperation(second.Token, Words, null));
        Assert.Empty(dossier.Cooperation.Pending);
        Assert.Null(world.Decide(dossier, new CompleteStep(lead.Token, Outcome.Granted, null)).Refusal);
    }

    [Fact]
    [Requirement("R-WF-11")]
    public void A_part_needs_an_agency_its_work_and_a_time_within_the_limit()
    {
        var dossier = world.Until(StepKind.Handle, Received(elsewhere: false));
        var step = dossier.Open.Steps[0].Token;
        string Code(params CooperationAsk[] asks) => world.Decide(dossier, new AskCooperation(step, CooperationMode.Electronic, asks)).Refusal!.Code;
        Assert.Equal("cooperation.nobody", Code());
        Assert.Equal("cooperation.ask", Code(new CooperationAsk(World.Centre, Words, 1)));
        Assert.Equal("cooperation.ask", Code(new CooperationAsk(World.Other, null, 1)));
        Assert.Equal("cooperation.ask", Code(new CooperationAsk(World.Other, Words, 0)));
        Assert.Equal("cooperation.ask", Code(new CooperationAsk(World.Other, Words, 1), new CooperationAsk(World.Other, Words, 1)));
        Assert.Equal("cooperation.too-long", Code(new CooperationAsk(World.Other, Words, 30)));
    }

    [Fact]
    [Requirement("R-NB-11")]
    public void Reception_for_others_can_be_switched_off_for_a_time()
    {
        var off = new Rule("boundary.reception", "unit:H15.13", "false", "QĐ 7/QĐ-UBND", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30),
            Binds.Reception, true);
        world.Rules = new RuleBook([.. world.Rules.Rules, off], world.Rules.Regimes);
        var no = world.Decide(Dossier.Unborn(default), World.ReceiveForOther()).Refusal!;
        Assert.Equal(("receive.scope", "QĐ 7/QĐ-UBND"), (no.Code, no.Law));
        Assert.Contains("Nộp được tại: H15.13.01", no.Sentence);
        Assert.Null(world.Decide(Dossier.Unborn(default), World.Receive()).Refusal);
        world.At = new DateTime(2026, 12, 1, 9, 0, 0);
        Assert.Null(world.Decide(Dossier.Unborn(default), World.ReceiveForOther()).Refusal);
    }

    [Theory]
    [Requirement("R-NB-01")]
    [Requirement("R-NB-02")]
    [InlineData(BoundaryScope.Unit, false)]
    [InlineData(BoundaryScope.Province, true)]
    [InlineData(BoundaryScope.Nation, true)]
    public void What_a_unit_receives_follows_from_the_published_scope(BoundaryScope scope, bool may)
    {
        var agencies = world.Now().Agencies;
        var terms = World.Procedure.Terms with { Scope = scope, Levels = [Level.Commune, Level.Province] };
        Assert.Equal(may, Receive.Elsewhere(terms, World.OneStop, World.Other, agencies, null) is null);
        Assert.Null(Receive.Elsewhere(terms, World.OtherOneStop, World.Other, agencies, null));
        // A department of the province is at home at the province's counter.
        Assert.Null(Receive.Elsewhere(terms, World.Centre, World.Department, agencies, null));
        Assert.Equal(may, Receive.Elsewhere(terms, World.Centre, World.Other, agencies, null) is null);
    }

    [Fact]
    [Requirement("R-NB-03")]
    public void A_unit_of_a_ministry_receives_only_what_is_its_ministrys_own()
    {
        var day = new DateOnly(2025, 7, 1);
        Agency Of(int id, string code, AgencyKind kind, int? parent, Level level) => new(
            new AgencyId(id), code, code, code, kind, level, parent is { } p ? new AgencyId(p) : null, null, "Hà Nội", "", day, null, false);
        var agencies = new AgencyDirectory([
            Of(1, "G11", AgencyKind.Department, null, Level.Ministry), Of(2, "G11.01", AgencyKind.OneStop, 1, Level.Ministry),
            Of(3, "G11.02", AgencyKind.Department, 1, Level.Ministry), Of(4, "H15", AgencyKind.Committee, null, Level.Province)]);
        var terms = World.Procedure.Terms with { Scope = BoundaryScope.Nation, Levels = [Level.Ministry, Level.Province] };
        Assert.Null(Receive.Elsewhere(terms, new AgencyId(2), new AgencyId(3), agencies, null));
        Assert.Contains("bộ, ngành mình", Receive.Elsewhere(terms, new AgencyId(2), new AgencyId(4), agencies, null)!.Sentence);
    }
}
