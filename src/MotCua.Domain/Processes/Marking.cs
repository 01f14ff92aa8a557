using System.Collections.Immutable;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>Where a token stands.</summary>
/// <param name="Parent">Token of the sub-process around it; 0 for none.</param>
/// <param name="Host">For what waits on a border: token of the activity; 0 for none.</param>
[NoTerm("part of the state of the engine")]
public sealed record Place(string Element, int Parent = 0, int Host = 0);

/// <summary>Where a process stands: its tokens by number, and how many tokens wait at joins.</summary>
/// <param name="Joins">By element where flows have no ids; else by <see cref="Input"/>.</param>
[NoTerm("the state of the engine")]
public sealed record Marking(ImmutableSortedDictionary<int, Place> Tokens, ImmutableSortedDictionary<string, int> Joins, int NextToken)
{
    /// <summary>Nothing has started.</summary>
    public static readonly Marking Empty = new(ImmutableSortedDictionary<int, Place>.Empty, ImmutableSortedDictionary<string, int>.Empty, 1);

    /// <summary>The name of an input of a join: each sub-process that is open has its own.</summary>
    public static string Input(int parent, string flow) => $"{parent}:{flow}";

    /// <summary>The same after a move, as a dossier stores it.</summary>
    public Marking After(Move move) => move switch
    {
        Move.Opens o => this with { Tokens = Tokens.SetItem(o.Token, new Place(o.Element, o.Parent, o.Host)), NextToken = Math.Max(NextToken, o.Token + 1) },
        Move.Leaves l => this with { Tokens = Tokens.Remove(l.Token) },
        Move.Cancels c => this with { Tokens = Tokens.Remove(c.Token) },
        Move.Joins j => this with { Joins = Joins.SetItem(j.Element, j.Waiting) },
        Move.Reaches r when r.Waiting == 0 => this with { Joins = Joins.Remove(Input(r.Parent, r.Flow)) },
        Move.Reaches r => this with { Joins = Joins.SetItem(Input(r.Parent, r.Flow), r.Waiting) },
        _ => this,
    };
}

/// <summary>A move of the engine; the dossier records it as an event.</summary>
[NoTerm("a move of the engine")]
public abstract record Move
{
    private Move() { }

    /// <summary>A token reaches a step, a wait or a sub-process; or something begins to wait on the border of one.</summary>
    public sealed record Opens(int Token, string Element, int Parent = 0, int Host = 0) : Move;

    /// <summary>A sub-process has ended by itself.</summary>
    public sealed record Leaves(int Token, string Element) : Move;

    /// <summary>A token is taken away: a border interrupted it, its part was terminated, or what it waited beside is done.</summary>
    public sealed record Cancels(int Token, string Element) : Move;

    /// <summary>A token waits at a join; <paramref name="Waiting"/> tokens now wait there (0: the join has fired).</summary>
    public sealed record Joins(string Element, int Waiting) : Move;

    /// <summary>So many tokens now wait at one input of a join.</summary>
    public sealed record Reaches(string Element, string Flow, int Parent, int Waiting) : Move;

    /// <summary>The last token has reached an end.</summary>
    /// <param name="Error">It ended with an error.</param>
    public sealed record Ends(bool Error = false) : Move;
}

/// <summary>What the engine comes to.</summary>
/// <param name="Moves">In order; empty if stuck.</param>
/// <param name="StuckAt">Id of the element from which no way leads on; null if all went well.</param>
[NoTerm("the answer of the engine")]
public sealed record Walked(IReadOnlyList<Move> Moves, string? StuckAt);

/// <summary>Runs a process: pure and deterministic; its moves are what the dossier stores.</summary>
public static class Engine
{
    /// <summary>The moves that begin the process.</summary>
    /// <param name="holds">Whether the condition of a flow holds; null where nobody knows.</param>
    /// <param name="first">Number of the first token; later ones where the process starts anew.</param>
    public static Walked Start(this ProcessDefinition process, Func<Flow, bool?>? holds = null, int first = 1)
    {
        var walk = new Walk(process, Marking.Empty with { NextToken = first }, holds);
        walk.Begin();
        return walk.End();
    }

    /// <summary>The moves after the step or wait of a token was completed, or after what waited on a border happened.</summary>
    /// <param name="again">What waited on a border without interrupting goes on waiting for the next time.</param>
    /// <exception cref="KeyNotFoundException">The token is not there.</exception>
    public static Walked After(this ProcessDefinition process, Marking marking, int token, Func<Flow, bool?>? holds = null, bool again = false)
    {
        var walk = new Walk(process, marking, holds);
        walk.Complete(token, again);
        return walk.End();
    }

    /// <summary>What goes when a token is given up without being completed: what waited on its border.</summary>
    public static IReadOnlyList<Move> Abandon(this Marking marking, int token) =>
        [.. marking.Tokens.Where(t => t.Value.Host == token).Select(t => new Move.Cancels(t.Key, t.Value.Element))];

    /// <summary>The moves that open an element anew beside the flow, as when a step is sent back.</summary>
    public static IReadOnlyList<Move> Reopen(this ProcessDefinition process, Marking marking, string element, int parent)
    {
        var walk = new Walk(process, marking, null);
        walk.Open(process[element], parent);
        return walk.Moves;
    }
}
