using MotCua.Domain.Processes.Bpmn;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>Joins that may wait for ever are found, those that may not are left alone.</summary>
public sealed class TokenGameTests
{
    private const string Hour = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";

    [Fact]
    public void A_parallel_join_after_an_exclusive_split_waits_for_ever() =>
        Assert.Equal(["j:a", "j:b"], Stuck(["startEvent s", "exclusiveGateway x", "task a", "task b", "parallelGateway j", "endEvent e"],
            ["s>x", "x>a:form.a = 1", "x>b:form.a = 2", "a>j", "b>j", "j>e"]));

    [Fact]
    public void A_branch_that_may_leave_before_the_join_lets_it_wait() =>
        Assert.Equal(["j:b"], Stuck(
            ["startEvent s", "parallelGateway f", "task a", "exclusiveGateway x", "task b", "parallelGateway j", "endEvent e", "endEvent out"],
            ["s>f", "f>a", "f>x", "x>b:form.a = 1", "x>out:form.a = 2", "a>j", "b>j", "j>e"]));

    [Fact]
    public void A_branch_that_ends_everything_lets_nothing_wait() =>
        Assert.Empty(Stuck(
            ["startEvent s", "parallelGateway f", "task a", "exclusiveGateway x", "task b", "parallelGateway j", "endEvent e",
                "endEvent out|<terminateEventDefinition/>"],
            ["s>f", "f>a", "f>x", "x>b:form.a = 1", "x>out:form.a = 2", "a>j", "b>j", "j>e"]));

    [Fact]
    public void An_interrupting_event_on_a_branch_that_goes_elsewhere_lets_the_join_wait_and_one_that_does_not_interrupt_does_not()
    {
        string[] flows = ["s>f", "f>a", "f>b", "a>j", "b>j", "j>e", "late>out"];
        string[] Nodes(string cancels) =>
        [
            "startEvent s", "parallelGateway f", "task a", "task b", $"boundaryEvent late attachedToRef=a cancelActivity={cancels}|{Hour}", "parallelGateway j",
            "endEvent e", "endEvent out",
        ];
        Assert.Equal(["j:a"], Stuck(Nodes("true"), flows));
        Assert.Empty(Stuck(Nodes("false"), flows));
    }

    [Fact]
    public void An_event_on_a_border_that_joins_beside_its_own_step_waits()
    {
        string[] nodes =
        [
            "startEvent s", "task a", $"boundaryEvent late attachedToRef=a cancelActivity=false|{Hour}", "parallelGateway j", "endEvent e",
        ];
        Assert.Equal(["j:late"], Stuck(nodes, ["s>a", "a>j", "late>j", "j>e"]));
    }

    [Fact]
    public void An_inclusive_join_waits_for_those_that_come_and_for_nobody_else() =>
        Assert.Empty(Stuck(
            ["startEvent s", "inclusiveGateway o default=o-c", "task a", "exclusiveGateway x", "task b", "task c", "inclusiveGateway z", "endEvent e",
                "endEvent out"],
            ["s>o", "o>a:form.a = 1", "o>x:form.b = 1", "o>c", "x>b:form.c = 1", "x>out:form.c = 2", "a>z", "b>z", "c>z", "z>e"]));

    [Fact]
    public void A_loop_around_a_fork_and_its_join_is_fine() =>
        Assert.Empty(Stuck(
            ["startEvent s", "exclusiveGateway m", "parallelGateway f", "task a", "task b", "parallelGateway j",
                "exclusiveGateway x default=x-e", "endEvent e"],
            ["s>m", "m>f", "f>a", "f>b", "a>j", "b>j", "j>x", "x>m:form.again = true", "x>e"]));

    [Fact]
    public void A_join_inside_a_sub_process_is_looked_at_and_an_event_on_its_border_does_not_save_it()
    {
        var inner = Drawn.Inside(
            ["startEvent is", "exclusiveGateway x", "task a", "task b", "parallelGateway j", "endEvent ie"],
            ["is>x", "x>a:form.a = 1", "x>b:form.a = 2", "a>j", "b>j", "j>ie"]);
        Assert.Equal(["j:a", "j:b"], Stuck(["startEvent s", $"subProcess sub|{inner}", "endEvent e"], ["s>sub", "sub>e"]));
    }

    [Fact]
    public void A_sub_process_is_left_when_all_its_branches_have_ended()
    {
        var inner = Drawn.Inside(["startEvent is", "parallelGateway g", "task a", "task b", "endEvent ie", "endEvent ie2"],
            ["is>g", "g>a", "g>b", "a>ie", "b>ie2"]);
        Assert.Empty(Stuck(
            ["startEvent s", "parallelGateway f", $"subProcess sub|{inner}", "task c", "parallelGateway j", "endEvent e"],
            ["s>f", "f>sub", "f>c", "sub>j", "c>j", "j>e"]));
    }

    [Fact]
    public void Two_inputs_from_one_branch_are_two_tokens_and_one_from_outside_the_fork_is_none() =>
        Assert.Equal(["j:other"], Stuck(
            ["startEvent s", "task a", "startEvent other|<messageEventDefinition/>", "parallelGateway j", "endEvent e"],
            ["s>a", "a>j", "other>j", "j>e"]).Where(w => w.EndsWith("other", StringComparison.Ordinal)));

    [Fact]
    public void Forty_parallel_branches_with_choices_are_looked_at_wholly()
    {
        var many = Enumerable.Range(0, 40).ToList();
        string[] nodes =
        [
            "startEvent s", "parallelGateway f", "parallelGateway j", "endEvent e",
            .. many.SelectMany(i => new[] { $"exclusiveGateway x{i} default=x{i}-b{i}", $"task a{i}", $"task b{i}", $"exclusiveGateway m{i}" }),
        ];
        string[] flows =
        [
            "s>f", "j>e", .. many.SelectMany(i => new[] { $"f>x{i}", $"x{i}>a{i}:form.a = 1", $"x{i}>b{i}", $"a{i}>m{i}", $"b{i}>m{i}", $"m{i}>j" }),
        ];
        Assert.Empty(Drawn.Check(nodes, flows).Problems);
    }

    [Fact]
    public void What_cannot_be_looked_at_wholly_says_so()
    {
        // Each round of the loop leaves a token before the join.
        var report = Drawn.Check(
            ["startEvent s", "exclusiveGateway m", "parallelGateway f", "exclusiveGateway x", "task y", "parallelGateway j", "endEvent e"],
            ["s>m", "m>f", "f>x", "f>j", "x>m:form.a = 1", "x>y:form.a = 2", "y>j", "j>e"]);
        Assert.StartsWith("Không xét hết", report.Problems[^1].Reason, StringComparison.Ordinal);
        Assert.False(report.Executable);
    }

    private static IEnumerable<string> Stuck(string[] nodes, string[] flows)
    {
        var report = Drawn.Check(nodes, flows);
        Assert.True(report.Ok, string.Join('\n', report.Problems));
        return report.Problems.Select(p =>
        {
            Assert.StartsWith("Điểm chờ có thể đứng mãi", p.Reason, StringComparison.Ordinal);
            return $"{p.Element}:{p.Reason.Split('“')[1].Split('”')[0].Replace("Việc ", "", StringComparison.Ordinal)}";
        });
    }
}
