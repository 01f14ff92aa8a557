using CsCheck;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>What stops the clock of the limit, and what comes of it when it runs on.</summary>
public sealed class PauseTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private readonly World world = new();

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
        
        .Where(d => d > new DateOnly(2026, 11, 17) && World.Calendar.IsWorkingDay(d))
        .Select(d => d.ToDateTime(new TimeOnly(17, 0))).Count(close => from < close && close <= to);

    private Dossier Paused(DateTime at)
    {
        world.Reasons = (list, code) => list == "pause"
            ? new LegalReason(code, "Chờ nộp tiền.", "NĐ 151/2025/NĐ-CP", Responsible.Applicant, false) : LegalReason.Plain(code);
        var dossier = world.Until(StepKind.Handle);
        world.At = at;
        return world.Do(dossier, new PauseClock(dossier.Open.Steps[0].Token, "tien", null, Words));
    }

    private static DateTime Local(DateTimeOffset at) => Vietnam.Local(at);

    private string? Code(Dossier dossier, DossierAct act) => world.Decide(dossier, act).Refusal?.Code;
}
