using System.Collections.Concurrent;
using System.Diagnostics;

namespace MotCua.Bench.Faults;

/// <summary>What simulated people sent, what was acknowledged, how long it took and what went wrong.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> times = new();
    private readonly ConcurrentDictionary<string, string> errors = new();
    private readonly ConcurrentDictionary<string, bool> acts = new();
    private readonly ConcurrentDictionary<Guid, Draft> drafts = new();
    private int acknowledged, errorCount, refused, interrupted, shown;
    private long mark;
    private double? sinceMark;
    private double lastAway;

    /// <summary>The words last acknowledged in a draft, and all that were ever sent.</summary>
    public sealed record Draft(string? Acknowledged, IReadOnlyList<string> Sent);

    /// <summary>Everything that was sent with a key: whether it was acknowledged.</summary>
    public IReadOnlyDictionary<string, bool> Acts => acts;

    /// <summary>How many acts were acknowledged.</summary>
    public int Acknowledged => acknowledged;

    /// <summary>Drafts by attempt.</summary>
    public IReadOnlyDictionary<Guid, Draft> Drafts => drafts;

    /// <summary>Milliseconds of each request that was answered, by kind of work.</summary>
    public IReadOnlyDictionary<string, ConcurrentQueue<double>> Times => times;

    /// <summary>How many errors there were.</summary>
    public int Errors => errorCount;

    /// <summary>The first errors of each kind.</summary>
    public IReadOnlyList<string> Samples => [.. errors.Values.Take(20)];

    /// <summary>Acts that were rightly refused: somebody was first.</summary>
    public int Refused => refused;

    /// <summary>Requests that were cut off or answered 503 and sent again.</summary>
    public int Interrupted => interrupted;

    /// <summary>Forms that a page of 503 gave back whole.</summary>
    public int FormsShown => shown;

    /// <summary>Seconds from <see cref="Mark"/> to the first answer after it; null while there was none.</summary>
    public double? SinceMark => sinceMark;

    /// <summary>Forgets the times of a kind of work, or of all: what was warming up.</summary>
    public void Forget(string? kind = null)
    {
        if (kind is null)
            times.Clear();
        else
            times.TryRemove(kind, out _);
    }

    /// <summary>Together with the acts and drafts of another.</summary>
    public Journal With(Journal other)
    {
        foreach (var (key, told) in other.acts)
            acts.TryAdd(key, told);
        foreach (var (id, draft) in other.drafts)
            drafts.TryAdd(id, draft);
        return this;
    }

    /// <summary>Seconds from <see cref="Mark"/> to the last answer of 503 to a request that began after it; 0 for none.</summary>
    public double LastAway => lastAway;

    /// <summary>From now on the first answer is waited for.</summary>
    public void Mark() => (sinceMark, lastAway, mark) = (null, 0, Stopwatch.GetTimestamp());

    /// <summary>A request was answered.</summary>
    public void Took(string kind, long begun)
    {
        times.GetOrAdd(kind, _ => new()).Enqueue(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        // The page of tracking asks the database nothing.
        if (mark > 0 && sinceMark is null && begun >= mark && kind != "track")
            sinceMark = Stopwatch.GetElapsedTime(mark).TotalSeconds;
    }

    /// <summary>Something went wrong.</summary>
    public void Error(string kind, string what)
    {
        Interlocked.Increment(ref errorCount);
        errors.TryAdd(kind + what[..Math.Min(40, what.Length)], $"{kind}: {what}");
    }

    /// <summary>Somebody was first.</summary>
    public void Refuse() => Interlocked.Increment(ref refused);

    /// <summary>A request was cut off or answered 503.</summary>
    public void Interrupt(long begun)
    {
        Interlocked.Increment(ref interrupted);
        if (mark > 0 && begun >= mark)
            lastAway = Stopwatch.GetElapsedTime(mark).TotalSeconds;
    }

    /// <summary>A page of 503 gave the form back.</summary>
    public void Show() => Interlocked.Increment(ref shown);

    /// <summary>An act is about to be sent.</summary>
    public void Send(string key) => acts.TryAdd(key, false);

    /// <summary>An act was acknowledged.</summary>
    public void Acknowledge(string key)
    {
        acts[key] = true;
        Interlocked.Increment(ref acknowledged);
    }

    /// <summary>A draft is about to be saved.</summary>
    public void Send(Guid attempt, string words) =>
        drafts.AddOrUpdate(attempt, _ => new Draft(null, [words]), (_, d) => d with { Sent = [.. d.Sent, words] });

    /// <summary>A draft was saved.</summary>
    public void Acknowledge(Guid attempt, string words) => drafts[attempt] = drafts[attempt] with { Acknowledged = words };
}
