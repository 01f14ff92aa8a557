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
    /// <summary>Reads files in any order; one that is named twice is read once.</summary>
    /// <param name="today">The day that a record without a crawl day counts as seen.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ReadFiles Read(IEnumerable<string> files, DateOnly today, CancellationToken cancel)
    {
        var reading = new Reading(today);
        foreach (var file in files.Select(Path.GetFullPath).Distinct())
            foreach (var (line, content) in LineSplit.Of(file))
            {
                cancel.ThrowIfCancellationRequested();
                reading.Take(file, line, content);
            }
        return new ReadFiles(reading.Count, reading.Records, reading.Rejected);
    }

    private sealed class Reading(DateOnly today)
    {
        public int Count { get; private set; }

        public List<ReadRecord> Records { get; } = [];

        public List<RejectedRecord> Rejected { get; } = [];

        public void Take(string file, int line, ReadOnlyMemory<byte> content)
        {
            JsonDocument document;
            try
            {
                document = JsonDocument.Parse(content);
            }
            catch (JsonException)
            {
                Count++;
                Rejected.Add(new RejectedRecord(file, line, null, "Bản ghi không phải JSON đúng khuôn; hãy lấy lại từ nguồn."));
                return;
            }
            using (document)
                foreach (var item in Items(document.RootElement))
                {
                    Count++;
                    Take(file, line, item);
                }
        }

        private void Take(string file, int line, JsonElement item)
        {
            try
            {
                var (source, seen, code, name, read) = Kind(item, today);
                var trimmed = CodeReading.Trim(code);
                if (item.ValueKind != JsonValueKind.Object)
                    Rejected.Add(new RejectedRecord(file, line, null, "Bản ghi không phải một thủ tục; hãy lấy lại từ nguồn."));
                else if (trimmed is null)
                    Rejected.Add(new RejectedRecord(file, line, null, string.IsNullOrWhiteSpace(code)
                        ? "Bản ghi không có mã thủ tục; hãy bổ sung mã rồi nạp lại."
                        : $"Mã thủ tục không đọc được hoặc dài quá {CodeReading.Longest} ký tự; hãy sửa mã rồi nạp lại."));
                else if (name.Length == 0)
                    Rejected.Add(new RejectedRecord(file, line, trimmed, "Bản ghi không có tên thủ tục; hãy bổ sung tên rồi nạp lại."));
                else
                    Records.Add(new ReadRecord(read(SourceRecord.Of(trimmed, code == trimmed ? null : code, name)), source, seen,
                        $"{Path.GetFileName(file)}:{line}"));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Bytes that are not UTF-8, found only where a text is taken.
                Rejected.Add(new RejectedRecord(file, line, null, "Bản ghi không phải văn bản UTF-8; hãy lấy lại từ nguồn."));
            }
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
