using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.Domain.Dossiers.Processing;

/// <summary>The agency chosen at reception turns out to be the wrong one: the dossier is forwarded to the right one within the day, never refused
/// (R-REC-24). Its process starts anew there; what was promised to the applicant stays (R-NB-08).</summary>
/// <param name="To">The agency that is competent.</param>
/// <param name="Why">The facts by which it is, in words beside the log.</param>
[Term("chuyển hồ sơ đến đúng cơ quan có thẩm quyền", Law = "NĐ 61/2018/NĐ-CP Đ.18.3")]
public sealed record ForwardToCompetent(AgencyId To, TextId? Why) : DossierAct, IAllowsOnDossier<ForwardToCompetent>
{
    private static readonly Refusal Decided = new(
        "forward.decided", "Hồ sơ đã có quyết định hoặc kết quả nên không chuyển cơ quan khác được. Hãy xem lại kết quả với cơ quan đã giải quyết.");
    private static readonly Refusal Off = new("forward.off", "Quy định hiện hành không cho chuyển hồ sơ đến cơ quan khác.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception, Duty.Receive, Duty.HeadOneStop);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) =>
        InProcess.Running(dossier)
        ?? (dossier.Case.Decided is not null || dossier.Delivery.RegisteredAt is not null ? Decided : null)
        ?? LimitClock.Ticks(dossier)
        ?? (now.Rules.Find("other-competence.forward", now.Today, now.Scopes(dossier)) is { Value: "false" } ? Off : null);

    /// <inheritdoc/>
    public override bool IsOvertakenBy(DossierEvent e) => e is ForwardedToCompetent or Submitted;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now)
    {
        if ((Allows(dossier, now) ?? Wrong(dossier, now)) is { } no)
            return no;
        // The day by which it had to go on is that of the paper: the day of reception, or the next after the cut-off.
        var by = PaperDay.Of(dossier.Case.ReceivedAt, now.Calendar(dossier.Case.Reception), now.CutOff(dossier));
        DossierEvent[] moved =
            [.. StepFlow.CloseAll(dossier, now), new ForwardedToCompetent(dossier.Case.Competent, To, Why!.Value, by, now.Now)];
        var begun = StepFlow.BeginAnew(dossier, now, moved);
        var there = dossier.After(begun.Events);
        if (begun.Refusal is not null || there.Open.Steps.Find(s => s.Kind == StepKind.HandOver) is not { } step)
            return begun;
        // Forwarding is the hand-over: the right agency has the dossier at once.
        var over = StepFlow.Complete(there, step, now, new HandOver(step.Token), null, new HandedOver(step.Token, by));
        return over.Refusal is not null ? over : Decision.Of([.. begun.Events, .. over.Events]);
    }

    private Refusal? Wrong(Dossier dossier, Circumstances now) =>
        To == dossier.Case.Competent
            ? new Refusal("forward.same", "Hồ sơ đang ở chính cơ quan này. Hãy chọn cơ quan có thẩm quyền khác.", null, nameof(To))
        : now.Agencies.Find(To) is not { } agency || !agency.HoldsOn(now.Today)
            ? new Refusal("forward.unknown", "Hãy chọn cơ quan có thẩm quyền đang hoạt động.", null, nameof(To))
        : Boundary.NotCompetent(now.Procedure.Terms, To, now.Agencies) is { } no ? no with { Field = nameof(To) }
        : Why is null
            ? new Refusal("forward.why", "Hãy ghi căn cứ xác định cơ quan có thẩm quyền.", "NĐ 61/2018/NĐ-CP Đ.18.3", nameof(Why))
        : null;
}

/// <summary>Another agency is competent from now on.</summary>
/// <param name="By">The day by which it had to be forwarded.</param>
[Term("đã chuyển đúng cơ quan có thẩm quyền"), Stored("forwarded-to-competent")]
public sealed record ForwardedToCompetent(AgencyId From, AgencyId To, TextId Why, DateOnly By, DateTimeOffset At) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Case = d.Case with { Competent = To, Lead = To, Clock = d.Case.Clock with { Change = null } },
        Open = d.Open with
        {
            Joins = ImmutableSortedDictionary<string, int>.Empty, DoneBy = ImmutableSortedDictionary<string, OfficerId>.Empty,
            Dues = ImmutableSortedDictionary<string, DateTimeOffset>.Empty, Spans = ImmutableSortedDictionary<string, DateTimeOffset>.Empty, Passed = null,
        },
        Paper = d.Paper with { Waits = true },
        Cooperation = d.Cooperation.Dropped(At),
    };
}
