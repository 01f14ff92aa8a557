using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Papers;

namespace MotCua.App.Returning;

/// <summary>A file that was checked and stored.</summary>
/// <param name="Digest">SHA-256, hexadecimal, lower case.</param>
/// <param name="MediaType">Type found in the content.</param>
public sealed record StoredFile(string Digest, string FileName, string MediaType, long Size);

/// <summary>What happens to a result: registered, paid for, handed over; originals given back.</summary>
public sealed class ReturnResult(DossierDesk desk)
{
    /// <summary>Registers the result with its number and file.</summary>
    public Task<Performed> Register(
        DossierId id, Token step, string number, DateOnly day, StoredFile? file, string resultName, Hand hand, CancellationToken cancel = default)
    {
        return desk.Perform(id, new RegisterResult(step, number.Trim(), day, file?.Digest), hand with
        {
            Write = w =>
            {
                if (file is not null)
                    w.Db.Add(Paper(w, file, $"{resultName} số {number.Trim()}"));
            },
        }, cancel);
    }

    /// <summary>Records money collected at the counter.</summary>
    public Task<Performed> Pay(DossierId id, Dong amount, PaymentMethod method, string? receipt, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new RecordPayment(amount, method, string.IsNullOrWhiteSpace(receipt) ? null : receipt.Trim()), hand, cancel);

    /// <summary>Hands the result over.</summary>
    public Task<Performed> HandOver(
        DossierId id, Token step, Collector collector, Proof proof, string? note, bool originalsToo, Hand hand, CancellationToken cancel = default)
    {
        TextId? text = string.IsNullOrWhiteSpace(note) ? null : new TextId(Guid.CreateVersion7());
        return desk.Perform(id, new HandOverResult(step, collector, proof, text, originalsToo), hand with
        {
            Write = w =>
            {
                if (text is { } t)
                    w.Text(t, "hand-over", note!.Trim());
            },
        }, cancel);
    }

    /// <summary>Gives originals back.</summary>
    public Task<Performed> ReturnOriginals(DossierId id, Hand hand, CancellationToken cancel = default) =>
        desk.Perform(id, new ReturnOriginals(), hand, cancel);

    private static DossierPaperRow Paper(Written w, StoredFile file, string name) => new()
    {
        DossierId = w.After.Id.Value, Version = w.Version, Component = "result", Name = name, Form = PaperForm.Original, Count = 1, Passes = true,
        Files = [new PaperFileRow { Digest = file.Digest, FileName = file.FileName, MediaType = file.MediaType, Size = file.Size }],
    };
}
