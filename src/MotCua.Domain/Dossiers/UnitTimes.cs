using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>How long one unit had a dossier, in its own working time.</summary>
/// <param name="Steps">How many steps it had.</param>
/// <param name="Used">Working time of the unit while it had to do something; two steps at once count once.</param>
/// <param name="Waited">Working time of the unit while its steps waited for the applicant.</param>
/// <param name="HasItNow">Whether it has a step now.</param>
[Term("thời gian giải quyết của từng cơ quan", Law = "TT 01/2018/TT-VPCP Đ.13")]
public sealed record UnitTime(AgencyId Unit, int Steps, TimeSpan Used, TimeSpan Waited, bool HasItNow);

/// <summary>Adds up each unit's own time from the log: in a process of several agencies each has a clock of its own.</summary>
[NoTerm("a sum over the log")]
public static class UnitTimes
{
    /// <summary>The units in the order in which they got the dossier. Handing over the result is the applicant's time and counts for nobody.</summary>
    /// <param name="log">Every event, oldest first, with its moment.</param>
    /// <param name="now">Until when steps that are open have run.</param>
    public static IReadOnlyList<UnitTime> Of(
        DossierId id, IEnumerable<(DateTimeOffset At, DossierEvent Event)> log, Func<AgencyId, WorkCalendar> calendar, DateTimeOffset now)
    {
        var (dossier, before) = (Dossier.Unborn(id), (DateTimeOffset?)null);
        var units = new List<UnitTime>();
        foreach (var (at, happened) in log)
        {
            if (before is { } from)
                Run(units, dossier, from, at, calendar);
            if (happened is StepOpened { Kind: not StepKind.Return } opened)
                Add(units, opened.Unit);
            (dossier, before) = (dossier.After(happened), at);
        }
        if (before is { } last)
            Run(units, dossier, last, now, calendar);
        return [.. units.Select(u => u with { HasItNow = Steps(dossier, u.Unit).Any() })];
    }

    private static void Add(List<UnitTime> units, AgencyId unit)
    {
        var at = units.FindIndex(u => u.Unit == unit);
        if (at < 0)
            units.Add(new(unit, 1, TimeSpan.Zero, TimeSpan.Zero, false));
        else
            units[at] = units[at] with { Steps = units[at].Steps + 1 };
    }

    private static void Run(List<UnitTime> units, Dossier dossier, DateTimeOffset from, DateTimeOffset to, Func<AgencyId, WorkCalendar> calendar)
    {
        for (var i = 0; i < units.Count; i++)
        {
            var steps = Steps(dossier, units[i].Unit).ToList();
            if (steps.Count == 0)
                continue;
            var time = Deadline.WorkingTime(from, to, calendar(units[i].Unit));
            units[i] = steps.Exists(s => s.WaitsFor == Side.Authority)
                ? units[i] with { Used = units[i].Used + time }
                : units[i] with { Waited = units[i].Waited + time };
        }
    }

    private static IEnumerable<OpenStep> Steps(Dossier dossier, AgencyId unit) =>
        dossier.Open.Steps.Where(s => s.Unit == unit && s.Kind != StepKind.Return);
}
