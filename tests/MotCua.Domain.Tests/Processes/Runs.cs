using MotCua.Domain.Processes;

namespace MotCua.Domain.Tests.Processes;

/// <summary>Runs processes in the engine alone, without a dossier.</summary>
internal static class Runs
{
    /// <summary>What a run through every way found.</summary>
    /// <param name="Whole">Every way was walked.</param>
    /// <param name="Stuck">Joins at which tokens may wait for ever.</param>
    /// <param name="Ends">The end can be reached from everywhere.</param>
    public sealed record Found(bool Whole, IReadOnlySet<string> Stuck, bool Ends);

    /// <summary>Tokens that somebody or something can complete.</summary>
    public static IReadOnlyList<int> Live(ProcessDefinition process, Marking marking) =>
        [.. marking.Tokens.Where(t => process[t.Value.Element].Kind != ElementKind.SubProcess).Select(t => t.Key)];

    /// <summary>The marking after a token was completed.</summary>
    public static Marking After(Marking marking, int token, Walked walked) => walked.Moves.Aggregate(
        marking with { Tokens = marking.Tokens.Remove(token) }, (m, move) => m.After(move));

    /// <summary>Completes tokens by chance until the process has ended; conditions hold by chance.</summary>
    /// <returns>How many steps it took; -1 if it had not ended after the most.</returns>
    public static int Random(ProcessDefinition process, int seed, int most, Action<Marking>? look = null)
    {
        var random = new Random(seed);
        // Towards the end conditions fail, so that loops are left by their default flow.
        var steps = 0;
        bool? Holds(Flow _) => random.Next(3 + steps / 20) == 0;
        var marking = Again(() => process.Start(Holds)).Moves.Aggregate(Marking.Empty, (m, move) => m.After(move));
        for (; steps < most; steps++)
        {
            look?.Invoke(marking);
            var live = Live(process, marking);
            if (live.Count == 0)
                return marking.Tokens.Count == 0 && marking.Joins.Values.All(w => w == 0) ? steps : throw new InvalidOperationException("A token is lost.");
            var token = live[random.Next(live.Count)];
            var before = marking;
            marking = After(marking, token, Again(() => process.After(before, token, Holds)));
        }
        return -1;
    }

    /// <summary>Walks every way: every order of completing, every outcome of conditions.</summary>
    public static Found Everything(ProcessDefinition process, int most)
    {
        var stuck = new HashSet<string>();
        var known = new Dictionary<string, Marking>();
        var before = new Dictionary<string, HashSet<string>>();
        var queue = new Queue<string>();
        var whole = true;
        foreach (var walked in Choices(h => process.Start(h), ref whole))
            Reach(null, Marking.Empty, walked);
        while (whole && queue.TryDequeue(out var key))
        {
            if (known.Count > most)
                whole = false;
            foreach (var token in Live(process, known[key]))
                foreach (var walked in Choices(h => process.After(known[key], token, h), ref whole))
                    Reach(key, known[key] with { Tokens = known[key].Tokens.Remove(token) }, walked);
        }
        var ends = new HashSet<string>();
        var back = new Queue<string>(known.Where(k => k.Value.Tokens.Count == 0).Select(k => k.Key));
        while (back.TryDequeue(out var at))
            if (ends.Add(at))
                foreach (var from in before[at])
                    back.Enqueue(from);
        return new Found(whole, stuck, known.Keys.All(ends.Contains));

        void Reach(string? from, Marking marking, Walked walked)
        {
            if (walked.StuckAt is { } at)
            {
                stuck.Add(at);
                return;
            }
            var to = walked.Moves.Aggregate(marking, (m, move) => m.After(move));
            var key = Key(to);
            if (known.TryAdd(key, to))
            {
                before[key] = [];
                queue.Enqueue(key);
            }
            if (from is not null)
                before[key].Add(from);
        }
    }

    private static Walked Again(Func<Walked> go)
    {
        for (var i = 0; i < 1000; i++)
            if (go() is { StuckAt: null } walked)
                return walked;
        throw new InvalidOperationException("No choice leads on.");
    }

    /// <summary>The same move under every outcome of the conditions that it asks for.</summary>
    private static List<Walked> Choices(Func<Func<Flow, bool?>, Walked> go, ref bool whole)
    {
        var (all, open) = (new List<Walked>(), new Stack<List<bool>>([[]]));
        while (open.TryPop(out var prefix))
        {
            if (all.Count > 64)
            {
                whole = false;
                break;
            }
            var asked = 0;
            var walked = go(_ => asked++ < prefix.Count && prefix[asked - 1]);
            all.Add(walked);
            if (asked > 8 || walked.Moves.Count > 30)
            {
                whole = false;
                break;
            }
            for (var i = prefix.Count; i < asked; i++)
                open.Push([.. prefix, .. Enumerable.Repeat(false, i - prefix.Count), true]);
        }
        return all;
    }

    // Numbers of tokens do not matter, only what lies in what.
    private static string Key(Marking marking)
    {
        var names = new Dictionary<int, string> { [0] = "" };
        foreach (var (token, place) in marking.Tokens)
            names[token] = $"{names.GetValueOrDefault(place.Host)}<{names.GetValueOrDefault(place.Parent)}>{place.Element}";
        return string.Join('|', names.Values.Order(StringComparer.Ordinal)) + "#" + string.Join('|', marking.Joins.Where(j => j.Value > 0).Select(j =>
            j.Key.Split(':', 2) is [var parent, var flow] && int.TryParse(parent, out var p) ? $"{names.GetValueOrDefault(p)}:{flow}={j.Value}"
                : $"{j.Key}={j.Value}")
            .Order(StringComparer.Ordinal));
    }
}
