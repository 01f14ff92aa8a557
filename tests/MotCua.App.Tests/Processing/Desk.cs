using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Returning;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;

namespace MotCua.App.Tests.Processing;

/// <summary>A house with one dossier in it, and short ways to bring acts to it.</summary>
internal sealed class Desk(TestHouse house) : IAsyncDisposable
{
    public TestHouse House { get; } = house;

    public Life Life { get; } = new(house);

    public DossierId Id { get; private set; }

    public static async Task<Desk> With(string procedure = "1.001193", Testing.Engine engine = Testing.Engine.Sqlite, string? giveBack = null)
    {
        var desk = new Desk(await TestHouse.Open(engine));
        var typed = await desk.Life.Typed(procedure);
        desk.Id = await desk.Life.Received(procedure, giveBack is null ? typed : typed.With(($"paper.{giveBack}.give-back", "true")));
        return desk;
    }

    public Task<Dossier> Now() => Life.Now(Id);

    public async Task<Token> Until(StepKind kind) => (await Life.Until(Id, kind)).Token;

    public async Task<Hand> Of(string userName, int? seen = null) => TestHouse.Hand(await House.Officer(userName), seen);

    public async Task<Performed> Handle(Func<HandleDossier, Task<Performed>> act)
    {
        await using var db = House.Db();
        return await act(House.Handle(db));
    }

    public async Task<Performed> Time(Func<KeepTime, Task<Performed>> act)
    {
        await using var db = House.Db();
        return await act(House.Time(db));
    }

    public async Task<Performed> Return(Func<ReturnResult, Task<Performed>> act)
    {
        await using var db = House.Db();
        return await act(House.Return(db));
    }

    /// <summary>The dossier as an officer reads it; null if he may not.</summary>
    public async Task<DossierView?> Read(string? userName = null)
    {
        var by = userName is null ? Actor.Job : Actor.Of(await House.Officer(userName));
        await using var db = House.Db();
        return await House.Reader(db).Find(Id, by);
    }

    public static string? Code(Performed performed) => (performed as Performed.Refused)?.Why.Code;

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
