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

/// <summary>What moves the appointment, what changes the due date, what stops a dossier, and what none of them may do.</summary>
public sealed class PromiseTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly OfficerId Head = new(8);
    private readonly World world = new();

    public PromiseTests() => world.Duties = [.. world.Duties, .. world.Duties.Select(g => g with { Officer = Head })];

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
        Assert.Equal(
            (new DateTime(2026, 11, 30, 17, 0, 0), new DateTime(2026, 12, 8, 17, 0, 0)), (Local(dossier.Case.Due.Due), Local(dossier.Case.Appointment)));
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
