using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using MotCua.App;
using MotCua.App.Agencies;
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
using Npgsql;

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

    private TestHouse(string? connection, DateTime local)
    {
        this.connection = connection;
        Clock = new FakeTimeProvider(Vietnam.Instant(local));
        Files = new FolderFileStore(Path.Combine(folder, "files"));
    }

    /// <summary>The data folder: the embedded database and the files, laid out as the product lays them out.</summary>
    public string Folder => folder;

    /// <summary>The clock; move it with <see cref="At"/>.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The file store.</summary>
    public IFileStore Files { get; }

    /// <summary>The cached reference rows.</summary>
    public ReferenceCache References { get; } = new();

    /// <summary>A house at a moment of Vietnam time; by default a Tuesday morning.</summary>
    public static async Task<TestHouse> Open(Engine engine = Engine.Sqlite, DateTime? at = null)
    {
        var house = new TestHouse(engine == Engine.Postgres ? await Fresh() : null, at ?? new DateTime(2026, 11, 17, 9, 10, 0));
        await using var db = house.Db();
        await Databases.Migrate(db);
        await new SeedData(Repository.Path("data")).Load(db);
        await new DemoOfficers(Repository.Path("data")).Load(db, _ => "test");
        return house;
    }

    /// <summary>A new context on the database.</summary>
    public MotCuaDb Db() => Databases.Open(connection, Path.Combine(folder, "motcua.db"));

    /// <summary>Moves the clock to a moment of Vietnam time.</summary>
    public void At(int year, int month, int day, int hour, int minute) =>
        Clock.SetUtcNow(Vietnam.Instant(new DateTime(year, month, day, hour, minute, 0)));

    /// <summary>The desk, on a context of its own.</summary>
    public DossierDesk Desk(MotCuaDb db) => new(db, References, Clock);

    /// <summary>The acts between reception and result.</summary>
    public HandleDossier Handle(MotCuaDb db) => new(db, Desk(db), Clock);

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
    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> Fresh()
    {
        var server = Tool.RequirePostgres();
        var name = $"t{Guid.NewGuid():N}";
        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", admin);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();
    }
}
