using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotCua.Bench;

/// <summary>A measurement.</summary>
internal interface IBench
{
    /// <summary>Whether it measures on a database.</summary>
    bool NeedsServer => true;

    /// <summary>Measures.</summary>
    /// <param name="say">Progress, to standard error.</param>
    /// <exception cref="InvalidOperationException">Something it needs is missing; the message is a sentence for people.</exception>
    Task<Measured> Run(BenchLine line, Server server, Action<string> say);
}

/// <summary>A measurement as people and programs read it.</summary>
internal static class Report
{
    /// <summary>How the document is written.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true,
    };

    /// <summary>A line a row.</summary>
    public static string Table(Measured measured) => string.Join('\n', measured.Rows.Select(r => string.Create(CultureInfo.InvariantCulture,
        $"{measured.Name} {r.What} {r.Clients ?? r.Size}: {r.Ours.PerSecond}/s (p50 {r.Ours.P50} ms, p95 {r.Ours.P95} ms); nền "
        + $"{r.Baseline.PerSecond}/s (p95 {r.Baseline.P95} ms); tỷ lệ {r.Ratio}, p95 {r.P95ratio}")));
}
