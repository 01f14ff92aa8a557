using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;

namespace MotCua.App.Processing;

/// <summary>What officers do about the time of a dossier: stop and start its clock, apologise and appoint anew, change what is due.
/// Each line is one act at the desk, with the words it brings along.</summary>
public sealed class KeepTime(DossierDesk desk)
{
    /// <summary>Stops the clock of the limit.</summary>
    /// <param name="law">The article of special law; null where the reason needs none.</param>
    public Task<Performed> Pause(
        DossierId id, Token step, string reason, string? law, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new PauseClock(step, reason, law, hand.Words(text, "pause", out hand)), hand, cancel);

    /// <summary>Lets the clock run on; the due date is counted anew.</summary>
    public Task<Performed> Resume(DossierId id, Token step, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ResumeClock(step, hand.Words(text, "resume", out hand)), hand, cancel);

    /// <summary>Apologises before the limit is over, and appoints the return anew.</summary>
    public Task<Performed> Extend(DossierId id, DateOnly? day, string reason, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new RequestExtension(day, reason, hand.Words(text, "extension", out hand)), hand, cancel);

    /// <summary>Apologises for lateness, loss, damage or error.</summary>
    public Task<Performed> Apologise(DossierId id, string reason, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new Apologise(reason, hand.Words(text, "apology", out hand)), hand, cancel);

    /// <summary>Asks for another due date.</summary>
    public Task<Performed> RequestChange(
        DossierId id, Token step, DateOnly? day, string? basis, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new RequestDueChange(step, day, basis, hand.Words(text, "due-change", out hand)), hand, cancel);

    /// <summary>Approves the other due date.</summary>
    /// <param name="due">The due date that the page showed.</param>
    public Task<Performed> ApproveChange(DossierId id, DateTimeOffset due, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ApproveDueChange(due), hand, cancel);

    /// <summary>Declines the other due date.</summary>
    public Task<Performed> DeclineChange(DossierId id, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new DeclineDueChange(hand.Words(text, "decline-due-change", out hand)), hand, cancel);
}
