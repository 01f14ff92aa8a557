using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>One act in the course of events, with every event that it brought.</summary>
/// <param name="Head">The event that names the act.</param>
/// <param name="Lines">All its events, in order.</param>
public sealed record Entry(TimelineLine Head, IReadOnlyList<TimelineLine> Lines)
{
    /// <summary>Where it stands in the course of events.</summary>
    public LineState State => Head.Event is SupplementRequested or WithdrawalRequested or Stopped or RefusedAfterAppraisal or SentBack
        ? LineState.Stop : LineState.Done;

    /// <summary>The acts of a log.</summary>
    /// <param name="log">Events, oldest first.</param>
    /// <returns>Acts, newest first.</returns>
    public static IReadOnlyList<Entry> Of(IEnumerable<TimelineLine> log)
    {
        var groups = new List<List<TimelineLine>>();
        foreach (var line in log)
        {
            if (groups.Count > 0 && Follows(groups[^1], line))
                groups[^1].Add(line);
            else
                groups.Add([line]);
        }
        groups.Reverse();
        return groups.ConvertAll(g => new Entry(g.MinBy(Rank)!, g));
    }

    private static bool Follows(List<TimelineLine> group, TimelineLine line)
    {
        var (before, row) = (group[^1].Row, line.Row);
        return before.At == row.At && before.Act == row.Act && before.OfficerId == row.OfficerId
            && !(Rank(line) == 0 && group.Exists(l => Rank(l) == 0));
    }

    // An act has one event of its own; what the process does, and originals given back with the result, come along.
    private static int Rank(TimelineLine line) => line.Event switch
    {
        StepOpened or StepClosed or JoinReached => 2,
        OriginalsReturned => 1,
        _ => 0,
    };
}
