namespace MotCua.App.Tests;

/// <summary>Does several things at the same moment, each on a thread of its own: the embedded database answers on the caller's thread.</summary>
internal static class Together
{
    /// <summary>What each came to, in the order of the acts.</summary>
    public static async Task<T[]> Do<T>(params IReadOnlyList<Func<Task<T>>> acts)
    {
        using var start = new Barrier(acts.Count);
        return await Task.WhenAll(acts.Select(act => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return act().GetAwaiter().GetResult();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    /// <summary>The same thing several times at once.</summary>
    public static Task<T[]> Do<T>(int times, Func<int, Task<T>> act) =>
        Do<T>([.. Enumerable.Range(0, times).Select(i => (Func<Task<T>>)(() => act(i)))]);
}
