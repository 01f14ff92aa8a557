using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Reception;
using MotCua.App.Work;
using MotCua.App.Tests.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

/// <summary>The print room of a test house: each word on a context of its own.</summary>
internal sealed class PrintRoom(TestHouse house)
{
    /// <summary>Nothing of a demonstration: no MẪU on ordinary papers.</summary>
    private static readonly Issuer Issuer = new("MotCua", false);

    /// <summary>A paper of a dossier.</summary>
    public async Task<(PrintedPaper? Paper, Refusal? No)> Paper(DossierId id, string type)
    {
        await using var db = house.Db();
        var view = (await house.Reader(db).Find(id, Actor.Job))!;
        var papers = new StatutoryPapers(
            db, house.References, Papers.Shipped, FontsHere.Printer(), Issuer, new TrackingFactors(db, new Plain()), house.Clock);
        return await papers.OfDossier(view, type, TestContext.Current.CancellationToken);
    }

    /// <summary>The text of a paper of a dossier, without white space.</summary>
    public async Task<string> Text(DossierId id, string type) => new PrintedPdf((await Paper(id, type)).Paper!.Pdf).Text;

    /// <summary>Replaces templates.</summary>
    public async Task<T> Replace<T>(Func<ReplaceForm, Task<T>> act)
    {
        await using var db = house.Db();
        return await act(new ReplaceForm(db, Papers.Shipped, house.References, FontsHere.Printer(), Issuer, new Duties(db, house.Clock), house.Clock));
    }

    /// <summary>Prints books.</summary>
    public async Task<T> Print<T>(Func<BookPrint, Task<T>> act)
    {
        await using var db = house.Db();
        return await act(Prints(db));
    }

    /// <summary>The register of paper books.</summary>
    public async Task<T> Books<T>(Func<PaperBooks, Task<T>> act)
    {
        await using var db = house.Db();
        return await act(new PaperBooks(db, house.References, Prints(db), new Duties(db, house.Clock), house.Clock));
    }

    /// <summary>Receives an attempt by a line of a paper book.</summary>
    public async Task<Receipt> Receive(Guid attempt, PaperReception paper, OfficerId officer)
    {
        await using var db = house.Db();
        var attempts = new Attempts(db, house.References, new Duties(db, house.Clock), house.Clock);
        return await new ReceiveAtCounter(db, house.References, attempts, new DossierDesk(db, house.References, house.Clock), house.Clock)
            .Do(attempt, paper, officer, "test");
    }

    private BookPrint Prints(MotCuaDb db) => new(
        db, new FollowUpBook(db, new Reaches(db, house.Clock), house.References, new Lists.Log()), house.References, Papers.Shipped,
        FontsHere.Printer(), Issuer, house.Clock);

    private sealed class Plain : ISeal
    {
        public string Seal(string secret) => secret;

        public string? Open(string sealedSecret) => sealedSecret;
    }
}
