using System.Collections.Immutable;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>Where a process stands: its tokens by number, and how many tokens each waiting join holds.</summary>
[NoTerm("the state of the engine")]
public sealed record Marking(ImmutableSortedDictionary<int, string> Tokens, ImmutableSortedDictionary<string, int> Joins, int NextToken)
{
    /// <summary>Nothing has started.</summary>
    public static readonly Marking Empty = new(ImmutableSortedDictionary<int, string>.Empty, ImmutableSortedDictionary<string, int>.Empty, 1);
}

/// <summary>A move of the engine; the dossier records it as an event.</summary>
[NoTerm("a move of the engine")]
public abstract record Move
{
    private Move() { }

    /// <summary>A token reaches a task: a step opens.</summary>
    public sealed record Opens(int Token, string Element) : Move;

    /// <summary>A token waits at a join; <paramref name="Waiting"/> tokens now wait there (0: the join has fired).</summary>
    public sealed record Joins(string Element, int Waiting) : Move;

    /// <summary>The last token has reached an end.</summary>
    public sealed record Ends : Move;
}

/// <summary>Runs a process: pure and deterministic; its moves are what the dossier stores.</summary>
public static class Engine
{
    /// <summary>The moves that begin the process.</summary>
    public static IReadOnlyList<Move> Start(this ProcessDefinition process) =>
        Walk(process, Marking.Empty, process.Elements.Where(e => e.Kind == ElementKind.Start).Select(e => e.Id));

    /// <summary>The moves after the step of a token was completed.</summary>
    /// <exception cref="KeyNotFoundException">The token is not there.</exception>
    public static IReadOnlyList<Move> After(this ProcessDefinition process, Marking marking, int token)
    {
        var at = marking.Tokens[token];
        return Walk(process, marking with { Tokens = marking.Tokens.Remove(token) }, [at]);
    }

    private static List<Move> Walk(ProcessDefinition process, Marking marking, IEnumerable<string> from)
    {
        var moves = new List<Move>();
        var queue = new Queue<string>(from.SelectMany(process.Next));
        var (joins, next, open) = (marking.Joins, marking.NextToken, marking.Tokens.Count);
        while (queue.TryDequeue(out var id))
        {
            switch (process[id].Kind)
            {
                case ElementKind.Task:
                    moves.Add(new Move.Opens(next++, id));
                    open++;
                    break;
                case ElementKind.Join:
                    var waiting = joins.GetValueOrDefault(id) + 1;
                    if (waiting == process.Incoming(id))
                        foreach (var after in process.Next(id))
                            queue.Enqueue(after);
                    waiting %= process.Incoming(id);
                    joins = joins.SetItem(id, waiting);
                    moves.Add(new Move.Joins(id, waiting));
                    break;
                case ElementKind.End:
                    break;
                default:
                    foreach (var after in process.Next(id))
                        queue.Enqueue(after);
                    break;
            }
        }
        if (open == 0 && joins.Values.All(w => w == 0))
            moves.Add(new Move.Ends());
        return moves;
    }
}
