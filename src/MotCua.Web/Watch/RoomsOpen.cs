namespace MotCua.Web.Watch;

/// <summary>The database has its tables and rows: jobs that run beside the pages begin then, and not before.</summary>
internal sealed class RoomsOpen
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says so.</summary>
    public void Say() => ready.TrySetResult();

    /// <summary>Waits for it.</summary>
    public Task Wait(CancellationToken stop) => ready.Task.WaitAsync(stop);
}
