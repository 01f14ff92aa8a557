using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Papers;

namespace MotCua.App.Papers.Digitizing;

/// <summary>What checks said of the signatures of files that came in, told at submission and kept (F-10).</summary>
public sealed class FileReports(MotCuaDb db, IFileStore files, ISignatureCheck check, TimeProvider clock)
{
    // A check holds the file about three times in memory.
    private const long Most = 64 * 1024 * 1024;

    /// <summary>The reports of some files by their digests: those on record, and those that are made now. A file that is no PDF has none.</summary>
    public async Task<IReadOnlyDictionary<string, SignatureReport>> Of(IEnumerable<(string Digest, string MediaType)> some, CancellationToken cancel = default)
    {
        var pdfs = some.Where(f => f.MediaType == "application/pdf").Select(f => f.Digest).Distinct().ToList();
        var known = await db.Set<FileReportRow>().AsNoTracking().Where(r => pdfs.Contains(r.Digest)).ToDictionaryAsync(r => r.Digest, r => r.Report, cancel);
        var reports = known.ToDictionary(r => r.Key, r => JsonSerializer.Deserialize<SignatureReport>(r.Value, Json.Stored)!);
        foreach (var digest in pdfs.Where(d => !reports.ContainsKey(d)))
            if (await Check(digest, cancel) is { } report)
                reports[digest] = report;
        return reports;
    }

    private async Task<SignatureReport?> Check(string digest, CancellationToken cancel)
    {
        await using var stream = files.Open(digest);
        if (stream is null || stream.Length > Most)
            return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        var report = check.Check(bytes.ToArray());
        db.Add(new FileReportRow { Digest = digest, At = clock.GetUtcNow(), Report = JsonSerializer.Serialize(report, Json.Stored) });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two pages asked at once: both answers are the same.
        }
        db.ChangeTracker.Clear();
        return report;
    }
}
