using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Papers.Documents;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;

namespace MotCua.App.Papers.BackFile;

/// <summary>How many lines of a batch stand where.</summary>
public sealed record BatchCount(BackFileBatchRow Batch, IReadOnlyDictionary<OldPaperState, int> States)
{
    /// <summary>All lines.</summary>
    public int All => States.Values.Sum();

    /// <summary>Lines of a state.</summary>
    public int Of(OldPaperState state) => States.GetValueOrDefault(state);

    /// <summary>What is in the repository: digitized now or before.</summary>
    public int There => Of(OldPaperState.Done) + Of(OldPaperState.Held);
}

/// <summary>Puts one old paper through the digitization line and into the repository.</summary>
public interface IDigitizeOldPaper
{
    /// <summary>Digitizes a file.</summary>
    /// <param name="path">The file, outside the store.</param>
    /// <param name="done">Written with the document, in the same transaction; where it answers false somebody else was first and nothing is kept.</param>
    /// <returns>The document, or why it was not kept.</returns>
    Task<(Guid? Document, Refusal? No)> Do(
        MotCuaDb db, string path, OldPaper paper, BackFileBatchRow batch, Func<Guid, CancellationToken, Task<bool>> done, CancellationToken cancel);
}

/// <summary>The back-file: old results in a ZIP with an index, looked at first, then digitized line by line. Each line is a transaction of its own, so that
/// a run that was cut off goes on where it stopped and no paper is digitized twice (R-DIG-13, R-DIG-15).</summary>
public sealed class BackFiles(MotCuaDb db, Duties duties, IFileStore files, TimeProvider clock)
{
    /// <summary>The largest file of an old paper, in bytes, whatever the archive claims.</summary>
    public const long LargestFile = 100L << 20;

    private static readonly Refusal NotYours = new("backfile.duty",
        "Chỉ người được giao số hóa tại đơn vị này được gửi đợt. Hãy chọn đúng đơn vị hoặc đề nghị giao nhiệm vụ.", "NĐ 118/2025/NĐ-CP Đ.8", "Agency");

    private static readonly Refusal NotZip = new("backfile.zip",
        "Tệp giấy tờ không phải ZIP đọc được. Hãy nén thư mục giấy tờ thành một tệp .zip.", null, "Files");

    /// <summary>Takes a folder with its index: every line is looked at, nothing is digitized yet.</summary>
    /// <param name="index">CSV or XLSX, seekable.</param>
    /// <param name="zip">The files, seekable.</param>
    public async Task<(BackFileBatchRow? Batch, Refusal? No)> Take(
        string name, Stream index, Stream zip, AgencyId agency, OfficerId officer, CancellationToken cancel = default)
    {
        if (await duties.Missing(officer, Duty.Digitize, agency, cancel) is not null)
            return (null, NotYours);
        IndexSheet sheet;
        IReadOnlySet<string> entries;
        try
        {
            sheet = IndexSheet.Read(index);
            if (OldPaperReader.Missing(sheet.Head) is { Count: > 0 } missing)
                return (null, new Refusal("backfile.columns", $"Bảng kê thiếu cột {string.Join(", ", missing)}. Hãy thêm rồi gửi lại.", null, "Index"));
            entries = Entries(zip);
        }
        catch (IndexException e)
        {
            return (null, new Refusal("backfile.index", e.Message, null, "Index"));
        }
        catch (InvalidDataException)
        {
            return (null, NotZip);
        }
        zip.Position = 0;
        var (digest, _) = await files.Put(zip, cancel);
        var batch = new BackFileBatchRow
        {
            Id = Guid.CreateVersion7(), Name = name, Digest = digest, AgencyId = agency.Value, OfficerId = officer.Value, At = clock.GetUtcNow(),
        };
        db.Add(batch);
        db.AddRange(await Lines(batch, sheet, entries, cancel));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return (batch, null);
    }

    /// <summary>The batches of the units where the officer digitizes, latest first.</summary>
    public async Task<IReadOnlyList<BatchCount>> Batches(OfficerId officer, CancellationToken cancel = default)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => g.Duty == Duty.Digitize).Select(g => g.Unit.Value).Distinct().ToList();
        var batches = await db.Set<BackFileBatchRow>().AsNoTracking().Where(b => units.Contains(b.AgencyId)).OrderByDescending(b => b.At)
            .Take(100).ToListAsync(cancel);
        var ids = batches.ConvertAll(b => b.Id);
        var counts = (await db.Set<BackFileLineRow>().Where(l => ids.Contains(l.BatchId)).GroupBy(l => new { l.BatchId, l.State })
            .Select(g => new { g.Key.BatchId, g.Key.State, Count = g.Count() }).ToListAsync(cancel)).ToLookup(c => c.BatchId);
        return [.. batches.Select(b => new BatchCount(b, counts[b.Id].ToDictionary(c => c.State, c => c.Count)))];
    }

    /// <summary>The lines of a batch of the officer's units; null if there is none such. Those with a mistake come first.</summary>
    public async Task<IReadOnlyList<BackFileLineRow>?> LinesOf(Guid batch, OfficerId officer, int most = 500, CancellationToken cancel = default)
    {
        if ((await Batches(officer, cancel)).All(b => b.Batch.Id != batch))
            return null;
        return await db.Set<BackFileLineRow>().AsNoTracking().Where(l => l.BatchId == batch)
            .OrderBy(l => l.Error == null).ThenBy(l => l.Number).Take(most).ToListAsync(cancel);
    }

    /// <summary>Digitizes what waits, line by line.</summary>
    /// <param name="line">Does one paper.</param>
    /// <param name="again">Also what failed before.</param>
    /// <param name="done">Called after each line.</param>
    /// <returns>How many were digitized.</returns>
    public async Task<int> Run(Guid batch, IDigitizeOldPaper line, bool again = false, Action<int>? done = null, CancellationToken cancel = default)
    {
        var row = await db.Set<BackFileBatchRow>().AsNoTracking().FirstAsync(b => b.Id == batch, cancel);
        var waiting = await db.Set<BackFileLineRow>().AsNoTracking()
            .Where(l => l.BatchId == batch && (l.State == OldPaperState.Waiting || again && l.State == OldPaperState.Failed))
            .OrderBy(l => l.Number).Select(l => l.Id).ToListAsync(cancel);
        await using var bytes = files.Open(row.Digest) ?? throw new FileNotFoundException("The ZIP of the batch is not in the store.", row.Digest);
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        var entries = zip.Entries.Where(e => e.Name.Length > 0).ToLookup(e => Key(e.FullName));
        var count = 0;
        foreach (var id in waiting)
        {
            cancel.ThrowIfCancellationRequested();
            if (!await One(id, row, entries, line, cancel))
                continue;
            count++;
            done?.Invoke(count);
        }
        return count;
    }

    private async Task<bool> One(
        long id, BackFileBatchRow batch, ILookup<string, ZipArchiveEntry> entries, IDigitizeOldPaper line, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var row = await db.Set<BackFileLineRow>().AsNoTracking().FirstAsync(l => l.Id == id, cancel);
        if (row.State is OldPaperState.Done or OldPaperState.Held)
            return false;
        var paper = JsonSerializer.Deserialize<OldPaper>(row.Paper, Json.Stored)!;
        // Another batch, or another line of this one, may have brought the same paper meanwhile.
        if (await Repository.FindSame(db, paper.Owner, null, paper.Facts.Type, paper.Facts.Number, cancel) is { } same)
        {
            await Put(id, OldPaperState.Held, same.Id, null, cancel);
            return false;
        }
        // Reading and signing take long: nobody waits for them. The document and the line's end are written together, by whoever is first.
        var (document, no) = await Digitize(
            entries[Key(row.File)].First(), paper, batch, line, (kept, stop) => Put(id, OldPaperState.Done, kept, null, stop), cancel);
        if (document is null)
            await Put(id, OldPaperState.Failed, null, no!.Sentence, cancel);
        return document is not null;
    }

    private async Task<(Guid? Document, Refusal? No)> Digitize(
        ZipArchiveEntry entry, OldPaper paper, BackFileBatchRow batch, IDigitizeOldPaper line, Func<Guid, CancellationToken, Task<bool>> done,
        CancellationToken cancel)
    {
        // Its own name, never the archive's: no path of the archive reaches the disk.
        var path = Path.Combine(Path.GetTempPath(), $"motcua-{Guid.NewGuid():N}");
        try
        {
            await using (var to = File.Create(path))
            await using (var from = entry.Open())
                if (!await Copy(from, to, cancel))
                    return (null, new Refusal("backfile.large", $"Tệp lớn quá {LargestFile >> 20} MB. Hãy chia nhỏ rồi gửi lại."));
            return await line.Do(db, path, paper, batch, done, cancel);
        }
        catch (InvalidDataException)
        {
            return (null, new Refusal("backfile.torn", "Tệp trong gói bị hỏng, không mở được. Hãy quét lại rồi gửi đợt mới."));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<bool> Copy(Stream from, Stream to, CancellationToken cancel)
    {
        var (buffer, size) = (new byte[81_920], 0L);
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((size += read) > LargestFile)
                return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return true;
    }

    private async Task<bool> Put(long id, OldPaperState state, Guid? document, string? error, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Set<BackFileLineRow>().Where(l => l.Id == id && l.State != OldPaperState.Done && l.State != OldPaperState.Held)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.State, state).SetProperty(x => x.DocumentId, document).SetProperty(x => x.Error, error)
                .SetProperty(x => x.At, now), cancel) == 1;
    }

    private async Task<IReadOnlyList<BackFileLineRow>> Lines(
        BackFileBatchRow batch, IndexSheet sheet, IReadOnlySet<string> entries, CancellationToken cancel)
    {
        var (lines, names) = (new List<BackFileLineRow>(), new HashSet<string>());
        foreach (var (number, cells) in sheet.Rows)
        {
            var (paper, found) = OldPaperReader.Read(cells);
            var wrong = found.ToList();
            if (paper.File.Length > 0 && !entries.Contains(Key(paper.File)))
                wrong.Add($"Không có tệp “{paper.File}” trong gói.");
            else if (paper.File.Length > 0 && !names.Add(Key(paper.File)))
                wrong.Add($"Tệp “{paper.File}” đã ghi ở dòng trước.");
            var same = wrong.Count > 0 ? null : await Repository.FindSame(db, paper.Owner, null, paper.Facts.Type, paper.Facts.Number, cancel);
            lines.Add(new BackFileLineRow
            {
                BatchId = batch.Id, Number = number, File = paper.File, Paper = JsonSerializer.Serialize(paper, Json.Stored), DocumentId = same?.Id,
                State = wrong.Count > 0 ? OldPaperState.Wrong : same is null ? OldPaperState.Waiting : OldPaperState.Held,
                Error = wrong.Count > 0 ? string.Join(" ", wrong) : null,
            });
        }
        return lines;
    }

    private static HashSet<string> Entries(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        return [.. archive.Entries.Where(e => e.Name.Length > 0).Select(e => Key(e.FullName))];
    }

    /// <summary>Files are known by their name alone, whatever folder the archive puts around them.</summary>
    private static string Key(string name) => name.Replace('\\', '/').Split('/')[^1].Normalize().ToLowerInvariant();
}
