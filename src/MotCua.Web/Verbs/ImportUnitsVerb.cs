using MotCua.App.Agencies;
using MotCua.Web.Kit;

namespace MotCua.Web.Verbs;

/// <summary>Takes in lists of administrative units and the mapping from old to new. Broken lines are named on standard error and the rest goes in (status 0);
/// a file that is none of these, or cannot be read, stops the import before anything is changed (status 1, the numbers as they stand).
/// What the four numbers count: <see cref="UnitsImported"/>.</summary>
public sealed class ImportUnitsVerb : IVerb
{
    private const int Shown = 100;

    private sealed record Document(int Provinces, int Communes, int Mapped, int Ambiguous);

    /// <inheritdoc/>
    public string Name => "import units";

    /// <inheritdoc/>
    public string Usage => "import units FILE…";

    /// <inheritdoc/>
    public string Does => "nạp danh mục đơn vị hành chính và bảng chuyển đổi cũ – mới từ các tệp CSV; chạy lại không đổi gì thêm";

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public int Most => int.MaxValue;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        await using var house = await House.Open(line, stop);
        if (house.Refusal is { } refused)
            return line.Refuse(refused);
        await using var db = house.Db();
        var done = await new ImportUnits(db).Do([.. line.Arguments.Select(Path.GetFullPath)], line.Note, stop);
        line.Print(new Document(done.Provinces, done.Communes, done.Mapped, done.Ambiguous));
        if (done.Refusal is { } no)
            return line.Refuse(no);
        foreach (var bad in done.Rejected.Take(Shown))
            line.Note($"{bad.File}, dòng {bad.Line}: {bad.Reason}; đã bỏ qua dòng này.");
        if (done.Rejected.Count > Shown)
            line.Note($"…và {VietText.Number((long)(done.Rejected.Count - Shown))} dòng hỏng nữa.");
        foreach (var note in done.Notes)
            line.Note(note);
        line.Say($"Có {done.Provinces} tỉnh, thành phố; {VietText.Number((long)done.Communes)} xã, phường, đặc khu. Xã cũ: "
            + $"{VietText.Number((long)done.Mapped)} chuyển trọn vào một xã mới, {VietText.Number((long)done.Ambiguous)} chia cho nhiều xã mới. "
            + (done.Changed == 0 ? "Không có gì thay đổi." : $"Đã ghi {VietText.Number((long)done.Changed)} dòng."));
        return 0;
    }
}
