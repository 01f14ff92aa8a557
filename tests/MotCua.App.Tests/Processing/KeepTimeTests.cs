using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Papers;
using MotCua.App.Work;
using MotCua.App.Tests.Work;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using DueState = MotCua.App.Work.DueState;

namespace MotCua.App.Tests.Processing;

/// <summary>What the counter records of acts on the time of a dossier. It is received on 17/11/2026 at 09:10; eight working days end on 27/11.</summary>
public sealed class KeepTimeTests
{
    private const string Land = "1.115320";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-15")]
    [Requirement("R-WF-19")]
    public async Task A_pause_stands_in_the_rows_is_late_in_no_list_and_lengthens_the_limit_when_it_ends(Engine engine)
    {
        await using var desk = await Desk.With(Land, engine);
        var step = await desk.Until(StepKind.Handle);
        var before = (await desk.Now()).Case.Due.Due;
        var hand = await desk.Of("khanh.pq");
        Assert.Equal("pause.law", Desk.Code(await desk.Time(t => t.Pause(desk.Id, step, "nghia-vu-tai-chinh", null, "Chờ", hand))));
        Assert.Equal("pause.reason", Desk.Code(await desk.Time(t => t.Pause(desk.Id, step, "ban-viec", null, "Chờ", hand))));
        desk.House.At(2026, 11, 18, 17, 30);
        Life.Expect(await desk.Time(t => t.Pause(desk.Id, step, "nghia-vu-tai-chinh", "NĐ 151/2025/NĐ-CP Đ.1", "Chờ nộp lệ phí trước bạ.", hand)));
        var view = (await desk.Read())!;
        Assert.Equal(("6", Responsible.Applicant), (view.NationalStatus?.Code, view.Dossier.Case.Clock.Standing?.By));
        Assert.Contains(view.Outbox, o => o.Kind == "clock-paused" && o.Receiver == "sms" && o.Text.Contains("tạm dừng"));
        Assert.DoesNotContain("lệ phí trước bạ", view.Timeline[^1].Row.Data);

        desk.House.At(2026, 11, 30, 9, 0);
        Assert.Equal(DueState.Paused, Assert.Single((await desk.House.Page("khanh.pq", new WorkQuery())).Items).Due);
        Assert.Single(await desk.House.Codes("khanh.pq", new WorkQuery { Due = DueState.Paused }));
        Assert.Empty(await desk.House.Codes("khanh.pq", new WorkQuery { Due = DueState.Overdue }));
        Assert.Empty((await desk.House.Verify()).Broken);

        // One day was used up before; seven are left from the day on which it runs again.
        var after = Life.Expect(await desk.Time(t => t.Resume(desk.Id, step, "Đã nộp, chứng từ ngày 27/11/2026.", hand)));
        Assert.Equal(new DateOnly(2026, 11, 27), Vietnam.Day(before));
        Assert.Equal(new DateOnly(2026, 12, 8), Vietnam.Day(after.Case.Due.Due));
        view = (await desk.Read())!;
        Assert.Equal([AccountCause.Pause, AccountCause.Reception], view.Accounts.Select(a => a.Cause));
        Assert.Equal("4", view.NationalStatus?.Code);
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public async Task Every_reason_for_a_pause_names_its_basis_and_who_must_act()
    {
        await using var house = await TestHouse.Open();
        foreach (var day in new[] { new DateOnly(2021, 12, 1), new DateOnly(2026, 11, 17) })
        {
            var reasons = (await house.Stage.Reference()).ReasonsOf("pause", day).ToList();
            Assert.Contains(reasons, r => r.Code == StandingClock.FinancialDuty && r.By == Responsible.Applicant);
            Assert.Equal(reasons.Select(r => r.Code).Distinct(), reasons.Select(r => r.Code));
            Assert.All(reasons, r => Assert.True(r.By is not null && r.LegalBasis.Length > 0 && r.NamesLaw));
        }
    }

    [Fact]
    public async Task Reasons_of_an_earlier_program_learn_whose_move_they_are()
    {
        await using var house = await TestHouse.Open();
        await using (var db = house.Db())
            await db.Set<ReasonRow>().ExecuteUpdateAsync(r => r.SetProperty(x => x.By, (Responsible?)null));
        await using (var db = house.Db())
            await new App.Reference.SeedData(Repository.Path("data")).Load(db);
        var stops = (await house.Stage.Reference()).ReasonsOf("stop", new DateOnly(2026, 11, 17)).ToDictionary(r => r.Code, r => r.By);
        Assert.Equal((Responsible.Applicant, Responsible.OneStop), (stops["nguoi-nop-yeu-cau"], stops[Stop.NoSupplement]));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-09")]
    [Requirement("R-TIME-10")]
    [Requirement("R-TIME-11")]
    public async Task An_extension_is_the_heads_moves_the_appointment_tells_the_applicant_and_leaves_the_dossier_late(Engine engine)
    {
        await using var desk = await Desk.With(Land, engine);
        await desk.Until(StepKind.Handle);
        var (handler, head) = (await desk.Of("khanh.pq"), await desk.Of("khoi.nd"));
        var day = new DateOnly(2026, 12, 8);
        desk.House.At(2026, 11, 26, 16, 0);
        Assert.Equal("duty.missing", Desk.Code(await desk.Time(t => t.Extend(desk.Id, day, "can-xac-minh-them", "Chờ đo đạc.", handler))));
        var after = Life.Expect(await desk.Time(t => t.Extend(desk.Id, day, "can-xac-minh-them", "Chờ đo đạc.", head)));
        Assert.Equal((new DateOnly(2026, 11, 27), day), (Vietnam.Day(after.Case.Due.Due), Vietnam.Day(after.Case.Appointment)));
        Assert.Equal("extension.again", Desk.Code(await desk.Time(t => t.Extend(desk.Id, day.AddDays(1), "can-xac-minh-them", "Chờ.", head))));
        var view = (await desk.Read())!;
        Assert.Equal(1, Assert.IsType<ExtensionRequested>(view.Timeline[^1].Event).Number);
        Assert.Contains(view.Outbox, o => o.Kind == "extension-requested" && o.Receiver == "sms" && o.Text.Contains("17 giờ 00 ngày 08/12/2026"));

        desk.House.At(2026, 12, 1, 9, 0);
        Assert.Single(await desk.House.Codes("khanh.pq", new WorkQuery { Due = DueState.Overdue }));
        after = await desk.Life.Ended(desk.Id);
        Assert.Equal(LimitOutcome.Late, after.Delivery.Outcome);
        Assert.Equal(DueState.TooLate, Assert.Single((await desk.House.Page("khanh.pq", new WorkQuery(WorkView.All))).Items).Due);
    }

    [Fact]
    [Requirement("R-TIME-17")]
    [Requirement("R-TIME-12")]
    public async Task On_the_due_date_an_extension_is_too_late_and_an_apology_is_not()
    {
        await using var desk = await Desk.With(Land);
        await desk.Until(StepKind.Handle);
        desk.House.At(2026, 11, 27, 7, 30);
        var head = await desk.Of("khoi.nd");
        Assert.Equal("extension.too-late", Desk.Code(await desk.Time(t => t.Extend(desk.Id, new DateOnly(2026, 12, 8), "can-xac-minh-them", "Chờ.", head))));
        Life.Expect(await desk.Time(t => t.Apologise(desk.Id, "mat-hong-ho-so", "Cơ quan chịu chi phí cấp lại.", head)));
        var view = (await desk.Read())!;
        // The refused extension drew no number of Mẫu 04.
        Assert.Equal(1, Assert.IsType<Apologised>(view.Timeline[^1].Event).Number);
        Assert.Contains(view.Outbox, o => o.Kind == "apologised" && o.Receiver == "sms");
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-TIME-16")]
    public async Task A_changed_due_date_has_basis_approver_and_history(Engine engine)
    {
        await using var desk = await Desk.With(Land, engine);
        var step = await desk.Until(StepKind.Handle);
        var (handler, head) = (await desk.Of("khanh.pq"), await desk.Of("khoi.nd"));
        var day = new DateOnly(2026, 12, 11);
        Assert.Equal("due-change.basis", Desk.Code(await desk.Time(t => t.RequestChange(desk.Id, step, day, "nhiều việc", "Hồ sơ phức tạp.", handler))));
        var asked = Life.Expect(await desk.Time(t => t.RequestChange(desk.Id, step, day, "NĐ 101/2024/NĐ-CP Đ.22", "Hồ sơ phức tạp.", handler)));
        Assert.Equal("duty.missing", Desk.Code(await desk.Time(t => t.ApproveChange(desk.Id, asked.Case.Clock.Change!.Due, handler))));
        Life.Expect(await desk.Time(t => t.ApproveChange(desk.Id, asked.Case.Clock.Change!.Due, head)));
        var view = (await desk.Read())!;
        Assert.Equal([AccountCause.Change, AccountCause.Reception], view.Accounts.Select(a => a.Cause));
        Assert.Equal("NĐ 101/2024/NĐ-CP Đ.22", view.Accounts[0].Account.Lines[0].Law);
        Assert.Equal(("Nguyễn Đình Khôi", "Phạm Quốc Khánh"),
            (view.Accounts[0].Line.Officer, view.Officers[((DueChanged)view.Accounts[0].Line.Event).RequestedBy.Value]));
        await using var db = desk.House.Db();
        var row = await db.Set<DossierRow>().SingleAsync(d => d.Id == desk.Id.Value);
        Assert.Equal((day, day), (Vietnam.Day(row.Due), Vietnam.Day(row.Appointment)));
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-WF-17")]
    public async Task The_head_of_the_one_stop_unit_stops_a_dossier_whose_supplement_never_came()
    {
        await using var desk = await Desk.With(Land);
        var step = await desk.Until(StepKind.Handle);
        Life.Expect(await desk.Handle(async h => await h.RequestSupplement(desk.Id, step, ["thieu-giay-to"], "Nộp", await desk.Of("khanh.pq"))));
        desk.House.At(2026, 12, 28, 9, 0);
        Assert.Equal("stop.not-asked", Desk.Code(await desk.Handle(async h => await h.Stop(
            desk.Id, Stop.NoSupplement, await desk.Of("hanh.tn"), default, "Đã quá hạn bổ sung."))));
        var head = await desk.Of("phuoc.nv");
        Assert.Equal("stop.text", Desk.Code(await desk.Handle(h => h.Stop(desk.Id, Stop.NoSupplement, head))));
        Life.Expect(await desk.Handle(h => h.Stop(desk.Id, Stop.NoSupplement, head, default, "Đã gọi ba lần, không ai đến.")));
        var view = (await desk.Read())!;
        Assert.Equal("Đã gọi ba lần, không ai đến.", view.Timeline.Single(l => l.Event is StopGroundFound).Text);
        Assert.DoesNotContain("theo yêu cầu", view.Outbox.Single(o => o.Kind == "stopped" && o.Receiver == "sms").Text);
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public async Task Pauses_are_counted_per_officer_and_reason_from_the_log()
    {
        await using var desk = await Desk.With(Land);
        var step = await desk.Until(StepKind.Handle);
        var hand = await desk.Of("khanh.pq");
        for (var day = 17; day < 20; day++)
        {
            desk.House.At(2026, 11, day, 10, 0);
            Life.Expect(await desk.Time(t => t.Pause(desk.Id, step, "nghia-vu-tai-chinh", "NĐ 151/2025/NĐ-CP Đ.1", "Chờ", hand)));
            desk.House.At(2026, 11, day, 11, 0);
            Life.Expect(await desk.Time(t => t.Resume(desk.Id, step, "Xong", hand)));
        }
        await using var db = desk.House.Db();
        var rows = await db.Set<DossierEventRow>().Where(e => e.Kind == "clock-paused").ToListAsync();
        var counted = rows.GroupBy(r => (r.OfficerId, ((ClockPaused)EventFormat.Read(r.Kind, r.Data)).Reason)).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(3, Assert.Single(counted, c => c.Key == (hand.By.Officer!.Value.Value, "nghia-vu-tai-chinh")).Value);
        // No close of a working day lay in any of them: nothing was gained.
        Assert.Equal(new DateOnly(2026, 11, 27), Vietnam.Day((await desk.Now()).Case.Due.Due));
    }
}
