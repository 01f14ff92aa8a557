using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>A group of linked procedures: what its dossier holds, what its parts wait for, how it ends.</summary>
public sealed class LinkedTests
{
    private static readonly DossierId Parent = Id(1), First = Id(2), Second = Id(3);

    private static readonly GroupPlan Plan = new(Parent,
    [
        new(First, "1", World.Ward, new TimeLimit(2, LimitUnit.WorkingDay), [], false, []),
        new(Second, "2", World.Other, new TimeLimit(3, LimitUnit.WorkingDay), [First], true, ["1"]),
    ]);

    private readonly World world = new();

    [Fact]
    public void The_group_is_due_when_its_last_procedure_is_and_one_that_needs_another_is_counted_from_that_ones_due_date()
    {
        var (group, first, second) = Received();
        Assert.Equal(second.Case.Due.Due, group.Case.Appointment);
        Assert.True(second.Case.Due.AcceptedAt == first.Case.Due.Due && second.Case.Due.Due > first.Case.Due.Due);
        Assert.Equal([First, Second], group.Links.Children);
    }

    [Fact]
    public void The_group_and_a_part_that_needs_another_stand_in_a_named_wait_and_nothing_is_stuck()
    {
        var (group, first, second) = Received();
        Assert.All(new[] { group, second }, d => Assert.Equal((WaitKind.Linked, 0), (Assert.Single(d.Open.Waits).Kind, d.Open.Steps.Count)));
        Assert.Equal(StepKind.HandOver, Assert.Single(first.Open.Steps).Kind);
        var staff = Staffing.Of(world.Duties, world.Now().Agencies, world.Now().Today);
        Assert.All(new[] { group, first, second }, d => Assert.Empty(NeverStuck.Of(d, staff)));
        Assert.NotEmpty(NeverStuck.Of(second with { Open = second.Open with { Waits = [] } }, staff));
    }

    [Fact]
    public void A_component_that_is_the_result_of_another_is_not_asked_for_at_reception()
    {
        var without = Receipt(Second) with { Papers = [] };
        Assert.Null(world.Decide(Dossier.Unborn(Second), without).Refusal);
        Assert.Equal("receive.paper-missing", world.Decide(Dossier.Unborn(First), Receipt(First) with { Papers = [] }).Refusal?.Code);
    }

    [Fact]
    public void The_result_of_one_begins_the_process_of_another_once_and_late_only_moves_its_own_due_date()
    {
        var (_, _, second) = Received();
        var came = new NoteNeeded(First, ChildOutcome.Granted);
        var early = world.Do(second, came);
        Assert.Equal((StepKind.HandOver, 0, second.Case.Due.Due), (Assert.Single(early.Open.Steps).Kind, early.Open.Waits.Count, early.Case.Due.Due));
        Assert.Equal(NoteNeeded.SameCode, world.Decide(early, came).Refusal?.Code);
        world.At = world.At.AddDays(20);
        var late = world.Do(second, came);
        Assert.True(late.Case.Due.Due > second.Case.Due.Due);
        Assert.Equal(second.Case.Appointment, late.Case.Appointment);
        Assert.Equal(late.Case.Due.Due, LegalLimit.Count(late, world.Now()).Due);
    }

    [Theory, InlineData(ChildOutcome.Refused), InlineData(ChildOutcome.Stopped)]
    public void A_part_that_may_not_go_on_without_the_result_is_stopped_with_the_ground(ChildOutcome outcome)
    {
        var (_, _, second) = Received();
        var stopped = world.Do(second, new NoteNeeded(First, outcome));
        Assert.Equal((DossierStatus.Stopped, 0, 0), (stopped.Case.Status, stopped.Open.Steps.Count, stopped.Open.Waits.Count));
        var free = second with { Links = second.Links with { StopsWithout = false } };
        Assert.Equal(StepKind.HandOver, Assert.Single(world.Do(free, new NoteNeeded(First, outcome)).Open.Steps).Kind);
    }

    [Fact]
    public void Each_end_is_noted_once_and_with_the_last_one_the_results_wait_to_be_handed_over()
    {
        var (group, _, _) = Received();
        group = world.Do(group, new NoteChild(First, ChildOutcome.Granted));
        Assert.Equal(NoteChild.SameCode, world.Decide(group, new NoteChild(First, ChildOutcome.Granted)).Refusal?.Code);
        Assert.Equal("note-child.stranger", world.Decide(group, new NoteChild(Id(9), ChildOutcome.Granted)).Refusal?.Code);
        Assert.Equal(DossierStatus.InProcess, group.Case.Status);
        group = world.Do(group, new NoteChild(Second, ChildOutcome.Stopped));
        Assert.Equal(
            (DossierStatus.ResultReady, StepKind.HandOver, Outcome.Granted), (group.Case.Status, Assert.Single(group.Open.Steps).Kind, group.Case.Decided));
        Assert.Empty(group.Open.Waits);
    }

    [Fact]
    public void A_group_of_which_nothing_came_is_stopped()
    {
        var (group, _, _) = Received();
        group = world.Do(world.Do(group, new NoteChild(First, ChildOutcome.Stopped)), new NoteChild(Second, ChildOutcome.Stopped));
        Assert.Equal((DossierStatus.Stopped, true), (group.Case.Status, group.IsClosed));
    }

    [Fact]
    public void No_result_of_a_group_is_handed_over_without_the_others()
    {
        var (_, first, _) = Received();
        first = world.Until(StepKind.Return, first);
        var step = first.Open.Steps[0];
        var act = new HandOverResult(step.Token, Collector.Applicant, Proof.NoReceipt, null, null, true);
        Assert.Equal("linked.with-parent", HandOverResult.Allows(first, step, world.Now())?.Code);
        var together = world.Now() with { Together = [Parent, First] };
        Assert.Equal(DossierStatus.Returned, first.After(act.Decide(first, together).Events).Case.Status);

        world.Runs = Returns;
        var group = world.Do(world.Do(Received().Group, new NoteChild(First, ChildOutcome.Granted)), new NoteChild(Second, ChildOutcome.Stopped));
        var all = new HandOverResult(group.Open.Steps[0].Token, Collector.Applicant, Proof.Receipt, null, null, true);
        Assert.Equal("return.group", world.Decide(group, all).Refusal?.Code);
        Assert.Equal(DossierStatus.Returned, group.After(all.Decide(group, together).Events).Case.Status);
    }

    [Fact]
    public void What_is_done_to_the_parts_is_barred_at_the_group_and_the_other_way_round()
    {
        var (group, first, second) = Received();
        Assert.Equal("linked.in-children", ActKinds.Of<RequestWithdrawal>().Allows(group, null, world.Now())?.Code);
        Assert.Equal("linked.in-children", ActKinds.Of<RecomputeDue>().Allows(group, null, world.Now())?.Code);
        Assert.Equal("linked.with-parent", ActKinds.Of<IssueReceipt>().Allows(first, null, world.Now())?.Code);
        Assert.Null(ActKinds.Of<RequestWithdrawal>().Allows(first, null, world.Now()));
        Assert.Equal("linked.waits", ActKinds.Of<ForwardToCompetent>().Allows(second, null, world.Now())?.Code);
    }

    [Fact]
    public void A_group_has_two_procedures_or_more_and_whoever_needs_another_stands_behind_it()
    {
        static string? Wrong(params LinkedMember[] members) =>
            new LinkedGroup("G", GroupPublisher.Minister, "QĐ", new DateOnly(2026, 1, 1), null, true, members).Wrong()?.Code;
        LinkedMember a = new("a", [], false), b = new("b", ["a"], true);
        Assert.Null(Wrong(a, b));
        Assert.Equal(["group.few", "group.needs", "group.twice", "group.twice"],
            [Wrong(a), Wrong(b, a), Wrong(a, a), Wrong(a, new LinkedMember("G", [], false))]);
    }

    private static ProcessDefinition Returns => World.Process with
    {
        Elements = [.. World.Process.Elements.Where(e => e.Id is "start" or "return" or "end")], Flows = [new("start", "return"), new("return", "end")],
    };

    private (Dossier Group, Dossier First, Dossier Second) Received() => (Received(Parent), Received(First), Received(Second));

    private Dossier Received(DossierId id) => world.Do(Dossier.Unborn(id), Receipt(id));

    private static Receive Receipt(DossierId id) => World.Receive(0, 0, id == Parent) with
    {
        Group = Plan, Competent = Plan.Of(id)?.Competent ?? World.Ward, Charged = Dong.Zero,
    };

    private static DossierId Id(int n) => new(new Guid(n, 0, 0, new byte[8]));
}
