using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>Something that happened to a dossier. It holds ids, codes, days and amounts; never people, papers or free text.
/// <see cref="ApplyTo"/> only assigns.</summary>
[NoTerm("what all events share")]
public abstract record DossierEvent
{
    /// <summary>The dossier as it is after the event.</summary>
    public abstract Dossier ApplyTo(Dossier dossier);

    /// <summary>The open step that the event changes, so that whoever held its form before is told; null if none.</summary>
    public virtual Token? Changes => null;
}

/// <summary>A step opened.</summary>
/// <param name="Parent">Token of the sub-process around it; null for none.</param>
/// <param name="Group">Name of the time that it shares with other steps; null for a time of its own.</param>
[Term("mở bước xử lý"), Stored("step-opened")]
public sealed record StepOpened(
    Token Token, string Element, StepKind Kind, AgencyId Unit, OfficerId? Officer, DateTimeOffset At, DateTimeOffset? Due, string? BackTo,
    int? Parent = null, string? Group = null)
    : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Open = d.Open with
        {
            Steps = d.Open.Steps.Add(new OpenStep(Token, Element, Kind, Unit, Officer, At, Due, Side.Authority, BackTo)
            {
                Parent = Parent ?? 0, TimeFrom = Group is not null && d.Open.Spans.TryGetValue(Group, out var from) ? from : null,
            }),
            NextToken = Math.Max(d.Open.NextToken, Token.Value + 1),
            Spans = Group is null || d.Open.Spans.ContainsKey(Group) ? d.Open.Spans : d.Open.Spans.Add(Group, At),
        },
    };
}

/// <summary>A step was completed.</summary>
/// <param name="Outcome">How it stood against its own time, judged on the day (R-TIME-14); null if the process sets none.</param>
[Term("kết thúc bước xử lý"), Stored("step-closed")]
public sealed record StepClosed(Token Token, string Element, OfficerId? By, LimitOutcome? Outcome) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Open = d.Open with
        {
            Steps = d.Open.Steps.RemoveAll(s => s.Token == Token),
            DoneBy = By is { } by ? d.Open.DoneBy.SetItem(Element, by) : d.Open.DoneBy,
            Dues = d.Open[Token]?.Due is { } due ? d.Open.Dues.SetItem(Element, due) : d.Open.Dues,
            Passed = d.Open[Token] is { } step ? Passed.On(d.Open, step, By) : d.Open.Passed,
        },
    };
}

/// <summary>A branch reached a join.</summary>
[Term("đến điểm chờ đủ các nhánh"), Stored("join-reached")]
public sealed record JoinReached(string Element, int Waiting) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Open = d.Open with { Joins = d.Open.Joins.SetItem(Element, Waiting) } };
}
