using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;
using MotCua.Integrations.Ocr;

namespace MotCua.Bench.Ocr;

/// <summary>How one field fared.</summary>
/// <param name="Half">"first" or "held out"; "all" for both.</param>
/// <param name="ConfidentlyWrong">Wrong, and called sure (0.9 or more).</param>
internal sealed record FieldRow(string Half, string Field, int Papers, int Right, int Empty, int Wrong, int ConfidentlyWrong)
{
    /// <summary>Share of right ones; of right or empty ones; of confidently wrong ones.</summary>
    public (double Right, double NotWrong, double Confident) Shares => (Share(Right), Share(Right + Empty), Share(ConfidentlyWrong));

    private double Share(int n) => Math.Round(100.0 * n / Math.Max(1, Papers), 1);
}

/// <summary>How the characters fared.</summary>
internal sealed record CharacterRow(string Set, int Pages, int Characters, double ErrorPercent, double SecondsPerPage);

/// <summary>The whole measurement.</summary>
internal sealed record OcrReport(string Name, int Rounds, IReadOnlyList<CharacterRow> Characters, IReadOnlyList<FieldRow> Rows,
    int Batches, int BatchesSplitRight);

/// <summary>Reads every paper of ../shared/data/scans and every page of ../shared/data/ocr-synthetic and compares with what is printed on them.
/// Of each kind every second paper is the held-out half: its scans were not looked at while the rules were written.</summary>
internal sealed class OcrBench
{
    private sealed record Judged(string Half, string Kind, string File, IReadOnlyList<(string Field, ReadField Got, string? True)> Fields);

    private readonly List<string> wrong = [];

    /// <summary>Measures.</summary>
    /// <exception cref="InvalidOperationException">Data or Tesseract are missing.</exception>
    public async Task<OcrReport> Run(string? keep, Action<string> say)
    {
        var data = Path.GetFullPath(Path.Combine(Shared.Root, "..", "shared", "data"));
        if (!Directory.Exists(Path.Combine(data, "scans")))
            throw new InvalidOperationException("Không có ../shared/data/scans cạnh dự án; phép đo này cần bộ bản quét mẫu.");
        IPageReader reader = new TesseractPages(new OcrLimits());
        if (reader.Missing is { } missing)
            throw new InvalidOperationException(missing);
        if (keep is not null)
            reader = new KeptPages(reader, keep);
        var (characters, papers, split) = (new List<CharacterRow>(), new List<Judged>(), new List<bool>());
        foreach (var (set, files) in Sets(data))
        {
            var (errors, all, pages, clock) = (0, 0, 0, new Stopwatch());
            foreach (var file in files)
            {
                var read = new List<ReadPage>();
                clock.Start();
                await foreach (var page in reader.Pages(file, default))
                    read.Add(page);
                clock.Stop();
                var printed = await File.ReadAllTextAsync(Path.ChangeExtension(file, ".txt"));
                var (e, n) = CharacterError.Of(printed, [string.Join('\f', read.Select(p => p.Text())), string.Join('\f', read.Select(TopDown))]);
                (errors, all, pages) = (errors + e, all + n, pages + read.Count);
                say(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {read.Count} trang, sai {100.0 * e / n:0.0} % ký tự"));
                if (set == "scans")
                    Judge(file, read, papers, split);
            }
            characters.Add(new CharacterRow(set, pages, all, Math.Round(100.0 * errors / all, 2), Math.Round(clock.Elapsed.TotalSeconds / pages, 2)));
        }
        var rows = Rows(papers).ToList();
        foreach (var line in wrong)
            say(line);
        return new OcrReport("ocr", 1, characters, rows, split.Count, split.Count(s => s));
    }

    /// <summary>The report for people.</summary>
    public static string Table(OcrReport report) => string.Join('\n',
        report.Characters.Select(c => string.Create(CultureInfo.InvariantCulture,
            $"{c.Set}: {c.Pages} trang, {c.Characters} ký tự, sai {c.ErrorPercent:0.00} %, {c.SecondsPerPage:0.00} giây một trang"))
        .Append($"tách bộ: đúng {report.BatchesSplitRight}/{report.Batches}")
        .Append("nửa       trường        giấy   đúng  trống    sai  sai mà chắc   đúng %  đúng hoặc trống %")
        .Concat(report.Rows.Select(r => string.Create(CultureInfo.InvariantCulture,
            $"{r.Half,-9} {r.Field,-12} {r.Papers,5} {r.Right,6} {r.Empty,6} {r.Wrong,6} {r.ConfidentlyWrong,12} "
            + $"{r.Shares.Right,8:0.0} {r.Shares.NotWrong,10:0.0}"))));

    private static IEnumerable<(string Set, IEnumerable<string> Files)> Sets(string data)
    {
        yield return ("ocr-synthetic", Directory.EnumerateFiles(Path.Combine(data, "ocr-synthetic"), "*.jpg").Order(StringComparer.Ordinal));
        yield return ("scans", Directory.EnumerateFiles(Path.Combine(data, "scans")).Where(f => f.EndsWith(".jpg", StringComparison.Ordinal)
            || f.EndsWith(".pdf", StringComparison.Ordinal)).OrderBy(f => Path.GetFileName(f)[0] == 'b').ThenBy(f => f, StringComparer.Ordinal));
    }

    private static string TopDown(ReadPage page) =>
        string.Join('\n', page.Words.GroupBy(w => w.Line).OrderBy(l => l.Average(w => w.Top + w.Height / 2))
            .Select(l => string.Join(' ', l.Select(w => w.Text))));

    private void Judge(string file, List<ReadPage> pages, List<Judged> papers, List<bool> split)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));
        var found = ReadPapers.Of(pages).Papers;
        if (!truth.RootElement.TryGetProperty("documents", out var documents))
        {
            Add(file, found.Count == 1 ? found[0] : null, truth.RootElement, papers);
            return;
        }
        split.Add(found.Select(p => (string.Join(',', p.Pages), p.Separator)).SequenceEqual(documents.EnumerateArray().Select(d =>
            (string.Join(',', d.GetProperty("pages").EnumerateArray().Select(p => p.GetInt32())), d.GetProperty("separator").GetString()))));
        var index = 0;
        foreach (var document in documents.EnumerateArray())
            Add($"{file}#{index + 1}", found.ElementAtOrDefault(index++), document.GetProperty("fields"), papers);
    }

    private void Add(string file, PaperFound? paper, JsonElement truth, List<Judged> papers)
    {
        var kind = truth.GetProperty("type").GetString()!;
        var half = papers.Count(p => p.Kind == kind) % 2 == 0 ? "first" : "held out";
        var got = paper?.Fields.All() ?? Enumerable.Empty<(string, ReadField)>();
        papers.Add(new Judged(half, kind, file, [.. got.Select(f => (f.Item1, f.Item2, truth.GetProperty(f.Item1).GetString()))]));
    }

    private IEnumerable<FieldRow> Rows(List<Judged> papers)
    {
        foreach (var paper in papers)
            foreach (var (field, got, right) in paper.Fields)
                if (!IsRight(got.Value, right))
                    wrong.Add(string.Create(CultureInfo.InvariantCulture,
                        $"{paper.Half} {Path.GetFileName(paper.File)} {field}: [{got.Value}] {got.Confidence:0.00} | [{right}]"));
        foreach (var half in new[] { "first", "held out", "all" })
            foreach (var field in papers[0].Fields.Select(f => f.Field))
            {
                var cases = papers.Where(p => half == "all" || p.Half == half).SelectMany(p => p.Fields).Where(f => f.Field == field).ToList();
                var bad = cases.Where(c => c.Got.Value is not null && !IsRight(c.Got.Value, c.True)).ToList();
                yield return new FieldRow(half, field, cases.Count, cases.Count(c => IsRight(c.Got.Value, c.True)),
                    cases.Count(c => c.Got.Value is null && c.True is not null), bad.Count, bad.Count(c => c.Got.Confidence >= ReadField.Sure));
            }
    }

    // An empty field is right where the paper states none. Case is not compared: names stand in capitals on many papers.
    private static bool IsRight(string? got, string? right) => string.Equals(Flat(got), Flat(right), StringComparison.OrdinalIgnoreCase);

    private static string? Flat(string? text) =>
        text is null ? null : string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
