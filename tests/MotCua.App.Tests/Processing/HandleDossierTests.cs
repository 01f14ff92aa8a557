using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>What the counter records of acts between reception and result.</summary>
public sealed class HandleDossierTests
{
    private static SupplementPaper Brought(string component) => new(component, PaperForm.Original, 1, true, true, "bản cấp lại", []);

    [Theory]
    [Requirement("R-WF-03")]
    [InlineData(15, 0, 17)]
    [InlineData(15, 1, 18)]
    public async Task Data_goes_over_at_once_and_paper_the_same_day_or_the_next(int hour, int minute, int day)
    {
        await using var house = await TestHouse.Open(at: new DateTime(2026, 11, 17, hour, minute, 0));
        var life = new Life(house);
        var id = await life.Received();
        var received = await life.Now(id);
        Life.Expect(await life.End(id, received.Open.Steps[0]));
        await using var db = house.Db();
        var view = (await house.Reader(db).Find(id, Actor.Job))!;
        Assert.Equal(new DateOnly(2026, 11, day), view.Timeline.Select(l => l.Event).OfType<HandedOver>().Single().PaperBy);
        Assert.Equal((DossierStatus.InProcess, StepKind.Handle), (view.Dossier.Case.Status, view.Dossier.Open.Steps[0].Kind));
        Assert.Equal(view.Timeline.Single(l => l.Event is HandedOver).Row.At, view.Dossier.Open.Steps[0].Opened);
    }

    [Fact]
    [Requirement("R-WF-05")]
    public async Task An_assignment_records_who_by_whom_and_when_and_asks_for_the_duty_in_the_rows_of_the_day()
    {
        await using var desk = await Desk.With("1.115320");
        await desk.Until(StepKind.Handle);
        var step = (await desk.Now()).Open.Steps.First(s => s.Element == "appraise").Token;
        var (head, clerk) = (await desk.Of("tuyet.dt"), await desk.House.Officer("lu.vh"));
        Assert.Equal("assign.no-duty", Desk.Code(await desk.Handle(async h => await h.Assign(desk.Id, step, await desk.House.Officer("le.tm"), head))));
        Life.Expect(await desk.Handle(h => h.Assign(desk.Id, step, clerk, head)));
        var line = (await desk.Read())!.Timeline[^1];
        Assert.Equal(clerk, Assert.IsType<StepAssigned>(line.Event).Officer);
        Assert.Equal(("Đặng Thị Tuyết", desk.House.Clock.GetUtcNow()), (line.Officer, line.Row.At));
        await using (var db = desk.House.Db())
            await db.Set<DutyGrantRow>().Where(g => g.OfficerId == 8).ExecuteUpdateAsync(g => g.SetProperty(x => x.To, new DateOnly(2026, 11, 16)));
        Assert.Equal("assign.no-duty", Desk.Code(await desk.Handle(h => h.Assign(desk.Id, step, new OfficerId(8), head))));
    }

    [Fact]
    [Requirement("R-WF-06")]
    public async Task The_usual_way_is_appraise_submit_decide_update_return()
    {
        await using var desk = await Desk.With();
        await desk.Life.Ended(desk.Id);
        string[] own = ["received", "handed-over", "submitted", "approved", "result-registered", "paid", "result-handed-over"];
        Assert.Equal(own.Where(k => k != "paid"), (await desk.Read())!.Timeline.Select(l => l.Row.Kind).Where(own.Contains).Where(k => k != "paid"));
    }

    [Fact]
    [Requirement("R-WF-07")]
    public async Task A_request_for_a_supplement_brings_a_slip_its_words_and_a_notice_through_the_one_stop_unit()
    {
        await using var desk = await Desk.With("1.115320");
        var step = await desk.Until(StepKind.Handle);
        var hand = await desk.Of("khanh.pq");
        Assert.Equal("supplement.reason", Desk.Code(await desk.Handle(h => h.RequestSupplement(desk.Id, step, ["khong-co-trong-danh-muc"], "Nộp", hand))));
        Assert.Equal("supplement.text", Desk.Code(await desk.Handle(h => h.RequestSupplement(desk.Id, step, ["thieu-giay-to"], " \n ", hand))));
        Life.Expect(await desk.Handle(h => h.RequestSupplement(desk.Id, step, ["thieu-giay-to"], " Nộp bản chính.\r\n\r\n\r\nNộp  văn bản. ", hand)));
        var view = (await desk.Read())!;
        var line = view.Timeline[^1];
        // The refused tries drew no number: the series has no gap.
        Assert.Equal(1, Assert.IsType<SupplementRequested>(line.Event).Number);
        Assert.Equal(("supplement", "Nộp bản chính.\n\nNộp văn bản."), (line.Texts[0].Kind, line.Text));
        Assert.Contains(view.Outbox, o => o.Version == line.Row.Version && o.Receiver == "sms" && o.Text.Contains("Trung tâm Phục vụ hành chính công"));
        Assert.DoesNotContain("Nộp bản chính", line.Row.Data);
    }

    [Fact]
    [Requirement("R-WF-07")]
    public async Task After_three_working_days_no_supplement_is_asked_for_unless_the_procedure_says_otherwise()
    {
        await using var desk = await Desk.With("1.115320");
        var step = await desk.Until(StepKind.Handle);
        var other = await desk.Life.Received("1.013225");
        var later = await desk.Life.Until(other, StepKind.Handle);
        desk.House.At(2026, 11, 23, 8, 0);
        var hand = await desk.Of("khanh.pq");
        Assert.Equal("supplement.too-late", Desk.Code(await desk.Handle(h => h.RequestSupplement(desk.Id, step, ["thieu-giay-to"], "Nộp", hand))));
        Life.Expect(await desk.Handle(async h => await h.RequestSupplement(
            other, later.Token, ["thieu-giay-to"], "Nộp", TestHouse.Hand(await desk.Life.OfficerOf(later)))));
    }

    [Fact]
    [Requirement("R-WF-08")]
    public async Task The_supplement_brings_its_papers_and_a_second_account_and_keeps_the_first()
    {
        await using var desk = await Desk.With("1.115320");
        var step = await desk.Until(StepKind.Handle);
        Life.Expect(await desk.Handle(async h => await h.RequestSupplement(desk.Id, step, ["thieu-giay-to"], "Nộp", await desk.Of("khanh.pq"))));
        desk.House.At(2026, 11, 26, 10, 0);
        var counter = await desk.Of("hanh.tn");
        Assert.Equal("supplement.nothing", Desk.Code(await desk.Handle(h => h.AcceptSupplement(desk.Id, [], counter))));
        Assert.Equal("supplement.fails", Desk.Code(await desk.Handle(h => h.AcceptSupplement(desk.Id, [Brought("3") with { Passes = false }], counter))));
        var brought = Brought("3") with { Files = [await desk.Life.ResultFile("%PDF-1.4 GCN")] };
        Life.Expect(await desk.Handle(h => h.AcceptSupplement(desk.Id, [brought], counter)));
        var view = (await desk.Read())!;
        Assert.Equal([true, false], view.Accounts.Select(a => a.Restarted));
        Assert.Equal(new DateOnly(2026, 12, 8), Vietnam.Day(view.Accounts[0].Account.Due));
        Assert.Equal(8, view.Accounts[0].Account.Lines.Sum(l => l.Counts));
        Assert.All(view.Dossier.Open.Steps, s => Assert.True(s.Due > desk.House.Clock.GetUtcNow()));
        var paper = view.Papers[^1];
        Assert.Equal(("3", "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất", "bản cấp lại", view.Timeline[^1].Row.Version),
            (paper.Component, paper.Name, paper.Note, paper.Version));
        Assert.Single(paper.Files);
        Assert.Equal(1, view.Dossier.Delivery.OriginalsHeld);
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-WF-14")]
    public async Task A_refusal_is_written_numbered_and_registered_as_the_result_and_when_late_explains_itself()
    {
        await using var desk = await Desk.With("1.001612");
        var step = await desk.Until(StepKind.Approve);
        desk.House.At(2026, 11, 23, 8, 0);
        var leader = await desk.Of("khoi.nd");
        Assert.Equal("refuse.reason", Desk.Code(await desk.Handle(h => h.Refuse(desk.Id, step, "", "Không đủ", null, leader))));
        Assert.Equal("refuse.late", Desk.Code(await desk.Handle(h => h.Refuse(desk.Id, step, "khong-du-dieu-kien", "Không đủ", null, leader))));
        Life.Expect(await desk.Handle(h => h.Refuse(desk.Id, step, "khong-du-dieu-kien", "Không đủ điều kiện.", "Chờ cơ quan thuế.", leader)));
        var line = (await desk.Read())!.Timeline.Single(l => l.Event is RefusedAfterAppraisal);
        Assert.Equal(["Không đủ điều kiện.", "Chờ cơ quan thuế."], line.Texts.Select(t => t.Body));
        var register = (await desk.Now()).Open.Steps[0].Token;
        var after = Life.Expect(await desk.Return(async r => await r.Register(
            desk.Id, register, "01/PTC-TTPVHCC", new DateOnly(2026, 11, 23), null, "Kết quả", await desk.Of("le.tm"))));
        Assert.Equal((DossierStatus.ResultReady, LimitOutcome.Late), (after.Case.Status, after.Delivery.Outcome));
    }

    [Fact]
    [Requirement("R-WF-15")]
    public async Task Every_step_is_on_record_with_who_and_when_and_a_changed_row_is_found()
    {
        await using var desk = await Desk.With();
        await desk.Life.Ended(desk.Id);
        Assert.Empty((await desk.House.Verify()).Broken);
        var timeline = (await desk.Read())!.Timeline;
        Assert.Equal(Enumerable.Range(1, timeline.Count), timeline.Select(l => l.Row.Version));
        Assert.All(timeline, l => Assert.NotNull(l.Officer));
        Assert.Equal(timeline.Select(l => l.Row.At).Order(), timeline.Select(l => l.Row.At));
        await using (var db = desk.House.Db())
            await db.Set<DossierEventRow>().Where(e => e.Kind == "approved").ExecuteUpdateAsync(e => e.SetProperty(x => x.OfficerId, 4));
        Assert.NotEmpty((await desk.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-WF-17")]
    [Requirement("R-WF-24")]
    public async Task A_withdrawal_is_recorded_with_requester_channel_and_time_and_answered_with_a_numbered_notice()
    {
        await using var desk = await Desk.With();
        await desk.Until(StepKind.Approve);
        var counter = await desk.Of("hanh.tn");
        Life.Expect(await desk.Handle(h => h.RequestWithdrawal(desk.Id, Channel.Postal, "Xin rút hồ sơ.", counter, default, Requester.Proxy)));
        Assert.Equal("dossier.withdrawal-requested", Desk.Code(await desk.Handle(async h => await h.Approve(
            desk.Id, (await desk.Now()).Open.Steps[0].Token, await desk.Of("khoi.nd")))));
        Assert.Equal("stop.reason", Desk.Code(await desk.Handle(h => h.Stop(desk.Id, "ly-do-la", counter))));
        Life.Expect(await desk.Handle(h => h.Stop(desk.Id, "nguoi-nop-yeu-cau", counter)));
        var view = (await desk.Read())!;
        var request = view.Timeline.Select(l => l.Event).OfType<WithdrawalRequested>().Single();
        Assert.Equal((Channel.Postal, Requester.Proxy, desk.House.Clock.GetUtcNow()), (request.Channel, request.By, request.At));
        Assert.Equal(1, view.Timeline.Select(l => l.Event).OfType<Stopped>().Single().Number);
        Assert.Equal("8", view.NationalStatus?.Code);
        Assert.Contains(view.Outbox, o => o.Kind == "stopped" && o.Receiver == "sms");
    }

    [Fact]
    [Requirement("R-WF-18")]
    [Requirement("R-WF-24")]
    public async Task With_a_decision_nothing_is_stopped_and_the_applicant_is_answered_all_the_same()
    {
        await using var desk = await Desk.With();
        await desk.Until(StepKind.Return);
        var counter = await desk.Of("hanh.tn");
        Life.Expect(await desk.Handle(h => h.RequestWithdrawal(desk.Id, Channel.Direct, "Xin rút.", counter)));
        Assert.Equal("stop.has-result", Desk.Code(await desk.Handle(h => h.Stop(desk.Id, "nguoi-nop-yeu-cau", counter))));
        Assert.Equal("decline-stop.text", Desk.Code(await desk.Handle(h => h.DeclineStop(desk.Id, null, counter))));
        var after = Life.Expect(await desk.Handle(h => h.DeclineStop(desk.Id, "Kết quả đã có.", counter)));
        Assert.Equal(DossierStatus.ResultReady, after.Case.Status);
        Assert.Contains((await desk.Read())!.Outbox, o => o.Kind == "stop-declined" && o.Receiver == "sms");
    }
}
