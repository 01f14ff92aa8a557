using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Tests.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Dossiers in drawn processes: waits, choices, parts, times.</summary>
public sealed class ProcessLifeTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly string[] Tail = ["userTask approve" + RandomDrawing.Step("Approve"), "userTask register" + RandomDrawing.Step("Register"),
        "userTask return" + RandomDrawing.Step("Return"), "endEvent e", "startEvent s"];

    private static readonly string[] TailFlows = ["approve>register", "register>return", "return>e"];

    [Fact]
    [Requirement("R-WF-06")]
    public void An_open_dossier_always_has_an_open_step_or_a_named_wait_and_every_life_ends()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var world = new World { Runs = RandomDrawing.Compiled(new RandomDrawing(seed).Blocks(1 + seed % 3)) };
            var random = new Random(seed);
            var dossier = world.Received();
            var steps = 0;
            for (; !dossier.IsClosed && steps < 1500; steps++)
            {
                Assert.True(dossier.Open.Steps.Count + dossier.Open.Waits.Count > 0, $"seed {seed}: nobody has the dossier");
                world.Declared = _ => random.Next(3 + steps / 20) == 0 ? new DataValue(Number: 1) : null;
                var decision = Next(world, dossier, random);
                if (decision.Refusal is { } no)
                    Assert.Equal("way.none", no.Code);
                dossier = dossier.After(decision.Events);
            }
            Assert.Equal(DossierStatus.Returned, dossier.Case.Status);
            Assert.Empty(dossier.Open.Steps);
            Assert.Empty(dossier.Open.Waits);
            Assert.Empty(dossier.Open.Scopes);
        }
    }

    [Fact]
    [Requirement("R-WF-11")]
    public void Parallel_branches_run_at_once_each_with_its_due_date()
    {
        var world = Runs(["parallelGateway f", Handle("a", 4), Handle("b", 16), "parallelGateway j"], ["s>f", "f>a", "f>b", "a>j", "b>j", "j>approve"]);
        var dossier = world.Received();
        Assert.Equal(["a", "b"], dossier.Open.Steps.Select(s => s.Element));
        Assert.True(dossier.Open.Steps[0].Due < dossier.Open.Steps[1].Due);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[1]));
        Assert.Equal("a", Assert.Single(dossier.Open.Steps).Element);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal("approve", Assert.Single(dossier.Open.Steps).Element);
    }

    [Fact]
    public void Steps_that_share_a_time_have_one_end()
    {
        var world = Runs([Shared("a"), Shared("b"), Shared("c")], ["s>a", "a>b", "b>c", "c>approve"]);
        var dossier = world.Received();
        var due = dossier.Open.Steps[0].Due;
        world.At = world.At.AddDays(1);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        world.At = world.At.AddDays(1);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal(("c", due), (dossier.Open.Steps[0].Element, dossier.Open.Steps[0].Due));
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal(("approve", null), (dossier.Open.Steps[0].Element, dossier.Open.Steps[0].TimeFrom));
    }

    [Fact]
    public void The_officer_chooses_where_the_process_asks_him_and_nothing_is_done_before()
    {
        var world = Runs(
            [Handle("a", 4), "exclusiveGateway x", Handle("b", 4), Handle("c", 4), "exclusiveGateway m"],
            ["s>a", "a>x", "x>b:step.way = 1", "x>c:step.way = 2", "b>m", "c>m", "m>approve"]);
        var dossier = world.Received();
        var question = Assert.Single(WayQuestion.Of(dossier, dossier.Open.Steps[0], world.Now()));
        Assert.Equal((false, "x-b x-c"), (question.Several, string.Join(' ', question.Choices.Select(c => c.Flow))));
        Assert.Equal("way.choose", world.Decide(dossier, world.Usual(dossier.Open.Steps[0])).Refusal?.Code);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]) with { Ways = ["x-c"] });
        Assert.Equal("c", Assert.Single(dossier.Open.Steps).Element);
    }

    [Fact]
    public void What_a_step_proposes_is_known_without_a_question_and_data_decides_by_itself()
    {
        var world = Runs(
            [Handle("a", 4), "exclusiveGateway x", Handle("b", 4), "exclusiveGateway m"],
            ["s>a", "a>x", "x>m:step.outcome = \"Granted\" and dossier.channel = \"Direct\"", "x>b:step.outcome = \"Refused\"", "b>m", "m>approve"]);
        var dossier = world.Received();
        Assert.Empty(WayQuestion.Of(dossier, dossier.Open.Steps[0], world.Now()));
        Assert.Equal("approve", world.Do(dossier, new CompleteStep(new Token(1), Outcome.Granted, null)).Open.Steps[0].Element);
        Assert.Equal("b", world.Do(dossier, new CompleteStep(new Token(1), Outcome.Refused, Words)).Open.Steps[0].Element);
    }

    [Fact]
    public void Where_no_branch_holds_and_none_is_the_default_nothing_is_done()
    {
        var world = Runs([Handle("a", 4), "exclusiveGateway x", Handle("b", 4), "exclusiveGateway m"],
            ["s>a", "a>x", "x>m:form.area > 100", "x>b:form.area < 10", "b>m", "m>approve"]);
        world.Declared = name => name == "area" ? new DataValue(Number: 50) : null;
        var dossier = world.Received();
        var decision = world.Decide(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal("way.none", decision.Refusal?.Code);
        Assert.Empty(decision.Events);
        world.Declared = _ => new DataValue(Number: 500);
        Assert.Equal("approve", world.Do(dossier, world.Usual(dossier.Open.Steps[0])).Open.Steps[0].Element);
    }

    [Fact]
    public void A_timer_goes_off_in_working_time_not_before_and_once()
    {
        var world = Runs(["intermediateCatchEvent t|" + Timer("P2D")], ["s>t", "t>approve"]);
        var dossier = world.Received();
        var wait = Assert.Single(dossier.Open.Waits);
        Assert.Equal(WaitKind.Timer, wait.Kind);
        // Tuesday 17 November 2026, two working days: the close of Thursday.
        Assert.Equal(new DateTime(2026, 11, 19, 17, 0, 0), Vietnam.Local(wait.Due!.Value));
        Assert.Equal("timer.early", world.Decide(dossier, new FireTimer(wait.Token)).Refusal?.Code);
        world.At = new DateTime(2026, 11, 19, 17, 0, 1);
        dossier = world.Do(dossier, new FireTimer(wait.Token));
        Assert.Equal("approve", Assert.Single(dossier.Open.Steps).Element);
        Assert.Equal("wait.gone", world.Decide(dossier, new FireTimer(wait.Token)).Refusal?.Code);
    }

    [Fact]
    public void A_timer_on_a_border_takes_the_step_away_and_one_that_reminds_leaves_it()
    {
        string[] Nodes(string stays, string time) => [Handle("a", 4), $"boundaryEvent late attachedToRef=a cancelActivity={stays}|{Timer(time)}", Handle("b", 4),
            "exclusiveGateway m", "endEvent out"];
        var world = Runs(Nodes("true", "PT2H"), ["s>a", "a>m", "late>b", "b>m", "m>approve"], but: "out");
        var dossier = world.Received();
        world.At = world.At.AddHours(3);
        dossier = world.Do(dossier, new FireTimer(dossier.Open.Waits[0].Token));
        Assert.Equal("b", Assert.Single(dossier.Open.Steps).Element);
        Assert.Empty(dossier.Open.Waits);

        world = Runs(Nodes("false", "R2/PT2H"), ["s>a", "a>m", "late>b", "b>out", "m>approve"]);
        dossier = world.Received();
        for (var n = 0; n < 2; n++)
        {
            world.At = world.At.AddDays(1);
            dossier = world.Do(dossier, new FireTimer(dossier.Open.Waits[0].Token));
        }
        Assert.Equal(["a", "b", "b"], dossier.Open.Steps.Select(s => s.Element));
        Assert.Empty(dossier.Open.Waits);
    }

    [Fact]
    public void A_message_is_recorded_with_what_came_and_a_service_by_its_system_or_by_hand_with_a_reason()
    {
        var world = Runs(["receiveTask r", "serviceTask v"], ["s>r", "r>v", "v>approve"]);
        var dossier = world.Received();
        var message = Assert.Single(dossier.Open.Waits).Token;
        Assert.Equal("message.note", world.Decide(dossier, new ReceiveMessage(message, null)).Refusal?.Code);
        dossier = world.Do(dossier, new ReceiveMessage(message, Words));
        var service = Assert.Single(dossier.Open.Waits);
        Assert.Equal(WaitKind.Service, service.Kind);
        Assert.Equal("message.service", world.Decide(dossier, new ReceiveMessage(service.Token, Words)).Refusal?.Code);
        Assert.Equal("wait.reason", world.Decide(dossier, new CompleteWait(service.Token, null)).Refusal?.Code);
        var byHand = world.Do(dossier, new CompleteWait(service.Token, Words));
        Assert.Equal("approve", Assert.Single(byHand.Open.Steps).Element);
        var answered = new ReceiveMessage(service.Token, null).Decide(dossier, world.Now() with { By = Actor.Job, Duties = [] });
        Assert.Equal("approve", Assert.Single(dossier.After(answered.Events).Open.Steps).Element);
    }

    [Fact]
    public void A_called_process_runs_inside_with_its_own_steps_and_a_circle_of_calls_is_refused()
    {
        var called = RandomDrawing.Compiled(Drawn.File(Drawn.Process(["startEvent s", Handle("deep", 4), "endEvent e"], ["s>deep", "deep>e"])));
        var file = Drawn.File(Drawn.Process([.. Tail, "callActivity c calledElement=other"], [.. TailFlows, "s>c", "c>approve"]));
        var world = new World { Runs = RandomDrawing.Compiled(file, code => code == "other" ? called : null) };
        var dossier = world.Received();
        Assert.Equal("c/deep", Assert.Single(dossier.Open.Steps).Element);
        Assert.Equal("c", Assert.Single(dossier.Open.Scopes).Value.Element);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        Assert.Equal("approve", Assert.Single(dossier.Open.Steps).Element);
        Assert.Empty(dossier.Open.Scopes);

        var head = new ProcessHead("other", 1, "", "", default, null, true);
        Assert.Contains("gọi chính nó", Assert.Single(BpmnCompiler.Compile(Drawn.Read(file).Model!, head).Problems).Reason);
        var unknown = BpmnCompiler.Compile(Drawn.Read(file).Model!, head with { Code = "p" });
        Assert.Contains("chưa có phiên bản nào", Assert.Single(unknown.Problems).Reason);
    }

    [Fact]
    public void A_stopped_dossier_leaves_nothing_open()
    {
        var inner = Drawn.Inside(["startEvent is", "receiveTask it", "endEvent ie"], ["is>it", "it>ie"]);
        var world = Runs(["parallelGateway f", $"subProcess sub|{inner}", Handle("a", 4), "parallelGateway j"], ["s>f", "f>sub", "f>a", "sub>j", "a>j", "j>approve"]);
        var dossier = world.Do(world.Received(), new RequestWithdrawal(Domain.Catalogue.Channel.Direct, Words));
        dossier = world.Do(dossier, new Stop("rut"));
        Assert.Empty(dossier.Open.Steps);
        Assert.Empty(dossier.Open.Waits);
        Assert.Empty(dossier.Open.Scopes);
    }

    [Fact]
    public void A_lane_says_who_does_a_step_that_says_nothing_and_a_step_of_nobody_is_a_problem()
    {
        var read = Drawn.Read(Drawn.File("""
            <process id="p"><laneSet id="ls"><lane id="l1" name="Bộ phận Một cửa"><flowNodeRef>a</flowNodeRef></lane>
            <lane id="l2" name="Lãnh đạo UBND xã"><flowNodeRef>b</flowNodeRef></lane></laneSet>
            <startEvent id="s"/><userTask id="a" name="Tiếp nhận"/><userTask id="b" name="Xem xét"/><userTask id="c" name="Việc"/><endEvent id="e"/>
            <sequenceFlow id="1" sourceRef="s" targetRef="a"/><sequenceFlow id="2" sourceRef="a" targetRef="b"/>
            <sequenceFlow id="3" sourceRef="b" targetRef="c"/><sequenceFlow id="4" sourceRef="c" targetRef="e"/></process>
            """));
        var head = new ProcessHead("p", 1, "", "", default, null, true);
        var problem = Assert.Single(BpmnCompiler.Compile(read.Model!, head).Problems);
        Assert.Equal("c", problem.Element);
        var made = BpmnCompiler.Compile(read.Model!, head, otherwise: StepProperties.Empty with { Step = StepKind.Handle }).Process!;
        Assert.Equal((StepKind.HandOver, StepPlace.Reception, Duty.Receive), (made["a"].Step, made["a"].Place, made["a"].Duty));
        Assert.Equal((StepKind.Approve, StepPlace.Competent, "Lãnh đạo UBND xã"), (made["b"].Step, made["b"].Place, made["b"].Lane));
    }

    [Fact]
    public void A_replay_shows_another_planned_end_and_where_a_dossier_could_not_go_on()
    {
        var world = new World();
        var events = new List<DossierEvent>();
        var dossier = Dossier.Unborn(new DossierId(Guid.Empty));
        Do(World.Receive());
        while (!dossier.IsClosed)
            Do(world.Usual(dossier.Open.Steps[0]));
        var before = Replay.Of(dossier, events, World.Process, world.Now());
        Assert.Null(before.DeadEnd);
        var longer = World.Process with { Elements = [.. World.Process.Elements.Select(e => e.Id == "land" ? e with { Hours = 40 } : e)] };
        var after = Replay.Of(dossier, events, longer, world.Now());
        Assert.True(after.End > before.End);
        Assert.Equal(5, after.Steps.Count(s => s.Kind != StepKind.Return));
        var without = Runs([Handle("a", 4), "exclusiveGateway x", Handle("b", 4), "exclusiveGateway m"],
            ["s>a", "a>x", "x>m:dossier.channel = \"Online\"", "x>b:dossier.channel = \"Postal\"", "b>m", "m>approve"]);
        Assert.Equal("x", Replay.Of(dossier, events, without.Runs, world.Now()).DeadEnd?.Element);

        void Do(DossierAct act)
        {
            var decision = world.Decide(dossier, act);
            Assert.Null(decision.Refusal);
            events.AddRange(decision.Events);
            dossier = dossier.After(decision.Events);
        }
    }

    private static World Runs(string[] nodes, string[] flows, string but = "") => new()
    {
        Runs = RandomDrawing.Compiled(Drawn.File(Drawn.Process([.. Tail, .. nodes.Where(n => but == "" || !n.EndsWith(" " + but, StringComparison.Ordinal))], [.. TailFlows, .. flows]))),
    };

    private static Decision Next(World world, Dossier dossier, Random random)
    {
        var all = dossier.Open.Steps.Count + dossier.Open.Waits.Count;
        var at = random.Next(all);
        if (at < dossier.Open.Steps.Count)
            return world.Decide(dossier, world.Usual(dossier.Open.Steps[at]));
        var wait = dossier.Open.Waits[at - dossier.Open.Steps.Count];
        if (wait.Due is { } due && Vietnam.Local(due) > world.At)
            world.At = Vietnam.Local(due).AddSeconds(1);
        return world.Decide(dossier, wait.Kind switch
        {
            WaitKind.Timer => new FireTimer(wait.Token),
            WaitKind.Message => new ReceiveMessage(wait.Token, Words),
            _ => new CompleteWait(wait.Token, Words),
        });
    }

    private static string Handle(string id, int hours) =>
        $"userTask {id}|<extensionElements><motcua:step kind=\"Handle\" hours=\"{hours}\"/></extensionElements>";

    private static string Shared(string id) =>
        $"userTask {id}|<extensionElements><motcua:step kind=\"Handle\" group=\"g\"{(id == "a" ? " hours=\"56\"" : "")}/></extensionElements>";

    private static string Timer(string time) => time.StartsWith('R')
        ? $"<timerEventDefinition><timeCycle>{time}</timeCycle></timerEventDefinition>"
        : $"<timerEventDefinition><timeDuration>{time}</timeDuration></timerEventDefinition>";
}
