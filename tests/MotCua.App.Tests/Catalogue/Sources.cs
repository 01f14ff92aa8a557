using System.Text.Json;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Import;
using MotCua.Domain.Catalogue;
using MotCua.Testing;
using Microsoft.EntityFrameworkCore;

namespace MotCua.App.Tests.Catalogue;

/// <summary>Files of procedures as the sources write them, and a catalogue to import them into.</summary>
internal sealed class Sources : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-import-").FullName;
    private int files;

    private Sources(TestHouse house) => House = house;

    public TestHouse House { get; }

    public static async Task<Sources> Open(Engine engine = Engine.Sqlite) => new(await TestHouse.Open(engine));

    /// <summary>A line of the catalogue.</summary>
    public static string Line(string code, string name, string sector = "Hộ tịch") => JsonSerializer.Serialize(new
    {
        code, name, fields = new[] { sector }, executing_departments = new[] { "Ủy ban nhân dân cấp xã" }, promulgating_agency = "Bộ Thử nghiệm",
        subjects = new[] { "Công dân Việt Nam" }, state = "ACTIVE", type = "STANDARD",
    });

    /// <summary>A full record.</summary>
    public static string Detail(
        string code, string name = "Thủ tục thử", string source = "opengov_api", object? time = null, string? unit = "WORKING_DAY",
            string crawled = "2026-07-18",
        decimal? fee = 8000, string feeText = "", string paper = "Tờ khai", int originals = 1, string decision = "1/QĐ-BTN") => JsonSerializer.Serialize(new
    {
        code, name, source, source_url = "https://dichvucong.gov.vn/thu", promulgating_agency = new { code = "G99", name = "Bộ Thử nghiệm" },
            decision_no = decision,
        levels = new[] { "COMMUNE" }, type = "OTHER", fields = new[] { new { code = "G99-01", name = "Hộ tịch" } }, subjects = new[] { "Công dân Việt Nam" },
        executing_agencies = new[] { new { code = (string?)null, name = "Ủy ban nhân dân cấp xã" } }, authority_agencies = Array.Empty<object>(),
        coordinating_agencies = "", receiving_address = "", steps = new[] { new { name = "", text = "Nộp tại Trung tâm." } },
        methods = new[]
        {
            new { channel = "DIRECT", processing_time = time ?? 5, processing_time_unit = unit, note = "",
                fees = new[] { new { type = "FEE", value = fee, currency = "VND", description = feeText } } },
        },
        dossier_cases = new[] { new { @case = "", components = new[] { new { name = paper, original_qty = originals, copy_qty = 0,
            has_form_file = false } } } },
        results = new[] { new { code = "KQ.G99.000001", name = "Giấy thử" } }, legal_bases = new[] { new { code = "1/2026/NĐ-CP", name = "Nghị định thử" } },
        conditions = "Không", related_procedures = "", crawled_on = crawled,
    });

    /// <summary>An answer of the national API.</summary>
    public static string Answer(string code, string name = "Thủ tục thử", object? time = null, string unit = "WORKING_DAY") => JsonSerializer.Serialize(new
    {
        code = "OK",
        data = new
        {
            id = "019d2bfd", code, name, decisionNo = "2/QĐ-BTN", state = "UPDATED", isWard = true, isProvince = false, isMinistry = false,
                isFullProcess = true,
            updatedAt = 1784273339705,
            executionSteps = new[] { new { name = "", description = "Nộp hồ sơ." } },
            executionMethods = new[] { new { submissionMethod = "ONLINE", processingTime = time ?? 4, processingTimeUnit = unit,
                fees = new[] { new { type = "FEE", value = 0 } } } },
            executionCases = new[] { new { name = "", profileComponents = new[] { new { name = "Đơn", code = "000.00.00.G99-KQ1", originalQty = 1,
                copyQty = 0, required = true } } } },
            categoriesDetails = new[] { new { name = "Hộ tịch", code = "G99-01" } },
            resultsDetails = new[] { new { name = "Giấy thử", code = "KQ.G99.000001" } },
        },
    });

    /// <summary>Writes a file of lines.</summary>
    public string File(params IEnumerable<string> lines)
    {
        var file = Path.Combine(folder, $"f{++files}.jsonl");
        System.IO.File.WriteAllLines(file, lines);
        return file;
    }

    /// <summary>Writes a file that is one document.</summary>
    public string Document(string json)
    {
        var file = Path.Combine(folder, $"f{++files}.json");
        System.IO.File.WriteAllText(file, json);
        return file;
    }

    public Task<Imported> Import(params string[] these) => new ImportProcedures(House.Db, House.Clock).Do(these);

    /// <summary>Every version, oldest first.</summary>
    public async Task<IReadOnlyList<ProcedureVersion>> Versions(string code)
    {
        await using var db = House.Db();
        return (await db.Set<ProcedureRow>().AsNoTracking().Where(p => p.Code == code).OrderBy(p => p.Version).ToListAsync()).ConvertAll(ProcedureRows.Version);
    }

    /// <summary>What the catalogue says of the procedures that were imported, without numbers and days.</summary>
    public async Task<IReadOnlyList<string>> Digests()
    {
        await using var db = House.Db();
        var rows = await db.Set<ProcedureRow>().AsNoTracking().Where(p => p.Origin == VersionOrigin.Import).ToListAsync();
        return [.. rows.GroupBy(r => r.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.MaxBy(r => r.Version)!.Digest}")];
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
