using CsCheck;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>What stops the clock, what moves the appointment, what changes the due date, and what never does.</summary>
public sealed class TimeActTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly OfficerId Head = new(8);
    private readonly World world = new();

    public TimeActTests() => world.Duties = [.. world.Duties, .. world.Duties.Select(g => g with { Officer = Head })];

    [Fact]
    [Requirement("R-TIME-15")]
    [Requirement("R-WF-19")]
    public void A_pause_for_the_applicants_money_lengthens_the_limit_by_the_days_at_whose_close_the_clock_stood()
    {
        // 8 working days from 17/11: 27/11. It stands from the evening of the 18th to the morning of the 23rd: 19 and 20 are left out.
        var dossier = Paused(new DateTime(2026, 11, 18, 17, 30, 0));
        Assert.Equal(Responsible.Applicant, dossier.Case.Clock.Standing?.By);
        world.At = new DateTime(2026, 11, 23, 9, 0, 0);
        dossier = world.Do(dossier, new ResumeClock(dossier.Open.Steps[0].Token, Words));
        Assert.Equal(new DateTime(2026, 12, 1, 17, 0, 0), Local(dossier.Case.Due.Due));
        Assert.Equal(dossier.Case.Due.Due, dossier.Case.Appointment);
        Assert.Null(dossier.Case.Clock.Standing);
        var left = Assert.Single(dossier.Case.Due.Lines, l => l.From == new DateOnly(2026, 11, 19));
        Assert.Equal((0, "Đồng hồ tạm dừng: chờ nộp tiền", "NĐ 151/2025/NĐ-CP"), (left.Counts, left.Reason, left.Law));
        Assert.Equal(8, dossier.Case.Due.Lines.Sum(l => l.Counts));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public void The_clock_stops_for_a_reason_of_the_list_only_and_special_law_is_named()
    {
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps[0].Token;
        world.Reasons = (list, code) => (list, code) switch
        {
            ("pause", "giam-dinh") => new LegalReason(code, "Chờ kết luận giám định.", "Luật chuyên ngành", Responsible.OutsideAgency, true),
            _ => null,
        };
        Assert.Equal("pause.reason", Code(dossier, new PauseClock(step, "ban-viec", null, Words)));
        Assert.Equal("pause.law", Code(dossier, new PauseClock(step, "giam-dinh", "theo thỏa thuận với chị Hoa", Words)));
        Assert.Equal("pause.text", Code(dossier, new PauseClock(step, "giam-dinh", "Luật Đất đai 2024 Đ.10", null)));
        dossier = world.Do(dossier, new PauseClock(step, "giam-dinh", " Luật  Đất đai 2024 Đ.10 ", Words));
        Assert.Equal(("Luật Đất đai 2024 Đ.10", Responsible.OutsideAgency), (dossier.Case.Clock.Standing!.Law, dossier.Case.Clock.Standing.By));
        Assert.Equal("pause.already", Code(dossier, new PauseClock(dossier.Open.Steps[1].Token, "giam-dinh", "Luật Đất đai 2024 Đ.10", Words)));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public void A_dossier_that_is_late_cannot_be_paused_out_of_its_lateness()
    {
        var dossier = world.Until(StepKind.Handle);
        world.At = new DateTime(2026, 11, 27, 17, 0, 0);
        Assert.Null(Code(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words)));
        world.At = new DateTime(2026, 11, 27, 17, 0, 1);
        Assert.Equal("pause.late", Code(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words)));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    [Requirement("R-WF-08")]
    public void A_supplement_that_completes_ends_the_pause_and_counts_from_the_beginning_never_both()
    {
        var dossier = Paused(new DateTime(2026, 11, 18, 9, 0, 0));
        dossier = world.Do(dossier, new RequestSupplement(dossier.Open.Steps[0].Token, Words, ["thieu"]));
        Assert.Equal("dossier.awaiting-supplement", Code(dossier, new ResumeClock(dossier.Open.Steps[0].Token, Words)));
        world.At = new DateTime(2026, 11, 24, 10, 0, 0);
        dossier = world.Do(dossier, new AcceptSupplement([new TakenPaper("2", PaperForm.Original, 1, true, false, [])]));
        Assert.Equal(new DateTime(2026, 12, 4, 17, 0, 0), Local(dossier.Case.Due.Due));
        Assert.Null(dossier.Case.Clock.Standing);
        // A pause after the restart lengthens the limit that began anew; the one before it gives nothing twice, and the day of the restart
        // is not counted anyway.
        dossier = world.Do(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words));
        world.At = new DateTime(2026, 11, 26, 10, 0, 0);
        dossier = world.Do(dossier, new ResumeClock(dossier.Open.Steps[0].Token, Words));
        Assert.Equal(new DateTime(2026, 12, 7, 17, 0, 0), Local(dossier.Case.Due.Due));
        Assert.Equal(8, dossier.Case.Due.Lines.Sum(l => l.Counts));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public void While_the_clock_stands_still_steps_go_on_and_nothing_is_decided()
    {
        var dossier = Paused(new DateTime(2026, 11, 17, 10, 10, 0));
        world.At = new DateTime(2026, 11, 20, 9, 0, 0);
        var decision = world.Decide(dossier, world.Usual(dossier.Open.Steps[0]));
        // Two days later its four hours would be over; they were not when the clock stopped.
        Assert.NotEqual(LimitOutcome.Late, decision.Events.OfType<StepClosed>().Single().Outcome);
        dossier = world.Until(StepKind.Approve, dossier);
        Assert.Equal("clock.stands", Code(dossier, new Approve(dossier.Open.Steps[0].Token)));
        Assert.Equal("clock.stands", Code(dossier, new RefuseAfterAppraisal(dossier.Open.Steps[0].Token, "khong-du", Words, null)));
        dossier = world.Do(dossier, new ResumeClock(dossier.Open.Steps[0].Token, Words));
        Assert.Null(Code(dossier, new Approve(dossier.Open.Steps[0].Token)));
    }

    [Fact]
    [Requirement("R-X-02")]
    public void When_the_clock_runs_on_the_open_steps_get_their_hours_without_the_pause()
    {
        var dossier = world.Until(StepKind.Handle);
        // Four hours from 09:10 on the 17th, the pause at noon left out.
        Assert.Equal(new DateTime(2026, 11, 17, 14, 40, 0), Local(dossier.Open.Steps[0].Due!.Value));
        world.At = new DateTime(2026, 11, 17, 10, 10, 0);
        dossier = world.Do(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words));
        world.At = new DateTime(2026, 11, 19, 13, 0, 0);
        dossier = world.Do(dossier, new ResumeClock(dossier.Open.Steps[0].Token, Words));
        Assert.All(dossier.Open.Steps, s => Assert.Equal(new DateTime(2026, 11, 19, 16, 0, 0), Local(s.Due!.Value)));
    }

    [Theory]
    [Requirement("R-TIME-09")]
    [Requirement("R-TIME-17")]
    [InlineData(26, null)]
    [InlineData(27, "extension.too-late")]
    [InlineData(30, "extension.too-late")]
    public void An_extension_is_asked_for_a_day_before_the_due_date_at_the_latest(int day, string? refusal)
    {
        var dossier = world.Until(StepKind.Handle);
        Assert.Equal(new DateOnly(2026, 11, 27), Vietnam.Day(dossier.Case.Due.Due));
        world.At = new DateTime(2026, 11, day, 8, 0, 0);
        var no = world.Decide(dossier, new RequestExtension(new DateOnly(2026, 12, 8), "cho", Words)).Refusal;
        Assert.Equal(refusal, no?.Code);
        if (no is not null)
            Assert.Contains("hết ngày 26/11/2026", no.Sentence);
    }

    [Fact]
    [Requirement("R-TIME-10")]
    [Requirement("R-TIME-11")]
    [Requirement("R-X-02")]
    public void A_new_appointment_is_made_once_and_leaves_the_limit_and_the_judgement_alone()
    {
        var dossier = world.Until(StepKind.Handle);
        var due = dossier.Case.Due;
        dossier = world.Do(dossier, new RequestExtension(new DateOnly(2026, 12, 8), "cho", Words));
        Assert.Equal(new DateTime(2026, 12, 8, 17, 0, 0), Local(dossier.Case.Appointment));
        Assert.Equal(due, dossier.Case.Due);
        Assert.Equal("extension.again", Code(dossier, new RequestExtension(new DateOnly(2026, 12, 9), "cho", Words)));
        dossier = world.Until(StepKind.Register, dossier);
        world.At = new DateTime(2026, 12, 1, 9, 0, 0);
        dossier = world.Do(dossier, world.Usual(dossier.Open.Steps[0]));
        // Before the appointment, after the limit: late.
        Assert.Equal(LimitOutcome.Late, dossier.Delivery.Outcome);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-11-27")]
    [InlineData("2026-12-05")]
    public void The_new_appointment_is_a_working_day_after_the_old_one(string? day) => Assert.Equal(
        "extension.day",
        Code(world.Until(StepKind.Handle), new RequestExtension(
            day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "cho", Words)));

    [Fact]
    public void An_appointment_later_than_the_limit_stays_when_a_pause_moves_the_limit()
    {
        var dossier = world.Do(world.Until(StepKind.Handle), new RequestExtension(new DateOnly(2026, 12, 8), "cho", Words));
        dossier = world.Do(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words));
        Assert.Equal("extension.paused", Code(dossier with { Case = dossier.Case with { Clock = dossier.Case.Clock with { Reappointments = 0 } } },
            new RequestExtension(new DateOnly(2026, 12, 9), "cho", Words)));
        world.At = new DateTime(2026, 11, 19, 9, 0, 0);
        dossier = world.Do(dossier, new ResumeClock(dossier.Open.Steps[0].Token, Words));
        // It stood at the close of the 17th, which is not counted anyway, and of the 18th.
        Assert.Equal((new DateTime(2026, 11, 30, 17, 0, 0), new DateTime(2026, 12, 8, 17, 0, 0)), (Local(dossier.Case.Due.Due), Local(dossier.Case.Appointment)));
    }

    [Fact]
    [Requirement("R-TIME-12")]
    public void An_apology_alone_changes_no_date_and_is_possible_late()
    {
        var dossier = world.Until(StepKind.Handle);
        world.At = new DateTime(2026, 12, 2, 9, 0, 0);
        Assert.Equal("apologise.text", Code(dossier, new Apologise("mat-hong-ho-so", null)));
        var after = world.Do(dossier, new Apologise("mat-hong-ho-so", Words));
        Assert.Equal(World.Text(dossier), World.Text(after with { Version = dossier.Version }));
    }

    [Fact]
    [Requirement("R-TIME-16")]
    public void A_due_date_is_changed_by_two_officers_with_a_basis_and_the_account_says_so()
    {
        var dossier = world.Until(StepKind.Handle);
        var step = dossier.Open.Steps[0].Token;
        var day = new DateOnly(2026, 12, 11);
        Assert.Equal("due-change.basis", Code(dossier, new RequestDueChange(step, day, "vì nhiều việc", Words)));
        Assert.Equal("due-change.day", Code(dossier, new RequestDueChange(step, new DateOnly(2026, 12, 12), "NĐ 101/2024/NĐ-CP Đ.22", Words)));
        dossier = world.Do(dossier, new RequestDueChange(step, day, "NĐ 101/2024/NĐ-CP Đ.22", Words));
        Assert.Equal("due-change.own", Code(dossier, new ApproveDueChange(dossier.Case.Clock.Change!.Due)));
        Assert.Equal(new DateOnly(2026, 11, 27), Vietnam.Day(dossier.Case.Due.Due));
        world.By = Head;
        Assert.Equal("due-change.another", Code(dossier, new ApproveDueChange(dossier.Case.Clock.Change.Due.AddDays(1))));
        var decision = world.Decide(dossier, new ApproveDueChange(dossier.Case.Clock.Change.Due));
        var changed = Assert.IsType<DueChanged>(Assert.Single(decision.Events));
        Assert.Equal((dossier.Case.Due.Due, World.All), (changed.Before, changed.RequestedBy));
        dossier = dossier.After(decision.Events);
        Assert.Equal((day, day), (Vietnam.Day(dossier.Case.Due.Due), Vietnam.Day(dossier.Case.Appointment)));
        Assert.Equal("NĐ 101/2024/NĐ-CP Đ.22", Assert.Single(dossier.Case.Due.Lines).Law);
        Assert.Equal(8, dossier.Case.Due.Lines.Sum(l => l.Counts));
    }

    [Fact]
    [Requirement("R-TIME-16")]
    public void A_changed_due_date_moves_on_with_a_pause_and_gives_way_to_a_restart()
    {
        var dossier = Changed(new DateOnly(2026, 12, 11));
        world.At = new DateTime(2026, 11, 18, 9, 0, 0);
        dossier = world.Do(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words));
        world.At = new DateTime(2026, 11, 20, 9, 0, 0);
        dossier = world.Do(dossier, new ResumeClock(dossier.Open.Steps[0].Token, Words));
        // The clock stood at the close of the 18th and the 19th.
        Assert.Equal(new DateTime(2026, 12, 15, 17, 0, 0), Local(dossier.Case.Due.Due));
        dossier = world.Do(dossier, new RequestSupplement(dossier.Open.Steps[0].Token, Words, ["thieu"]));
        dossier = world.Do(dossier, new AcceptSupplement([new TakenPaper("2", PaperForm.Original, 1, true, false, [])]));
        Assert.Equal(new DateTime(2026, 12, 2, 17, 0, 0), Local(dossier.Case.Due.Due));
        Assert.False(dossier.Case.Clock.IsSet);
    }

    [Fact]
    [Requirement("R-TIME-16")]
    public void No_due_date_is_changed_once_it_is_over_and_a_declined_change_leaves_it()
    {
        var dossier = world.Until(StepKind.Handle);
        dossier = world.Do(dossier, new RequestDueChange(dossier.Open.Steps[0].Token, new DateOnly(2026, 12, 11), "NĐ 101/2024/NĐ-CP Đ.22", Words));
        world.At = new DateTime(2026, 11, 30, 9, 0, 0);
        world.By = Head;
        Assert.Equal("due-change.late", Code(dossier, new ApproveDueChange(dossier.Case.Clock.Change!.Due)));
        var due = dossier.Case.Due;
        dossier = world.Do(dossier, new DeclineDueChange(Words));
        Assert.Equal(due, dossier.Case.Due);
        Assert.Null(dossier.Case.Clock.Change);
        Assert.Equal("due-change.late", Code(dossier, new RequestDueChange(
            dossier.Open.Steps[0].Token, new DateOnly(2026, 12, 11), "NĐ 101/2024/NĐ-CP Đ.22", Words)));
    }

    [Fact]
    [Requirement("R-WF-17")]
    public void Without_a_request_the_head_of_the_one_stop_unit_stops_on_a_ground_of_the_list_and_says_why()
    {
        var dossier = world.Until(StepKind.Handle);
        world.Reasons = (list, code) => list == "stop" ? new LegalReason(code, code, "NĐ 118/2025/NĐ-CP Đ.21",
            code == "nguoi-nop-yeu-cau" ? Responsible.Applicant : Responsible.OneStop, false) : null;
        Assert.Equal("stop.not-asked", Code(dossier, new Stop("nguoi-nop-yeu-cau", Words)));
        Assert.Equal("stop.text", Code(dossier, new Stop("nguoi-nop-chet-hoac-giai-the")));
        Assert.Equal("stop.not-waiting", Code(dossier, new Stop(Stop.NoSupplement, Words)));
        var stopped = world.Do(dossier, new Stop("nguoi-nop-chet-hoac-giai-the", Words));
        Assert.Equal(DossierStatus.Stopped, stopped.Case.Status);
        var waiting = world.Do(dossier, new RequestSupplement(dossier.Open.Steps[0].Token, Words, ["thieu"]));
        Assert.Equal(DossierStatus.Stopped, world.Do(waiting, new Stop(Stop.NoSupplement, Words)).Case.Status);
        world.Duties = [.. world.Duties.Where(g => g.Duty != Duty.HeadOneStop)];
        Assert.Equal("stop.not-asked", Code(dossier, new Stop("nguoi-nop-chet-hoac-giai-the", Words)));
        var asked = world.Do(dossier, new RequestWithdrawal(Channel.Direct, Words));
        Assert.Equal("stop.head", Code(asked, new Stop("nguoi-nop-chet-hoac-giai-the", Words)));
        Assert.Null(Code(asked, new Stop("nguoi-nop-yeu-cau")));
        Assert.Equal("stop.has-result", Code(world.Do(world.Until(StepKind.Register, dossier), new RequestWithdrawal(Channel.Direct, Words)), new Stop("rut")));
    }

    [Fact]
    [Requirement("R-TIME-15")]
    public void However_often_it_is_paused_the_due_date_moves_on_by_exactly_the_working_days_the_clock_stood_at_their_close() =>
        Gen.Int[1, 400].Array[0, 8].Sample(hours =>
        {
            var w = new World();
            var dossier = w.Until(StepKind.Handle);
            var (stood, stops) = (0, false);
            foreach (var h in hours)
            {
                var from = w.At;
                w.At = w.At.AddHours(h / 10.0);
                if (stops)
                    stood += Closes(from, w.At);
                DossierAct act = stops ? new ResumeClock(dossier.Open.Steps[0].Token, Words) : new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words);
                if (w.Decide(dossier, act) is not { Refusal: null } decision)
                    return;
                (dossier, stops) = (dossier.After(decision.Events), !stops);
                if (!stops)
                    Assert.Equal(World.Calendar.AddWorkingDays(new DateOnly(2026, 11, 27), stood), Vietnam.Day(dossier.Case.Due.Due));
            }
        }, iter: 300);

    private static int Closes(DateTime from, DateTime to) => Enumerable.Range(0, 60).Select(i => DateOnly.FromDateTime(from).AddDays(i))
        
        .Where(d => d > new DateOnly(2026, 11, 17) && World.Calendar.IsWorkingDay(d)).Select(d => d.ToDateTime(new TimeOnly(17, 0))).Count(close => from < close && close <= to);

    private Dossier Paused(DateTime at)
    {
        world.Reasons = (list, code) => list == "pause"
            ? new LegalReason(code, "Chờ nộp tiền.", "NĐ 151/2025/NĐ-CP", Responsible.Applicant, false) : LegalReason.Plain(code);
        var dossier = world.Until(StepKind.Handle);
        world.At = at;
        return world.Do(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words));
    }

    private Dossier Changed(DateOnly day)
    {
        var dossier = world.Until(StepKind.Handle);
        dossier = world.Do(dossier, new RequestDueChange(dossier.Open.Steps[0].Token, day, "NĐ 101/2024/NĐ-CP Đ.22", Words));
        world.By = Head;
        dossier = world.Do(dossier, new ApproveDueChange(dossier.Case.Clock.Change!.Due));
        world.By = World.All;
        return dossier;
    }

    private static DateTime Local(DateTimeOffset at) => Vietnam.Local(at);

    private string? Code(Dossier dossier, DossierAct act) => world.Decide(dossier, act).Refusal?.Code;
}
