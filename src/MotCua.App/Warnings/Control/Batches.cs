namespace MotCua.App.Warnings.Control;

/// <summary>Finds many moments that lie close together.</summary>
public static class Batches
{
    /// <summary>The runs of moments each of which lies in a span that holds at least so many. Runs that touch are one.</summary>
    /// <param name="moments">In order.</param>
    /// <returns>First and last place of each run.</returns>
    public static IReadOnlyList<(int First, int Last)> Find(IReadOnlyList<DateTimeOffset> moments, int least, TimeSpan span)
    {
        var runs = new List<(int First, int Last)>();
        for (int first = 0, last = 0; first < moments.Count; first++)
        {
            last = Math.Max(last, first);
            while (last + 1 < moments.Count && moments[last + 1] - moments[first] <= span)
                last++;
            if (last - first + 1 < least)
                continue;
            if (runs.Count > 0 && runs[^1].Last >= first)
                runs[^1] = (runs[^1].First, last);
            else
                runs.Add((first, last));
        }
        return runs;
    }
}
