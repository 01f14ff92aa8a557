using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class RecomputeDueTests
{
    private const string Basis = "Bộ luật Lao động sửa đổi Đ.112";

    private readonly World world = new();

    [Fact]
    [Requirement("R-TIME-07")]
    public void A_new_holiday_moves_the_due_date_the_appointment_and_the_account_says_why()
    {
        var dossier = world.Received();
        var e = Assert.IsType<DueRecomputed>(Assert.Single(Decide(dossier, With(new DateOnly(2026, 11, 24))).Events));
        Assert.Equal(Vietnam.Instant(new DateTime(2026, 11, 27, 17, 0, 0)), dossier.Case.Due.Due);
        Assert.Equal((dossier.Case.Due.Due, Vietnam.Instant(new DateTime(2026, 11, 30, 17, 0, 0))), (e.Before, e.Due.Due));
        Assert.Contains(e.Due.Lines, l => l is { Counts: 0, Law: Basis } && l.From == new DateOnly(2026, 11, 24));
        var after = dossier.After(e);
        Assert.Equal((e.Due, e.Due.Due, dossier.Version + 1), (after.Case.Due, after.Case.Appointment, after.Version));
    }

    [Fact]
    [Requirement("R-TIME-10")]
    public void A_return_that_was_appointed_anew_keeps_its_day()
    {
        var dossier = world.Received();
        var promised = dossier.Case.Due.Due.AddDays(5);
        dossier = dossier with { Case = dossier.Case with { Appointment = promised } };
        var e = Assert.IsType<DueRecomputed>(Assert.Single(Decide(dossier, With(new DateOnly(2026, 11, 24))).Events));
        Assert.Null(e.Appointment);
        Assert.Equal(promised, dossier.After(e).Case.Appointment);
    }

    [Theory]
    [InlineData(2026, 12, 2)]
    [InlineData(2026, 11, 16)]
    [InlineData(2026, 11, 22)]
    public void A_day_that_does_not_move_the_due_date_brings_no_event(int year, int month, int day) =>
        Assert.Equal(RecomputeDue.SameCode, Decide(world.Received(), With(new DateOnly(year, month, day))).Refusal?.Code);

    [Fact]
    public void Doing_it_twice_is_doing_it_once()
    {
        var changed = With(new DateOnly(2026, 11, 24));
        var dossier = world.Received();
        var after = dossier.After(Decide(dossier, changed).Events);
        Assert.Equal(RecomputeDue.SameCode, Decide(after, changed).Refusal?.Code);
        var back = Assert.IsType<DueRecomputed>(Assert.Single(Decide(after, World.Calendar).Events));
        Assert.Equal(dossier.Case.Due, back.Due);
    }

    [Fact]
    [Requirement("R-WF-08")]
    public void A_limit_that_restarted_is_counted_from_its_restart()
    {
        var dossier = world.Until(StepKind.Handle);
        dossier = world.Do(dossier, new RequestSupplement(dossier.Open.Steps[0].Token, new TextId(Guid.Empty), ["thieu"]));
        Assert.NotNull(Decide(dossier, With(new DateOnly(2026, 11, 24))).Refusal);
        world.At = new DateTime(2026, 11, 20, 9, 0, 0);
        dossier = world.Do(dossier, new AcceptSupplement([new TakenPaper("2", PaperForm.Original, 1, true, false, [])]));
        Assert.Equal(RecomputeDue.SameCode, Decide(dossier, With(new DateOnly(2026, 11, 18))).Refusal?.Code);
        var e = Assert.IsType<DueRecomputed>(Assert.Single(Decide(dossier, With(new DateOnly(2026, 11, 24))).Events));
        Assert.Equal(Vietnam.Instant(new DateTime(2026, 12, 3, 17, 0, 0)), e.Due.Due);
    }

    [Fact]
    public void Open_steps_end_by_the_same_calendar()
    {
        world.At = new DateTime(2026, 11, 23, 16, 0, 0);
        var dossier = world.Until(StepKind.Handle, world.Received());
        var e = Assert.IsType<DueRecomputed>(Assert.Single(Decide(dossier, With(new DateOnly(2026, 11, 24))).Events));
        Assert.Equal(dossier.Open.Steps.Count, e.StepDues.Count);
        Assert.All(dossier.After(e).Open.Steps, s => Assert.Equal(25, Vietnam.Local(s.Due!.Value).Day));
    }

    [Fact]
    public void A_dossier_with_its_result_or_at_its_end_stays_as_it_was_judged()
    {
        var registered = world.Until(StepKind.Return);
        Assert.Equal("recompute-due.done", Decide(registered, With(new DateOnly(2026, 11, 24))).Refusal?.Code);
        var closed = world.Do(registered, world.Usual(registered.Open.Steps[0]));
        Assert.NotNull(Decide(closed, With(new DateOnly(2026, 11, 24))).Refusal);
    }

    [Fact]
    public void No_officer_does_it()
    {
        var kind = ActKinds.Of<RecomputeDue>();
        Assert.Equal("duty.system", kind.Needs.Check(world.Now(), World.OneStop)?.Code);
        Assert.Null(kind.Needs.Check(world.Now() with { By = Actor.Job }, World.OneStop));
    }

    private Decision Decide(Dossier dossier, WorkCalendar calendar) =>
        new RecomputeDue(Basis).Decide(dossier, world.Now() with { By = Actor.Job, Calendar = _ => calendar });

    private static WorkCalendar With(DateOnly day) => new(
        "test", WorkCalendar.DefaultWeek, [.. World.Calendar.Days, new CalendarDay(day, DayKind.Holiday, "Ngày Văn hóa Việt Nam", Basis, true, null)],
        "QĐ 188/1999/QĐ-TTg", true);
}
