using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Catalogue.Search;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.App.Returning;
using MotCua.App.Tracking;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Integrations.Files;
using MotCua.Migrations;

namespace MotCua.Testing;

/// <summary>Which database a test runs on.</summary>
public enum Engine
{
    /// <summary>The embedded one.</summary>
    Sqlite,
    /// <summary>PostgreSQL; skipped where there is none.</summary>
    Postgres,
}

/// <summary>A whole house for one test: a fresh migrated database with the seed, a file store, and a clock that stands still.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-test-").FullName;
    private readonly string? connection;
    private ProcedureIndexes? indexes;

    private TestHouse(string? connection, DateTime local)
    {
        this.connection = connection;
        Clock = new FakeTimeProvider(Vietnam.Instant(local));
        Files = new FolderFileStore(Path.Combine(folder, "files"), Clock, StoreKeys.Open(Path.Combine(folder, "keys"), Clock));
        Stage = new Stage(Db, References, Files, Clock, "test", ResultFile);
    }

    /// <summary>The data folder: the embedded database and the files, laid out as the product lays them out.</summary>
    public string Folder => folder;

    /// <summary>The clock; move it with <see cref="At"/>.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The file store.</summary>
    public IFileStore Files { get; }

    /// <summary>Where the file with a digest lies.</summary>
    public string PathOf(string digest) => Path.Combine(folder, "files", digest[..2], digest);

    /// <summary>The cached reference rows.</summary>
    public ReferenceCache References { get; } = new();

    /// <summary>The index of procedures.</summary>
    public ProcedureIndexes Indexes => indexes ??= new ProcedureIndexes(References, SearchWords.Read(Repository.Path("data")), Clock);

    /// <summary>The bytes of the result that <see cref="Stage"/> registers under a number.</summary>
    public static byte[] ResultFile(string number) => System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4 {number}");

    /// <summary>Leads dossiers through their life by the use cases of the pages.</summary>
    public Stage Stage { get; }

    /// <summary>The database of this run where a test does not name one: <c>./test</c> asks App's tests on each (MOTCUA_TEST_ENGINE).</summary>
    public static Engine? EngineOfRun { get; } =
        Enum.TryParse<Engine>(Environment.GetEnvironmentVariable("MOTCUA_TEST_ENGINE"), ignoreCase: true, out var engine) ? engine : null;

    /// <summary>A house at a moment of Vietnam time; by default a Tuesday morning.</summary>
    /// <param name="engine">Where the test is about one database; else that of the run, and the embedded one where a run names none.</param>
    public static async Task<TestHouse> Open(Engine? engine = null, DateTime? at = null)
    {
        var local = at ?? new DateTime(2026, 11, 17, 9, 10, 0);
        if ((engine ?? EngineOfRun) == Engine.Postgres)
            return new TestHouse(await TestDatabases.CopyOnServer(), local);
        var house = new TestHouse(null, local);
        await TestDatabases.CopyTo(house.File);
        return house;
    }

    /// <summary>A house on a database that an earlier program left behind: migrated, and today's seed loaded over it.</summary>
    /// <param name="sample">An SQLite file, packed by gzip.</param>
    public static async Task<TestHouse> OpenSample(string sample, DateTime at)
    {
        var house = new TestHouse(null, at);
        await using (var packed = new GZipStream(System.IO.File.OpenRead(sample), CompressionMode.Decompress))
        await using (var file = System.IO.File.Create(house.File))
            await packed.CopyToAsync(file);
        await using var db = house.Db();
        await Databases.Migrate(db);
        await new SeedData(Repository.Path("data")).Load(db);
        await Parts.Fill(db);
        return house;
    }

    /// <summary>Packs the database as a sample for later programs.</summary>
    public async Task PackSample(string sample)
    {
        var whole = Path.Combine(folder, "whole.db");
        await using (var db = Db())
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {whole}");
        await using var packed = new GZipStream(System.IO.File.Create(sample), CompressionLevel.SmallestSize);
        await using var file = System.IO.File.OpenRead(whole);
        await file.CopyToAsync(packed);
    }

    /// <summary>A new context on the database.</summary>
    public MotCuaDb Db() => Databases.Open(connection, File);

    private string File => Path.Combine(folder, "motcua.db");

    /// <summary>Moves the clock to a moment of Vietnam time.</summary>
    public void At(int year, int month, int day, int hour, int minute) =>
        Clock.SetUtcNow(Vietnam.Instant(new DateTime(year, month, day, hour, minute, 0)));

    /// <summary>The desk, on a context of its own.</summary>
    public DossierDesk Desk(MotCuaDb db) => new(db, References, Clock);

    /// <summary>Any act at the desk, on a context of its own.</summary>
    public async Task<Performed> Perform(DossierId id, DossierAct act, Hand hand)
    {
        await using var db = Db();
        return await Desk(db).Perform(id, act, hand);
    }

    /// <summary>The acts between reception and result.</summary>
    public HandleDossier Handle(MotCuaDb db) => new(db, Desk(db), Clock);

    /// <summary>What officers do about the time of a dossier, on a context.</summary>
    public KeepTime Time(MotCuaDb db) => new(Desk(db));

    /// <summary>The acts on the result.</summary>
    public ReturnResult Return(MotCuaDb db) => new(Desk(db));

    /// <summary>Reception attempts.</summary>
    public Attempts Attempts(MotCuaDb db) => new(db, References, new Duties(db, Clock), Clock);

    /// <summary>Reception.</summary>
    public ReceiveAtCounter Receive(MotCuaDb db) => new(db, References, Attempts(db), Desk(db), Clock);

    /// <summary>Mẫu 02 and 03 at the counter.</summary>
    public AnswerAttempt Answer(MotCuaDb db) => new(db, References, Attempts(db), Clock);

    /// <summary>Reads dossiers.</summary>
    public DossierReader Reader(MotCuaDb db) => new(db, Desk(db), References);

    /// <summary>Verifies everything.</summary>
    public async Task<Verified> Verify()
    {
        await using var db = Db();
        return await new Verification(db, Files).Run();
    }

    /// <summary>The officer with a user name.</summary>
    public async Task<OfficerId> Officer(string userName)
    {
        await using var db = Db();
        return new OfficerId(await db.Set<OfficerRow>().Where(o => o.UserName == userName).Select(o => o.Id).SingleAsync());
    }

    /// <summary>An officer who holds a duty at a unit today.</summary>
    public async Task<OfficerId> OfficerWith(Duty duty, AgencyId unit)
    {
        await using var db = Db();
        var today = Vietnam.Day(Clock.GetUtcNow());
        return new OfficerId(await db.Set<DutyGrantRow>()
            .Where(g => g.Duty == duty && g.UnitId == unit.Value && g.From <= today && (g.To == null || g.To >= today))
            .OrderBy(g => g.OfficerId).Select(g => g.OfficerId).FirstAsync());
    }

    /// <summary>An actor's hand at the counter.</summary>
    public static Hand Hand(OfficerId officer, int? seen = null) => new(Actor.Of(officer), "test") { Seen = seen };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await TestDatabases.Drop(connection);
        else
            TestDatabases.Close(File);
        Directory.Delete(folder, recursive: true);
    }
}
