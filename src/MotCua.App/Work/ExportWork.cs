using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.People;

namespace MotCua.App.Work;

/// <summary>How an exported table is written.</summary>
[NoTerm("a kind of file")]
public enum SheetKind
{
    /// <summary>Text with semicolons.</summary>
    Csv,
    /// <summary>A workbook.</summary>
    Xlsx,
}

/// <summary>An exported list.</summary>
/// <param name="Content">The file, at its beginning; gone once closed.</param>
/// <param name="CutOff">The list is longer than may be exported at once.</param>
public sealed record ExportedWork(Stream Content, int Rows, bool CutOff);

/// <summary>Exports exactly what a list shows, in its order, and writes down that it did before the file is given out. Numbers of persons are
/// whole only for officers of a unit that has to do with the dossier (R-SEC-04).</summary>
public sealed class ExportWork(MotCuaDb db, WorkSearch search, Reaches reaches, ReferenceCache references, IExportLog log, TimeProvider clock)
{
    private static readonly (string Name, int Width)[] Columns =
    [
        ("STT", 6), ("Mã hồ sơ", 26), ("Mã thủ tục", 12), ("Tên thủ tục", 50), ("Lĩnh vực", 24), ("Chủ hồ sơ", 28), ("Số định danh, mã số", 20),
        ("Kênh nộp", 14), ("Nơi tiếp nhận", 40), ("Cơ quan giải quyết", 40), ("Tiếp nhận", 17), ("Hạn giải quyết", 17), ("Hẹn trả", 17),
        ("Trạng thái", 24), ("Tình trạng thời hạn", 20), ("Bước đang mở", 22), ("Đơn vị giữ", 40), ("Người giữ", 26), ("Có kết quả", 17),
        ("Trả kết quả", 17),
    ];

    /// <summary>Exports a list.</summary>
    /// <param name="what">The list in words for the record, without data of persons.</param>
    public async Task<ExportedWork> Do(OfficerId officer, WorkQuery query, string what, SheetKind kind, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var most = reference.Rules.Number("work.export.max-rows", Vietnam.Day(clock.GetUtcNow()));
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var (rows, cutOff) = (0, false);
            await using (ISheetWriter sheet = kind == SheetKind.Csv ? new CsvSheet(file) : new XlsxSheet(file, "Hồ sơ", [.. Columns.Select(c => c.Width)]))
            {
                await sheet.Row([.. Columns.Select(c => (SheetCell)c.Name)], cancel);
                await foreach (var items in search.All(officer.Value, query, most + 1, cancel))
                {
                    var numbers = await Numbers(officer, items, cancel);
                    cutOff = items.Count > most - rows;
                    foreach (var item in items.Take(most - rows))
                        await sheet.Row(Cells(++rows, item, numbers[item.Dossier.OwnerId], reference), cancel);
                }
                if (cutOff)
                    await sheet.Row(["", $"Danh sách còn nữa; mỗi lần chỉ xuất {most} dòng đầu. Hãy lọc hẹp lại."], cancel);
            }
            await log.Exported(officer, what, rows, cancel);
            file.Position = 0;
            return new ExportedWork(file, rows, cutOff);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The owners' numbers, masked where the officer only oversees.</summary>
    private async Task<Dictionary<Guid, string>> Numbers(OfficerId officer, IReadOnlyList<WorkItem> items, CancellationToken cancel)
    {
        var units = (await reaches.Of(officer.Value, cancel)).Units;
        var (ids, owners) = (items.Select(i => i.Dossier.Id).Distinct().ToList(), items.Select(i => i.Dossier.OwnerId).Distinct().ToList());
        var handled = (await db.Set<DossierPartRow>()
            .Where(p => ids.Contains(p.DossierId) && p.Kind == PartKind.Unit && units.Contains(p.HolderId))
            .Select(p => p.DossierId).Distinct().ToListAsync(cancel)).ToHashSet();
        return await db.Set<PartyRow>().AsNoTracking().Where(p => owners.Contains(p.Id)).Select(p => new { p.Id, p.DossierId, p.Number })
            .ToDictionaryAsync(p => p.Id, p => handled.Contains(p.DossierId) ? p.Number ?? "" : Party.Masked(p.Number), cancel);
    }

    private static SheetCell[] Cells(int number, WorkItem item, string owner, ReferenceData reference)
    {
        var (d, step) = (item.Dossier, item.Step);
        var procedure = reference.Procedure(d.Procedure, d.ProcedureVersion);
        return
        [
            number.ToString(System.Globalization.CultureInfo.InvariantCulture), d.Code, d.Procedure, procedure.Name, procedure.Sector,
            item.OwnerName, owner, Terms.Of(d.Channel), reference.Agencies.NameOf(new AgencyId(d.ReceptionId)),
            reference.Agencies.NameOf(new AgencyId(d.CompetentId)), new SheetCell(null, d.Received), new SheetCell(null, d.Due),
            new SheetCell(null, d.Appointment), Terms.Of(d.Status), item.Due is { } due ? Terms.Of(due) : "",
            step is null ? "" : step.WaitsFor == Side.Applicant ? Terms.Of(DueState.Waiting) : Terms.Of(step.Kind),
            step is null ? "" : reference.Agencies.NameOf(new AgencyId(step.UnitId)), item.Officer, d.Registered, d.HandedOver,
        ];
    }
}
