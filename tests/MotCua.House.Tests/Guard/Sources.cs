using System.Text;
using MotCua.Testing;

namespace MotCua.House.Tests.Guard;

/// <summary>The text files that a commit of the project holds.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = [".git", "bin", "obj", "var", "node_modules", "TestResults", ".vs", ".idea", "Fonts", "lib"];

    private static readonly string[] Texts =
    [
        ".cs", ".cshtml", ".csproj", ".props", ".targets", ".slnx", ".json", ".csv", ".md", ".css", ".js", ".svg", ".sh", ".txt", ".html", ".xml", ".bpmn",
        ".yml", ".editorconfig", ".gitignore", "",
    ];

    /// <summary>Every text file.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Read(new DirectoryInfo(Repository.Root)).OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>C# that people wrote: the generated migrations and the planted violations are left out.</summary>
    public static IReadOnlyList<SourceFile> CSharp { get; } =
        [.. All.Where(f => f.Ends(".cs") && !IsGenerated(f.Path) && !f.IsIn("tests/MotCua.Planted/"))];

    /// <summary>C# of the product.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } = [.. CSharp.Where(f => f.IsIn("src/"))];

    /// <summary>Whether a tool wrote the file: migrations.</summary>
    public static bool IsGenerated(string path) =>
        path.StartsWith("src/MotCua.Migrations/Sqlite/", StringComparison.Ordinal)
        || path.StartsWith("src/MotCua.Migrations/Postgres/", StringComparison.Ordinal);

    // A byte-order mark stays, so that it is seen.
    private static string Text(FileInfo file) => Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName)).ReplaceLineEndings("\n");

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder)
    {
        foreach (var file in folder.GetFiles())
            if (Texts.Contains(file.Extension) && file.Name != ".git")
                yield return new SourceFile(
                    Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'), Text(file));
        foreach (var inner in folder.GetDirectories())
            if (!NotOurs.Contains(inner.Name))
                foreach (var file in Read(inner))
                    yield return file;
    }
}
