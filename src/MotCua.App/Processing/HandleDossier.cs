using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;

namespace MotCua.App.Processing;

/// <summary>A paper that completes a dossier, as the one-stop unit checked it.</summary>
/// <param name="Component">Code of the component in the procedure.</param>
/// <param name="Passes">True, false, or null while it was not checked.</param>
/// <param name="GiveBack">The original is taken for comparison only.</param>
/// <param name="Note">A remark; null for none.</param>
public sealed record SupplementPaper(
    string Component, PaperForm Form, int Count, bool? Passes, bool GiveBack, string? Note, IReadOnlyList<StoredFile> Files);

/// <summary>What is said of a version of the draft result.</summary>
/// <param name="Notation">Number and notation as it is drafted; null while there is none.</param>
/// <param name="Abstract">What it is about.</param>
/// <param name="Note">What was changed; null for nothing said.</param>
public sealed record DraftWords(string? Notation, string? Abstract, string? Note);

/// <summary>What officers do to a dossier between reception and result. Each line is one act at the desk, with the words it brings along.</summary>
public sealed class HandleDossier(MotCuaDb db, DossierDesk desk, TimeProvider clock)
{
    /// <summary>Issues the receipt of a dossier that was received without one.</summary>
    public Task<Performed> IssueReceipt(DossierId id, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new IssueReceipt(), hand, cancel);

    /// <summary>Hands the dossier over to the unit that handles it.</summary>
    public Task<Performed> HandOver(DossierId id, Token step, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new HandOver(step), hand, cancel);

    /// <summary>Takes a step that nobody has.</summary>
    public Task<Performed> Claim(DossierId id, Token step, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ClaimStep(step), hand, cancel);

    /// <summary>Gives a step to an officer of its unit.</summary>
    public Task<Performed> Assign(DossierId id, Token step, OfficerId officer, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new AssignStep(step, officer), hand, cancel);

    /// <summary>Takes a step from its officer back to its unit.</summary>
    public Task<Performed> Release(DossierId id, Token step, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReleaseStep(step), hand, cancel);

    /// <summary>Takes back what the officer has just sent on.</summary>
    public Task<Performed> Recall(DossierId id, Hand hand, CancellationToken cancel = default) => desk.Perform(id, new RecallStep(), hand, cancel);

    /// <summary>Gives the officer's own step back to its unit.</summary>
    public Task<Performed> HandBack(DossierId id, Token step, string? reason, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new HandBackStep(step, hand.Words(reason, "hand-back", out hand)), hand, cancel);

    /// <summary>Gives the officer's own step to a colleague.</summary>
    public Task<Performed> Delegate(DossierId id, Token step, OfficerId officer, string? note, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new DelegateStep(step, officer, hand.Words(note, "delegate", out hand)), hand, cancel);

    /// <summary>Moves a step of a unit that has ended to whoever took over its work.</summary>
    public Task<Performed> Transfer(DossierId id, Token step, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new TransferStep(step), hand, cancel);

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
        desk.Perform(id, new CompleteStep(step, proposal, hand.Words(note, "opinion", out hand)), hand, cancel);

    /// <summary>Approves.</summary>
    /// <param name="draft">Digest of the draft that was seen; null takes the latest.</param>
    public Task<Performed> Approve(DossierId id, Token step, Hand hand, CancellationToken cancel = default, string? draft = null) =>
        desk.Perform(id, new Approve(step) { Draft = draft }, hand, cancel);

    /// <summary>Attaches a version of the draft result.</summary>
    public Task<Performed> AttachDraft(
        DossierId id, Token step, StoredFile? file, DraftWords words, Hand hand, CancellationToken cancel = default)
    {
        var act = new AttachDraft(
            step, file?.Digest, hand.Words(words.Notation, "draft-notation", out hand), hand.Words(words.Abstract, "draft-abstract", out hand),
            hand.Words(words.Note, "draft-note", out hand));
        var write = hand.Write;
        return desk.Perform(id, act, hand with
        {
            Write = w =>
            {
                write?.Invoke(w);
                if (file is not null)
                    w.Db.Add(Draft(w, file));
            },
        }, cancel);
    }

    /// <summary>Sends the dossier back to an earlier step.</summary>
    /// <param name="to">The step's element; null for the handling officer before.</param>
    public Task<Performed> SendBack(
        DossierId id, Token step, string reason, string? note, Hand hand, CancellationToken cancel = default, string? to = null) =>
        desk.Perform(id, new SendBack(step, reason, hand.Words(note, "send-back", out hand), to), hand, cancel);

    /// <summary>Refuses after appraisal.</summary>
    /// <param name="lateExplanation">Why after the limit; null while it is in time.</param>
    public Task<Performed> Refuse(
        DossierId id, Token step, string reason, string? note, string? lateExplanation, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new RefuseAfterAppraisal(
            step, reason, hand.Words(note, "refusal", out hand), hand.Words(lateExplanation, "late-explanation", out hand)), hand, cancel);

    /// <summary>Records that a message that the process waits for has come.</summary>
    public Task<Performed> ReceiveMessage(DossierId id, Token wait, string? note, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReceiveMessage(wait, hand.Words(note, "message", out hand)), hand, cancel);

    /// <summary>Says that what another system was to do is done.</summary>
    public Task<Performed> CompleteWait(DossierId id, Token wait, string? reason, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new CompleteWait(wait, hand.Words(reason, "wait-done", out hand)), hand, cancel);

    /// <summary>Asks for a supplement at appraisal.</summary>
    public Task<Performed> RequestSupplement(
        DossierId id, Token step, IReadOnlyList<string> reasons, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new RequestSupplement(step, hand.Words(text, "supplement", out hand), reasons), hand, cancel);

    /// <summary>Takes the papers that complete the dossier; the limit starts anew.</summary>
    public Task<Performed> AcceptSupplement(DossierId id, IReadOnlyList<SupplementPaper> papers, Hand hand, CancellationToken cancel = default)
    {
        var taken = papers.Select(p => new TakenPaper(p.Component, p.Form, p.Count, p.Passes, p.GiveBack, [.. p.Files.Select(f => f.Digest)]));
        return desk.Perform(id, new AcceptSupplement([.. taken]), hand with { Write = w => w.Db.AddRange(papers.Select(p => Row(w, p))) }, cancel);
    }

    /// <summary>Records the applicant's wish to withdraw.</summary>
    public Task<Performed> RequestWithdrawal(
        DossierId id, Channel channel, string? text, Hand hand, CancellationToken cancel = default, Requester by = Requester.Owner) =>
        desk.Perform(id, new RequestWithdrawal(channel, hand.Words(text, "withdrawal", out hand), by), hand, cancel);

    /// <summary>Stops the dossier.</summary>
    /// <param name="text">The facts, where the applicant did not ask for it.</param>
    public Task<Performed> Stop(DossierId id, string reason, Hand hand, CancellationToken cancel = default, string? text = null) =>
        desk.Perform(id, new Stop(reason, hand.Words(text, "stop", out hand)), hand, cancel);

    /// <summary>Answers that the dossier is not stopped.</summary>
    public Task<Performed> DeclineStop(DossierId id, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new DeclineStop(hand.Words(text, "decline-stop", out hand)), hand, cancel);

    /// <summary>The duty that ends a kind of step.</summary>
    public static Duty DutyOf(StepKind kind) => StepDuties.Of(kind);

    private static DossierPaperRow Draft(Written w, StoredFile file) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = DossierPaperRow.Draft, Form = PaperForm.Electronic, Count = 1,
        Name = $"Dự thảo kết quả, phiên bản {w.After.Drafts.Versions.Count}", Files = [file.ToRow()],
    };

    private static DossierPaperRow Row(Written w, SupplementPaper p) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = p.Component,
        Name = w.Now.Procedure.Papers.FirstOrDefault(r => r.Code == p.Component)?.Name ?? p.Component,
        Form = p.Form, Count = p.Count, Passes = p.Passes, Note = Paragraphs.Clean(p.Note), GiveBack = p.GiveBack, Files = [.. p.Files.Select(f => f.ToRow())],
    };
}
