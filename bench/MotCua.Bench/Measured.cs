using System.Diagnostics;

namespace MotCua.Bench;

/// <summary>How fast something went: operations per second, and milliseconds of one operation.</summary>
internal sealed record Speed(double PerSecond, double P50, double P95, double P99)
{
    /// <summary>The speed of some operations.</summary>
    /// <param name="milliseconds">Of each operation.</param>
    /// <param name="seconds">Of all together.</param>
    /// <param name="each">What one operation counts for: records of an import.</param>
    public static Speed Of(IReadOnlyCollection<double> milliseconds, double seconds, double each = 1)
    {
        var sorted = milliseconds.Order().ToArray();
        return new(Math.Round(sorted.Length * each / seconds, 2), At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99));
    }

    /// <summary>The middle of several rounds, figure by figure.</summary>
    public static Speed Median(IReadOnlyCollection<Speed> rounds) => new(
        Middle(rounds.Select(r => r.PerSecond)), Middle(rounds.Select(r => r.P50)), Middle(rounds.Select(r => r.P95)), Middle(rounds.Select(r => r.P99)));

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))], 3);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>A row of a measurement: ours against the baseline of the same run.</summary>
internal sealed record MeasuredRow(int? Clients, int? Size, string? What, Speed Ours, Speed Baseline)
{
    /// <summary>Operations per second, ours over the baseline's.</summary>
    public double Ratio => Math.Round(Ours.PerSecond / Baseline.PerSecond, 3);

    /// <summary>Bytes over the wire with styles and scripts, of a page.</summary>
    public int? Bytes { get; init; }

    /// <summary>Bytes of the page alone.</summary>
    public int? Html { get; init; }

    /// <summary>The slowest 5 %, ours over the baseline's.</summary>
    public double P95ratio => Math.Round(Ours.P95 / Baseline.P95, 3);
}

/// <summary>What a measurement prints.</summary>
internal sealed record Measured(string Name, int Rounds, IReadOnlyList<MeasuredRow> Rows)
{
    /// <summary>What is over a limit that must hold; null if nothing is.</summary>
    public string? Failed { get; init; }
}

/// <summary>Alternating rounds: ours, baseline, ours, baseline… so that a noisy machine is noisy for both.</summary>
internal static class Alternating
{
    /// <summary>Runs the rounds and takes the medians.</summary>
    public static async Task<(Speed Ours, Speed Baseline)> Run(int rounds, Func<Task<Speed>> ours, Func<Task<Speed>> baseline, Action<string> say)
    {
        var (mine, bare) = (new List<Speed>(), new List<Speed>());
        for (var round = 1; round <= rounds; round++)
        {
            mine.Add(await ours());
            bare.Add(await baseline());
            say($"vòng {round}/{rounds}: {mine[^1].PerSecond}/s so với {bare[^1].PerSecond}/s");
        }
        return (Speed.Median(mine), Speed.Median(bare));
    }

    /// <summary>Repeats an operation for some seconds.</summary>
    public static async Task<Speed> For(double seconds, Func<int, Task> operation)
    {
        var (times, whole) = (new List<double>(), Stopwatch.StartNew());
        for (var i = 0; whole.Elapsed.TotalSeconds < seconds; i++)
        {
            var one = Stopwatch.StartNew();
            await operation(i);
            times.Add(one.Elapsed.TotalMilliseconds);
        }
        return Speed.Of(times, whole.Elapsed.TotalSeconds);
    }

    /// <summary>Does something once and counts what it did.</summary>
    public static async Task<Speed> Once(Func<Task<int>> operation)
    {
        var whole = Stopwatch.StartNew();
        var count = await operation();
        return Speed.Of([whole.Elapsed.TotalMilliseconds], whole.Elapsed.TotalSeconds, count);
    }
}
