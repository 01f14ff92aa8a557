using MotCua.App.Papers.Documents;
using MotCua.App.Papers.Reading;
using MotCua.App.Papers.Signing;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.Papers.Reading;

namespace MotCua.App.Papers.Digitizing;

/// <summary>A paper whose file and data are at hand: the whole line in one go.</summary>
/// <param name="File">Path of the PDF, JPEG, PNG or TIFF.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Facts">Its data, confirmed.</param>
/// <param name="Agency">The agency that keeps it.</param>
/// <param name="By">Who digitizes.</param>
/// <param name="ByName">His name, for the signature.</param>
/// <param name="At">When.</param>
/// <param name="Sides">How many written sides the paper has; null where nobody counted.</param>
/// <param name="ReadsText">Whether its words are read, so that the copy can be searched; not done where the program is missing.</param>
public sealed record DocumentToDigitize(
    string File, DocumentOwner Owner, DocumentFacts Facts, DocumentOrigin Origin, DocumentValue Value, AgencyId Agency, OfficerId By, string ByName,
    DateTimeOffset At, int? Sides = null, bool ReadsText = true)
{
    /// <summary>The dossier that it came from; null for the back-file.</summary>
    public Guid? Dossier { get; init; }

    /// <summary>Code of the component; "result" for the result.</summary>
    public string? Component { get; init; }

    /// <summary>What is written with the document, in the same transaction; where it answers false somebody else was first, and nothing is kept.</summary>
    public Func<Guid, CancellationToken, Task<bool>>? Also { get; init; }
}

/// <summary>The digitization line on a file that is at hand: copy → extract → code → keep (R-DIG-01). Used where no page is laid by hand:
/// the back-file.</summary>
public sealed class DigitizeDocument(
    MotCuaDb db, ReferenceCache references, IFileStore files, IPagePictures pictures, IPageReader reader, SignCopy copies)
{
    /// <summary>Digitizes one paper and keeps it, in a transaction of its own unless the caller has begun one.</summary>
    /// <param name="session">The digitizer's key, opened for many papers.</param>
    /// <returns>The document, or why it was not kept.</returns>
    /// <exception cref="SigningException">It was not signed.</exception>
    public async Task<(HeldDocument? Kept, Refusal? No)> Do(DocumentToDigitize source, ISigningSession session, CancellationToken cancel = default)
    {
        // What is missing is told before anything is read or signed.
        if (FactsCheck.Of(source.Facts, source.Owner) is { } wrong)
            return (null, wrong);
        try
        {
            var (paper, read) = await Copy(source, cancel);
            if (paper.Copied is { } no)
                return (null, no);
            var reference = await references.Get(db, cancel);
            var agency = reference.Agencies.Find(source.Agency) ?? throw new InvalidOperationException("There is no such agency.");
            var unsigned = await copies.Prepare(read, source.Facts.Title, agency.Name, source.At, cancel);
            var signed = await copies.Sign(unsigned, paper.Pages.Count, SignatureLook.Digitizer(source.ByName, source.At), session, cancel);
            return await Keep(source, Advance(paper.Sign(signed.Copy)), reference, agency, cancel);
        }
        catch (UnreadablePaperException e)
        {
            return (null, new Refusal("digitize.unreadable", e.Message, null, nameof(source.File)));
        }
    }

    /// <summary>The pages of the file, their pictures stored; words where they are asked for.</summary>
    private async Task<(DigitizedPaper Paper, IReadOnlyList<CopyPage> Pages)> Copy(DocumentToDigitize source, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(source.File);
        var (file, _) = await files.Put(stream, cancel);
        var reads = source.ReadsText && reader.Missing is null;
        var (laid, kept) = (new List<LaidPage>(), new List<CopyPage>());
        await foreach (var page in pictures.Of(source.File, 0, cancel))
        {
            if (page.Letters is null && reader.Sheet(page.Jpeg, page.Number) is not null)
                continue;
            var words = page.Letters ?? (reads ? await reader.Picture(page.Jpeg, page.Number, page.Quarters, true, cancel) : null);
            var (picture, _) = await files.Put(new MemoryStream(page.Jpeg), cancel);
            var quarters = words?.Place?.Quarters ?? page.Quarters;
            laid.Add(new LaidPage(file, page.Number, picture, quarters, false));
            kept.Add(new CopyPage(() => Bytes(picture), quarters, page.Dpi, words));
        }
        return (new DigitizedPaper(Guid.CreateVersion7(), laid, source.Sides), kept);
    }

    private byte[] Bytes(string digest)
    {
        using var stream = files.Open(digest) ?? throw new InvalidOperationException("A picture that was stored is gone.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task<(HeldDocument? Kept, Refusal? No)> Keep(
        DocumentToDigitize source, DigitizedPaper paper, ReferenceData reference, Agency agency, CancellationToken cancel)
    {
        paper = Advance(paper.Extract(source.Facts, source.Owner));
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using (own)
        {
            var codes = await DigitizationCodes.Draw(db, reference, agency, source.Owner, source.Facts.Type, Vietnam.Day(source.At), cancel);
            paper = Advance(paper.GiveCode(codes.Result));
            var held = new HeldDocument(
                paper.Id, codes.Result, source.Owner, source.Facts, source.Origin, source.Value, paper.Copy!.Digest, "application/pdf", paper.Copy.Pages,
                source.Dossier, source.Component, false) { Agency = source.Agency };
            Repository.Keep(db, held, source.At, source.By.Value);
            await db.SaveChangesAsync(cancel);
            if (source.Also is { } also && !await also(held.Id, cancel))
            {
                db.ChangeTracker.Clear();
                return (null, new Refusal("digitize.taken", "Giấy tờ này vừa được số hóa ở nơi khác. Hãy tải lại trang để xem."));
            }
            if (own is not null)
                await own.CommitAsync(cancel);
            db.ChangeTracker.Clear();
            _ = Advance(paper.Keep(held.Id));
            return (held, null);
        }
    }

    private static DigitizedPaper Advance((DigitizedPaper Paper, Refusal? No) step) =>
        step.No is { } no ? throw new InvalidOperationException(no.Code) : step.Paper;
}
