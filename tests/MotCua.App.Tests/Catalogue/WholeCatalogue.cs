using System.Text.Json;
using MotCua.App.Catalogue;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit.v3;

namespace MotCua.App.Tests.Catalogue;

/// <summary>Lines of the whole catalogue of the country, read straight from the shared files: as much as the search needs.</summary>
internal static class WholeCatalogue
{
    private static readonly Lazy<IReadOnlyList<ProcedureLine>> Read = new(Load);

    /// <summary>../shared beside the project, or where MOTCUA_SHARED says.</summary>
    private static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("MOTCUA_SHARED") ?? Path.Combine(Repository.Root, "..", "shared"), "data", "procedures");

    /// <summary>Lines; ends the test where the files are not there.</summary>
    public static IReadOnlyList<ProcedureLine> Lines =>
        File.Exists(Path.Combine(Folder, "catalog.jsonl")) ? Read.Value : throw new InvalidOperationException(DynamicSkipToken.Value + "skipped: no ../shared");

    private static IReadOnlyList<ProcedureLine> Load()
    {
        var lines = new Dictionary<string, ProcedureLine>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "catalog.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var executing = Strings(root, "executing_departments");
            Add(root, string.Join(", ", Strings(root, "fields")), root.GetProperty("promulgating_agency").GetString(), LevelsOf(executing), "", []);
        }
        foreach (var line in File.ReadLines(Path.Combine(Folder, "procedures_detail.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var levels = Strings(root, "levels").Select(l => l switch
            {
                "COMMUNE" => Level.Commune, "PROVINCE" => Level.Province, "DISTRICT" => Level.District, _ => Level.Ministry,
            }).Distinct().ToList();
            Add(root, string.Join(", ", root.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString())),
                root.GetProperty("promulgating_agency").GetProperty("name").GetString(), levels,
                string.Join(", ", root.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("name").GetString())),
                Strings(root, "service_groups"));
        }
        return [.. lines.Values.OrderBy(l => l.Code, StringComparer.Ordinal)];

        void Add(JsonElement root, string sector, string? agency, IReadOnlyList<Level> levels, string result, IReadOnlyList<string> events)
        {
            var code = root.GetProperty("code").GetString()!.Trim();
            lines[code] = new ProcedureLine(code, 1, root.GetProperty("name").GetString()!.Trim(), sector, agency ?? "", levels, "", BoundaryScope.Unit, true,
                Routing.Local, OnlineLevel.Unknown, "", result, [], events, Strings(root, "subjects"), "", false, false) { From = new DateOnly(2026, 7, 18) };
        }
    }

    private static IReadOnlyList<Level> LevelsOf(IReadOnlyList<string> executing)
    {
        var all = string.Join(' ', executing).ToLowerInvariant();
        var levels = new List<Level>();
        if (all.Contains("cấp xã") || all.Contains("cơ sở giáo dục"))
            levels.Add(Level.Commune);
        if (all.Contains("tỉnh") || all.Contains("sở ") || all.Contains("thành phố"))
            levels.Add(Level.Province);
        return levels.Count > 0 ? levels : [Level.Ministry];
    }

    private static IReadOnlyList<string> Strings(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(s => s.GetString() ?? "")] : [];
}
