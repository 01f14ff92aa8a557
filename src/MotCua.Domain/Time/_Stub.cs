#pragma warning disable CS9113
using MotCua.Domain.Law;
namespace MotCua.Domain.Time;
public enum DayKind { Holiday, Compensation, SwappedOff, SwappedWorked, HalfDay }
public sealed record CalendarDay(DateOnly Day, DayKind Kind, string Name, string LegalBasis, bool Verified, DateOnly? SwappedWith);
public sealed record OpeningHours(TimeOnly From, TimeOnly To);
public sealed class WorkCalendar(string Name, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week, IReadOnlyList<CalendarDay> days, string weekBasis, bool weekVerified) {
 public bool IsWorkingDay(DateOnly d) => week.ContainsKey(d.DayOfWeek);
 public DateOnly NextWorkingDay(DateOnly d) { do d = d.AddDays(1); while (!IsWorkingDay(d)); return d; } }
public sealed record AccountLine(DateOnly From, DateOnly To, decimal Counts, string Unit, string Reason, string? Law, bool Verified);
public sealed record DueDateAccount(DateTimeOffset Due, TimeLimit Limit, DateTimeOffset AcceptedAt, IReadOnlyList<AccountLine> Lines);
public sealed record ClockPause(DateTimeOffset From, DateTimeOffset? To, string Reason, string? Law);
public enum LimitOutcome { Early, OnTime, Late }
public static class LimitOutcomes { public static LimitOutcome Judge(DateTimeOffset due, DateTimeOffset done) => LimitOutcome.OnTime; }
public static class Deadline {
 public static DueDateAccount Count(TimeLimit limit, DateTimeOffset accepted, WorkCalendar calendar, TimeOnly cutOff, IReadOnlyList<ClockPause>? pauses = null, DateTimeOffset? restartedAt = null) => new(accepted.AddDays((double)limit.Amount), limit, accepted, []);
 public static DateTimeOffset AfterHours(decimal h, DateTimeOffset from, WorkCalendar c) => from.AddHours((double)h);
 public static DateOnly WorkingDaysAfter(int n, DateTimeOffset from, WorkCalendar c) => Vietnam.Day(from).AddDays(n); }
