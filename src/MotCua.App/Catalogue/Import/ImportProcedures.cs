using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Law;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Import;

/// <summary>How far the time limits of full records could be read, counted over their ways to file.</summary>
public sealed record TimeLimits(int Parsed, int Flagged, int Absent);

/// <summary>What an import came to.</summary>
/// <param name="Read">Records read, those rejected too.</param>
/// <param name="Created">Procedures that were not there.</param>
/// <param name="Updated">Procedures that got a new version.</param>
/// <param name="Unchanged">Procedures of which the files say nothing new.</param>
/// <param name="Defects">What is wrong or doubtful in the procedures that were read.</param>
public sealed record Imported(
    int Read, int Created, int Updated, int Unchanged, IReadOnlyList<RejectedRecord> Rejected, IReadOnlyList<Defect> Defects, TimeLimits TimeLimits);

/// <summary>Loads or updates the catalogue (R-ADM-16). Each chunk of procedures is one transaction, and what a chunk comes to does not depend on the others:
/// an import that was interrupted and started again ends alike.</summary>
public sealed class ImportProcedures(Func<MotCuaDb> open, TimeProvider clock)
{
    private const int Chunk = 200;
    private const int Tries = 3;

    /// <summary>Imports files.</summary>
    /// <param name="progress">Told after each chunk: done and all.</param>
    /// <exception cref="IOException">A file cannot be read; nothing was imported.</exception>
    public async Task<Imported> Do(IEnumerable<string> files, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var read = await Task.Run(() => RecordReader.Read(files, today, cancel), cancel);
        var codes = read.Records.GroupBy(r => r.Record.Code).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var (created, updated, defects) = (0, 0, new List<Defect>());
        for (var done = 0; done < codes.Count; done += Chunk)
        {
            cancel.ThrowIfCancellationRequested();
            var chunk = codes.GetRange(done, Math.Min(Chunk, codes.Count - done));
            var came = await Once(chunk, today, cancel);
            (created, updated) = (created + came.Created, updated + came.Updated);
            defects.AddRange(came.Defects);
            progress?.Invoke(done + chunk.Count, codes.Count);
        }
        return new Imported(read.Count, created, updated, codes.Count - created - updated, read.Rejected, defects, Limits(read.Records));
    }

    private static TimeLimits Limits(IReadOnlyList<ReadRecord> records)
    {
        var states = records.Where(r => r.Source != ProcedureSource.Catalogue).SelectMany(r => r.Record.Ways)
            .Select(w => LimitReading.Read(w.Number, w.Unit, w.Note).State).CountBy(s => s).ToDictionary();
        return new TimeLimits(
            states.GetValueOrDefault(LimitState.Parsed), states.GetValueOrDefault(LimitState.Flagged), states.GetValueOrDefault(LimitState.Absent));
    }

    private async Task<ChunkOutcome> Once(List<IGrouping<string, ReadRecord>> chunk, DateOnly today, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = open();
            try
            {
                return await Write(db, chunk, today, cancel);
            }
            catch (Exception e) when (attempt < Tries && e is DbUpdateException or DbException)
            {
                // An administrator changed one of these procedures meanwhile: what he did is read, and the chunk is made again.
            }
        }
    }

    private async Task<ChunkOutcome> Write(MotCuaDb db, List<IGrouping<string, ReadRecord>> chunk, DateOnly today, CancellationToken cancel)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var there = await Stored(db, [.. chunk.Select(g => g.Key)], cancel);
        var now = clock.GetUtcNow();
        // Codes know nothing of each other, so each is worked out by itself; what is written comes after, in order.
        var made = chunk.AsParallel().AsOrdered().WithCancellation(cancel).Select(g => One(g, there, today, now)).ToList();
        var versions = made.Select(m => m.Version).OfType<ProcedureRow>().ToList();
        await BulkInsert.Into(db, made.SelectMany(m => m.Sources).ToList(), cancel);
        await BulkInsert.Into(db, versions, cancel);
        await BulkInsert.Into(db, made.SelectMany(m => m.Listed).ToList(), cancel);
        if (versions.Count > 0)
            await ReferenceStamp.Raise(db, cancel);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ChunkOutcome(
            made.Count(m => m is { IsNew: true, Version: not null }), made.Count(m => m is { IsNew: false, Version: not null }),
            [.. made.SelectMany(m => m.Defects)]);
    }

    /// <summary>What one code comes to. Rows that are there are changed in place; those to add are given back.</summary>
    private static Made One(IGrouping<string, ReadRecord> read, Rows there, DateOnly today, DateTimeOffset now)
    {
        var (sources, added) = Sources(read, there.Sources[read.Key].ToList());
        var merged = Merged.Of(sources);
        var versions = there.Versions[read.Key].ToList();
        var before = Succession.InForce(versions, today) ?? versions.MaxBy(v => v.Version);
        var ground = versions.LastOrDefault(v => v.Origin != VersionOrigin.Import && v.From <= today);
        var next = Composer.Compose(Open(ground), Open(before), merged, there.Locks[read.Key].ToHashSet());
        // One that ended and has no successor was withdrawn by hand: an import does not bring it back.
        var ended = before is not null && !versions.Exists(v => v.To is null || v.To >= today);
        var row = !ended && (before is null || ProcedureRows.Digest(next) != before.Digest)
            ? Succession.Add(versions, next, before is null && merged.Seen < today ? merged.Seen : today, VersionOrigin.Import) : null;
        var defects = Import.Defects.Of(merged, next).ToList();
        return new Made(before is null, added, row, defects, List(read.Key, defects, there.Defects[read.Key].ToList(), now));
    }

    /// <summary>One record a source: the later crawl. Of two of one day in one run the one whose digest is greater, so that the order of files does not
    /// matter; one that was read before gives way to what is read now, since whoever imports a mended file wants it.</summary>
    private static (List<ReadRecord> Sources, List<ProcedureSourceRow> Added) Sources(IEnumerable<ReadRecord> read, List<ProcedureSourceRow> stored)
    {
        var (all, added) = (stored.ToDictionary(s => s.Source, Open), new List<ProcedureSourceRow>());
        foreach (var candidates in read.GroupBy(r => r.Source))
        {
            var (record, content, digest) = candidates.Select(Written).MaxBy(c => (c.Record.Seen, c.Digest));
            var row = stored.Find(s => s.Source == candidates.Key);
            if (row is not null && row.Seen > record.Seen)
                continue;
            if (row is null)
                added.Add(row = new ProcedureSourceRow { Code = record.Record.Code, Source = record.Source, Content = "", Digest = "", Origin = "" });
            row.Seen = record.Seen;
            if (row.Digest != digest)
                (row.Origin, row.Content, row.Digest) = (record.Origin, content, digest);
            all[candidates.Key] = record;
        }
        return ([.. all.Values], added);
    }

    private static (ReadRecord Record, string Content, string Digest) Written(ReadRecord record)
    {
        var content = JsonSerializer.Serialize(record.Record, Json.Stored);
        return (record, content, ProcedureRows.Digest(content));
    }

    private static ProcedureVersion? Open(ProcedureRow? row) => row is null ? null : ProcedureRows.Version(row);

    private static ReadRecord Open(ProcedureSourceRow row) => new(
        JsonSerializer.Deserialize<SourceRecord>(row.Content, Json.Stored) ?? throw new InvalidOperationException("A stored source is empty."),
        row.Source, row.Seen, row.Origin);

    /// <summary>Closes defects that are gone and opens again those that came back; what a person settled stays settled.</summary>
    /// <returns>Those to be listed for the first time.</returns>
    private static List<ProcedureDefectRow> List(string code, List<Defect> defects, List<ProcedureDefectRow> stored, DateTimeOffset now)
    {
        var known = stored.ToDictionary(d => d.Digest);
        var (found, added) = (new HashSet<string>(), new List<ProcedureDefectRow>());
        foreach (var defect in defects)
        {
            var digest = ProcedureRows.Digest($"{defect.KindName}|{defect.Field}|{defect.Text}");
            if (!found.Add(digest))
                continue;
            if (!known.TryGetValue(digest, out var row))
                added.Add(new ProcedureDefectRow { Code = code, Kind = defect.KindName, Field = defect.Field, Text = defect.Text, Digest = digest,
                    Found = now });
            else if (row.Settlement == Gone)
                (row.Settled, row.Settlement) = (null, null);
        }
        foreach (var row in stored.Where(d => d.Settled is null && !found.Contains(d.Digest)))
            (row.Settled, row.Settlement) = (now, Gone);
        return added;
    }

    private const string Gone = "gone";

    private static async Task<Rows> Stored(MotCuaDb db, List<string> codes, CancellationToken cancel)
    {
        var sources = await db.Set<ProcedureSourceRow>().Where(s => codes.Contains(s.Code)).ToListAsync(cancel);
        var versions = await db.Set<ProcedureRow>().Where(p => codes.Contains(p.Code)).OrderBy(p => p.Version).ToListAsync(cancel);
        var locks = await db.Set<ProcedureLockRow>().AsNoTracking().Where(l => codes.Contains(l.Code) && l.Released == null).ToListAsync(cancel);
        var defects = await db.Set<ProcedureDefectRow>().Where(d => codes.Contains(d.Code)).ToListAsync(cancel);
        return new Rows(
            sources.ToLookup(s => s.Code), versions.ToLookup(v => v.Code), locks.ToLookup(l => l.Code, l => l.Field), defects.ToLookup(d => d.Code));
    }

    private sealed record Rows(
        ILookup<string, ProcedureSourceRow> Sources, ILookup<string, ProcedureRow> Versions, ILookup<string, CatalogueField> Locks,
        ILookup<string, ProcedureDefectRow> Defects);

    /// <summary>What one code came to.</summary>
    /// <param name="Sources">Sources to add.</param>
    /// <param name="Version">The version to add; null where nothing changed.</param>
    /// <param name="Listed">Defects to list.</param>
    private sealed record Made(
        bool IsNew, List<ProcedureSourceRow> Sources, ProcedureRow? Version, List<Defect> Defects, List<ProcedureDefectRow> Listed);

    private sealed record ChunkOutcome(int Created, int Updated, List<Defect> Defects);
}
