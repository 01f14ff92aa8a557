namespace MotCua.House.Tests.Law;

/// <summary>docs/law/COVERAGE.md: which requirements of the law are proven by a test, and which are not yet.</summary>
internal static class CoveragePage
{
    private const string Head = """
        # Requirements of the law and their proofs

        `requirements.csv` says of each requirement whether software has to do it, and which issue builds it; a test that carries
        `[Requirement("…")]` proves one. `./test --write` rewrites this page, a stale one fails. *later*: software, of an issue that is not open yet;
        *unknown text*: the wording has not been read, so nothing is built on it.

        | group | for software | proven | missing | later | organisation | unknown text |
        |---|---|---|---|---|---|---|

        """;

    private const string Issues = """

        | issue | for software | proven | missing |
        |---|---|---|---|

        """;

    private const string Table = """

        | id | kind | issue | proven by |
        |---|---|---|---|

        """;

    /// <summary>The page.</summary>
    public static string Print(IReadOnlyList<Requirement> list, IReadOnlyCollection<Proof> proofs)
    {
        var by = proofs.ToLookup(p => p.Id, p => $"{Project(p)}/{p.Test}");
        var groups = list.GroupBy(r => r.Group).ToList();
        return Head + Lines(groups.Select(g => Sum(g.Key, [.. g], by)).Append(Sum("all", list, by)))
            + Issues + Lines(list.Where(r => r.Kind == "software").GroupBy(r => r.Issue).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Sum(g, by)))
            + string.Concat(groups.Select(g => $"\n## {g.Key}\n" + Table + Lines(g.Select(r => Row(r, by)))));
    }

    private static string Sum(string name, IReadOnlyList<Requirement> group, ILookup<string, string> by)
    {
        var software = group.Where(r => r.Kind == "software").ToList();
        var proven = software.Count(r => by.Contains(r.Id));
        int Of(string kind) => group.Count(r => r.Kind == kind);
        return $"| {name} | {software.Count} | {proven} | {software.Count - proven} | {Of("later")} | {Of("organisation")} | {Of("unknown text")} |";
    }

    private static string Sum(IGrouping<string, Requirement> issue, ILookup<string, string> by)
    {
        var proven = issue.Count(r => by.Contains(r.Id));
        return $"| {issue.Key} | {issue.Count()} | {proven} | {issue.Count() - proven} |";
    }

    private static string Row(Requirement r, ILookup<string, string> by)
    {
        var tests = string.Join(", ", by[r.Id].Distinct().Order(StringComparer.Ordinal));
        return $"| {r.Id} | {r.Kind} | {r.Issue} | {(tests.Length > 0 ? tests : r.Kind == "software" ? "**missing**" : "")} |";
    }

    private static string Project(Proof proof) => proof.File.Path.Split('/')[1]["MotCua.".Length..].Replace(".Tests", "", StringComparison.Ordinal);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));
}
