using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Papers.Documents;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.People;
using MotCua.Testing;
using Repository = MotCua.App.Papers.Documents.Repository;

namespace MotCua.App.Tests.Documents;

/// <summary>A house whose repository holds some documents.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    /// <summary>Registering a marriage again asks for a copy of the old certificate.</summary>
    public const string Again = "1.004746";

    /// <summary>The kind of a marriage certificate.</summary>
    public const string Marriage = "KQ.G15.000032";

    public static readonly DocumentOwner Uong = new(IdentityKind.CitizenNumber, "066190004812", "Nguyễn Thị Ngọc Ưởng", new DateOnly(1990, 3, 14));

    private int codes;

    private Shelf(TestHouse house, OfficerId hanh) => (House, Hanh) = (house, hanh);

    public TestHouse House { get; }

    public OfficerId Hanh { get; }

    public Life Life => new(House);

    public static async Task<Shelf> Open(Engine engine = Engine.Sqlite)
    {
        var house = await TestHouse.Open(engine);
        return new Shelf(house, await house.Officer("hanh.tn"));
    }

    /// <summary>Puts a document there; its file is in the store.</summary>
    public async Task<HeldDocument> Keep(
        DocumentOwner? owner = null, string type = Marriage, DateOnly? until = null, bool shown = false, string issuer = "UBND phường Buôn Ma Thuột",
        Guid? dossier = null, string number = "12")
    {
        codes++;
        var bytes = System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4 giấy tờ {codes}");
        var (digest, _) = await House.Files.Put(new MemoryStream(bytes), default);
        var facts = new DocumentFacts(type, "Giấy chứng nhận kết hôn", number, "GCNKH", new DateOnly(2015, 5, 20), issuer, null, until, null);
        var held = new HeldDocument(
            Guid.CreateVersion7(), $"066190004812-{type}-26{codes:00000}", owner ?? Uong, facts, DocumentOrigin.Result, DocumentValue.Digitized, digest,
            "application/pdf", 1, dossier, dossier is null ? null : "result", shown) { Agency = await Life.UnitId("H15.12") };
        await using var db = House.Db();
        Repository.Keep(db, held, House.Clock.GetUtcNow(), Hanh.Value);
        await db.SaveChangesAsync();
        return held;
    }

    /// <summary>An attempt of the owner where everything is typed but the component that the repository may stand for.</summary>
    public async Task<Guid> Attempt(string procedure = Again) =>
        await Life.Attempt(Hanh, procedure, (await Life.Typed(procedure)).Without("paper.2."));

    public Task<AttemptView?> View(Guid attempt) => With(db => new AttemptReader(
        db, House.References, House.Attempts(db), House.Answer(db), new Duties(db, House.Clock), new ReadingLog(db, House.Clock), House.Clock)
        .Find(attempt, Hanh));

    public Task<TookHeld> Take(Guid attempt, Guid? document = null) => With(db =>
        new TakeHeld(db, House.References, House.Attempts(db), House.Files, House.Clock).Do(attempt, document, Hanh));

    public Task<Receipt> Receive(Guid attempt) => With(db => House.Receive(db).Do(attempt, Hanh, "test"));

    /// <summary>A dossier that uses a document.</summary>
    public async Task<DossierId> Using(HeldDocument document)
    {
        var attempt = await Attempt();
        await Take(attempt, document.Id);
        var receipt = await Receive(attempt);
        return receipt.Dossier ?? throw new InvalidOperationException(receipt.Refusal?.Sentence);
    }

    public Task<DossierView?> Dossier(DossierId id, OfficerId by) => With(db => House.Reader(db).Find(id, Actor.Of(by)));

    public async Task<HeldDocumentRow> Row(Guid document)
    {
        await using var db = House.Db();
        return await db.Set<HeldDocumentRow>().AsNoTracking().SingleAsync(d => d.Id == document);
    }

    /// <summary>Does something to a document in the hand of an officer who handles a dossier.</summary>
    public async Task<T> Change<T>(DossierId dossier, OfficerId by, Func<ChangeDocument, DossierView, Task<T>> work)
    {
        var view = (await Dossier(dossier, by))!;
        return await With(db => work(new ChangeDocument(db, new OwnersDocuments(db), House.Desk(db), House.Clock), view));
    }

    public async Task<T> With<T>(Func<MotCuaDb, Task<T>> work)
    {
        await using var db = House.Db();
        return await work(db);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
