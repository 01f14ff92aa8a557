using MotCua.App;
using MotCua.App.Catalogue.Import;
using MotCua.App.Reference;
using MotCua.Migrations;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The published catalogue beside the project, and databases that hold it.</summary>
internal static class Shared
{
    /// <summary>Root of the project.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Whether the published catalogue is beside the project.</summary>
    public static bool HasCatalogue => Directory.Exists(Path.Combine(Root, "..", "shared", "data", "procedures"));

    /// <summary>The files of the published catalogue.</summary>
    /// <exception cref="InvalidOperationException">They are not beside the project.</exception>
    public static IReadOnlyList<string> Procedures()
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "procedures"));
        if (!Directory.Exists(folder))
            throw new InvalidOperationException("Không có ../shared/data/procedures cạnh dự án; phép đo này cần danh mục đã công bố.");
        var answers = Path.Combine(folder, "dvcqg-api-raw");
        return [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal),
            .. Directory.EnumerateFiles(answers, "*.json").Order(StringComparer.Ordinal)];
    }

    /// <summary>A context on a database of the measurement.</summary>
    public static MotCuaDb Open(string connection) => Databases.Open(connection, "");

    /// <summary>A migrated database with the seed.</summary>
    public static async Task<string> Seeded(Server server)
    {
        var made = await server.Database();
        await Seed(made);
        return made;
    }

    /// <summary>Brings a database to today's schema and seed.</summary>
    public static async Task Seed(string made)
    {
        await using var db = Open(made);
        await Databases.Migrate(db);
        await new SeedData(Path.Combine(Root, "data")).Load(db);
    }

    /// <summary>Lets the next start of the product give the fictitious officers a new password, and print it.</summary>
    public static async Task ForgetPasswords(string made)
    {
        await using var bare = await Bare(made);
        await using var forget = new NpgsqlCommand("UPDATE officers SET \"PasswordHash\" = '' WHERE \"Demo\"", bare);
        await forget.ExecuteNonQueryAsync();
    }

    /// <summary>Imports the whole catalogue.</summary>
    public static Task<Imported> Import(string connection) => new ImportProcedures(() => Open(connection), TimeProvider.System).Do(Procedures());

    /// <summary>A bare connection.</summary>
    public static async Task<NpgsqlConnection> Bare(string connection)
    {
        var bare = new NpgsqlConnection(connection);
        await bare.OpenAsync();
        return bare;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MotCua.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Không thấy thư mục gốc của dự án; hãy chạy bằng ./run bench.");
    }
}
