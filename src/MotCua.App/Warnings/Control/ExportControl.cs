using System.Globalization;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Warnings.Control;

/// <summary>Exports the dossiers behind a list or one of its lines; that it did is written down before the file is given out.</summary>
public sealed class ExportControl(MotCuaDb db, ControlLists lists, ReferenceCache references, IExportLog log, TimeProvider clock)
{
    private static readonly (string Name, int Width)[] Columns =
    [
        ("STT", 6), ("Dấu hiệu", 30), ("Cán bộ", 26), ("Nội dung", 44), ("Mã hồ sơ", 26), ("Tên thủ tục", 50), ("Cơ quan giải quyết", 40), ("Lúc", 17),
        ("Số đo", 44),
    ];

    /// <summary>Exports.</summary>
    /// <param name="group">One line; null for all.</param>
    public async Task<ExportedWork> Do(
        OfficerId officer, ControlKind kind, ControlPeriod period, string? group, SheetKind sheetKind, CancellationToken cancel = default)
    {
        var most = (await references.Get(db, cancel)).Rules.Number("work.export.max-rows", Vietnam.Day(clock.GetUtcNow()));
        var all = (await lists.Of(officer.Value, kind, period, cancel)).Cases.Where(c => group is null || c.Group == group).ToList();
        var file = new MemoryStream();
        await using (var sheet = Sheet(file, sheetKind))
        {
            await sheet.Row([.. Columns.Select(c => (SheetCell)c.Name)], cancel);
            foreach (var (at, c) in all.Take(most).Index())
                await sheet.Row(
                [
                    (at + 1).ToString(CultureInfo.InvariantCulture), Terms.Of(kind), c.Officer, c.What, c.Code, c.Procedure, c.Unit,
                    new SheetCell(null, c.At), c.Note,
                ], cancel);
            if (all.Count > most)
                await sheet.Row(["", $"Danh sách còn nữa; mỗi lần chỉ xuất {most} dòng đầu. Hãy chọn khoảng ngắn hơn."], cancel);
        }
        var rows = Math.Min(all.Count, most);
        await log.Exported(
            officer, string.Create(CultureInfo.InvariantCulture, $"kiem-soat {kind} {period.From:yyyy-MM-dd}..{period.To:yyyy-MM-dd} {group}").TrimEnd(),
            rows, cancel);
        file.Position = 0;
        return new ExportedWork(file, rows, all.Count > most);
    }

    private static ISheetWriter Sheet(Stream file, SheetKind kind) =>
        kind == SheetKind.Csv ? new CsvSheet(file) : new XlsxSheet(file, "Kiểm soát thời hạn", [.. Columns.Select(c => c.Width)]);
}
