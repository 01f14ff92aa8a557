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
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>The report of a bench that breaks something, and a line a row where it has some.</summary>
    public static string Table(Faults.FaultReport report) => string.Join('\n', (report.Rows is { } rows ? [Table(new Measured(report.Name, 1, rows))]
        : Array.Empty<string>())
        .Append(string.Create(CultureInfo.InvariantCulture, $"{report.Name}: {report.Clients} cán bộ, {report.Seconds} giây, {report.Requests} yêu cầu, "
            + $"{report.Acts} việc, {report.Refused} bị từ chối đúng, {report.Interrupted ?? 0} lần gửi lại, {report.FormsShown ?? 0} biểu mẫu trả lại, "
            + $"chạy lại sau {string.Join("; ", report.Resumed ?? [])} giây, {report.Errors} lỗi")));

    /// <summary>A line a row.</summary>
    public static string Table(Measured measured) => string.Join('\n', measured.Rows.Select(r => string.Create(CultureInfo.InvariantCulture,
        $"{measured.Name} {r.What} {r.Clients ?? r.Size}: {r.Ours.PerSecond}/s (p50 {r.Ours.P50} ms, p95 {r.Ours.P95} ms); nền "
        + $"{r.Baseline.PerSecond}/s (p95 {r.Baseline.P95} ms); tỷ lệ {r.Ratio}, p95 {r.P95ratio}{(r.Bytes is { } bytes ? $"; {bytes} byte" : "")}")));
}
