using MotCua.App.Warnings;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using Xunit;

namespace MotCua.App.Tests.Warnings;

/// <summary>Limits from Tuesday 17/11/2026; 10 working days end on 1/12 at 17:00.</summary>
public sealed class ThresholdTests
{
    private static readonly WorkCalendar Calendar = new("test", WorkCalendar.DefaultWeek, [], "QĐ 188/1999/QĐ-TTg", true);
    private static readonly DateOnly Begin = new(2018, 6, 21);
    private static readonly DateTimeOffset Received = At(17, 9), Due = Vietnam.Instant(new DateTime(2026, 12, 1, 17, 0, 0));

    [Fact]
    public void A_limit_reaches_its_thresholds_with_the_opening_of_working_days()
    {
        var all = Rows("2|1", "0|1|5");
        Assert.Null(all.Reached(Received, Due, Calendar, At(26, 16)));
        Assert.Equal("before:2", Code(all, At(27, 8)));
        // A weekend lies between: nothing is reached on it.
        Assert.Equal("before:2", Code(all, At(29, 12)));
        Assert.Equal("before:1", Code(all, At(30, 8)));
        Assert.Equal("due-day", Code(all, Due.AddHours(-1)));
        Assert.Equal("due-day", Code(all, Due));
        Assert.Equal("overdue:0", Code(all, Due.AddMinutes(1)));
        Assert.Equal("overdue:1", Code(all, Due.AddHours(15)));
        Assert.Equal("overdue:5", Code(all, Due.AddDays(30)));
        Assert.True(all.All[^1].Last);
        Assert.Single(all.All, t => t.Last);
    }

    [Fact]
    public void Percent_are_of_the_working_days_from_the_beginning_of_the_limit()
    {
        var all = Rows("30%|1", "1");
        // 30 % of ten days are three: the third working day before 1/12 is 26/11.
        Assert.Null(all.Reached(Received, Due, Calendar, At(26, 7)));
        Assert.Equal("before:30%", Code(all, At(26, 8)));
        Assert.Equal("before:1", Code(all, At(30, 8)));
        Assert.Null(Thresholds.Ahead(new DateOnly(2026, 11, 17), Book("30%|1", "1")));
        Assert.Equal(4, Thresholds.Ahead(new DateOnly(2026, 11, 17), Book("4|1", "1")));
    }

    [Fact]
    public void What_a_short_limit_had_passed_before_it_began_is_warned_of_by_nobody()
    {
        var all = Rows("2|1", "1");
        var sameDay = Vietnam.Instant(new DateTime(2026, 11, 17, 17, 0, 0));
        Assert.Null(all.Reached(Received, sameDay, Calendar, At(17, 16)));
        Assert.Equal("overdue:1", all.Reached(Received, sameDay, Calendar, At(18, 8))?.Code);
    }

    [Fact]
    public void A_row_for_one_procedure_wins_over_the_nations_and_a_broken_row_is_said()
    {
        var rules = new RuleBook(
            [.. Book("2|1", "1").Rules, new Rule("warning.before", "procedure:1.115320", "5", "QĐ", Begin, null, Binds.Act, false)], []);
        Assert.Equal("before:5", Thresholds.On(new DateOnly(2026, 11, 17), rules, "procedure:1.115320").All[0].Code);
        Assert.Equal("before:2", Thresholds.On(new DateOnly(2026, 11, 17), rules, "procedure:1.001193").All[0].Code);
        Assert.Throws<InvalidOperationException>(() => Rows("hai", "1"));
    }

    private static string? Code(Thresholds all, DateTimeOffset now) => all.Reached(Received, Due, Calendar, now)?.Code;

    private static Thresholds Rows(string before, string overdue) => Thresholds.On(new DateOnly(2026, 11, 17), Book(before, overdue));

    private static RuleBook Book(string before, string overdue) => new(
    [
        new Rule("warning.before", "nation", before, "QĐ", Begin, null, Binds.Act, false),
        new Rule("warning.due-day", "nation", "true", "QĐ", Begin, null, Binds.Act, false),
        new Rule("warning.overdue.working-days", "nation", overdue, "QĐ", Begin, null, Binds.Act, false),
    ], []);

    private static DateTimeOffset At(int day, int hour) => Vietnam.Instant(new DateTime(2026, 11, day, hour, 0, 0));
}
