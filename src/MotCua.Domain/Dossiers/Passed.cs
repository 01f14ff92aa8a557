using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>The step that was sent on last, as it stood before: what whoever sent it takes back while nobody has begun what follows.</summary>
/// <param name="Step">The step as it was, its due date too.</param>
/// <param name="Before">What was open before; where steps beside it changed since, they stay as they are now.</param>
/// <param name="Others">The steps that were open beside it; whatever else is open now came of it.</param>
/// <param name="By">Who sent it on.</param>
/// <param name="IsBegun">Somebody has begun what follows.</param>
[NoTerm("what a recall restores")]
public sealed record Passed(
    OpenStep Step, OpenSteps Before, ImmutableList<Token> Others, OfficerId? By, bool IsBegun)
{
    /// <summary>The same once somebody has begun.</summary>
    public Passed AsBegun() => this with { IsBegun = true };

    /// <summary>What is kept of a step that is sent on.</summary>
    public static Passed On(OpenSteps open, OpenStep step, OfficerId? by) =>
        new(step, open with { Passed = null }, [.. open.Steps.Where(s => s != step).Select(s => s.Token)], by, false);
}

/// <summary>What events about one step do to the last sending on.</summary>
internal static class Passing
{
    /// <summary>Somebody has begun a step; where it came of the last sending on, that is not taken back any more.</summary>
    public static OpenSteps Begun(this OpenSteps open, Token token) =>
        open.Passed is { } passed && !passed.Others.Contains(token) ? open with { Passed = passed.AsBegun() } : open;

    /// <summary>The last sending on is not taken back any more.</summary>
    public static OpenSteps Begun(this OpenSteps open) => open.Passed is { } passed ? open with { Passed = passed.AsBegun() } : open;

    /// <summary>The steps as they were before the last sending on; the others as they are now.</summary>
    public static OpenSteps Recalled(this OpenSteps open) => open.Passed is not { } passed ? open : open with
    {
        Steps = [.. open.Steps.Where(s => passed.Others.Contains(s.Token)).Append(passed.Step).OrderBy(s => s.Token.Value)],
        Joins = passed.Before.Joins, Waits = passed.Before.Waits, Scopes = passed.Before.Scopes, Spans = passed.Before.Spans, Passed = null,
    };
}
