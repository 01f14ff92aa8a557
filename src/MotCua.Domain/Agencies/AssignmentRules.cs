using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Agencies;

/// <summary>What the dated rows say of duties on a day: who may hold what, what does not go together, for how long, who must approve.</summary>
/// <param name="Incompatible">Pairs of duties that one person may not hold at the same time.</param>
/// <param name="OutsideState">Duties that staff outside the state may hold.</param>
/// <param name="TwoPersons">Duties that one person proposes and another approves.</param>
/// <param name="Substitutable">Duties that a substitute may do.</param>
/// <param name="ShortestMonths">Shortest term of a secondment.</param>
/// <param name="LongestMonths">Longest term of a secondment.</param>
/// <param name="Years">Years of service that one-stop staff need.</param>
[NoTerm("a reading of the dated rows")]
public sealed record AssignmentRules(
    IReadOnlyList<(Duty One, Duty Other)> Incompatible, IReadOnlySet<Duty> OutsideState, IReadOnlySet<Duty> TwoPersons,
    IReadOnlySet<Duty> Substitutable, int ShortestMonths, int LongestMonths, int Years)
{
    /// <summary>Text of the rows on secondment and on service, as cited.</summary>
    public required (string Secondment, string Service, string OutsideState, string Incompatible) Law { get; init; }

    /// <summary>The rows of a day.</summary>
    /// <param name="unit">Code of the unit; a row for the unit alone wins over the nation's.</param>
    /// <exception cref="InvalidOperationException">A row is missing for the day: a fault of the data.</exception>
    public static AssignmentRules On(DateOnly day, RuleBook rules, string unit)
    {
        var scope = $"unit:{unit}";
        var months = rules.Text("duty.secondment.months", day, scope).Split("..");
        return new AssignmentRules(
            Pairs(rules.Text("duty.incompatible", day, scope)), Duties(rules.Text("duty.outside-state", day, scope)),
            Duties(rules.Text("duty.two-persons", day, scope)), Duties(rules.Text("duty.substitutable", day, scope)),
            Whole(months[0]), Whole(months[1]), rules.Number("duty.service.years", day, scope))
        {
            Law = (
                rules.Find("duty.secondment.months", day, scope)!.LegalBasis, rules.Find("duty.service.years", day, scope)!.LegalBasis,
                rules.Find("duty.outside-state", day, scope)!.LegalBasis, rules.Find("duty.incompatible", day, scope)!.LegalBasis),
        };
    }

    /// <summary>The duty among those held that does not go together with one; null if all do.</summary>
    public Duty? Conflict(Duty duty, IEnumerable<Duty> held) => held
        .Where(h => Incompatible.Any(p => (p.One == duty && p.Other == h) || (p.One == h && p.Other == duty))).Select(h => (Duty?)h).FirstOrDefault();

    /// <summary>Whether staff of a kind may hold a duty.</summary>
    public bool Allows(StaffKind staff, Duty duty) => staff is StaffKind.CivilServant or StaffKind.PublicEmployee || OutsideState.Contains(duty);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static HashSet<Duty> Duties(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Duty>)];

    // "Administer:Sign|Handle;Audit:Administer"
    private static List<(Duty, Duty)> Pairs(string text) =>
    [
        .. from line in text.Split(';', StringSplitOptions.RemoveEmptyEntries)
           let parts = line.Split(':')
           from other in Duties(parts[1])
           select (Enum.Parse<Duty>(parts[0]), other),
    ];
}
