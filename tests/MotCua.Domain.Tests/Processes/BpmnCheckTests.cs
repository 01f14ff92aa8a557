using MotCua.Domain.Processes.Bpmn;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>What runs, what does not, and why: by small drawings.</summary>
public sealed class BpmnCheckTests
{
    private const string Hour = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";

    [Fact]
    public void Everything_that_runs_runs()
    {
        var inner = Drawn.Inside(["startEvent is", "userTask it", "endEvent ie"], ["is>it", "it>ie"]);
        var report = Drawn.Check(
            [
                "startEvent s", "task a", "manualTask b", "serviceTask c", "sendTask d", "receiveTask g", "exclusiveGateway x default=x-y",
                "inclusiveGateway y",
                "inclusiveGateway z", "parallelGateway f", "parallelGateway j", $"subProcess sub|{inner}", "callActivity call calledElement=other",
                $"intermediateCatchEvent wait|{Hour}", "intermediateThrowEvent say|<messageEventDefinition/>",
                "intermediateCatchEvent hear|<messageEventDefinition/>",
                $"boundaryEvent late attachedToRef=sub|{Hour}", "boundaryEvent ask attachedToRef=a cancelActivity=false|<messageEventDefinition/>",
                "endEvent e", "endEvent bad|<errorEventDefinition/>", "endEvent all|<terminateEventDefinition/>", "task h", "task i",
            ],
            [
                "s>a", "a>b", "b>c", "c>d", "d>g", "g>x", "x>y", "x>b:form.again = true", "y>f:form.a = 1", "y>z:form.a = 2", "f>h", "f>i", "h>j", "i>j", "j>z",
                "z>sub", "sub>call", "call>wait", "wait>say", "say>hear", "hear>e", "late>bad", "ask>all",
            ]);
        Assert.Empty(report.Problems);
        Assert.Equal((true, true, 8, 5, 11), (report.Ok, report.Executable, report.Tasks, report.Gateways, report.Events));
    }

    [Theory]
    [InlineData("scriptTask n", "Bước chạy mã")]
    [InlineData("businessRuleTask n", "Bước quy tắc nghiệp vụ")]
    [InlineData("eventBasedGateway n", "Điểm rẽ theo sự kiện")]
    [InlineData("complexGateway n", "Điểm rẽ phức hợp")]
    [InlineData("userTask n|<multiInstanceLoopCharacteristics/>", "Dấu nhiều lượt")]
    [InlineData("userTask n|<standardLoopCharacteristics/>", "Dấu lặp")]
    [InlineData("userTask n isForCompensation=true", "Bước hoàn tác")]
    [InlineData("adHocSubProcess n|<task id='in'/>", "Tiểu quy trình tùy ý")]
    [InlineData("callActivity n", "chưa ghi quy trình nào được gọi")]
    [InlineData("intermediateThrowEvent n|<signalEventDefinition/>", "Sự kiện tín hiệu")]
    [InlineData("intermediateThrowEvent n|<escalationEventDefinition/>", "Sự kiện báo cấp trên")]
    [InlineData("intermediateThrowEvent n|<compensateEventDefinition/>", "Sự kiện hoàn tác")]
    [InlineData("intermediateThrowEvent n", "Sự kiện không ghi loại")]
    [InlineData("intermediateCatchEvent n|<conditionalEventDefinition><condition/></conditionalEventDefinition>", "Sự kiện theo điều kiện")]
    [InlineData("intermediateCatchEvent n|<linkEventDefinition/>", "Sự kiện nối")]
    [InlineData("intermediateCatchEvent n|<messageEventDefinition/><timerEventDefinition/>", "Sự kiện gồm nhiều loại")]
    [InlineData("intermediateCatchEvent n|<timerEventDefinition/>", "chưa ghi đến lúc nào")]
    [InlineData("intermediateCatchEvent n|<timerEventDefinition><timeDate/></timerEventDefinition>", "chưa ghi đến lúc nào")]
    [InlineData("intermediateCatchEvent n|<timerEventDefinition><timeDuration>2 ngày</timeDuration></timerEventDefinition>", "“2 ngày”")]
    [InlineData("transaction n|<startEvent id='i'/><endEvent id='k'/><sequenceFlow id='q' sourceRef='i' targetRef='k'/>", "Tiểu quy trình giao dịch")]
    public void What_does_not_run_is_named_with_its_reason(string node, string reason)
    {
        var report = Drawn.Check(["startEvent s", node, "endEvent e"], ["s>n", "n>e"]);
        Assert.True(report.Ok);
        Assert.False(report.Executable);
        var problem = report.Problems[0];
        Assert.Equal(("n", "Việc n"), (problem.Element, problem.Name));
        Assert.Contains(reason, problem.Reason);
        Assert.Single(report.Problems);
    }

    [Theory]
    [InlineData("startEvent", "signalEventDefinition", "Sự kiện tín hiệu (signal) không khởi động được")]
    [InlineData("endEvent", "messageEventDefinition", "Kết thúc bằng gửi thông báo không chạy được")]
    [InlineData("endEvent", "cancelEventDefinition", "Sự kiện hủy giao dịch (cancel) không chạy được ở điểm kết thúc")]
    [InlineData("boundaryEvent", "errorEventDefinition", "Sự kiện lỗi (error) không chạy được trên biên")]
    public void Events_of_other_kinds_are_refused_at_the_ends_and_on_the_border(string kind, string definition, string reason)
    {
        string[] nodes =
        [
            "startEvent s" + (kind == "startEvent" ? $"|<{definition}/>" : ""), "task a", "endEvent e" + (kind == "endEvent" ? $"|<{definition}/>" : ""),
            .. kind == "boundaryEvent" ? new[] { $"boundaryEvent b attachedToRef=a|<{definition}/>" } : [],
        ];
        var report = Drawn.Check(nodes, ["s>a", "a>e", .. kind == "boundaryEvent" ? new[] { "b>e" } : []]);
        Assert.Contains(reason, Assert.Single(report.Problems).Reason);
    }

    [Fact]
    public void A_sub_process_started_by_an_event_is_refused()
    {
        var inner = Drawn.Inside(["startEvent is|<messageEventDefinition/>", "endEvent ie"], ["is>ie"]);
        var report = Drawn.Check(["startEvent s", $"subProcess n triggeredByEvent=true|{inner}", "endEvent e"], ["s>e"]);
        Assert.Contains("khởi động bằng sự kiện", Assert.Single(report.Problems).Reason);
    }

    [Fact]
    public void A_choreography_is_read_and_refused_and_a_file_without_a_process_has_a_problem()
    {
        var report = Drawn.Read(Drawn.File("""
            <choreography id="c"><participant id="a"/><participant id="b"/><startEvent id="s"/><choreographyTask id="t" initiatingParticipantRef="a">
            <participantRef>a</participantRef><participantRef>b</participantRef></choreographyTask>
            <sequenceFlow id="f" sourceRef="s" targetRef="t"/></choreography>
            """)).Check();
        Assert.Equal((true, false, 0, 1), (report.Ok, report.Executable, report.Tasks, report.Events));
        Assert.Equal(["definitions", "c"], report.Problems.Select(p => p.Element));
        var talk = Drawn.Read(Drawn.File("""<collaboration id="c"><conversation id="k"/><participant id="a"/></collaboration>""")).Check();
        Assert.Equal((true, false), (talk.Ok, talk.Executable));
        Assert.Equal("Tệp không có quy trình nào có điểm bắt đầu để chạy.", Assert.Single(talk.Problems).Reason);
    }

    [Fact]
    public void A_process_without_a_start_and_an_empty_sub_process_are_problems()
    {
        Assert.Equal("Quy trình không có điểm bắt đầu nên không chạy được.", Drawn.Check(["task a", "endEvent e"], ["a>e"]).Problems[0].Reason);
        Assert.Equal("Tiểu quy trình chưa vẽ bên trong hoặc không có điểm bắt đầu nên không chạy được.",
            Assert.Single(Drawn.Check(["startEvent s", "subProcess a", "endEvent e"], ["s>a", "a>e"]).Problems).Reason);
        Assert.Contains("nhiều điểm bắt đầu thường",
            Assert.Single(Drawn.Check(["startEvent s", "startEvent s2", "endEvent e"], ["s>e", "s2>e"]).Problems).Reason);
    }

    [Fact]
    public void A_branch_without_a_condition_is_a_problem_unless_it_is_the_default()
    {
        string[] flows = ["s>x", "x>a", "x>e", "a>e"];
        var without = Drawn.Check(["startEvent s", "exclusiveGateway x default=x-e", "task a", "endEvent e"], flows);
        Assert.Equal(("x-a", "Nhánh ra từ điểm rẽ “Việc x” chưa có điều kiện và không phải nhánh mặc định."),
            (without.Problems.Single().Element, without.Problems.Single().Reason));
        Assert.True(Drawn.Check(
            ["startEvent s", "exclusiveGateway x default=x-e", "task a", "endEvent e"], ["s>x", "x>a:form.a = 1", "x>e", "a>e"]).Executable);
    }

    [Fact]
    public void A_condition_of_another_language_is_a_problem_with_its_place()
    {
        var report = Drawn.Check(
            ["startEvent s", "inclusiveGateway x default=x-e", "task a", "endEvent e"], ["s>x", "x>a:form.a = ${b}", "x>e", "a>e"]);
        Assert.Equal(("x-a", "Điều kiện “form.a = ${b}” sai ở ký tự 10: không dùng được ký tự “$”."),
            (report.Problems.Single().Element, report.Problems.Single().Reason));
    }

    [Fact]
    public void An_element_without_a_way_to_it_or_from_it_is_a_problem()
    {
        var report = Drawn.Check(["startEvent s", "task a", "task lost", "task dead", "task round", "endEvent e"],
            ["s>a", "a>e", "lost>e", "a>dead", "a>round", "round>round"]);
        Assert.Equal(
            [
                ("lost", "Không có đường nào từ điểm bắt đầu tới đây."), ("dead", "Từ đây không có đường nào tới điểm kết thúc."),
                ("round", "Từ đây không có đường nào tới điểm kết thúc."),
            ],
            report.Problems.Select(p => (p.Element, p.Reason)));
    }

    [Fact]
    public void Calls_in_a_circle_are_a_problem_and_calls_along_a_line_are_none()
    {
        static string Call(string id, string called) =>
            Drawn.Process([$"startEvent s{id}", $"callActivity c{id} calledElement={called}", $"endEvent e{id}"], [$"s{id}>c{id}", $"c{id}>e{id}"], id);
        Assert.True(Drawn.Read(Drawn.File(Call("a", "b") + Call("b", "elsewhere"))).Check().Executable);
        Assert.Contains("“b” trong tệp này không có điểm bắt đầu",
            Assert.Single(Drawn.Read(Drawn.File(Call("a", "b") + "<process id='b'/>")).Check().Problems).Reason);
        var round = Drawn.Read(Drawn.File(Call("a", "b") + Call("b", "a"))).Check();
        Assert.Equal(["ca", "cb"], round.Problems.Select(p => p.Element));
        Assert.Contains("gọi vòng quanh", round.Problems[0].Reason);
    }

    [Theory]
    [InlineData("<process id='p'><startEvnt id='s'/></process>", "BPMN 2.0 không có phần tử “startEvnt”.")]
    [InlineData("<process id='p'><lane id='l'/></process>", "Phần tử “lane” không được đứng trong “process”.")]
    [InlineData("<process id='p'><task id='p'/></process>", "được dùng cho nhiều phần tử")]
    [InlineData("<process id='p'><sequenceFlow id='f' sourceRef='a' targetRef='b'/></process>", "dẫn tới “a” không có trong tệp")]
    [InlineData("<process id='p'><task id='a'/><sequenceFlow id='f' sourceRef='a'/></process>", "thiếu điểm đến")]
    [InlineData("<process id='p'><task id='a'/><boundaryEvent id='b' attachedToRef='x'/></process>", "phải gắn vào một bước có thật")]
    [InlineData("<process id='p'><task id='a' default='x'/></process>", "Nhánh mặc định “x”")]
    [InlineData("<process id='p'><task id='a'/><subProcess id='q'><task id='b'/></subProcess><sequenceFlow id='f' sourceRef='a' targetRef='b'/></process>",
        "đi qua ranh giới tiểu quy trình")]
    public void What_is_not_BPMN_is_not_ok(string process, string reason)
    {
        var report = Drawn.Read(Drawn.File(process)).Check();
        Assert.Equal((false, false), (report.Ok, report.Executable));
        Assert.Contains(report.Problems, p => p.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Wrong_properties_of_the_product_are_problems()
    {
        var report = Drawn.Check(
            ["startEvent s", "userTask a|<extensionElements><motcua:step kind='Dance' place='Moon' duty='King' hours='-1'/></extensionElements>", "endEvent e"],
            ["s>a", "a>e"]);
        Assert.Equal(["Loại bước “Dance”", "Nơi thực hiện “Moon”", "Vai trò “King”", "Thời gian “-1”"],
            report.Problems.Select(p => p.Reason[..(p.Reason.IndexOf('”', StringComparison.Ordinal) + 1)]));
    }
}
