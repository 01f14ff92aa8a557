using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers.Documents;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Archive;

/// <summary>A dossier that is to be handed to the archive, or was.</summary>
/// <param name="Ended">When the work on it ended.</param>
/// <param name="By">Last day for handing it over; null where no rule holds.</param>
/// <param name="Package">The package; null until it was handed over.</param>
public sealed record ArchiveLine(string Code, string Procedure, AgencyId Competent, DateTimeOffset Ended, DateOnly? By, ArchivePackageRow? Package);

/// <summary>The dossiers of a clerk's agencies that have ended: what is to be handed to the archive, and what was (R-REPO-08).</summary>
public sealed class ArchiveBook(MotCuaDb db, ReferenceCache references, Duties duties, DossierDesk desk, IFileStore files)
{
    /// <summary>The most lines of a list.</summary>
    public const int Most = 200;

    private static readonly Refusal Unknown = new("archive.unknown", "Không có hồ sơ này, hoặc bạn không được nộp lưu hồ sơ này. Hãy mở lại danh sách.");
    private static readonly Refusal Torn = new("archive.file",
        "Một tệp của hồ sơ không còn trong kho tệp nên chưa lập được gói. Hãy báo quản trị kiểm tra kho.");

    /// <summary>What is to be handed over, the longest ended first; or what was, the latest first.</summary>
    public async Task<IReadOnlyList<ArchiveLine>> Lines(OfficerId officer, bool handed, CancellationToken cancel = default)
    {
        var units = (await duties.Of(officer, cancel)).Where(g => g.Duty == Duty.Clerk).Select(g => g.Unit.Value).Distinct().ToList();
        var packages = db.Set<ArchivePackageRow>();
        var found = db.Set<DossierRow>().AsNoTracking()
            .Where(d => units.Contains(d.CompetentId) && (d.Status == DossierStatus.Returned || d.Status == DossierStatus.Stopped)
                && packages.Any(p => p.DossierId == d.Id) == handed);
        var sorted = handed ? found.OrderByDescending(d => packages.Where(p => p.DossierId == d.Id).Max(p => p.At)) : found.OrderBy(d => d.Received);
        var rows = await sorted.Take(Most).ToListAsync(cancel);
        var ids = rows.Select(r => r.Id).ToList();
        var ended = await db.Set<DossierEventRow>().AsNoTracking().Where(e => ids.Contains(e.DossierId) && (e.Kind == Stop || e.Kind == Return))
            .GroupBy(e => e.DossierId).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancel);
        var there = await packages.AsNoTracking().Where(p => ids.Contains(p.DossierId)).ToDictionaryAsync(p => p.DossierId, cancel);
        var reference = await references.Get(db, cancel);
        var lines = rows.Select(r => Line(r, ended.GetValueOrDefault(r.Id, r.Received), there.GetValueOrDefault(r.Id), reference));
        return [.. handed ? lines.OrderByDescending(l => l.Package!.At) : lines.OrderBy(l => l.Ended)];
    }

    /// <summary>Makes the package of a dossier and hands it over: one act, with its record.</summary>
    public async Task<Refusal?> HandOver(DossierView? view, string door, CancellationToken cancel = default)
    {
        if (view is not { Sight: Sight.Handles } || view.Now.By.Officer is not { } officer)
            return Unknown;
        if (HandToArchive.Allows(view.Dossier, view.Now) is { } no)
            return no;
        var (package, no2) = await Pack(view, cancel);
        if (package is null)
            return no2;
        var act = new HandToArchive(package.Digest, package.Files, view.Dossier.Version);
        var performed = await desk.Perform(view.Dossier.Id, act, new Hand(view.Now.By, door)
        {
            Write = w => w.Db.Add(new ArchivePackageRow
            {
                DossierId = w.After.Id.Value, Version = w.Version, Digest = package.Digest, Size = package.Size, Files = package.Files, At = w.Now.Now,
                OfficerId = officer.Value,
            }),
        }, cancel);
        return performed is Performed.Refused refused ? refused.Why : null;
    }

    /// <summary>The package of a dossier, opened and checked.</summary>
    /// <returns>The bytes and what is wrong with them; null where it was not handed over or its file is gone.</returns>
    public async Task<(Stream Bytes, ArchivePackageRow Row, IReadOnlyList<string> Wrong)?> Open(DossierView view, CancellationToken cancel = default)
    {
        var id = view.Dossier.Id.Value;
        if (view.Sight != Sight.Handles
            || await db.Set<ArchivePackageRow>().AsNoTracking().FirstOrDefaultAsync(p => p.DossierId == id, cancel) is not { } row
            || files.Open(row.Digest) is not { } bytes)
            return null;
        var wrong = await ArchivePackage.Check(bytes, cancel);
        bytes.Position = 0;
        return (bytes, row, wrong);
    }

    private static readonly string Stop = EventFormat.NameOf<Domain.Dossiers.Processing.Stopped>();
    private static readonly string Return = EventFormat.NameOf<ResultHandedOver>();

    private async Task<(ArchivePackageRow? Package, Refusal? No)> Pack(DossierView view, CancellationToken cancel)
    {
        var id = view.Dossier.Id.Value;
        var used = view.Papers.SelectMany(p => p.Files).Select(f => f.DocumentId).OfType<Guid>().ToList();
        var documents = await db.Set<HeldDocumentRow>().AsNoTracking().Where(d => d.DossierId == id || used.Contains(d.Id)).OrderBy(d => d.KeptAt)
            .ToListAsync(cancel);
        // A package may be larger than memory: it is written to a file that goes when it is closed.
        await using var temporary = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920,
            FileOptions.DeleteOnClose);
        try
        {
            var manifest = await ArchivePackage.Write(temporary, view, documents, files, cancel);
            temporary.Position = 0;
            var (digest, size) = await files.Put(temporary, cancel);
            return (new ArchivePackageRow { Digest = digest, Size = size, Files = manifest.Files.Count }, null);
        }
        catch (FileNotFoundException)
        {
            return (null, Torn);
        }
    }

    private static ArchiveLine Line(DossierRow row, DateTimeOffset ended, ArchivePackageRow? package, ReferenceData reference)
    {
        var day = Vietnam.Day(ended);
        var rule = reference.Rules.Find("archive.handover.years", day, $"procedure:{row.Procedure}");
        return new ArchiveLine(
            row.Code, reference.Procedure(row.Procedure, row.ProcedureVersion).Name, new AgencyId(row.CompetentId), ended,
            rule is null ? null : day.AddYears(int.Parse(rule.Value, CultureInfo.InvariantCulture)), package);
    }
}
