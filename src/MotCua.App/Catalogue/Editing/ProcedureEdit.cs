using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Editing;

/// <summary>What an administrator wants a procedure to say from a day on.</summary>
/// <param name="Says">The whole version; its number and days do not count.</param>
/// <param name="Base">The version that the form was filled from.</param>
/// <param name="Seen">The highest version there was when the form was shown.</param>
/// <param name="From">First day; today or later.</param>
/// <param name="Reason">Why; kept with who and when.</param>
public sealed record ProcedureEdit(ProcedureVersion Says, int Base, int Seen, DateOnly From, string Reason)
{
    /// <summary>Which of the changed fields an import shall leave alone from now on.</summary>
    public IReadOnlyCollection<CatalogueField> Lock { get; init; } = [];

    /// <summary>The defect that this mends; null for none.</summary>
    public int? Defect { get; init; }
}

/// <summary>A version that came while somebody was editing, or one in a list.</summary>
/// <param name="By">Who made it by hand; null for an import or the seed.</param>
/// <param name="At">When it was made by hand.</param>
public sealed record VersionLine(int Version, DateOnly From, DateOnly? To, VersionOrigin Origin, string? By, DateTimeOffset? At, string? Reason)
{
    /// <summary>Another version took its place before it came into force.</summary>
    public bool NeverHeld => To < From;
}

/// <summary>What would come, or came, of an edit.</summary>
/// <param name="Comparison">The version it was made from beside what it says; null where that could not be read.</param>
/// <param name="Findings">Everything wrong or odd with what it says.</param>
/// <param name="Refusals">Why it was not, or would not be, saved; empty if it may be.</param>
/// <param name="Newer">Versions that came meanwhile.</param>
/// <param name="Made">The version that was made; null if none was.</param>
public sealed record EditOutcome(
    Comparison? Comparison, IReadOnlyList<Finding> Findings, IReadOnlyList<Refusal> Refusals, IReadOnlyList<VersionLine> Newer, ProcedureVersion? Made)
{
    /// <summary>The version that stands after it, where it does not last for ever.</summary>
    public VersionLine? Next { get; init; }

    /// <summary>What is odd, and does not keep it from being saved.</summary>
    public IEnumerable<Refusal> Warnings => Findings.Where(f => !f.Blocks).Select(f => f.Said);

    internal static EditOutcome Of(Refusal no) => new(null, [], [no], [], null);
}
