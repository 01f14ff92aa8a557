namespace MotCua.Web.SignIn;

/// <summary>Counts tries at a password that have not succeeded. The count belongs to a place (a browser that has signed in under the name
/// before, else an address) together with a name, so that nobody can lock out an officer who sits elsewhere.</summary>
internal sealed class WrongGuesses(TimeProvider clock)
{
    public const int Most = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int Crowd = 10_000;
    private readonly Lock turn = new();
    private readonly Dictionary<(string Place, string Name), (int Count, DateTimeOffset Ends)> tries = [];

    /// <summary>Counts one more try.</summary>
    /// <returns>How long to wait; null while the try is free.</returns>
    public TimeSpan? Enter(string place, string name)
    {
        var now = clock.GetUtcNow();
        lock (turn)
        {
            var (count, ends) = tries.TryGetValue((place, name), out var before) && before.Ends > now ? before : (0, now + Window);
            if (count >= Most)
                return ends - now;
            if (tries.Count >= Crowd)
                MakeRoom(now);
            tries[(place, name)] = (count + 1, ends);
            return null;
        }
    }

    /// <summary>The password was right: the count begins anew.</summary>
    public void Right(string place, string name)
    {
        lock (turn)
            tries.Remove((place, name));
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var key in tries.Where(t => t.Value.Ends <= now).Select(t => t.Key).ToList())
            tries.Remove(key);
        foreach (var key in tries.OrderBy(t => t.Value.Ends).Take(Math.Max(0, tries.Count - Crowd + 1)).Select(t => t.Key).ToList())
            tries.Remove(key);
    }
}
