using System.Text;
using System.Text.Json;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;

namespace MotCua.App.Catalogue.Import;

/// <summary>What was read of files.</summary>
/// <param name="Count">Records: lines that are not blank, or files that hold one answer; those rejected too.</param>
public sealed record ReadFiles(int Count, IReadOnlyList<ReadRecord> Records, IReadOnlyList<RejectedRecord> Rejected);

/// <summary>Reads files of procedures. What a record is, is told by what it holds: catalogue line, full record, answer of the national API, answer of LayThuTuc.</summary>
public static class RecordReader
{
    /// <summary>Reads files in any order.</summary>
    /// <param name="today">The day that a record without a crawl day counts as seen.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<ReadFiles> Read(IEnumerable<string> files, DateOnly today, CancellationToken cancel)
    {
        var (count, records, rejected) = (0, new List<ReadRecord>(), new List<RejectedRecord>());
        foreach (var file in files.Select(Path.GetFullPath).Distinct())
        {
            cancel.ThrowIfCancellationRequested();
            var bytes = await File.ReadAllBytesAsync(file, cancel);
            foreach (var (line, content) in Split(bytes, file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
            {
                count++;
                Take(file, line, content, today, records, rejected);
            }
        }
        return new ReadFiles(count, records, rejected);
    }

    // A file that is one document is one record, however many lines it takes, also when it is broken; else every line is one.
    private static IEnumerable<(int Line, ReadOnlyMemory<byte> Content)> Split(byte[] bytes, bool oneExpected)
    {
        var whole = new ReadOnlyMemory<byte>(bytes);
        if (whole.Span.StartsWith(Encoding.UTF8.Preamble))
            whole = whole[3..];
        if (IsOneDocument(whole) || (oneExpected && !IsOneDocument(FirstLine(whole))))
        {
            yield return (1, whole);
            yield break;
        }
        for (int line = 1, start = 0; start < whole.Length; line++)
        {
            var end = whole.Span[start..].IndexOf((byte)'\n') is >= 0 and var at ? start + at : whole.Length;
            var content = whole[start..end];
            if (content.Span.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') >= 0)
                yield return (line, content);
            start = end + 1;
        }
    }

    private static ReadOnlyMemory<byte> FirstLine(ReadOnlyMemory<byte> whole) =>
        whole.Span.IndexOf((byte)'\n') is >= 0 and var at ? whole[..at] : whole;

    private static bool IsOneDocument(ReadOnlyMemory<byte> whole)
    {
        try
        {
            var reader = new Utf8JsonReader(whole.Span);
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            // Something stands after the first value, or the first line is broken: it is read line by line.
            return false;
        }
    }

    private static void Take(
        string file, int line, ReadOnlyMemory<byte> content, DateOnly today, List<ReadRecord> records, List<RejectedRecord> rejected)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var origin = $"{Path.GetFileName(file)}:{line}";
            foreach (var (source, seen, code, name, read) in Kinds(document.RootElement, today))
            {
                if (CodeReading.Trim(code) is not { } trimmed)
                    rejected.Add(new RejectedRecord(file, line, null, "Bản ghi không có mã thủ tục; hãy bổ sung mã rồi nhập lại."));
                else if (name.Length == 0)
                    rejected.Add(new RejectedRecord(file, line, trimmed, "Bản ghi không có tên thủ tục; hãy bổ sung tên rồi nhập lại."));
                else
                    records.Add(new ReadRecord(read(SourceRecord.Of(trimmed, code == trimmed ? null : code, name)), source, seen, origin));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is not UTF-8.
            rejected.Add(new RejectedRecord(file, line, null, "Dòng này không phải JSON đúng khuôn; hãy lấy lại dòng từ nguồn."));
        }
    }

    private static IEnumerable<(ProcedureSource Source, DateOnly Seen, string Code, string Name, Func<SourceRecord, SourceRecord> Read)> Kinds(
        JsonElement root, DateOnly today)
    {
        var items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : root.List("result") is { Count: > 0 } result ? result : [root];
        foreach (var item in items)
        {
            var e = item.Find("data") is { ValueKind: JsonValueKind.Object } data ? data : item;
            if (e.Find("MATTHC") is not null || e.Find("TENTTHC") is not null)
                yield return (ProcedureSource.Answer, today, Written(e, "MATTHC"), e.Text("TENTTHC"), n => AnswerReader.LayThuTuc(e, n));
            else if (e.Find("executionMethods") is not null || e.Find("executionCases") is not null || e.Find("executionSteps") is not null)
                yield return (ProcedureSource.Answer, AnswerReader.Updated(e) ?? today, Written(e, "code"), e.Text("name"), n => AnswerReader.Answer(e, n));
            else if (e.Find("methods") is not null || e.Find("dossier_cases") is not null || e.Find("steps") is not null)
                yield return (DetailReader.SourceOf(e), DetailReader.Crawled(e.Text("crawled_on")) ?? today, Written(e, "code"), e.Text("name"),
                    n => DetailReader.Detail(e, n));
            else
                yield return (ProcedureSource.Catalogue, today, Written(e, "code"), e.Text("name"), n => DetailReader.Catalogue(e, n));
        }
    }

    // Blanks around a code are a defect to be reported, so they are not trimmed here.
    private static string Written(JsonElement e, string name) =>
        e.Find(name) is { ValueKind: JsonValueKind.String } v ? v.GetString() ?? "" : e.Text(name);
}
