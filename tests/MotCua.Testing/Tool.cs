using Xunit.v3;

namespace MotCua.Testing;

/// <summary>Tools that a test needs beside .NET. Where one is missing the test is skipped on a person's machine
/// and fails where <c>CI=true</c>.</summary>
public static class Tool
{
    /// <summary>How the reason of such a skip begins.</summary>
    public const string SkipPrefix = "cần công cụ: ";

    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["chromium"] = ["chromium", "chromium-browser", "google-chrome"],
    };

    /// <summary>Whether this run was asked for with <c>./test --long</c>.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("MOTCUA_TEST_LONG") == "1";

    /// <summary>Whether documents made from the code are to be rewritten: <c>./test --write</c>.</summary>
    public static bool Write => Environment.GetEnvironmentVariable("MOTCUA_TEST_WRITE") == "1";

    /// <summary>The absolute path of an executable: "chromium", "pdftotext". Ends the test where there is none.</summary>
    public static string Require(string name)
    {
        if (Find(name) is { } path)
            return path;
        Missing(name);
        return "";
    }

    /// <summary>The connection string of the PostgreSQL server that ./test started; each test makes a database of its own in it.
    /// Ends the test where there is none.</summary>
    public static string RequirePostgres()
    {
        if (Environment.GetEnvironmentVariable("MOTCUA_TEST_DB") is { Length: > 0 } connection)
            return connection;
        Missing("postgresql");
        return "";
    }

    /// <summary>The absolute path of an executable; null where there is none.</summary>
    public static string? Find(string name) =>
        (from candidate in Names.GetValueOrDefault(name, [name])
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         let path = Path.Combine(folder, candidate)
         where File.Exists(path)
         select path).FirstOrDefault();

    /// <summary>Ends the test because a tool is missing: skipped, or failed where <c>CI=true</c>.</summary>
    public static void Missing(string tool) =>
        throw new InvalidOperationException(
            (Environment.GetEnvironmentVariable("CI") == "true" ? "" : DynamicSkipToken.Value) + SkipPrefix + tool);

    /// <summary>Ends the test as skipped unless this is a long run.</summary>
    public static void RequireLong()
    {
        if (!Long)
            throw new InvalidOperationException(DynamicSkipToken.Value + "long: chạy bằng ./test --long");
    }
}
