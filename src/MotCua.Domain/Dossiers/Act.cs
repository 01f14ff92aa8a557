using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>What an act comes to: events, or a refusal.</summary>
[NoTerm("the answer of an act")]
public sealed record Decision
{
    private Decision(Refusal? refusal, IReadOnlyList<DossierEvent> events) => (Refusal, Events) = (refusal, events);

    /// <summary>Why it may not be done; null if it may.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What happened; empty if refused.</summary>
    public IReadOnlyList<DossierEvent> Events { get; }

    /// <summary>Done: these events, in order.</summary>
    public static Decision Of(params IEnumerable<DossierEvent> events) => new(null, [.. events]);

    /// <summary>Done: one event.</summary>
    public static implicit operator Decision(DossierEvent e) => new(null, [e]);

    /// <summary>Not done.</summary>
    public static implicit operator Decision(Refusal no) => new(no, []);
}

/// <summary>Which unit of the dossier a duty must be held at.</summary>
[NoTerm("a place in the dossier")]
public enum At
{
    /// <summary>The one-stop unit that received it (for a new dossier: the unit that receives).</summary>
    Reception,
    /// <summary>The unit of the step.</summary>
    Step,
    /// <summary>The one-stop unit that hands the result over.</summary>
    Return,
    /// <summary>The agency that resolves the dossier: what its head signs.</summary>
    Competent,
    /// <summary>The unit that looks after the wait.</summary>
    Wait,
    /// <summary>The unit that sent the dossier on last.</summary>
    Sender,
    /// <summary>The unit that is asked for its opinion.</summary>
    Consulted,
    /// <summary>The unit to which paper is on its way.</summary>
    Parcel,
    /// <summary>The unit that asked others to cooperate on the step.</summary>
    Asker,
    /// <summary>A unit that the act itself names.</summary>
    Named,
}

/// <summary>The duty an act needs, and at which unit.</summary>
/// <param name="AnyOf">One of these duties is enough; none at all: only the system itself does it.</param>
[NoTerm("what an act needs")]
public sealed record Needs(At At, params IReadOnlyList<Duty> AnyOf)
{
    /// <summary>Refusal if the actor does not hold the duty there on that day; null if he does. Jobs and foreign systems need none.</summary>
    public Refusal? Check(Circumstances now, AgencyId unit)
    {
        if (now.By.Kind != ActorKind.Officer)
            return null;
        if (AnyOf.Count == 0)
            return new Refusal("duty.system", "Việc này do hệ thống tự thực hiện, không có người làm thay. Hãy xem nhật ký của hồ sơ.");
        var held = now.Duties.Any(g => AnyOf.Contains(g.Duty) && g.Unit == unit && g.HoldsOn(now.Today));
        if (!held && now.By.OnBehalfOf is not null)
            return new Refusal(
                "substitution.missing",
                $"Hôm nay bạn không được cử làm thay nhiệm vụ “{string.Join("” hoặc “", AnyOf.Select(d => Terms.Of(d)))}” tại {now.Agencies.NameOf(unit)}. "
                + "Hãy chuyển cho người được giao hoặc đề nghị lãnh đạo đơn vị cử làm thay.");
        return held ? null : new Refusal(
            "duty.missing",
            $"Việc này cần nhiệm vụ “{string.Join("” hoặc “", AnyOf.Select(d => Terms.Of(d)))}” tại {now.Agencies.NameOf(unit)}. "
            + "Hãy chuyển cho người được giao hoặc đề nghị quản trị bổ sung nhiệm vụ.");
    }
}

/// <summary>Something that is done to a dossier. It is asked twice: whether it may be done at all, and what it comes to.</summary>
[NoTerm("what all acts share")]
public abstract record DossierAct
{
    /// <summary>The counters that the act draws a number from, in the transaction; asked before <see cref="Decide"/>.</summary>
    public virtual IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [];

    /// <summary>Officers other than the actor whose duties the act rests on; their duties are read in the same transaction.</summary>
    public virtual IReadOnlyList<OfficerId> Concerns => [];

    /// <summary>The unit of which the act itself speaks, for <see cref="At.Consulted"/>; null for none.</summary>
    public virtual AgencyId? Place(Dossier dossier) => null;

    /// <summary>Whether an event that came after the form was shown changes what the act rests on: then the person is told first.</summary>
    public virtual bool IsOvertakenBy(DossierEvent e) => false;

    /// <summary>Events, or a refusal. Pure: the same dossier and circumstances give the same answer.</summary>
    public abstract Decision Decide(Dossier dossier, Circumstances now);
}

/// <summary>An act on the dossier as a whole.</summary>
/// <typeparam name="TSelf">The act.</typeparam>
public interface IAllowsOnDossier<TSelf> where TSelf : DossierAct, IAllowsOnDossier<TSelf>
{
    /// <summary>The duty it needs, and where.</summary>
    static abstract Needs Needs { get; }

    /// <summary>Whether it may be done at all, whatever is typed.</summary>
    static abstract Refusal? Allows(Dossier dossier, Circumstances now);
}

/// <summary>An act on one open step.</summary>
[NoTerm("what acts on a step share")]
public abstract record StepAct(Token Step) : DossierAct
{
    /// <summary>Ids of the flows by which it goes on, where the process leaves that to the officer (<see cref="WayQuestion"/>).</summary>
    public IReadOnlyList<string> Ways { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e.Changes == Step;
}

/// <summary>An act on one named wait.</summary>
[NoTerm("what acts on a wait share")]
public abstract record WaitAct(Token Wait) : DossierAct
{
    /// <summary>Who may end a wait by hand: whoever handles there, or heads the unit.</summary>
    protected static readonly Duty[] ByHandDuties = [Duty.Handle, Duty.Lead, Duty.HeadOneStop];

    /// <summary>It has ended meanwhile.</summary>
    protected static readonly Refusal Gone = new("wait.gone", "Việc chờ này đã kết thúc. Hãy xem lại tình trạng mới nhất của hồ sơ.");

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e.Changes == Wait;
}

/// <summary>An act on one open step.</summary>
/// <typeparam name="TSelf">The act.</typeparam>
public interface IAllowsOnStep<TSelf> where TSelf : StepAct, IAllowsOnStep<TSelf>
{
    /// <summary>The duty it needs, and where.</summary>
    static abstract Needs Needs { get; }

    /// <summary>Whether it may be done on this step at all, whatever is typed.</summary>
    static abstract Refusal? Allows(Dossier dossier, OpenStep step, Circumstances now);
}

/// <summary>A series of numbers: one per key and period.</summary>
/// <param name="Key">"dossier-code:12", "receipt:12".</param>
/// <param name="Period">The day or the year the series runs for.</param>
[NoTerm("a series of numbers")]
public sealed record Counter(string Key, string Period);
