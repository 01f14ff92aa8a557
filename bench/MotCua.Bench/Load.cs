using System.Collections.Concurrent;
using System.Diagnostics;

namespace MotCua.Bench;

/// <summary>Several clients at once, each doing one operation after the other.</summary>
internal static class Load
{
    /// <summary>Runs an operation at some clients for some seconds.</summary>
    /// <param name="operation">Called with the number of the client.</param>
    public static async Task<Speed> Run(int clients, double seconds, Func<int, Task> operation)
    {
        var times = new ConcurrentBag<List<double>>();
        var whole = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (whole.Elapsed.TotalSeconds < seconds)
            {
                var one = Stopwatch.GetTimestamp();
                await operation(client);
                mine.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }
            times.Add(mine);
        })));
        return Speed.Of([.. times.SelectMany(t => t)], whole.Elapsed.TotalSeconds);
    }
}
