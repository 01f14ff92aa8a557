using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Papers;

namespace MotCua.App.Processing;

/// <summary>An agency as it is asked to cooperate.</summary>
/// <param name="Work">What it is to do, as typed.</param>
/// <param name="Days">Working days.</param>
/// <param name="Feeds">The agency that needs its result next; null for none.</param>
public sealed record AskedAgency(AgencyId Agency, string? Work, decimal Days, AgencyId? Feeds = null);

/// <summary>What passes between units and agencies: paper, dossiers that came to the wrong agency, parts that others do. Each line is one act at
/// the desk, with the words it brings along.</summary>
public sealed class WorkAcross(DossierDesk desk)
{
    /// <summary>Sends the papers of a dossier to the agency that resolves it.</summary>
    public Task<Performed> SendPaper(DossierId id, PaperCarrier carrier, string? tracking, string? by, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new SendPaper(carrier, tracking, hand.Words(by, "carrier", out hand)), hand, cancel);

    /// <summary>Sends a result on paper to the unit that hands it over.</summary>
    public Task<Performed> SendResult(DossierId id, PaperCarrier carrier, string? tracking, string? by, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new SendResult(carrier, tracking, hand.Words(by, "carrier", out hand)), hand, cancel);

    /// <summary>Records that paper came.</summary>
    /// <param name="missing">What was missing; null for nothing.</param>
    public Task<Performed> ReceivePaper(DossierId id, string? missing, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReceivePaper(hand.Words(missing, "missing", out hand)), hand, cancel);

    /// <summary>Forwards a dossier to the agency that is competent.</summary>
    public Task<Performed> Forward(DossierId id, AgencyId to, string? why, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ForwardToCompetent(to, hand.Words(why, "forward", out hand)), hand, cancel);

    /// <summary>Sends parts of a dossier to other agencies.</summary>
    public Task<Performed> Ask(
        DossierId id, Token step, CooperationMode mode, IReadOnlyList<AskedAgency> agencies, Hand hand, CancellationToken cancel = default)
    {
        var asks = new List<CooperationAsk>();
        foreach (var asked in agencies)
            asks.Add(new CooperationAsk(asked.Agency, hand.Words(asked.Work, "work", out hand), asked.Days, asked.Feeds));
        return desk.Perform(id, new AskCooperation(step, mode, asks), hand, cancel);
    }

    /// <summary>Answers what one's agency was asked.</summary>
    /// <param name="file">Its result; null for none.</param>
    public Task<Performed> Answer(DossierId id, Token step, string? answer, StoredFile? file, Hand hand, CancellationToken cancel = default)
    {
        var act = new AnswerCooperation(step, hand.Words(answer, "answer", out hand), file?.Digest);
        var words = hand.Write;
        return desk.Perform(id, act, hand with
        {
            Write = w =>
            {
                words?.Invoke(w);
                if (file is not null)
                    w.Db.Add(Paper(w, file));
            },
        }, cancel);
    }

    /// <summary>Takes back what was asked.</summary>
    public Task<Performed> Recall(DossierId id, Token step, string? why, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new RecallCooperation(step, hand.Words(why, "recall", out hand)), hand, cancel);

    private static DossierPaperRow Paper(Written w, StoredFile file) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = "cooperation", Name = "Kết quả phối hợp", Form = PaperForm.Electronic, Count = 1,
        Passes = true, Files = [file.ToRow()],
    };
}
