using System.Text.Json;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Processes;
using MotCua.Testing;

namespace MotCua.App.Tests.Reference;

/// <summary>The documents of the shipped seed.</summary>
internal static class SeedFiles
{
    /// <summary>All versions of all procedures.</summary>
    public static IReadOnlyList<ProcedureVersion> Procedures { get; } = [.. Read<List<ProcedureVersion>>("procedures").SelectMany(p => p)];

    /// <summary>All processes.</summary>
    public static IReadOnlyList<ProcessDefinition> Processes { get; } = [.. Read<ProcessDefinition>("processes")];

    private static IEnumerable<T> Read<T>(string folder) => Directory.EnumerateFiles(Repository.Path("data", folder), "*.json")
        .Order(StringComparer.Ordinal).Select(f => JsonSerializer.Deserialize<T>(File.ReadAllText(f), Json.Stored)!);
}
