using System.Text.Json;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;

namespace MotCua.App.Catalogue.Import;

/// <summary>What was read of files.</summary>
/// <param name="Count">Records, those rejected too: lines that are not blank, files that hold one answer; where a line or a file holds several answers,
/// each.</param>
public sealed record ReadFiles(int Count, IReadOnlyList<ReadRecord> Records, IReadOnlyList<RejectedRecord> Rejected);

/// <summary>Reads files of procedures. What a record is, is told by what it holds: catalogue line, full record, answer of the national API, answer of
/// LayThuTuc.</summary>
public static class RecordReader
{
    private const int Batch = 256;

    /// <summary>Reads files in any order; one that is named twice is read once.</summary>
    /// <param name="today">The day that a record without a crawl day counts as seen.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ReadFiles Read(IEnumerable<string> files, DateOnly today, CancellationToken cancel)
    {
        var all = new ReadFiles(0, [], []);
        var (records, rejected) = (new List<ReadRecord>(), new List<RejectedRecord>());
        foreach (var file in files.Select(Path.GetFullPath).Distinct())
            foreach (var lines in LineSplit.Of(file).Chunk(Batch))
                foreach (var line in lines.AsParallel().AsOrdered().WithCancellation(cancel).Select(l => OfLine(file, l.Line, l.Content, today)))
                {
                    records.AddRange(line.Records);
                    rejected.AddRange(line.Rejected);
                    all = all with { Count = all.Count + line.Count };
                }
        return all with { Records = records, Rejected = rejected };
    }

    private static ReadFiles OfLine(string file, int number, ReadOnlyMemory<byte> content, DateOnly today)
    {
        var (count, records, rejected) = (0, new List<ReadRecord>(), new List<RejectedRecord>());
        try
        {
            using var document = JsonDocument.Parse(content);
            foreach (var item in Items(document.RootElement))
            {
                count++;
                if (Take(file, number, item, today, records) is var (code, reason))
                    rejected.Add(new RejectedRecord(file, number, code, reason));
            }
        }
        catch (JsonException)
        {
            count++;
            rejected.Add(new RejectedRecord(file, number, null, "Bản ghi không phải JSON đúng khuôn; hãy lấy lại từ nguồn."));
        }
        return new ReadFiles(count, records, rejected);
    }

    /// <summary>Takes a record in.</summary>
    /// <returns>Why it cannot be stored, with its code if it has one; null if it was taken.</returns>
    private static (string? Code, string Reason)? Take(string file, int line, JsonElement item, DateOnly today, List<ReadRecord> records)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return (null, "Bản ghi không phải một thủ tục; hãy lấy lại từ nguồn.");
        try
        {
            var (source, seen, code, name, read) = Kind(item, today);
            if (CodeReading.Trim(code) is not { } trimmed)
                return (null, string.IsNullOrWhiteSpace(code)
                    ? "Bản ghi không có mã thủ tục; hãy bổ sung mã rồi nạp lại."
                    : $"Mã thủ tục không đọc được hoặc dài quá {CodeReading.Longest} ký tự; hãy sửa mã rồi nạp lại.");
            if (name.Length == 0)
                return (trimmed, "Bản ghi không có tên thủ tục; hãy bổ sung tên rồi nạp lại.");
            records.Add(new ReadRecord(read(SourceRecord.Of(trimmed, code == trimmed ? null : code, name)), source, seen, $"{Path.GetFileName(file)}:{line}"));
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Bytes that are not UTF-8, found only where a text is taken.
            return (null, "Bản ghi không phải văn bản UTF-8; hãy lấy lại từ nguồn.");
        }
    }

    /// <summary>The records in a document: itself, those of its list, or those in the envelope of an answer.</summary>
    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root.EnumerateArray().SelectMany(Items);
        return (root.Find("result") ?? root.Find("data")) switch
        {
            { ValueKind: JsonValueKind.Array } many when many.GetArrayLength() > 0 => many.EnumerateArray(),
            { ValueKind: JsonValueKind.Object } one => [one],
            _ => [root],
        };
    }

    private static (ProcedureSource Source, DateOnly Seen, string Code, string Name, Func<SourceRecord, SourceRecord> Read) Kind(JsonElement e, DateOnly today)
    {
        if (Has(e, "MATTHC", "TENTTHC"))
            return (ProcedureSource.Answer, today, e.Written("MATTHC"), e.Text("TENTTHC"), n => OldAnswerReader.LayThuTuc(e, n));
        if (Has(e, "executionMethods", "executionCases", "executionSteps"))
            return (ProcedureSource.Answer, AnswerReader.Updated(e) ?? today, e.Written("code"), e.Text("name"), n => AnswerReader.Answer(e, n));
        if (Has(e, "methods", "dossier_cases", "steps"))
            return (DetailReader.SourceOf(e), DetailReader.Crawled(e.Text("crawled_on")) ?? today, e.Written("code"), e.Text("name"), n =>
                DetailReader.Detail(e, n));
        return (ProcedureSource.Catalogue, today, e.Written("code"), e.Text("name"), n => DetailReader.Catalogue(e, n));
    }

    private static bool Has(JsonElement e, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (e.Find(name) is not null)
                return true;
        return false;
    }
}
