using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.App.Reference;
using MotCua.Integrations.Forms;
using MotCua.Migrations;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>What a verb that works on the data needs: the migrated database with its seed, and the file store; without the web.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly VerbLine line;
    private readonly IDisposable? held;
    private readonly Lazy<FormTemplates> templates = new(() => FormTemplates.Load(Path.Combine(ProductFolder.SeedFolder, "forms")));
    private readonly Lazy<KeySeal> seal;
    private readonly Lazy<IFileStore> files;
    private readonly Lazy<IFormPrinter> printer = new(() => new SkiaFormPrinter());

    private House(VerbLine line, IDisposable? held, string? refusal)
    {
        (this.line, this.held, Refusal) = (line, held, refusal);
        files = new(() => FileStores.Of(line.Settings));
        seal = new(() => KeySeal.Of(line.Settings.Keys));
    }

    /// <summary>Why it could not be opened; null if it was.</summary>
    public string? Refusal { get; }

    /// <summary>The file store.</summary>
    public IFileStore Files => files.Value;

    /// <summary>The cached reference rows.</summary>
    public ReferenceCache References { get; } = new();

    /// <summary>Opens the house of a call; creates and migrates the database when it is missing.</summary>
    public static async Task<House> Open(VerbLine line, CancellationToken stop)
    {
        if (DataFolder.Prepare(line.Settings) is { } refused)
            return new House(line, null, refused);
        var held = DataFolder.Share(line.Settings);
        if (held is null)
            return new House(line, null, $"Thư mục {line.Settings.Data} đang được khôi phục hoặc dọn; hãy chờ lệnh đó xong rồi chạy lại.");
        var house = new House(line, held, null);
        await using var db = house.Db();
        await using var alone = await Databases.Alone(db, stop);
        foreach (var migration in await Databases.Migrate(db, stop))
            line.Note($"Đã cập nhật lược đồ: {migration}.");
        await new SeedData(ProductFolder.SeedFolder).Load(db, stop);
        await Parts.Fill(db, stop);
        return house;
    }

    /// <summary>A new context on the database.</summary>
    public MotCuaDb Db() => Databases.Open(line.Settings.Db, line.Settings.DatabaseFile);

    /// <summary>Prints papers.</summary>
    public StatutoryPapers Papers(MotCuaDb db, TimeProvider clock) =>
        new(db, References, templates.Value, printer.Value, new Issuer(line.Settings.SystemName, true), new TrackingFactors(db, seal.Value), clock);

    /// <summary>A stage whose clock can be moved.</summary>
    public Stage Stage(TimeProvider clock, string door) =>
        new(Db, References, Files, clock, door, number => new DemoResult(templates.Value, printer.Value).Pdf(number, clock.GetUtcNow()));

    /// <summary>Makes sure that the fictitious officers are there; a Vietnamese sentence where real officers are.</summary>
    public async Task<string?> DemoOfficers(CancellationToken stop)
    {
        await using var db = Db();
        var officers = db.Set<OfficerRow>().Select(o => new { o.Demo, o.UserName }).ToList();
        if (officers.Exists(o => o.Demo))
            return null;
        if (officers.Count > 0)
            return "Cơ sở dữ liệu này có cán bộ thật nên không làm hồ sơ trình diễn ở đây; hãy dùng --data hoặc --db của một nơi khác.";
        // Nobody signs in with these accounts until serve gives them a password.
        await new DemoOfficers(ProductFolder.SeedFolder).Load(db, _ => "", stop);
        return null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        held?.Dispose();
        return ValueTask.CompletedTask;
    }
}
