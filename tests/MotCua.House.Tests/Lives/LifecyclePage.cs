using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.House.Tests.Lives;

/// <summary>LIFECYCLE.md: what may be done to a dossier in each status, asked of the acts themselves.</summary>
internal static class LifecyclePage
{
    private const string Head = """
        # The life of a dossier

        Asked of the acts themselves: every situation that can be reached in a process of two parallel steps, on the day of reception and two weeks
        later. `./test --write` rewrites this page, a stale one fails.

        ## Moves

        ```mermaid
        stateDiagram-v2

        """;

    private const string Kinds = """
        ```

        ## Acts

        Who may do it, and at which unit of the dossier the duty must be held.

        | act | legal term | law | duty | at |
        |---|---|---|---|---|

        """;

    private const string Table = """

        | act | may | at steps | why not |
        |---|---|---|---|

        """;

    /// <summary>The page.</summary>
    public static string Print(Situations situations) =>
        Head + Lines(Moves(situations)) + Kinds + Lines(ActKinds.All.Select(Kind))
        + string.Concat(Enum.GetValues<DossierStatus>().Select(s => $"\n## {s}: {Terms.Of(s)}\n" + Table + Lines(Answers(situations, s))));

    private static IEnumerable<string> Moves(Situations situations) => situations.Ways
        .Where(w => w.From.Case.Status != w.To.Case.Status)
        .Select(w => $"    {Place(w.From)} --> {Place(w.To)} : {ActKinds.Of(w.Act).Name}")
        .Concat(situations.Dossiers.Where(d => d.IsClosed).Select(d => $"    {d.Case.Status} --> [*]"))
        .Distinct().Order(StringComparer.Ordinal);

    private static string Place(Dossier dossier) => dossier.Case.Status == DossierStatus.Unborn ? "[*]" : dossier.Case.Status.ToString();

    private static string Kind(ActKind kind) =>
        $"| `{kind.Name}` | {kind.Term} | {kind.Law} | {string.Join(" / ", kind.Needs.AnyOf.Select(d => Terms.Of(d)))} | {Unit(kind.Needs.At)} |";

    private static string Unit(At at) => at switch
    {
        At.Step => "the step",
        At.Return => "return",
        At.Competent => "agency that resolves",
        At.Named => "a unit that the act names",
        At.Wait => "the wait",
        _ => "reception",
    };

    /// <summary>One line for each act and answer in a status.</summary>
    private static IEnumerable<string> Answers(Situations situations, DossierStatus status) =>
        from kind in ActKinds.All
        from answer in situations.Dossiers.Where(d => d.Case.Status == status).SelectMany(d => Ask(kind, d, situations.Days))
            .GroupBy(a => a.Why?.Code ?? "").OrderBy(g => g.Key, StringComparer.Ordinal)
        let steps = answer.Select(a => a.Step).OfType<StepKind>().Distinct().Order().Select(s => Terms.Of(s))
        select $"| `{kind.Name}` | {(answer.Key == "" ? "yes" : "no")} | {string.Join(", ", steps)} | {Why(answer.First().Why)} |";

    private static IEnumerable<(StepKind? Step, Refusal? Why)> Ask(ActKind kind, Dossier dossier, IReadOnlyList<Circumstances> days) =>
        from now in days
        from step in kind.OnStep && !dossier.Open.Steps.IsEmpty ? dossier.Open.Steps.Select(s => (OpenStep?)s) : [null]
        select (step?.Kind, kind.Allows(dossier, step, now));

    private static string Why(Refusal? refusal) => refusal is null
        ? ""
        : $"`{refusal.Code}` {refusal.Sentence}{(refusal.Law is { } law ? $" ({law})" : "")}";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));
}
