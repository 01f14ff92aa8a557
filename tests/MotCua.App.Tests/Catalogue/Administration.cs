using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Law;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Testing;

namespace MotCua.App.Tests.Catalogue;

/// <summary>A house with its administrator; each use case on a context of its own as in requests.</summary>
internal sealed class Administration : IAsyncDisposable
{
    public const string Birth = "1.001193";

    private Administration(TestHouse house, OfficerId vu) => (House, Vu, Life) = (house, vu, new Life(house));

    public TestHouse House { get; }

    public Life Life { get; }

    /// <summary>The administrator.</summary>
    public OfficerId Vu { get; }

    public DateOnly Today => Vietnam.Day(House.Clock.GetUtcNow());

    public static async Task<Administration> Open(Engine engine)
    {
        var house = await TestHouse.Open(engine);
        return new Administration(house, await house.Officer("vu.lq"));
    }

    public EditProcedure Editing(MotCuaDb db) => new(db, Rights(db), House.Clock);

    public SettleDefects Defects(MotCuaDb db) => new(db, Rights(db), House.Clock);

    public FieldLocks Locks(MotCuaDb db) => new(db, Rights(db), House.Clock);

    public GiveProcesses Giving(MotCuaDb db) => new(db, Editing(db), House.Clock);

    public CatalogueRights Rights(MotCuaDb db) => new(db, new Duties(db, House.Clock));

    public Task<ProcedureSheet?> Sheet(string code = Birth, int? version = null) =>
        With(db => new ProcedureSheets(db, Editing(db), Defects(db), House.Clock).Find(code, version));

    /// <summary>An edit of the version in force, as a form that was just shown would send it.</summary>
    public async Task<ProcedureEdit> Edit(Func<ProcedureVersion, ProcedureVersion> change, DateOnly? from = null, string code = Birth)
    {
        var sheet = (await Sheet(code))!;
        return new ProcedureEdit(change(sheet.Shown), sheet.Shown.Version, sheet.Last, from ?? Today, "Theo quyết định mới");
    }

    public Task<EditOutcome> Save(ProcedureEdit edit, OfficerId? officer = null) => With(db => Editing(db).Save(edit, officer ?? Vu));

    public async Task<ProcedureVersion> Saved(ProcedureEdit edit) =>
        await Save(edit) is { Made: { } made } ? made : throw new InvalidOperationException((await Save(edit)).Refusals[0].Sentence);

    public Task<ProcedureVersion?> InForce(string code = Birth) => With(db => House.References.Procedure(db, code, Today, default));

    /// <summary>A procedure as an import would bring it: without a process.</summary>
    public Task Imported(ProcedureVersion version) => With(async db =>
    {
        db.Add(ProcedureRows.Of(version, VersionOrigin.Import));
        await ReferenceStamp.Raise(db, default);
        return await db.SaveChangesAsync();
    });

    /// <summary>A defect as an import would report it.</summary>
    public async Task<int> Defect(string kind = "fee-lost-thousands", string code = Birth, string field = "ways[0].fees[0]")
    {
        var row = new ProcedureDefectRow
        {
            Code = code, Kind = kind, Field = field, Text = "20 VND", Digest = Guid.NewGuid().ToString("N"), Found = House.Clock.GetUtcNow(),
        };
        await With(db =>
        {
            db.Add(row);
            return db.SaveChangesAsync();
        });
        return row.Id;
    }

    public Task<List<CatalogueActRow>> Acts() => With(db => db.Set<CatalogueActRow>().OrderBy(a => a.Id).ToListAsync());

    public Task<IReadOnlyList<ListedProcedure>> List(ProcedureFilter filter) =>
        With(db => new ProcedureList(db, House.References, House.Clock).First(filter, 1000));

    public async Task<T> With<T>(Func<MotCuaDb, Task<T>> work)
    {
        await using var db = House.Db();
        return await work(db);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
