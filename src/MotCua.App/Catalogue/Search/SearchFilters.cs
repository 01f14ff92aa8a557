using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Search;

/// <summary>What is looked for beside the words; all that are given must hold.</summary>
/// <param name="Event">Key of an event of life.</param>
/// <param name="Only">A further condition, such as: received at this unit.</param>
[NoTerm("conditions of a search")]
public sealed record SearchFilters(
    string? Sector = null, string? Agency = null, Level? Level = null, string? Event = null, OnlineLevel? Online = null, Func<ProcedureLine, bool>? Only = null)
{
    /// <summary>No condition.</summary>
    public static SearchFilters None { get; } = new();

    /// <summary>Makes lines more or less likely: 1 changes nothing. Among equally good ones it decides the order.</summary>
    public Func<ProcedureLine, float>? Weigh { get; init; }

    /// <summary>The last word may be unfinished, since somebody is still typing.</summary>
    public bool Typing { get; init; }

    internal bool Hold(ProcedureLine line) =>
        (Sector is null || line.Sector == Sector) && (Agency is null || line.Agency == Agency)
        && (Level is not { } level || line.Levels.Contains(level)) && (Online is not { } online || line.Online == online)
        && (Only is null || Only(line));
}

/// <summary>A procedure that was found.</summary>
/// <param name="Score">How well it answers; comparable inside one answer only.</param>
/// <param name="Why">The keyword or event of life that answers; null where the name shows it.</param>
/// <param name="Matched">Words that answered here, what of the name is marked: without tones ("ket"), or with them ("=hôn0").</param>
[NoTerm("an answer of the search")]
public sealed record FoundLine(ProcedureLine Line, float Score, string? Why, IReadOnlySet<string> Matched);

/// <summary>A people's word of the query and what the law says for it.</summary>
[NoTerm("an answer of the search")]
public sealed record Understood(string Said, string Meant);

/// <summary>What was found.</summary>
/// <param name="Total">How many answer, shown or not.</param>
/// <param name="Meanings">What the people's words of the query were taken for, by the best procedure.</param>
/// <param name="Read">How the words were read, where something was corrected: "dang ky ket hon"; null where nothing was.</param>
[NoTerm("an answer of the search")]
public sealed record SearchAnswer(IReadOnlyList<FoundLine> Found, int Total, IReadOnlyList<Understood> Meanings, string? Read);
