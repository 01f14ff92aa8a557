using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Papers;
using MotCua.Domain.Words;

namespace MotCua.App.Returning;

/// <summary>How somebody collects a result.</summary>
/// <param name="Authorisation">The proxy and his written authorisation; null for the applicant himself.</param>
/// <param name="PaperShown">The personal paper shown; null where the receipt was.</param>
/// <param name="OriginalsToo">The originals held are given back at the same time.</param>
public sealed record Collecting(Collector Collector, Proof Proof, string? Authorisation, string? PaperShown, bool OriginalsToo);

/// <summary>What happens to a result: registered, paid for, handed over; originals given back.</summary>
public sealed class ReturnResult(DossierDesk desk)
{
    /// <summary>Registers the result with its number and file.</summary>
    /// <param name="file">The result; null only for a refusal, whose slip the system prints.</param>
    /// <param name="signedOf">Digest of the draft that it is a signed form of (<see cref="SignedForm"/>); null where it is not.</param>
    public Task<Performed> Register(
        DossierId id, Token step, string number, DateOnly day, StoredFile? file, string resultName, Hand hand, CancellationToken cancel = default,
        string? signedOf = null)
    {
        var clean = VietnameseText.Clean(number) ?? "";
        return desk.Perform(id, new RegisterResult(step, clean, day, file?.Digest) { SignedOf = signedOf }, hand with
        {
            Write = w =>
            {
                if (file is null)
                    return;
                w.Db.Add(Paper(w, file, $"{resultName} số {clean}"));
                // Digitized by the agency that resolves before it is sent back (R-DIG-17); made-up lives have no paper.
                if (hand.Door != "seed")
                    w.Db.Add(Scan(w, file));
            },
        }, cancel);
    }

    /// <summary>Records money collected at the counter.</summary>
    public Task<Performed> Pay(DossierId id, Dong amount, PaymentMethod method, string? receipt, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new RecordPayment(amount, method, VietnameseText.Clean(receipt)), hand, cancel);

    /// <summary>Hands the result over; from the dossier of a group all results of the group at once, or none (R-WF-13).</summary>
    public async Task<Performed> HandOver(DossierId id, Token step, Collecting how, Hand hand, CancellationToken cancel = default)
    {
        var act = new HandOverResult(
            step, how.Collector, how.Proof, hand.Words(how.Authorisation, "authorisation", out hand),
            hand.Words(how.PaperShown, "paper-shown", out hand), how.OriginalsToo);
        var parts = await Parts(id, hand.By, cancel);
        return parts.Count == 0 ? await desk.Perform(id, act, hand, cancel)
            // Who collected and what he showed is written once, at the dossier of the group.
            : await desk.PerformAll([new(id, act, hand), .. parts.Select(p => new OneOf(
                p.Id, act with { Step = p.Step, Authorisation = null, PaperShown = null }, new Hand(hand.By, hand.Door)))], cancel);
    }

    /// <summary>The parts of a group whose results wait to be handed over.</summary>
    private async Task<IReadOnlyList<(DossierId Id, Token Step)>> Parts(DossierId id, Actor by, CancellationToken cancel)
    {
        var parts = new List<(DossierId Id, Token Step)>();
        foreach (var child in (await desk.Look(id, by, cancel))?.Dossier.Links.Children ?? [])
            if ((await desk.Look(child, by, cancel))?.Dossier.Open.Steps.Find(s => s.Kind == Domain.Processes.StepKind.Return) is { } step)
                parts.Add((child, step.Token));
        return parts;
    }

    /// <summary>Gives originals back.</summary>
    public Task<Performed> ReturnOriginals(DossierId id, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReturnOriginals(), hand, cancel);

    private static ScanRow Scan(Written w, StoredFile file) => new()
    {
        Id = Guid.CreateVersion7(), DossierId = w.After.Id.Value, UnitId = w.After.Case.Competent.Value, OfficerId = w.Now.By.Officer?.Value ?? 0,
        Digest = file.Digest, FileName = file.FileName, Size = file.Size, At = w.Now.Now, State = ScanState.Waiting, Component = "result",
    };

    private static DossierPaperRow Paper(Written w, StoredFile file, string name) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = "result", Name = name, Form = PaperForm.Original, Count = 1, Passes = true,
        Files = [file.ToRow()],
    };
}
