using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>How one procedure of a group came to its end.</summary>
[Term("kết cục của thủ tục thành phần")]
public enum ChildOutcome
{
    /// <summary>With a granted result.</summary>
    [Term("có kết quả")] Granted,
    /// <summary>Refused after appraisal.</summary>
    [Term("từ chối giải quyết")] Refused,
    /// <summary>Stopped or withdrawn, without a result.</summary>
    [Term("dừng giải quyết")] Stopped,
}

/// <summary>One dossier of a group, as it was when the group was received.</summary>
/// <param name="Due">When its result was promised.</param>
[NoTerm("part of a group's record")]
public sealed record GroupPart(DossierId Dossier, string Procedure, IReadOnlyList<DossierId> Needs, DateTimeOffset Due);

/// <summary>A dossier of a group that has ended.</summary>
[NoTerm("part of a group's record")]
public sealed record EndedChild(DossierId Dossier, ChildOutcome Outcome);

/// <summary>One procedure of a group that is about to be received.</summary>
/// <param name="Needs">Dossiers of the group whose results it waits for.</param>
/// <param name="StopsWithout">It ends when one of them ends without a granted result.</param>
/// <param name="Later">Codes of components that are results of those and come with them.</param>
[NoTerm("part of a plan")]
public sealed record PlannedPart(
    DossierId Dossier, string Procedure, AgencyId Competent, TimeLimit Limit, IReadOnlyList<DossierId> Needs, bool StopsWithout, IReadOnlyList<string> Later);

/// <summary>What is received together: the dossier of the group and one for each of its procedures (R-WF-13).</summary>
/// <param name="Parts">In order: whoever needs another stands behind it.</param>
[NoTerm("a plan")]
public sealed record GroupPlan(DossierId Parent, IReadOnlyList<PlannedPart> Parts)
{
    /// <summary>The part of a dossier; null for the dossier of the group.</summary>
    public PlannedPart? Of(DossierId id) => Parts.FirstOrDefault(p => p.Dossier == id);

    /// <summary>The due date of each part, in order. A procedure that needs another's result is counted from when that one is due.</summary>
    public IReadOnlyList<DueDateAccount> Dues(DateTimeOffset at, Channel channel, DayCutOff cutOff, Func<AgencyId, WorkCalendar> calendar)
    {
        var dues = new List<DueDateAccount>();
        foreach (var part in Parts)
            dues.Add(Deadline.Count(part.Limit, Begins(part, dues, at), calendar(part.Competent), cutOff, online: channel == Channel.Online));
        return dues;
    }

    /// <summary>When a part can begin, as far as can be promised.</summary>
    public DateTimeOffset Begins(PlannedPart part, IReadOnlyList<DueDateAccount> dues, DateTimeOffset at) =>
        part.Needs.Select(n => dues[Parts.Index().First(p => p.Item.Dossier == n).Index].Due).Append(at).Max();

    /// <summary>The account of a dossier of the plan: its own, for the dossier of the group the latest of all.</summary>
    internal DueDateAccount Account(DossierId id, DateTimeOffset at, Channel channel, DayCutOff cutOff, Func<AgencyId, WorkCalendar> calendar)
    {
        var dues = Dues(at, channel, cutOff, calendar);
        return Of(id) is { } part ? dues[Parts.Index().First(p => p.Item == part).Index] : dues.MaxBy(d => d.Due)!;
    }

    /// <summary>What is on record of a dossier of the plan that has just been received.</summary>
    internal Decision Begin(Dossier unborn, Circumstances now, IReadOnlyList<DossierEvent> first)
    {
        var received = unborn.After(first);
        var dues = Dues(received.Case.ReceivedAt, received.Case.Channel, now.CutOff(received), now.Calendar);
        if (Of(unborn.Id) is not { } part)
            return Decision.Of([
                .. first, new GroupFormed([.. Parts.Select((p, i) => new GroupPart(p.Dossier, p.Procedure, p.Needs, dues[i].Due))]),
                Linked.Wait(received, now)]);
        var joined = new GroupJoined(Parent, part.Needs, part.StopsWithout, part.Needs.Count == 0 ? null : Begins(part, dues, received.Case.ReceivedAt));
        return part.Needs.Count == 0
            ? StepFlow.Begin(unborn, now, [.. first, joined])
            : Decision.Of([.. first, joined, Linked.Wait(received, now)]);
    }
}

/// <summary>What the acts ask of dossiers that belong together.</summary>
public static class Linked
{
    /// <summary>Element of the wait for other dossiers of the group; no element of a process.</summary>
    public const string Element = "linked";

    private static readonly Refusal InChildren = new(
        "linked.in-children", "Đây là hồ sơ của nhóm thủ tục liên thông; việc này làm ở từng hồ sơ thành phần. Hãy mở hồ sơ thành phần.");

    private static readonly Refusal WithParent = new(
        "linked.with-parent", "Hồ sơ thuộc nhóm thủ tục liên thông: giấy tiếp nhận, thu tiền và trả kết quả làm một lần ở hồ sơ của nhóm.");

    private static readonly Refusal NotBegun = new(
        "linked.waits", "Hồ sơ đang chờ kết quả của thủ tục khác trong nhóm nên chưa làm được việc này. Hãy chờ kết quả đó.");

    // What is done to the dossier of a group itself; all else is done to its parts.
    private static readonly HashSet<Type> OfParent =
    [
        typeof(Receive), typeof(NoteChild), typeof(RecordPayment), typeof(HandOverResult), typeof(ReturnOriginals), typeof(AssignStep), typeof(ClaimStep),
        typeof(ReleaseStep), typeof(HandBackStep), typeof(DelegateStep), typeof(TransferStep),
    ];

    private static readonly HashSet<Type> OnlyOfParent = [typeof(IssueReceipt), typeof(RecordPayment)];
    private static readonly HashSet<Type> OnlyBegun = [typeof(ForwardToCompetent), typeof(MoveToProcess), typeof(RecomputeDue)];

    /// <summary>Why a kind of act is not done to this dossier of a group; null if it may, and for every dossier of its own.</summary>
    public static Refusal? Bars(Type act, Dossier dossier) => dossier.Links switch
    {
        { Children.IsEmpty: false } when !OfParent.Contains(act) => InChildren,
        { Parent: not null } when OnlyOfParent.Contains(act) => WithParent,
        { Needs.IsEmpty: false } when OnlyBegun.Contains(act) => NotBegun,
        _ => null,
    };

    /// <summary>Refusal to hand over one result of a group by itself.</summary>
    /// <param name="together">The dossiers that are handed over in the same transaction.</param>
    internal static Refusal? Alone(Dossier dossier, IReadOnlyCollection<DossierId> together) =>
        dossier.Links.Parent is { } parent && !together.Contains(parent) ? WithParent : null;

    /// <summary>Refusal to hand over the results of a group without one of them.</summary>
    internal static Refusal? Lacking(Dossier dossier, IReadOnlyCollection<DossierId> together) =>
        dossier.Links.Ended.Exists(c => c.Outcome != ChildOutcome.Stopped && !together.Contains(c.Dossier))
            ? new Refusal("return.group", "Kết quả của nhóm được trao cùng một lần. Hãy trao từ trang hồ sơ của nhóm.") : null;

    /// <summary>The named wait for other dossiers of the group.</summary>
    internal static WaitOpened Wait(Dossier received, Circumstances now) => new(
        new Token(received.Open.NextToken), Element, WaitKind.Linked, received.Case.Reception, now.Now, null, null);

    /// <summary>Ends the wait and begins the process.</summary>
    internal static Decision Go(Dossier dossier, Circumstances now, IReadOnlyList<DossierEvent> first)
    {
        var waited = dossier.Open.Waits.Where(w => w.Kind == WaitKind.Linked).Select(w => new WaitClosed(w.Token, w.Element, WaitEnd.Received));
        return StepFlow.BeginAnew(dossier, now, [.. first, .. waited]);
    }

    /// <summary>Stops a dossier that nothing can come of any more.</summary>
    internal static Decision Stop(Dossier dossier, Circumstances now, string reason, DossierEvent first)
    {
        var after = dossier.After(first);
        var number = now.Numbers[now.FormCounter("stop", dossier.Case.Reception)];
        return Decision.Of([first, .. StepFlow.CloseAll(after, now), new Stopped(reason, number, dossier.Money.Paid)]);
    }
}

/// <summary>The dossier of a group was received with its parts.</summary>
[Term("đã lập hồ sơ nhóm thủ tục liên thông"), Stored("group-formed")]
public sealed record GroupFormed(IReadOnlyList<GroupPart> Parts) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Status = DossierStatus.InProcess },
        Links = d.Links with { Children = [.. Parts.Select(p => p.Dossier)] },
    };
}

/// <summary>A dossier was received as part of a group.</summary>
/// <param name="CountsFrom">From when its limit is counted; null: from reception.</param>
[Term("thuộc nhóm thủ tục liên thông"), Stored("group-joined")]
public sealed record GroupJoined(DossierId Parent, IReadOnlyList<DossierId> Needs, bool StopsWithout, DateTimeOffset? CountsFrom) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Links = d.Links with { Parent = Parent, Needs = [.. Needs], StopsWithout = StopsWithout, CountsFrom = CountsFrom },
    };
}
