using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Processing;

/// <summary>What officers do to a dossier between reception and result. Each line is one act at the desk, with the words it brings along.</summary>
public sealed class HandleDossier(MotCuaDb db, DossierDesk desk, TimeProvider clock)
{
    /// <summary>Hands the dossier over to the unit that handles it.</summary>
    public Task<Performed> HandOver(DossierId id, Token step, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new HandOver(step), hand, cancel);

    /// <summary>Takes a step that nobody has.</summary>
    public Task<Performed> Claim(DossierId id, Token step, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ClaimStep(step), hand, cancel);

    /// <summary>Gives a step to an officer of its unit.</summary>
    public async Task<Performed> Assign(DossierId id, Token step, OfficerId officer, Hand hand, CancellationToken cancel = default)
    {
        var row = await db.Set<DossierStepRow>().AsNoTracking().FirstOrDefaultAsync(s => s.DossierId == id.Value && s.Token == step.Value, cancel);
        var holds = row is not null && (await Candidates(new AgencyId(row.UnitId), row.Kind, cancel)).Any(o => o.Id == officer.Value);
        return await desk.Perform(id, new AssignStep(step, officer, holds), hand, cancel);
    }

    /// <summary>Officers of a unit who may do a kind of step today.</summary>
    public async Task<IReadOnlyList<OfficerRow>> Candidates(AgencyId unit, StepKind kind, CancellationToken cancel = default)
    {
        var duty = DutyOf(kind);
        var today = Vietnam.Day(clock.GetUtcNow());
        return await db.Set<OfficerRow>().AsNoTracking()
            .Where(o => o.Grants.Any(g => g.UnitId == unit.Value && g.Duty == duty && g.From <= today && (g.To == null || g.To >= today)))
            .OrderBy(o => o.Id).ToListAsync(cancel);
    }

    /// <summary>Ends a handling step with a proposal.</summary>
    public Task<Performed> Complete(DossierId id, Token step, Outcome proposal, string? note, Hand hand, CancellationToken cancel = default) =>
        WithText(note, "opinion", hand, (text, h) => desk.Perform(id, new CompleteStep(step, proposal, text), h, cancel));

    /// <summary>Approves.</summary>
    public Task<Performed> Approve(DossierId id, Token step, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new Approve(step), hand, cancel);

    /// <summary>Sends the dossier back to the handling officer.</summary>
    public Task<Performed> SendBack(DossierId id, Token step, string reason, string note, Hand hand, CancellationToken cancel = default) =>
        WithText(note, "send-back", hand, (text, h) => desk.Perform(id, new SendBack(step, reason, text), h, cancel));

    /// <summary>Refuses after appraisal.</summary>
    /// <param name="lateExplanation">Why after the limit; null while it is in time.</param>
    public Task<Performed> Refuse(
        DossierId id, Token step, string reason, string note, string? lateExplanation, Hand hand, CancellationToken cancel = default) =>
        WithText(note, "refusal", hand, (text, h) => WithText(lateExplanation, "late-explanation", h,
            (late, both) => desk.Perform(id, new RefuseAfterAppraisal(step, reason, text, late), both, cancel)));

    /// <summary>Asks for a supplement at appraisal.</summary>
    public Task<Performed> RequestSupplement(
        DossierId id, Token step, IReadOnlyList<string> reasons, string text, Hand hand, CancellationToken cancel = default) =>
        WithText(text, "supplement", hand, (t, h) => desk.Perform(id, new RequestSupplement(step, t, reasons), h, cancel));

    /// <summary>Records the applicant's wish to withdraw.</summary>
    public Task<Performed> RequestWithdrawal(DossierId id, Channel channel, string text, Hand hand, CancellationToken cancel = default) =>
        WithText(text, "withdrawal", hand, (t, h) => desk.Perform(id, new RequestWithdrawal(channel, t), h, cancel));

    /// <summary>Stops the dossier.</summary>
    public Task<Performed> Stop(DossierId id, string reason, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new Stop(reason), hand, cancel);

    /// <summary>Answers that the dossier is not stopped.</summary>
    public Task<Performed> DeclineStop(DossierId id, string text, Hand hand, CancellationToken cancel = default) =>
        WithText(text, "decline-stop", hand, (t, h) => desk.Perform(id, new DeclineStop(t), h, cancel));

    /// <summary>The duty that ends a kind of step.</summary>
    public static Duty DutyOf(StepKind kind) => kind switch
    {
        StepKind.HandOver => Duty.Receive,
        StepKind.Handle => Duty.Handle,
        StepKind.Approve => Duty.Sign,
        StepKind.Register => Duty.Clerk,
        _ => Duty.Return,
    };

    /// <summary>Gives words an id and lets the act carry the id, the transaction the words.</summary>
    private static Task<Performed> WithText(string? body, string kind, Hand hand, Func<TextId?, Hand, Task<Performed>> perform)
    {
        if (string.IsNullOrWhiteSpace(body))
            return perform(null, hand);
        var id = new TextId(Guid.CreateVersion7());
        var write = hand.Write;
        return perform(id, hand with
        {
            Write = w =>
            {
                write?.Invoke(w);
                w.Text(id, kind, body.Trim());
            },
        });
    }
}
