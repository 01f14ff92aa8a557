using MotCua.App.Agencies;
using MotCua.App.Selections;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>Questions between units stand in the lists of both, and the unit that is asked sees no more than it is shown.</summary>
public sealed class ConsultTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-09")]
    public async Task A_question_comes_to_the_unit_that_is_asked_and_its_answer_back_with_its_file(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        var hand = await desk.Of("ngoc.ltb");
        var unit = await desk.Life.UnitId("H15.12.04");
        await using var db = desk.House.Db();
        var consult = new Consult(desk.House.Desk(db));
        Life.Expect(await consult.Ask(desk.Id, step, unit, "Thửa đất có tranh chấp không?", 2, [], hand, TestContext.Current.CancellationToken));
        Assert.Equal("consultation.open", Desk.Code(await desk.Handle(h => h.Complete(desk.Id, step, Outcome.Granted, "Đủ.", hand))));
        var code = (await desk.Now()).Case.Code.Value;

        // Who is asked sees the question, not the dossier.
        var list = List(desk, db);
        var asked = await desk.House.Officer("ngan.bt");
        Assert.Equal(code, Assert.Single(await list.ToAnswer(asked, TestContext.Current.CancellationToken)).Code);
        Assert.Null(await list.Find(code, 1, await desk.House.Officer("hanh.tn"), TestContext.Current.CancellationToken));
        var question = (await list.Find(code, 1, asked, TestContext.Current.CancellationToken))!;
        Assert.Equal("Thửa đất có tranh chấp không?", question.Words);
        Assert.DoesNotContain("tranh chấp", (await desk.Read())!.Timeline[^1].Row.Data);
        Assert.Equal("duty.missing", Desk.Code(await consult.Answer(
            desk.Id, 1, Stance.Agrees, "Không.", null, await desk.Of("hanh.tn"), TestContext.Current.CancellationToken)));

        var file = await desk.Life.ResultFile("%PDF-1.4 ý kiến");
        Life.Expect(await consult.Answer(desk.Id, 1, Stance.Disagrees, "Đang tranh chấp ranh giới.", file, TestHouse.Hand(asked),
            TestContext.Current.CancellationToken));
        Assert.Empty(await list.ToAnswer(asked, TestContext.Current.CancellationToken));
        Assert.Equal(ConsultationState.Answered, Assert.Single(await list.Asked(hand.By.Officer!.Value, TestContext.Current.CancellationToken)).Row.State);
        Life.Expect(await desk.Handle(h => h.Complete(desk.Id, step, Outcome.Granted, "Đủ.", hand)));
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-09")]
    [Requirement("R-WF-25")]
    public async Task A_late_answer_is_reported_to_the_head_of_the_one_stop_unit_and_passed_over_only_with_a_reason(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        var hand = await desk.Of("ngoc.ltb");
        var unit = await desk.Life.UnitId("H15.12.04");
        await using var db = desk.House.Db();
        var (consult, list) = (new Consult(desk.House.Desk(db)), List(desk, db));
        Life.Expect(await consult.Ask(desk.Id, step, unit, "Hỏi?", 1, [], hand, TestContext.Current.CancellationToken));
        var head = await desk.House.Officer("phuoc.nv");
        Assert.Empty(await list.Reported(head, TestContext.Current.CancellationToken));
        desk.House.At(2026, 11, 19, 8, 0);
        Life.Expect(await consult.Report(desk.Id, step, 1, "Đã quá hạn một ngày.", hand, TestContext.Current.CancellationToken));
        Assert.Single(await list.Reported(head, TestContext.Current.CancellationToken));
        Assert.Equal("end-consultation.reason", Desk.Code(await consult.End(desk.Id, step, 1, true, " ", hand, TestContext.Current.CancellationToken)));
        Life.Expect(await consult.End(desk.Id, step, 1, true, "Đã đủ căn cứ từ hồ sơ địa chính.", hand, TestContext.Current.CancellationToken));
        Assert.Empty(await list.Reported(head, TestContext.Current.CancellationToken));
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_stopped_dossier_leaves_no_question_open(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        await using var db = desk.House.Db();
        Life.Expect(await new Consult(desk.House.Desk(db)).Ask(
            desk.Id, step, await desk.Life.UnitId("H15.12.04"), "Hỏi?", 1, [], await desk.Of("ngoc.ltb"), TestContext.Current.CancellationToken));
        Life.Expect(await desk.Handle(async h => await h.RequestWithdrawal(desk.Id, Domain.Catalogue.Channel.Direct, "Xin rút.", await desk.Of("hanh.tn"))));
        Life.Expect(await desk.Handle(async h => await h.Stop(desk.Id, "nguoi-nop-yeu-cau", await desk.Of("hanh.tn"))));
        Assert.Empty(await List(desk, db).ToAnswer(await desk.House.Officer("ngan.bt"), TestContext.Current.CancellationToken));
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Steps_change_hands_and_are_recalled_in_rows_that_the_log_agrees_with(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var first = await desk.Until(StepKind.HandOver);
        var before = (await desk.Now()).Open[first]!;
        var hanh = await desk.Of("hanh.tn");
        Life.Expect(await desk.Handle(h => h.HandOver(desk.Id, first, hanh)));
        Life.Expect(await desk.Handle(h => h.Recall(desk.Id, hanh)));
        Assert.Equal(before, Assert.Single((await desk.Now()).Open.Steps));
        Assert.Empty((await desk.House.Verify()).Broken);
        Life.Expect(await desk.Handle(h => h.HandOver(desk.Id, first, hanh)));
        var step = (await desk.Life.Step(desk.Id, StepKind.Handle)).Token;
        var ngoc = await desk.Of("ngoc.ltb");
        Life.Expect(await desk.Handle(h => h.Claim(desk.Id, step, ngoc)));
        Assert.Equal("recall.begun", Desk.Code(await desk.Handle(h => h.Recall(desk.Id, hanh))));
        var moan = await desk.House.Officer("moan.yb");
        Life.Expect(await desk.Handle(h => h.Delegate(desk.Id, step, moan, "Xem kỹ trang 2.", ngoc)));
        Assert.Equal(moan, (await desk.Now()).Open[step]!.Officer);
        Life.Expect(await desk.Handle(h => h.HandBack(desk.Id, step, "Nghỉ ốm.", TestHouse.Hand(moan))));
        Assert.Null((await desk.Now()).Open[step]!.Officer);
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    private static ConsultationList List(Desk desk, MotCuaDb db) =>
        new(db, desk.House.Desk(db), desk.House.References, new Duties(db, desk.House.Clock));
}
