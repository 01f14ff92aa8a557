using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;
using MotCua.Integrations.Ocr;
using MotCua.Web.Kit;

namespace MotCua.Web.Verbs;

/// <summary>The digitization line on papers: text and metadata (R-DIG-09). Nothing is stored and no database is opened.
/// Exit status 1 where a file cannot be read.</summary>
public sealed class ReadVerb : IVerb
{
    private sealed record Document(string File, string Text, int Pages, IReadOnlyList<Paper> Documents);

    private sealed record Paper(
        IReadOnlyList<int> Pages,
        [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Separator,
        IReadOnlyDictionary<string, ReadField> Fields);

    /// <inheritdoc/>
    public string Name => "read";

    /// <inheritdoc/>
    public string Usage => "read FILE…";

    /// <inheritdoc/>
    public string Does => "đọc giấy tờ (PDF, JPEG, PNG, TIFF): toàn văn và thông tin mô tả; không lưu gì; trả mã 1 nếu có tệp không đọc được";

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public int Most => int.MaxValue;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var limits = new OcrLimits { Seconds = line.Settings.OcrSeconds, MemoryMb = line.Settings.OcrMemoryMb };
        var reader = new TesseractPages(limits);
        var (read, unread) = (new List<Document>(), 0);
        var missing = reader.Missing;
        foreach (var file in line.Arguments)
        {
            var (document, sentence) = missing is null ? await Read(new ReadPapers(reader), file, line, stop) : (new Document(file, "", 0, []), missing);
            read.Add(document);
            if (sentence is null)
                Tell(line, document);
            else
            {
                unread++;
                if (missing is null)
                    line.Note($"{file}: {sentence}");
            }
        }
        line.Print(read);
        return unread == 0 ? 0 : line.Refuse(missing
            ?? $"{VietText.Number((long)unread)} trong {VietText.Number((long)read.Count)} tệp không đọc được; hãy làm theo câu nêu cho từng tệp.");
    }

    private static async Task<(Document Document, string? Sentence)> Read(ReadPapers papers, string file, VerbLine line, CancellationToken stop)
    {
        try
        {
            var found = await papers.Do(file, page => line.Note($"{file}: đã đọc trang {page}"), stop);
            return (new Document(file, found.Text, found.Pages,
                [.. found.Papers.Select(p => new Paper(p.Pages, p.Separator, p.Fields.All().ToDictionary(f => f.Name, f => f.Field)))]), null);
        }
        catch (UnreadablePaperException e)
        {
            return (new Document(file, "", 0, []), e.Message);
        }
    }

    private static void Tell(VerbLine line, Document read)
    {
        line.Say($"{read.File}: {VietText.Number((long)read.Pages)} trang, {VietText.Number((long)read.Documents.Count)} giấy tờ.");
        foreach (var paper in read.Documents)
        {
            line.Say($"  Trang {string.Join(", ", paper.Pages)}{(paper.Separator is { } s ? $" (sau tờ phân cách {s})" : "")}:");
            foreach (var (name, field) in paper.Fields)
                line.Say(field.Value is null ? $"    {name}: (cán bộ nhập)" : $"    {name}: {field.Value} ({(int)(field.Confidence * 100)} %)");
        }
    }
}
