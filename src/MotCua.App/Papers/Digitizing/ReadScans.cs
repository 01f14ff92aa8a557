using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;

namespace MotCua.App.Papers.Digitizing;

/// <summary>Rings when a scan came in.</summary>
public sealed class ScanBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    /// <summary>Rings.</summary>
    public void Ring() => rung.Release();

    /// <summary>Waits until it rings, at most so long.</summary>
    public async Task Wait(TimeSpan most, CancellationToken stop)
    {
        if (await rung.WaitAsync(most, stop))
            while (rung.Wait(0, CancellationToken.None))
                continue;
    }

    /// <inheritdoc/>
    public void Dispose() => rung.Dispose();
}

/// <summary>Works off the queue of scans, outside of any request: cuts each into pictures of pages, knows separator and blank sheets, reads the words. Each
/// page is written as it is done, so that a worker that was killed loses one page.</summary>
public sealed class ReadScans(
    MotCuaDb db, IFileStore files, IPagePictures pictures, IPageReader reader, TimeProvider clock, ILogger<ReadScans>? log = null)
{
    /// <summary>How long a worker has a scan without a word from it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int MostTries = 5;
    private readonly Guid me = Guid.NewGuid();

    /// <summary>Takes the oldest scan that waits and reads it to its end.</summary>
    /// <returns>False where none waits.</returns>
    public async Task<bool> Round(CancellationToken stop)
    {
        if (await Take(stop) is not { } scan)
            return false;
        try
        {
            if (!scan.Cut)
                await Cut(scan, stop);
            var missing = await Words(scan, stop);
            await End(scan, missing is null ? ScanState.Read : ScanState.Unread, missing, stop);
        }
        catch (UnreadablePaperException e)
        {
            await End(scan, ScanState.Failed, e.Message, stop);
        }
        catch (Exception e) when (e is LeaseLostException)
        {
            log?.LogInformation("A scan was taken up by another worker {Scan}", scan.Id);
        }
        return true;
    }

    /// <summary>How many scans are before another in the queue; 0 for the one that is being read.</summary>
    public static async Task<int> Before(MotCuaDb db, ScanRow scan, CancellationToken cancel) => await db.Set<ScanRow>()
        .CountAsync(s => (s.State == ScanState.Waiting || s.State == ScanState.Reading) && s.At < scan.At, cancel);

    private async Task<ScanRow?> Take(CancellationToken stop)
    {
        for (; ; )
        {
            var now = clock.GetUtcNow();
            var open = db.Set<ScanRow>().Where(s => (s.State == ScanState.Waiting || s.State == ScanState.Reading) && (s.LeaseUntil == null || s.LeaseUntil < now));
            if (await open.OrderBy(s => s.At).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(stop) is not { } id)
                return null;
            var taken = await open.Where(s => s.Id == id).ExecuteUpdateAsync(s => s
                .SetProperty(x => x.State, ScanState.Reading).SetProperty(x => x.Worker, me).SetProperty(x => x.LeaseUntil, now + Lease)
                .SetProperty(x => x.Tries, x => x.Tries + 1), stop);
            if (taken == 0)
                continue;
            var scan = await db.Set<ScanRow>().AsNoTracking().SingleAsync(s => s.Id == id, stop);
            if (scan.Tries <= MostTries)
                return scan;
            // Whatever it is that ends every worker, it is in the file.
            await End(scan, ScanState.Failed, "Đọc tệp này nhiều lần đều dừng giữa chừng; hãy quét lại giấy tờ.", stop);
        }
    }

    private async Task Cut(ScanRow scan, CancellationToken stop)
    {
        var done = await db.Set<ScanPageRow>().Where(p => p.ScanId == scan.Id).MaxAsync(p => (int?)p.Number, stop) ?? 0;
        await OnDisk(scan.Digest, async path =>
        {
            await foreach (var page in pictures.Of(path, done, stop))
                await Add(scan, page, stop);
        }, stop);
        await db.Set<ScanRow>().Where(s => s.Id == scan.Id && s.Worker == me).ExecuteUpdateAsync(s => s.SetProperty(x => x.Cut, true), stop);
    }

    private async Task Add(ScanRow scan, PagePicture page, CancellationToken stop)
    {
        var sheet = page.Letters is null ? reader.Sheet(page.Jpeg, page.Number) : null;
        var (picture, _) = await files.Put(new MemoryStream(page.Jpeg), stop);
        await Keep(scan, stop);
        db.Add(new ScanPageRow
        {
            ScanId = scan.Id, DossierId = scan.DossierId, Number = page.Number, Picture = picture, Width = page.Width, Height = page.Height, Dpi = page.Dpi,
            Quarters = page.Quarters, Blank = sheet?.Blank == true, Separator = sheet?.Separator, IsRead = sheet is not null || page.Letters is not null,
            Fault = sheet is null ? pictures.Fault(page) : null, Words = page.Letters is { } letters ? ScanPages.Written(letters) : null,
        });
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>Reads the pages that nobody has read.</summary>
    /// <returns>What this machine lacks to read them; null where nothing is missing.</returns>
    private async Task<string?> Words(ScanRow scan, CancellationToken stop)
    {
        var pages = await db.Set<ScanPageRow>().AsNoTracking().Where(p => p.ScanId == scan.Id && !p.IsRead).OrderBy(p => p.Number).ToListAsync(stop);
        if (pages.Count > 0 && reader.Missing is { } missing)
            return missing;
        foreach (var page in pages)
        {
            await Keep(scan, stop);
            await Read(page, stop);
        }
        return null;
    }

    private async Task Read(ScanPageRow page, CancellationToken stop)
    {
        ReadPage? read = null;
        try
        {
            read = await reader.Picture(await Bytes(page.Picture, stop), page.Number, page.Quarters, !page.Turned, stop);
        }
        catch (UnreadablePaperException e)
        {
            // One page that cannot be read is typed; the others go on.
            log?.LogInformation(e, "A page could not be read");
        }
        var (words, quarters) = (read is null ? null : ScanPages.Written(read), read?.Place?.Quarters ?? page.Quarters);
        // The officer may have turned it meanwhile: then what was read is of no use.
        await db.Set<ScanPageRow>().Where(p => p.Id == page.Id && p.Quarters == page.Quarters && p.Turned == page.Turned).ExecuteUpdateAsync(p => p
            .SetProperty(x => x.IsRead, true).SetProperty(x => x.Words, words).SetProperty(x => x.Quarters, quarters), stop);
    }

    private async Task<byte[]> Bytes(string digest, CancellationToken stop)
    {
        await using var stream = files.Open(digest) ?? throw new UnreadablePaperException("Ảnh của trang không còn trong kho tệp; hãy quét lại giấy tờ.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    // Programs of the system read a file by its path.
    private async Task OnDisk(string digest, Func<string, Task> use, CancellationToken stop)
    {
        var path = Path.Combine(Path.GetTempPath(), $"motcua-scan-{Guid.NewGuid():N}");
        try
        {
            await using (var from = files.Open(digest) ?? throw new UnreadablePaperException("Tệp quét không còn trong kho tệp; hãy quét lại giấy tờ."))
            await using (var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                await from.CopyToAsync(to, stop);
            await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task Keep(ScanRow scan, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + Lease;
        if (await db.Set<ScanRow>().Where(s => s.Id == scan.Id && s.Worker == me).ExecuteUpdateAsync(s => s.SetProperty(x => x.LeaseUntil, until), stop) == 0)
            throw new LeaseLostException();
    }

    private async Task End(ScanRow scan, ScanState state, string? problem, CancellationToken stop)
    {
        // A page that was turned while the others were read is read once more.
        var more = state == ScanState.Read && await db.Set<ScanPageRow>().AnyAsync(p => p.ScanId == scan.Id && !p.IsRead, stop);
        await db.Set<ScanRow>().Where(s => s.Id == scan.Id && s.Worker == me).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.State, more ? ScanState.Waiting : state).SetProperty(x => x.Problem, problem).SetProperty(x => x.Worker, (Guid?)null)
            .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), stop);
    }

    private sealed class LeaseLostException() : Exception("Another worker has the scan.");
}

/// <summary>The words of a page as they are stored.</summary>
public static class ScanPages
{
    /// <summary>As it is stored.</summary>
    public static string Written(ReadPage page) => JsonSerializer.Serialize(page, Json.Stored);

    /// <summary>The words of a page; null where it has none.</summary>
    public static ReadPage? Read(ScanPageRow page) =>
        page.Words is { } words ? JsonSerializer.Deserialize<ReadPage>(words, Json.Stored)! with { Number = page.Number } : null;
}
