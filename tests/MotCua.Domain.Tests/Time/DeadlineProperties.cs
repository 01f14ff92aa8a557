using CsCheck;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

/// <summary>What holds for every calendar, reception, pause and supplement.</summary>
public class DeadlineProperties
{
    private sealed record Life(
        WorkCalendar Calendar, TimeLimit Limit, DateTimeOffset Accepted, IReadOnlyList<ClockPause> Pauses, DateTimeOffset? Restarted,
        bool Online)
    {
        internal DueDateAccount Count() => Deadline.Count(
            Limit, Accepted, Calendar, Three, Pauses, Restarted is { } at ? new(at, "Luật", true) : null, Online);

        internal bool StandsStillAt(DateTimeOffset moment) => Pauses.Any(p => p.From < moment && moment <= p.To);
    }

    private const int Iterations = 1_000;

    private static readonly DateOnly Origin = new(2026, 1, 1);

    private static readonly Gen<DateTimeOffset> Moments =
        Gen.Int[0, 400 * 24 * 60].Select(m => Vietnam.Instant(Origin, TimeOnly.MinValue).AddMinutes(m));

    private static readonly Gen<CalendarDay> SpecialDays =
        Gen.Select(Gen.Int[-5, 460], Gen.Enum<DayKind>(), Gen.Int[1, 20], Gen.Bool, (day, kind, away, verified) => new CalendarDay(
            Origin.AddDays(day), kind, "dịp lễ", "Thông báo", verified,
            kind is DayKind.SwappedOff or DayKind.SwappedWorked ? Origin.AddDays(day + away) : null));

    private static readonly IReadOnlyList<OpeningHours>[] Hours =
    [
        [new(new(7, 30), new(11, 30)), new(new(13, 0), new(17, 0))],
        [new(new(7, 0), new(11, 45)), new(new(13, 30), new(16, 50))],
        [new(new(8, 0), new(15, 10))],
    ];

    private static readonly Gen<IReadOnlyList<OpeningHours>> OpenDays = Gen.Int[0, 2].Select(i => Hours[i]);

    private static readonly Gen<WorkCalendar> Calendars =
        Gen.Select(SpecialDays.Array[0, 60], OpenDays, OpenDays, Gen.Bool, Gen.Bool, (days, hours, friday, saturday, noWednesday) =>
        {
            var week = Enumerable.Range(1, 4).ToDictionary(d => (DayOfWeek)d, _ => hours);
            week[DayOfWeek.Friday] = friday;
            if (saturday) week[DayOfWeek.Saturday] = [hours[0]];
            if (noWednesday) week.Remove(DayOfWeek.Wednesday);
            return new WorkCalendar("Đơn vị", week, days, "Nội quy", true);
        });

    private static readonly Gen<TimeLimit> Limits =
        Gen.OneOf(
            Gen.Int[1, 120].Select(n => new TimeLimit(n / 2m, LimitUnit.WorkingDay)),
            Gen.Int[1, 300].Select(n => new TimeLimit(n / 4m, LimitUnit.CalendarDay)),
            Gen.Int[1, 200].Select(n => new TimeLimit(n / 3m, LimitUnit.WorkingHour)),
            Gen.Int[1, 12].Select(n => new TimeLimit(n / 2m, LimitUnit.Month)),
            Gen.Const(new TimeLimit(1, LimitUnit.SameDay)));

    private static readonly Gen<ClockPause> Pauses =
        Gen.Select(Moments, Gen.Int[0, 20 * 24 * 60], (from, minutes) => new ClockPause(from, from.AddMinutes(minutes), "lý do theo luật", "Luật"));

    private static readonly Gen<Life> Lives =
        Gen.Select(Calendars, Limits, Moments, Pauses.Array[0, 6], Gen.Int[-20_000, 20_000], Gen.Bool, (calendar, limit, accepted, pauses, restart, online) =>
            new Life(calendar, limit, accepted, pauses, restart < 0 ? null : accepted.AddMinutes(restart), online));

    [Fact]
    [Requirement("R-TIME-17")]
    public void The_account_leaves_no_day_out_and_adds_up_to_the_limit() => Lives.Sample(life =>
    {
        var account = life.Count();
        Assert.Equal(Vietnam.Day(life.Accepted), account.Lines[0].From);
        Assert.Equal(Vietnam.Day(account.Due), account.Lines[^1].To);
        Assert.All(account.Lines, l => Assert.True(l.From <= l.To && l.Counts >= 0 && l.Reason.Length > 0));
        foreach (var (a, b) in account.Lines.Zip(account.Lines.Skip(1)))
        {
            Assert.Equal(a.To.AddDays(1), b.From);
            Assert.NotEqual((a.Reason, a.Law, a.Verified), (b.Reason, b.Law, b.Verified));
        }
        Assert.Equal(life.Limit.Amount, account.Lines.Sum(l => l.Counts));
    }, iter: Iterations);

    [Fact]
    [Requirement("R-TIME-02"), Requirement("R-TIME-15")]
    public void A_limit_ends_on_a_working_day_while_the_clock_runs() => Lives.Sample(life =>
    {
        var due = life.Count().Due;
        var day = Vietnam.Day(due);
        Assert.True(life.Calendar.IsWorkingDay(day));
        Assert.True(due > life.Accepted);
        if (life.Limit.Unit != LimitUnit.WorkingHour)
        {
            Assert.False(life.StandsStillAt(due));
            Assert.Contains(life.Calendar.OpeningsOn(day), o => Vietnam.Instant(day, o.To) == due);
        }
        else
            Assert.Contains(life.Calendar.OpeningsOn(day), o => Vietnam.Instant(day, o.From) < due && due <= Vietnam.Instant(day, o.To));
        if (life.Limit.Unit != LimitUnit.WorkingHour && (life.Limit.Unit != LimitUnit.WorkingDay || life.Limit.Amount % 1 != 0.5m))
            Assert.Equal(life.Calendar.CloseOf(day), due);
    }, iter: Iterations);

    [Fact]
    [Requirement("R-TIME-15")]
    public void The_days_that_count_are_the_working_days_at_whose_close_the_clock_runs() => Lives.Sample(life =>
    {
        if (life.Limit.Unit != LimitUnit.WorkingDay || life.Limit.Amount % 1 != 0) return;
        var start = Vietnam.Day(life.Restarted ?? life.Calendar.AcceptedAs(life.Accepted, life.Online));
        var counted = 0;
        for (var day = start.AddDays(1); day <= Vietnam.Day(life.Count().Due); day = day.AddDays(1))
            if (life.Calendar.IsWorkingDay(day) && !life.StandsStillAt(life.Calendar.CloseOf(day)))
                counted++;
        Assert.Equal(life.Limit.Amount, counted);
    }, iter: Iterations);

    [Fact]
    public void Who_comes_later_is_not_due_earlier() => Gen.Select(Lives, Gen.Int[1, 10_000]).Sample((life, minutes) =>
    {
        // Months are of unequal length: four days left out after 27/1 end later than one month from 31/1.
        if (life.Limit.Unit == LimitUnit.Month) life = life with { Pauses = [] };
        var later = life with { Accepted = life.Accepted.AddMinutes(minutes), Restarted = life.Restarted?.AddMinutes(minutes) };
        Assert.True(life.Count().Due <= later.Count().Due);
    }, iter: Iterations);

    [Fact]
    public void A_longer_limit_is_not_due_earlier() => Gen.Select(Lives, Gen.Int[1, 9]).Sample((life, more) =>
        Assert.True(life.Count().Due <= (life with { Limit = life.Limit with { Amount = life.Limit.Amount + more / 2m } }).Count().Due), iter: Iterations);

    [Fact]
    public void A_pause_never_shortens() => Gen.Select(Lives, Pauses).Sample((life, pause) =>
        Assert.True(life.Count().Due <= (life with { Pauses = [.. life.Pauses, pause] }).Count().Due), iter: Iterations);

    [Fact]
    [Requirement("R-WF-08")]
    public void After_a_restart_nothing_before_it_matters() => Lives.Sample(life =>
    {
        if (life.Restarted is not { } restarted) return;
        var later = life.Pauses.Where(p => p.To > restarted).ToList();
        Assert.Equal(life.Count().Due, (life with { Accepted = restarted, Pauses = later, Online = false }).Count().Due);
    }, iter: Iterations);

    [Fact]
    public void Adding_and_counting_working_days_agree() => Gen.Select(Calendars, Moments, Gen.Int[0, 60]).Sample((calendar, moment, n) =>
    {
        var day = Vietnam.Day(moment);
        var last = calendar.AddWorkingDays(day, n);
        Assert.Equal(n, calendar.WorkingDaysBetween(day, last));
        Assert.Equal(-n, calendar.WorkingDaysBetween(last, day));
        if (n > 0) Assert.True(calendar.IsWorkingDay(last));
    }, iter: Iterations);

    [Fact]
    public void The_same_question_has_the_same_answer_on_every_machine() => Lives.Sample(life =>
        Assert.Equal(life.Count(), (life with { Accepted = life.Accepted.ToOffset(TimeSpan.FromHours(-9)) }).Count()), iter: Iterations);
}
