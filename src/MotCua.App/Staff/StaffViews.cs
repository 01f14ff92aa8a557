using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.App.Staff;

/// <summary>A unit in the tree that somebody sees.</summary>
/// <param name="Depth">How deep it stands, from 0 for the highest that he sees.</param>
public sealed record StaffUnit(Agency Unit, int Depth);

/// <summary>An officer among the staff of a unit.</summary>
/// <param name="Today">His duties there that hold today.</param>
/// <param name="Coming">His duties there that begin later.</param>
/// <param name="Away">Who stands in for him today; null while nobody does.</param>
public sealed record StaffLine(OfficerRow Officer, IReadOnlyList<DutyGrantRow> Today, IReadOnlyList<DutyGrantRow> Coming, string? Away);

/// <summary>An officer with everything that was decided about his duties.</summary>
/// <param name="Grants">All duties ever given, latest first.</param>
/// <param name="Requests">Proposals, latest first.</param>
/// <param name="Backups">Entries of backup lists.</param>
/// <param name="Substitutions">Where he is the absent one or the substitute, latest first.</param>
/// <param name="Names">Names of all officers that these rows name.</param>
/// <param name="OpenSteps">How many open steps he has.</param>
/// <param name="Keeps">Whether whoever looks keeps the account.</param>
/// <param name="MayReopen">Whether whoever looks may give a one-time password.</param>
public sealed record OfficerView(
    OfficerRow Officer, IReadOnlyList<DutyGrantRow> Grants, IReadOnlyList<DutyRequestRow> Requests, IReadOnlyList<BackupRow> Backups,
    IReadOnlyList<SubstitutionRow> Substitutions, IReadOnlyDictionary<int, string> Names, int OpenSteps, bool Keeps, bool MayReopen)
{
    /// <summary>The duties that hold on a day or later.</summary>
    public IEnumerable<DutyGrantRow> Standing(DateOnly day) => Grants.Where(g => g.To is null || (g.To >= day && g.To >= g.From));
}

/// <summary>What waits for a second person.</summary>
public sealed record WaitingDecisions(
    IReadOnlyList<DutyRequestRow> Requests, IReadOnlyList<SubstitutionRow> Substitutions, IReadOnlyDictionary<int, string> Names);

/// <summary>A line of the official or the backup list of a one-stop unit.</summary>
/// <param name="Sent">The agency that sent him; null for the unit's own.</param>
public sealed record RosterLine(
    OfficerRow Officer, IReadOnlyList<Duty> Duties, GrantKind Kind, DateOnly From, DateOnly? To, string Basis, DateOnly? BasisDay, string? Sent);

/// <summary>The official and the backup list of a unit on a day (R-ADM-09, R-ADM-10).</summary>
/// <param name="WithoutBackup">Agencies whose people stand on the official list and that have too few backups.</param>
/// <param name="Fewest">How many backups the rule asks of each.</param>
public sealed record Roster(
    Agency Unit, DateOnly Day, IReadOnlyList<RosterLine> Official, IReadOnlyList<RosterLine> Backup, IReadOnlyList<string> WithoutBackup, int Fewest,
    string Law);
