using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Papers;

namespace MotCua.App.Processing;

/// <summary>Asks other units for their opinion and takes it down (R-WF-09).</summary>
public sealed class Consult(DossierDesk desk)
{
    /// <summary>Asks a unit.</summary>
    /// <param name="days">Working days of that unit.</param>
    /// <param name="papers">Codes of the components that it is shown.</param>
    public Task<Performed> Ask(
        DossierId id, Token step, AgencyId unit, string? question, int days, IReadOnlyList<string> papers, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new AskOpinion(step, unit, hand.Words(question, "question", out hand), days, papers), hand, cancel);

    /// <summary>Answers.</summary>
    /// <param name="file">The opinion as a document; null for none.</param>
    public Task<Performed> Answer(
        DossierId id, int number, Stance stance, string? text, StoredFile? file, Hand hand, CancellationToken cancel = default)
    {
        var words = hand.Words(text, "opinion-of-unit", out hand);
        var write = hand.Write;
        return desk.Perform(id, new AnswerOpinion(number, stance, words, file?.Digest), hand with
        {
            Write = w =>
            {
                write?.Invoke(w);
                if (file is not null)
                    w.Db.Add(Paper(w, file, number));
            },
        }, cancel);
    }

    /// <summary>Takes a question back, or goes on without an answer that is late.</summary>
    public Task<Performed> End(
        DossierId id, Token step, int number, bool goesOn, string? reason, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new EndConsultation(step, number, goesOn, hand.Words(reason, "end-consultation", out hand)), hand, cancel);

    /// <summary>Tells the head of the one-stop unit that an answer is late.</summary>
    public Task<Performed> Report(DossierId id, Token step, int number, string? text, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReportLateOpinion(step, number, hand.Words(text, "late-opinion", out hand)), hand, cancel);

    private static DossierPaperRow Paper(Written w, StoredFile file, int number) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = $"opinion-{number}",
        Name = $"Văn bản cho ý kiến của {w.Now.Agencies.NameOf(w.After.Consultations[number - 1].Unit)}", Form = PaperForm.Original, Count = 1,
        Passes = true, Files = [file.ToRow()],
    };
}
