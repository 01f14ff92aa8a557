using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Catalogue;

/// <summary>Which of the usual processes a procedure could take.</summary>
[NoTerm("a proposal to an administrator")]
public static class ProcessProposal
{
    private const string Commune = "commune-usual-", Province = "province-usual-";

    /// <summary>The longest usual process of the procedure's level that fits into its shortest limit; null where none does, or no limit is known.</summary>
    /// <param name="processes">The processes in force.</param>
    public static ProcessDefinition? For(ProcedureVersion version, IReadOnlyList<ProcessDefinition> processes) =>
        Checks.ShortestHours(version) is not { } limit || Prefix(version) is not { } prefix
            ? null
            : processes.Where(p => p.Code.StartsWith(prefix, StringComparison.Ordinal) && p.Longest() <= limit)
                .OrderByDescending(p => p.Longest()).ThenBy(p => p.Code, StringComparer.Ordinal).FirstOrDefault();

    private static string? Prefix(ProcedureVersion version) => version.Levels.Prepend(version.CompetentLevel).Select(l => l switch
    {
        Level.Commune => Commune,
        Level.Province => Province,
        _ => null,
    }).FirstOrDefault(p => p is not null);
}
