using System.Globalization;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>Who acts.</summary>
[Term("chủ thể thực hiện")]
public enum ActorKind
{
    /// <summary>An officer.</summary>
    [Term("cán bộ")] Officer,
    /// <summary>The applicant.</summary>
    [Term("người nộp hồ sơ tự thực hiện")] Applicant,
    /// <summary>A job of the system.</summary>
    [Term("hệ thống")] Job,
    /// <summary>Another information system.</summary>
    [Term("hệ thống khác")] Foreign,
}

/// <summary>Who acts, and on whose behalf.</summary>
[NoTerm("who acts")]
public sealed record Actor(ActorKind Kind, OfficerId? Officer, OfficerId? OnBehalfOf = null)
{
    /// <summary>Whose work it is: the absent officer's, where another stands in for him, else the actor's.</summary>
    public OfficerId? Seat => OnBehalfOf ?? Officer;

    /// <summary>An officer.</summary>
    public static Actor Of(OfficerId officer) => new(ActorKind.Officer, officer);

    /// <summary>An officer who stands in for an absent one.</summary>
    public static Actor InPlaceOf(OfficerId absent, OfficerId substitute) => new(ActorKind.Officer, substitute, absent);

    /// <summary>A job of the system.</summary>
    public static readonly Actor Job = new(ActorKind.Job, null);
}

/// <summary>Everything outside the dossier that a decision rests on, read in the same transaction.</summary>
/// <param name="Duties">The duties that the act rests on: the actor's, or those of the absent officer that he does for him today.</param>
/// <param name="Calendar">The work calendar of a unit.</param>
/// <param name="Numbers">The numbers drawn for this act.</param>
[NoTerm("what a decision rests on")]
public sealed record Circumstances(
    DateTimeOffset Now, Actor By, IReadOnlyList<DutyGrant> Duties, ProcedureVersion Procedure, ProcessDefinition Process,
    RuleBook Rules, AgencyDirectory Agencies, Func<AgencyId, WorkCalendar> Calendar, IReadOnlyDictionary<Counter, long> Numbers)
{
    /// <summary>The duties of the officers that the act names (<see cref="DossierAct.Concerns"/>) and of those who did earlier steps.</summary>
    public IReadOnlyList<DutyGrant> DutiesOfOthers { get; init; } = [];

    /// <summary>Whether a dated list ("send-back", "supplement", "refuse-appraisal", "stop") has a code today.</summary>
    public Func<string, string, bool> KnowsReason { get; init; } = (_, code) => code.Length > 0;

    /// <summary>The reason of a dated list ("pause", "stop") that a code names today; null if there is none.</summary>
    public Func<string, string, LegalReason?> FindReason { get; init; } = (_, code) => code.Length > 0 ? LegalReason.Plain(code) : null;

    /// <summary>All versions of a process by its code, in order.</summary>
    public Func<string, IReadOnlyList<ProcessDefinition>> VersionsOf { get; init; } = _ => [];

    /// <summary>What the applicant declared, by the name of a field; null where it is not on record as data.</summary>
    public Func<string, Processes.DataValue?> Declared { get; init; } = _ => null;

    /// <summary>The dossiers to which acts are done in the same transaction, where there are several.</summary>
    public IReadOnlyCollection<DossierId> Together { get; init; } = [];

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Vietnam.Day(Now);

    /// <summary>Whether an officer, the actor or one that the act names, holds a duty at a unit today.</summary>
    public bool Holds(OfficerId officer, Duty duty, AgencyId unit) =>
        Duties.Concat(DutiesOfOthers).Any(g => g.Officer == officer && g.Duty == duty && g.Unit == unit && g.HoldsOn(Today));

    /// <summary>The row of a rule for this dossier: chosen by the day of reception or of the act, as the row itself says.</summary>
    /// <exception cref="InvalidOperationException">There is no such row.</exception>
    public Rule Rule(string key, Dossier dossier)
    {
        var received = dossier.Case.Status == DossierStatus.Unborn ? Today : Vietnam.Day(dossier.Case.ReceivedAt);
        var scopes = Scopes(dossier);
        var today = Rules.Find(key, Today, scopes);
        var row = today is null or { Binds: Binds.Reception } ? Rules.Find(key, received, scopes) : today;
        return row ?? throw new InvalidOperationException($"No row of rule '{key}' holds.");
    }

    /// <summary>The scopes in which rules are asked for a dossier: its procedure, its units, its province or ministry.</summary>
    public string[] Scopes(Dossier dossier) => RuleScopes.Of(Agencies, Procedure.Code, dossier.Case.Reception, dossier.Case.Competent);

    /// <summary>A rule as a whole number.</summary>
    public int Number(string key, Dossier dossier) => int.Parse(Rule(key, dossier).Value, CultureInfo.InvariantCulture);

    /// <summary>The hour after which paper goes over on the next working day, and "trong ngày" means the next one (15:00).</summary>
    public DayCutOff CutOff(Dossier dossier) => DayCutOff.Of(Rule("paper.cut-off", dossier));

    /// <summary>The counter of a form's number: one series per unit, form and year (R-FORM-15).</summary>
    public Counter FormCounter(string form, AgencyId unit) => new($"{form}:{unit.Value}", Today.Year.ToString(CultureInfo.InvariantCulture));
}
