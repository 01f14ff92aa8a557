using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>One dossier of a group has ended: the system notes it at the dossier of the group. With the last one all results can be handed over; where
/// none came to a result the group is stopped.</summary>
[Term("ghi nhận kết thúc thủ tục thành phần", Law = "NĐ 61/2018/NĐ-CP Đ.19.6")]
public sealed record NoteChild(DossierId Child, ChildOutcome Outcome) : DossierAct, IAllowsOnDossier<NoteChild>
{
    /// <summary>Code of the refusal that says that it is noted.</summary>
    public const string SameCode = "note-child.same";

    /// <summary>Code of the ground by which a group is stopped.</summary>
    public const string Ground = "nhom-khong-co-ket-qua";

    private static readonly Refusal NoGroup = new("note-child.no-group", "Hồ sơ này không phải hồ sơ của nhóm thủ tục liên thông.");
    private static readonly Refusal Stranger = new("note-child.stranger", "Hồ sơ đó không thuộc nhóm thủ tục liên thông này.");
    private static readonly Refusal Same = new(SameCode, "Kết cục của thủ tục thành phần này đã được ghi nhận.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        dossier.Links.Children.IsEmpty ? NoGroup : dossier.Links.Ended.Count == dossier.Links.Children.Count ? Same : InProcess.Alive(dossier);

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) =>
        IsLast(dossier) && !HasResult(dossier) ? [now.FormCounter("stop", dossier.Case.Reception)] : [];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        if (!dossier.Links.Children.Contains(Child))
            return Stranger;
        if (dossier.Links.Ended.Exists(e => e.Dossier == Child))
            return Same;
        var noted = new ChildNoted(Child, Outcome);
        return !IsLast(dossier) ? noted
            : !HasResult(dossier) ? Linked.Stop(dossier, now, Ground, noted)
            : Linked.Go(dossier, now, [noted, new ResultsGathered(now.Now, Deadline.Judge(dossier.Case.Due.Due, now.Now))]);
    }

    private bool IsLast(Dossier dossier) => dossier.Links.Ended.Count(e => e.Dossier != Child) + 1 == dossier.Links.Children.Count;

    private bool HasResult(Dossier dossier) => Outcome != ChildOutcome.Stopped || dossier.Links.Ended.Exists(e => e.Outcome != ChildOutcome.Stopped);
}

/// <summary>A dossier of the group has ended.</summary>
[Term("một thủ tục thành phần đã kết thúc"), Stored("child-noted")]
public sealed record ChildNoted(DossierId Child, ChildOutcome Outcome) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Links = d.Links with { Ended = d.Links.Ended.Add(new EndedChild(Child, Outcome)) } };
}

/// <summary>All dossiers of the group have ended: the results wait for the applicant.</summary>
/// <param name="Outcome">How the last one stands against the latest due date.</param>
[Term("đã đủ kết quả của nhóm thủ tục"), Stored("results-gathered")]
public sealed record ResultsGathered(DateTimeOffset At, LimitOutcome Outcome) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with
        {
            Status = DossierStatus.ResultReady,
            Decided = d.Links.Ended.Exists(e => e.Outcome == ChildOutcome.Granted) ? Dossiers.Outcome.Granted : Dossiers.Outcome.Refused,
        },
        Delivery = d.Delivery with { RegisteredAt = At, Outcome = Outcome },
    };
}

/// <summary>What a dossier of a group waits for has come, or will never come: with the last one its own process begins. It is stopped where the law lets
/// it not go on without that result.</summary>
/// <param name="From">The dossier of the group that has ended.</param>
[Term("nhận kết quả của thủ tục phải có trước", Law = "NĐ 61/2018/NĐ-CP Đ.19.6")]
public sealed record NoteNeeded(DossierId From, ChildOutcome Outcome) : DossierAct, IAllowsOnDossier<NoteNeeded>
{
    /// <summary>Code of the refusal that says that nothing is waited for.</summary>
    public const string SameCode = "note-needed.none";

    /// <summary>Code of the ground by which it is stopped.</summary>
    public const string Ground = "thu-tuc-truoc-khong-co-ket-qua";

    private const string Basis = "thời hạn tính từ khi có kết quả của thủ tục phải có trước trong nhóm liên thông";

    private static readonly Refusal Nothing = new(SameCode, "Hồ sơ không chờ kết quả đó.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        dossier.Links.Needs.IsEmpty ? Nothing : InProcess.Alive(dossier);

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) =>
        Ends(dossier) ? [now.FormCounter("stop", dossier.Case.Reception)] : [];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if (Allows(dossier, now) is { } no)
            return no;
        if (!dossier.Links.Needs.Contains(From))
            return Nothing;
        var late = now.Now > dossier.Links.CountsFrom;
        var came = new NeededCame(From, Outcome, late ? now.Now : null);
        if (Ends(dossier))
            return Linked.Stop(dossier, now, Ground, came);
        return dossier.Links.Needs.Count > 1 ? came : Linked.Go(dossier, now, [came, .. Later(dossier.After(came), now)]);
    }

    private bool Ends(Dossier dossier) => Outcome != ChildOutcome.Granted && dossier.Links.StopsWithout && dossier.Links.Needs.Contains(From);

    /// <summary>Whoever got the result late is not late himself; the appointment with the applicant stays as it was made.</summary>
    private static IEnumerable<DossierEvent> Later(Dossier dossier, Circumstances now)
    {
        var due = LegalLimit.Count(dossier, now);
        if (due.Due > dossier.Case.Due.Due)
            yield return new DueRecomputed(Basis, due, dossier.Case.Due.Due, null, new Dictionary<int, DateTimeOffset>());
    }
}

/// <summary>What was waited for has come or will not come.</summary>
/// <param name="CountsFrom">From when the limit is counted now; null: as before.</param>
[Term("thủ tục phải có trước đã kết thúc"), Stored("needed-came")]
public sealed record NeededCame(DossierId From, ChildOutcome Outcome, DateTimeOffset? CountsFrom) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Links = d.Links with { Needs = d.Links.Needs.Remove(From), CountsFrom = CountsFrom ?? d.Links.CountsFrom },
    };
}
