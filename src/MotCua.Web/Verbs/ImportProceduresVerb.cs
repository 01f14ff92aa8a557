using MotCua.App.Catalogue.Import;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Law;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Loads or updates the catalogue of procedures. Rejected records are reported and the rest is in: exit status 0. It is 1 where a file cannot be
/// read (nothing is imported then) or where no record of any file could be taken.</summary>
public sealed class ImportProceduresVerb : IVerb
{
    private const int Told = 20;

    private sealed record DefectNote(string Code, string Field, string Text, string Kind);

    private sealed record Document(
        int Read, int Created, int Updated, int Unchanged, IReadOnlyList<RejectedRecord> Rejected, IReadOnlyList<DefectNote> Defects, TimeLimits TimeLimits);

    /// <inheritdoc/>
    public string Name => "import procedures";

    /// <inheritdoc/>
    public string Usage => "import procedures [FILE…]";

    /// <inheritdoc/>
    public string Does =>
        "nạp, cập nhật danh mục thủ tục từ dòng danh mục, bản ghi đầy đủ, trả lời của Cổng quốc gia, LayThuTuc; không có FILE thì lấy ../shared";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [];

    /// <inheritdoc/>
    public int Most => int.MaxValue;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var files = line.Arguments.Count > 0 ? line.Arguments : Shared();
        if (files.Count == 0)
            return Refuse(line, "Không có thư mục ../shared/data/procedures cạnh dự án; hãy ghi tên tệp cần nạp.");
        if (files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
            return Refuse(line, Directory.Exists(missing)
                ? $"{Path.GetFullPath(missing)} là thư mục; hãy ghi tên từng tệp trong đó."
                : $"Không có tệp {Path.GetFullPath(missing)}; hãy kiểm tra đường dẫn rồi chạy lại.");
        await using var house = await House.Open(line, stop);
        if (house.Refusal is { } refused)
            return Refuse(line, refused);
        Imported imported;
        try
        {
            imported = await new ImportProcedures(house.Db, TimeProvider.System).Do(
                files, (done, all) => line.Note($"Đã nạp {done}/{all} thủ tục…"), stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(line, $"Không đọc được một tệp trong danh sách ({e.GetType().Name}); hãy kiểm tra quyền đọc rồi chạy lại, chưa có gì được nạp.");
        }
        Print(line, imported);
        Say(line, imported);
        return imported.Read > imported.Rejected.Count || imported.Read == 0 ? 0
            : line.Refuse($"Không bản ghi nào trong {imported.Read} bản ghi nạp được; hãy xem lý do từng bản ghi và kiểm tra có đúng tệp thủ tục không.");
    }

    // With --json the document is complete also where nothing was done.
    private static int Refuse(VerbLine line, string sentence)
    {
        Print(line, new Imported(0, 0, 0, 0, [], [], new TimeLimits(0, 0, 0)));
        return line.Refuse(sentence);
    }

    private static void Print(VerbLine line, Imported imported) => line.Print(new Document(
        imported.Read, imported.Created, imported.Updated, imported.Unchanged, imported.Rejected,
        [.. imported.Defects.Select(d => new DefectNote(d.Code, d.Field, d.Text, d.KindName))], imported.TimeLimits));

    private static void Say(VerbLine line, Imported imported)
    {
        line.Say($"Đã đọc {imported.Read} bản ghi: {imported.Created} thủ tục mới, {imported.Updated} có phiên bản mới, {imported.Unchanged} không đổi.");
        var (parsed, flagged, absent) = imported.TimeLimits;
        line.Say($"Thời hạn theo cách nộp: {parsed} đọc được, {flagged} cần người xem, {absent} không ghi.");
        foreach (var rejected in imported.Rejected.Take(Told))
            line.Say($"  bỏ {rejected.File}:{rejected.Line}{(rejected.Code is null ? "" : $" ({rejected.Code})")}: {rejected.Reason}");
        if (imported.Rejected.Count > Told)
            line.Say($"  … và {imported.Rejected.Count - Told} dòng khác; thêm --json để xem đủ.");
        foreach (var kind in imported.Defects.CountBy(d => d.Kind).OrderByDescending(k => k.Value))
            line.Say($"  {kind.Value} chỗ: {Terms.Of(kind.Key)} ({Defect.NameOf(kind.Key)})");
    }

    private static List<string> Shared()
    {
        var folder = Path.Combine(ProductFolder.Root, "..", "shared", "data", "procedures");
        var answers = Path.Combine(folder, "dvcqg-api-raw");
        var files = new List<string>();
        if (Directory.Exists(folder))
            files.AddRange(Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal));
        if (Directory.Exists(answers))
            files.AddRange(Directory.EnumerateFiles(answers, "*.json").Order(StringComparer.Ordinal));
        return files;
    }
}
