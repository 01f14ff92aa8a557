using MotCua.App.Processes;
using MotCua.App.Publishing;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Publishing;

/// <summary>What is found before a version is published.</summary>
public sealed class ProcessChecksTests
{
    private const string Procedure = "1.000689";

    [Fact]
    [Requirement("R-WF-02")]
    public async Task A_process_longer_than_the_legal_limit_is_not_published()
    {
        await using var house = await TestHouse.Open();
        var bureau = new Bureau(house);
        var draft = Bureau.Expect(await bureau.Draft(bureau.Says("Dài quá", Procedure), Bureau.Line(StepLines.Usual(25))));
        var refused = await bureau.Check(draft);
        Assert.Equal("process.wrong", refused.Refusal!.Code);
        var finding = Assert.Single(refused.Findings, f => f.Blocks);
        Assert.Contains("25 giờ", finding.Sentence);
        Assert.Contains("24 giờ", finding.Sentence);
        Assert.Contains("rút ngắn 1 giờ", finding.Sentence);
    }

    [Fact]
    public async Task A_time_that_steps_share_is_counted_once()
    {
        await using var house = await TestHouse.Open();
        var bureau = new Bureau(house);
        var lines = StepLines.Usual(24).ToList();
        lines[3] = lines[3] with { Hours = 4, Group = "ký" };
        lines[2] = lines[2] with { Hours = 4, Group = "ký" };
        lines[4] = lines[4] with { Hours = 6 };
        var found = await Found(house, bureau.Says("Chung", Procedure), Bureau.Line(lines));
        Assert.Equal((24m, 24m), (found.Definition!.Longest(), found.Definition!.Sum()));
        Assert.Empty(found.Findings);
        lines[3] = lines[3] with { Group = null };
        Assert.Contains((await Found(house, bureau.Says("Riêng", Procedure), Bureau.Line(lines))).Findings, f => f.Blocks && f.Sentence.Contains("28 giờ"));
    }

    [Fact]
    public async Task A_step_that_nobody_can_do_is_named_with_its_unit()
    {
        await using var house = await TestHouse.Open();
        var bureau = new Bureau(house);
        var lines = StepLines.Usual(20).ToList();
        lines[1] = lines[1] with { Place = StepPlace.Department, Function = "land-registry" };
        lines[2] = lines[2] with { Place = StepPlace.Department, Function = "land-registry" };
        var found = await Found(house, bureau.Says("Không ai", Procedure), Bureau.Line(lines));
        var nobody = Assert.Single(found.Findings, f => f.Blocks);
        Assert.Equal("approve", nobody.Element);
        Assert.Contains("“phê duyệt, ký” tại Chi nhánh Văn phòng Đăng ký đất đai", nobody.Sentence);
        Assert.False(found.Fits);
    }

    [Fact]
    public async Task A_branch_that_loses_the_result_an_endless_loop_and_a_join_that_waits_for_ever_are_found()
    {
        await using var house = await TestHouse.Open();
        var bureau = new Bureau(house);
        var usual = StepLines.Build(new ProcessDefinition("p", 1, "p", "q", default, null, false, [], []), StepLines.Usual(20));
        var gate = new ProcessElement("gate", ElementKind.Exclusive, "Đủ điều kiện?", null, null, null, null, null);
        var lost = usual with
        {
            Elements = [.. usual.Elements, gate, new ProcessElement("away", ElementKind.End, "Bỏ ngang", null, null, null, null, null)],
            Flows =
            [
                .. usual.Flows.Where(f => f.From != "appraise"), new("appraise", "gate"),
                new("gate", "away") { Condition = "step.outcome = 'Refused'" }, new("gate", "approve") { IsDefault = true },
            ],
        };
        var found = (await Found(house, bureau.Says("Mất kết quả", Procedure), lost.ToBpmn())).Findings.Where(f => f.Blocks).ToList();
        Assert.All(found, f => Assert.Equal("Bỏ ngang", f.Name));
        Assert.Contains(found, f => f.Sentence.Contains("không qua bước trả kết quả"));
        var endless = usual with { Flows = [.. usual.Flows.Where(f => f.From != "return"), new("return", "appraise")] };
        Assert.Contains((await Found(house, bureau.Says("Vòng", Procedure), endless.ToBpmn())).Findings,
            f => f.Blocks && f.Sentence.Contains("không có đường nào tới điểm kết thúc"));
        var join = new ProcessElement("join", ElementKind.Join, "Chờ", null, null, null, null, null);
        var waits = lost with
        {
            Elements = [.. usual.Elements, gate, join],
            Flows =
            [
                .. usual.Flows.Where(f => f.From is not ("appraise" or "hand-over")), new("hand-over", "gate"),
                new("gate", "appraise") { Condition = "step.outcome = 'Refused'" }, new("gate", "join") { IsDefault = true }, new("appraise", "join"),
                new("join", "approve"),
            ],
        };
        Assert.Contains((await Found(house, bureau.Says("Chờ mãi", Procedure), waits.ToBpmn())).Findings, f => f.Blocks && f.Name == "Chờ");
    }

    [Fact]
    public async Task Warnings_are_confirmed_first()
    {
        await using var house = await TestHouse.Open();
        var bureau = new Bureau(house);
        var lines = StepLines.Usual(20).ToList();
        lines[1] = lines[1] with { Hours = null };
        var row = Bureau.Expect(await bureau.Check(Bureau.Expect(await bureau.Draft(bureau.Says("Thiếu giờ", Procedure), Bureau.Line(lines)))));
        var asked = await bureau.Publish(row);
        Assert.Equal(PublishProcess.ConfirmCode, asked.Refusal!.Code);
        Assert.Equal("appraise", Assert.Single(asked.Findings).Element);
        Assert.Equal(VersionState.Published, Bureau.Expect(await bureau.Publish(row, confirmed: true)).State);
    }

    private static async Task<CheckedProcess> Found(TestHouse house, DraftHead head, BpmnModel drawing)
    {
        var row = Bureau.Expect(await new Bureau(house).Draft(head, drawing));
        await using var db = house.Db();
        return await new ProcessChecks(db, house.References, house.Clock).Of(row, TestContext.Current.CancellationToken);
    }
}
