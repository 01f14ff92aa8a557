using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Testing;

namespace MotCua.App.Tests.Reception;

/// <summary>A counter of the demonstration ward with its two officers, each use case on a context of its own as in requests.</summary>
internal sealed class Counter : IAsyncDisposable
{
    private Counter(TestHouse house) => House = house;

    public TestHouse House { get; }

    public Life Life => new(House);

    public OfficerId Hanh { get; private set; }

    public OfficerId Linh { get; private set; }

    public OfficerId OfEaKar { get; private set; }

    public static async Task<Counter> Open(DateTime? at = null, Engine engine = Engine.Sqlite)
    {
        var house = await TestHouse.Open(engine, at);
        return new Counter(house)
        {
            Hanh = await house.Officer("hanh.tn"), Linh = await house.Officer("linh.hn"), OfEaKar = await house.Officer("blim.h"),
        };
    }

    public async Task<Guid> Begin(string procedure = "1.001193", TypedForm? typed = null, string unit = Life.Unit, OfficerId? officer = null)
    {
        var begun = await With(db => House.Attempts(db).Begin(procedure, UnitOf(unit), officer ?? Hanh));
        if (typed is not null)
            await Save(begun.Attempt!.Id, typed, officer: officer);
        return begun.Attempt!.Id;
    }

    public Task<Saved> Save(Guid id, TypedForm typed, int? seen = null, OfficerId? officer = null) =>
        With(db => House.Attempts(db).Save(id, typed, [], seen, officer ?? Hanh));

    public Task<Receipt> Receive(Guid id, OfficerId? officer = null) => With(db => House.Receive(db).Do(id, officer ?? Hanh, "test"));

    public Task<Answered> Ask(Guid id, ToComplete ask, int? given = null) => With(db => House.Answer(db).AskToComplete(id, ask, Hanh, given));

    public Task<Answered> Refuse(Guid id, string? ground, string? reason, int? given = null) =>
        With(db => House.Answer(db).Refuse(id, ground, reason, Hanh, given));

    public Task<IReadOnlyList<Domain.Law.Refusal>> Attach(Guid id, params OfferedFile[] files) => With(db =>
        new AttachFiles(db, House.References, House.Attempts(db), new FileIntake(House.Files), House.Clock).Do(id, files, Hanh));

    public Task<AttemptView?> View(Guid id, OfficerId? officer = null) => With(db => Reader(db).Find(id, officer ?? Hanh));

    public Task<IReadOnlyList<OpenAttempt>> OpenOnes(OfficerId officer) => With(db => Reader(db).Open(officer));

    public Task<IReadOnlyList<FoundProcedure>> Search(string? query) =>
        With(db => new ProcedureSearch(db, House.References, House.Indexes, House.Clock).Find(query, UnitOf(Life.Unit)));

    public async Task<T> With<T>(Func<MotCuaDb, Task<T>> work)
    {
        await using var db = House.Db();
        return await work(db);
    }

    public AgencyId UnitOf(string code)
    {
        using var db = House.Db();
        return new AgencyId(db.Set<AgencyRow>().Single(a => a.Code == code).Id);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private AttemptReader Reader(MotCuaDb db) =>
        new(db, House.References, House.Attempts(db), House.Answer(db), new Duties(db, House.Clock),
            new ReadingLog(db, House.Clock), House.Clock);
}
