using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Time;

namespace MotCua.App.Papers;

/// <summary>A line of the timeline: what happened, who did it, when.</summary>
/// <param name="Officer">Name of who did it; null for no officer.</param>
/// <param name="OnBehalfOf">Name of in whose place.</param>
/// <param name="Step">Name of the step that the event changes; null if it changes none.</param>
/// <param name="Texts">The officer's own words that the event holds the ids of.</param>
public sealed record TimelineLine(
    DossierEventRow Row, DossierEvent Event, string? Officer, string? OnBehalfOf, string? Step, IReadOnlyList<TextRow> Texts)
{
    /// <summary>The first of its words; null if there are none or they were erased.</summary>
    public string? Text => Texts.Count > 0 ? Texts[0].Body : null;
}

/// <summary>Why an account of the due date was made.</summary>
public enum AccountCause
{
    /// <summary>The dossier was received.</summary>
    Reception,
    /// <summary>The limit began anew after a supplement.</summary>
    Supplement,
    /// <summary>The limit ran on after a supplement.</summary>
    Waited,
    /// <summary>The clock ran on after a pause.</summary>
    Pause,
    /// <summary>Officers changed the due date.</summary>
    Change,
}

/// <summary>An account of the due date as it was stored: the first at reception, another whenever the due date became another.</summary>
/// <param name="At">When it was worked out.</param>
/// <param name="Line">The line of the timeline that brought it.</param>
public sealed record StoredAccount(DateTimeOffset At, AccountCause Cause, DueDateAccount Account, TimelineLine Line)
{
    /// <summary>Whether the limit was counted anew after a supplement.</summary>
    public bool Restarted => Cause == AccountCause.Supplement;
}

/// <summary>Everything that the page of one dossier shows.</summary>
/// <param name="Now">The circumstances of whoever looks, with his own duties.</param>
/// <param name="Timeline">Every event, oldest first.</param>
/// <param name="Officers">Names of the officers that the log and the open steps name.</param>
public sealed record DossierView(
    Dossier Dossier, Circumstances Now, Sight Sight, IReadOnlyList<TimelineLine> Timeline, IReadOnlyList<PartyRow> Parties,
    IReadOnlyList<DossierPaperRow> Papers, IReadOnlyList<TextRow> Texts, IReadOnlyList<OutboxRow> Outbox,
    IReadOnlyDictionary<int, string> Officers, ReferenceData Reference)
{
    /// <summary>Name of a component of the procedure version; its code where it has none such.</summary>
    public string PaperName(string component) => Now.Procedure.Papers.FirstOrDefault(p => p.Code == component)?.Name ?? component;

    /// <summary>The duty by which the actor sees it; null for a job.</summary>
    public Domain.Agencies.DutyGrant? By { get; init; }

    /// <summary>The dossiers of the same group of linked procedures: for the dossier of the group its parts in order, for a part the group's.</summary>
    public IReadOnlyList<DossierRow> Linked { get; init; } = [];

    /// <summary>What the applicant declared, by name.</summary>
    public IReadOnlyList<DossierDeclaredRow> Declared { get; init; } = [];

    /// <summary>The owner.</summary>
    public PartyRow Owner => Parties.First(p => p.Id == Dossier.Case.Owner.Value);

    /// <summary>The submitter; the owner himself as a rule.</summary>
    public PartyRow Submitter => Parties.First(p => p.Id == Dossier.Case.Submitter.Value);

    /// <summary>The words of a text; null once erased.</summary>
    public string? TextOf(TextId id) => Texts.FirstOrDefault(t => t.Id == id.Value)?.Body;

    /// <summary>What the national portal calls the status; null where it has no row.</summary>
    public (string Code, string Name)? NationalStatus =>
        Reference.NationalStatuses.TryGetValue(PortalStatus.Of(Dossier.Case), out var national) ? national : null;

    /// <summary>Every account of the due date ever stored, the one in force first.</summary>
    public IReadOnlyList<StoredAccount> Accounts => [.. Timeline.Select(l => l.Event switch
    {
        Received received => new StoredAccount(l.Row.At, AccountCause.Reception, received.Due, l),
        SupplementAccepted accepted => new StoredAccount(l.Row.At, AccountCause.Supplement, accepted.Due, l),
        SupplementCompleted completed => new StoredAccount(l.Row.At, AccountCause.Waited, completed.Due, l),
        ClockResumed resumed => new StoredAccount(l.Row.At, AccountCause.Pause, resumed.Due, l),
        DueChanged changed => new StoredAccount(l.Row.At, AccountCause.Change, changed.Due, l),
        _ => null,
    }).OfType<StoredAccount>().Reverse()];

    /// <summary>What was paid, oldest first.</summary>
    public IReadOnlyList<(TimelineLine Line, Paid Paid)> Payments =>
        [.. Timeline.Where(l => l.Event is Paid).Select(l => (l, (Paid)l.Event))];

    /// <summary>What came after a version that somebody saw, oldest first.</summary>
    public IReadOnlyList<TimelineLine> Since(int version) => [.. Timeline.Where(l => l.Row.Version > version)];

    /// <summary>The circumstances of whoever looks in the place of each absent officer that he stands in for today.</summary>
    public IReadOnlyList<Circumstances> InPlace { get; init; } = [];

    /// <summary>What may be done now by whoever looks: in his own right, and what is left in the place of absent officers. Nothing else is
    /// asked anywhere.</summary>
    public IReadOnlyList<(ActKind Kind, OpenStep? Step, OfficerId? InPlaceOf)> Allowed => [.. new[] { Now }.Concat(InPlace)
        .SelectMany(c => ActKinds.Allowed(Dossier, c).Select(a => (a.Kind, a.Step, c.By.OnBehalfOf)))
        .DistinctBy(a => (a.Kind.Name, a.Step?.Token))];

    /// <summary>The circumstances in the place of an absent officer; null for one's own. Whoever stands in for him no longer holds nothing there.</summary>
    public Circumstances For(OfficerId? absent) => absent is not { } whom ? Now
        : InPlace.FirstOrDefault(c => c.By.OnBehalfOf == whom) ?? Now with { By = Now.By with { OnBehalfOf = whom }, Duties = [] };

    /// <summary>The words of a reason of a dated list, as of the day it was given.</summary>
    public string ReasonText(string list, string code, DateOnly day) =>
        (Reference.ReasonsOf(list, day).FirstOrDefault(r => r.Code == code)
            ?? Reference.Reasons.LastOrDefault(r => r.Kind == list && r.Code == code))?.Text ?? code;

    /// <summary>Name of an open or past step's element.</summary>
    public string ElementName(string element) => ElementNames.Of(Reference, Now.Process, element);
}
