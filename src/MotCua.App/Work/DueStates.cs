using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Work;

/// <summary>The moments that tell due states apart.</summary>
/// <param name="Now">A limit before it is overdue.</param>
/// <param name="SoonEnd">A limit before it ends soon.</param>
public sealed record DueMoments(DateTimeOffset Now, DateTimeOffset SoonEnd)
{
    /// <summary>Today's moments: "soon" ends with the last of the working days that the rule names, by the nation's calendar.</summary>
    public static DueMoments Of(ReferenceData reference, DateTimeOffset now)
    {
        var day = Vietnam.Day(now);
        var calendar = reference.CalendarOf(default);
        for (var left = reference.Rules.Number("work.due-soon.working-days", day); left > 0; left--)
            day = calendar.NextWorkingDay(day);
        return new DueMoments(now, Vietnam.Instant(day.AddDays(1), TimeOnly.MinValue));
    }

    /// <summary>How a dossier stands; null for one that was stopped.</summary>
    public DueState? Of(DossierRow d) => d switch
    {
        { Status: DossierStatus.Stopped } => null,
        { Registered: { } done } => done <= d.Due ? DueState.InTime : DueState.TooLate,
        { Status: DossierStatus.AwaitingSupplement } => DueState.Waiting,
        { Paused: not null } => DueState.Paused,
        _ => d.Due < Now ? DueState.Overdue : d.Due < SoonEnd ? DueState.Soon : DueState.Running,
    };
}
